// Canonical texts of JSON values.
#include "schema/canonical.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

namespace admit::schema {
namespace {

using input::Value;

// Length first, so that no text can be mistaken for the beginning of another.
void append_text(std::string& out, std::string_view text) {
  const std::uint64_t length = text.size();
  std::array<char, sizeof length> bytes{};
  std::memcpy(bytes.data(), &length, sizeof length);
  out.append(1, 's').append(bytes.data(), bytes.size()).append(text);
}

template <class Number>
void append_digits(std::string& out, Number number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(1, 'n').append(digits.data(), end).append(1, ';');
}

// A whole double within 64 bits is written as the integer that it equals.
void append_number(std::string& out, const Value& number) {
  if (number.IsInt64()) return append_digits(out, number.GetInt64());
  if (number.IsUint64()) return append_digits(out, number.GetUint64());
  constexpr double kTwoTo63 = 9223372036854775808.0;
  const double value = number.GetDouble();
  if (std::trunc(value) == value && value >= -kTwoTo63 && value < 2 * kTwoTo63) {
    if (value < kTwoTo63) return append_digits(out, static_cast<std::int64_t>(value));
    return append_digits(out, static_cast<std::uint64_t>(value));
  }
  append_digits(out, value);
}

// An array or object that is being written.
struct Open {
  const Value* value = nullptr;
  std::size_t next = 0;
  std::vector<const Value::Member*> members;  ///< sorted by name
};

Open open(const Value& value) {
  Open opened{&value, 0, {}};
  if (!value.IsObject()) return opened;
  for (const Value::Member& member : value.GetObject()) opened.members.push_back(&member);
  std::ranges::stable_sort(
      opened.members, {}, [](const Value::Member* member) { return input::text_of(member->name); });
  return opened;
}

// The next value inside, its name written; null at the end.
const Value* next_inside(std::string& out, Open& at) {
  if (at.value->IsArray()) {
    return at.next < at.value->Size() ? at.value->Begin() + at.next++ : nullptr;
  }
  if (at.next == at.members.size()) return nullptr;
  const Value::Member& member = *at.members[at.next++];
  append_text(out, input::text_of(member.name));
  return &member.value;
}

}  // namespace

void append_canonical(std::string& out, const Value& root) {
  std::vector<Open> path;
  const auto append = [&](const Value& value) {
    switch (value.GetType()) {
      case rapidjson::kNullType:
        out += '0';
        return;
      case rapidjson::kFalseType:
        out += 'f';
        return;
      case rapidjson::kTrueType:
        out += 't';
        return;
      case rapidjson::kNumberType:
        return append_number(out, value);
      case rapidjson::kStringType:
        return append_text(out, input::text_of(value));
      case rapidjson::kArrayType:
      case rapidjson::kObjectType:
        out += value.IsArray() ? '[' : '{';
        path.push_back(open(value));
    }
  };
  append(root);
  while (!path.empty()) {
    if (const Value* inside = next_inside(out, path.back())) {
      append(*inside);
    } else {
      out += path.back().value->IsArray() ? ']' : '}';
      path.pop_back();
    }
  }
}

}  // namespace admit::schema
