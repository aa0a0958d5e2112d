// Values as JSON Schema draft-07 compares and counts them, each in the most obvious way.
#include "schema/plain_json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace admit::test {
namespace {

using Json = rapidjson::Value;

static_assert(std::numeric_limits<long double>::digits >= 64);

// The magnitude digits x 10^exponent.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

Decimal decimal_of(const Json& number) {
  if (number.IsUint64()) return {std::to_string(number.GetUint64()), 0};
  if (number.IsInt64()) return {std::to_string(number.GetInt64()).substr(1), 0};
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(),
                                 std::fabs(number.GetDouble()), std::chars_format::scientific)
                       .ptr;
  const std::string text(buffer.data(), end);
  const std::size_t e = text.find('e');
  Decimal decimal{text.substr(0, e), std::stoi(text.substr(e + 1))};
  if (const std::size_t point = decimal.digits.find('.'); point != std::string::npos) {
    decimal.exponent -= static_cast<int>(decimal.digits.size() - point - 1);
    decimal.digits.erase(point, 1);
  }
  return decimal;
}

std::string whole_digits(const Decimal& decimal, int exponent) {
  return decimal.digits + std::string(static_cast<std::size_t>(decimal.exponent - exponent), '0');
}

// a - b, both of the same size, a not below b.
std::string subtract(std::string a, const std::string& b) {
  int borrow = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    const int digit = a[i] - b[i] - borrow;
    borrow = digit < 0 ? 1 : 0;
    a[i] = static_cast<char>('0' + digit + 10 * borrow);
  }
  return a;
}

bool are_equal_objects(const Json& a, const Json& b) {
  return a.MemberCount() == b.MemberCount() &&
         std::ranges::all_of(a.GetObject(), [&](const Json::Member& member) {
           return std::ranges::any_of(b.GetObject(), [&](const Json::Member& other) {
             return are_plainly_equal(member.name, other.name) &&
                    are_plainly_equal(member.value, other.value);
           });
         });
}

}  // namespace

std::string plain_text(const Json& string) {
  return {string.GetString(), string.GetStringLength()};
}

std::size_t plain_length(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

long double plain_number(const Json& number) {
  if (number.IsUint64()) return static_cast<long double>(number.GetUint64());
  if (number.IsInt64()) return static_cast<long double>(number.GetInt64());
  return static_cast<long double>(number.GetDouble());
}

bool is_plain_type(const Json& value, const std::string& type) {
  return (type == "null" && value.IsNull()) || (type == "boolean" && value.IsBool()) ||
         (type == "string" && value.IsString()) || (type == "array" && value.IsArray()) ||
         (type == "object" && value.IsObject()) || (type == "number" && value.IsNumber()) ||
         (type == "integer" && value.IsNumber() &&
          std::floor(plain_number(value)) == plain_number(value));
}

bool are_plainly_equal(const Json& a, const Json& b) {
  if (a.IsNumber() && b.IsNumber()) return plain_number(a) == plain_number(b);
  if (a.GetType() != b.GetType()) return false;
  if (a.IsString()) return plain_text(a) == plain_text(b);
  if (a.IsArray()) return std::equal(a.Begin(), a.End(), b.Begin(), b.End(), are_plainly_equal);
  return !a.IsObject() || are_equal_objects(a, b);
}

bool is_plain_multiple(const Json& value, const Json& divisor) {
  const Decimal number = decimal_of(value);
  const Decimal step = decimal_of(divisor);
  const int exponent = std::min(number.exponent, step.exponent);
  std::string by = whole_digits(step, exponent);
  by.erase(0, by.find_first_not_of('0'));
  by.insert(by.begin(), '0');
  std::string rest(by.size(), '0');
  for (const char digit : whole_digits(number, exponent)) {
    rest = rest.substr(1) + digit;
    while (rest >= by) rest = subtract(rest, by);
  }
  return rest.find_first_not_of('0') == std::string::npos;
}

}  // namespace admit::test
