// Node over a RapidJSON value.
#include "admit/node.h"

#include <cmath>
#include <cstring>

#include "input/document_view.h"

namespace admit {
namespace {

using input::Value;

const Value& as_value(const void* value) noexcept {
  return *static_cast<const Value*>(value);
}

bool same_text(const Value& name, std::string_view text) noexcept {
  return name.GetStringLength() == text.size() &&
         std::memcmp(name.GetString(), text.data(), text.size()) == 0;
}

}  // namespace

Node::Kind Node::kind() const noexcept {
  if (value_ == nullptr) return Kind::absent;
  switch (as_value(value_).GetType()) {
    case rapidjson::kNullType:
      return Kind::null;
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
      return Kind::boolean;
    case rapidjson::kNumberType:
      return Kind::number;
    case rapidjson::kStringType:
      return Kind::string;
    case rapidjson::kArrayType:
      return Kind::array;
    case rapidjson::kObjectType:
      return Kind::object;
  }
  return Kind::absent;
}

bool Node::is_refused() const noexcept {
  return view_ != nullptr && view_->is_refused(value_);
}

bool Node::is_given() const noexcept {
  if (value_ == nullptr) return false;
  const Value& value = as_value(value_);
  const bool empty_text = value.IsString() && value.GetStringLength() == 0;
  return (!value.IsNull() && !empty_text) || is_refused();
}

std::optional<std::string_view> Node::string() const noexcept {
  if (value_ == nullptr || !as_value(value_).IsString() || is_refused()) return std::nullopt;
  return input::text_of(as_value(value_));
}

std::optional<bool> Node::boolean() const noexcept {
  if (value_ == nullptr || !as_value(value_).IsBool() || is_refused()) return std::nullopt;
  return as_value(value_).GetBool();
}

std::optional<std::int64_t> Node::integer() const noexcept {
  if (value_ == nullptr || !as_value(value_).IsNumber() || is_refused()) return std::nullopt;
  const Value& value = as_value(value_);
  if (value.IsInt64()) return value.GetInt64();
  if (value.IsUint64()) return std::nullopt;
  const double number = value.GetDouble();
  constexpr double kLimit = 9223372036854775808.0;  // 2^63
  const bool fits = number >= -kLimit && number < kLimit && std::trunc(number) == number;
  if (!fits) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

std::optional<double> Node::number() const noexcept {
  if (value_ == nullptr || !as_value(value_).IsNumber() || is_refused()) return std::nullopt;
  return as_value(value_).GetDouble();
}

Node Node::operator[](std::string_view name) const noexcept {
  if (value_ == nullptr || !as_value(value_).IsObject() || is_refused()) return {};
  const Value& object = as_value(value_);
  for (auto member = object.MemberEnd(); member != object.MemberBegin();) {
    --member;
    if (same_text(member->name, name)) return {&member->value, view_};
  }
  return {};
}

std::size_t Node::size() const noexcept {
  if (value_ == nullptr || is_refused()) return 0;
  const Value& value = as_value(value_);
  if (value.IsArray()) return value.Size();
  return value.IsObject() ? value.MemberCount() : 0;
}

Node Node::at(std::size_t index) const noexcept {
  if (index >= size()) return {};
  const Value& value = as_value(value_);
  if (value.IsArray()) return {value.Begin() + index, view_};
  return {&(value.MemberBegin() + static_cast<std::ptrdiff_t>(index))->value, view_};
}

std::string_view Node::name_at(std::size_t index) const noexcept {
  if (kind() != Kind::object || index >= size()) return {};
  return input::text_of(
      (as_value(value_).MemberBegin() + static_cast<std::ptrdiff_t>(index))->name);
}

}  // namespace admit
