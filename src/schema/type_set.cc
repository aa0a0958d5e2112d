// The seven types of JSON Schema.
#include "schema/type_set.h"

#include <algorithm>
#include <cmath>

namespace admit::schema {

std::optional<Type> find_type(std::string_view name) noexcept {
  const auto found = std::ranges::find(kTypeNames, name);
  if (found == kTypeNames.end()) return std::nullopt;
  return static_cast<Type>(found - kTypeNames.begin());
}

Type type_of(const input::Value& value) noexcept {
  switch (value.GetType()) {
    case rapidjson::kNullType:
      return Type::null;
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
      return Type::boolean;
    case rapidjson::kStringType:
      return Type::string;
    case rapidjson::kArrayType:
      return Type::array;
    case rapidjson::kObjectType:
      return Type::object;
    case rapidjson::kNumberType:
      break;
  }
  const bool integral = !value.IsDouble() || std::trunc(value.GetDouble()) == value.GetDouble();
  return integral ? Type::integer : Type::number;
}

std::vector<std::string> TypeSet::names() const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < kTypeNames.size(); ++i) {
    if (has(static_cast<Type>(i))) names.emplace_back(kTypeNames[i]);
  }
  return names;
}

}  // namespace admit::schema
