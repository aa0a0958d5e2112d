// Tests of one value by the keywords of one subschema.
#include "schema/value_tests.h"

#include <algorithm>
#include <string>
#include <utility>

#include "schema/canonical.h"
#include "schema/decimal.h"
#include "schema/equal.h"
#include "schema/keyword.h"
#include "text/utf8.h"

namespace admit::schema {
namespace {

using input::text_of;
using input::Value;

// So many bytes are looked at in about the time of one step.
constexpr std::size_t kBytesPerStep = 16;

}  // namespace

bool ValueTests::is_allowed(const PlanNode& node, const Value& value) const {
  if (!node.enumeration) return true;
  const bool is_container = value.IsArray() || value.IsObject();
  budget_.spend(1 + (is_container ? value.IsArray() ? value.Size() : value.MemberCount() : 0));
  return node.enumeration->contains(value);
}

bool ValueTests::is_constant(const PlanNode& node, const Value& value) const {
  return node.constant == nullptr || equal_values(*node.constant, value);
}

bool ValueTests::matches_pattern(const format::Pattern& pattern, std::string_view text) const {
  // RE2 takes one step a byte, and as many as the program has instructions at its worst.
  const std::size_t steps_per_byte = 1 + pattern.program_size() / kBytesPerStep;
  return budget_.spend(1 + text.size() / kBytesPerStep * steps_per_byte) && pattern.matches(text);
}

bool ValueTests::is_of_format(const PlanNode& node, std::string_view text) const {
  if (node.format == nullptr) return true;
  return budget_.spend(1 + text.size() / kBytesPerStep) && node.format->is_valid(text);
}

std::optional<Twins> ValueTests::find_twins(const Value& array) const {
  std::vector<std::pair<std::string, const Value*>> items;
  items.reserve(array.Size());
  for (const Value& item : array.GetArray()) {
    items.emplace_back(canonical(item), &item);
    if (!budget_.spend(1 + items.back().first.size() / kBytesPerStep)) return std::nullopt;
  }
  std::ranges::sort(items);
  // Of several pairs, the one whose second item comes first in the document.
  std::optional<Twins> found;
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (items[i].first != items[i - 1].first) continue;
    if (!found || items[i].second < found->second) found = {items[i - 1].second, items[i].second};
  }
  return found;
}

const Value* ValueTests::find_present(const PlanNode& node, const Value& object,
                                      std::string_view name) const {
  budget_.spend(1 + object.MemberCount() / kBytesPerStep);
  const Value* found = nullptr;
  for (const Value::Member& member : object.GetObject()) {
    if (text_of(member.name) == name) found = &member.value;
  }
  if (found == nullptr || !null_is_absent_ || !found->IsNull()) return found;
  const NodeId property = node.find_property(name);
  return is_absent(property == kNoNode ? node.additional_properties : property, *found) ? nullptr
                                                                                        : found;
}

bool ValueTests::is_absent(NodeId node, const Value& value) const {
  if (!null_is_absent_ || !value.IsNull()) return false;
  return node == kNoNode || !plan_.node(node).asks_for_null;
}

std::size_t ValueTests::count_members(const PlanNode& node, const Value& object) const {
  if (!null_is_absent_) return object.MemberCount();
  std::size_t count = 0;
  for (const Value::Member& member : object.GetObject()) {
    if (!member.value.IsNull()) {
      ++count;
      continue;
    }
    const NodeId property = node.find_property(text_of(member.name));
    count += is_absent(property == kNoNode ? node.additional_properties : property, member.value)
                 ? 0
                 : 1;
  }
  return count;
}

bool ValueTests::holds(const PlanNode& node, const Value& value) const {
  if (node.never || !node.types.allows(type_of(value))) return false;
  if (!is_allowed(node, value) || !is_constant(node, value)) return false;
  if (value.IsNumber()) return number_holds(node, value);
  if (value.IsString()) return string_holds(node, value);
  if (value.IsArray()) return array_holds(node, value);
  return !value.IsObject() || object_holds(node, value);
}

bool ValueTests::number_holds(const PlanNode& node, const Value& number) const {
  const auto against = [&](const Value& bound) { return compare_numbers(number, bound); };
  return (node.minimum == nullptr || against(*node.minimum) >= 0) &&
         (node.maximum == nullptr || against(*node.maximum) <= 0) &&
         (node.exclusive_minimum == nullptr || against(*node.exclusive_minimum) > 0) &&
         (node.exclusive_maximum == nullptr || against(*node.exclusive_maximum) < 0) &&
         (node.multiple_of == nullptr || is_multiple(number, *node.multiple_of));
}

bool ValueTests::string_holds(const PlanNode& node, const Value& string) const {
  const std::string_view text = text_of(string);
  if (node.length.is_bounded() && !node.length.holds(text::count_code_points(text))) return false;
  if (node.pattern && !matches_pattern(*node.pattern, text)) return false;
  return is_of_format(node, text);
}

bool ValueTests::array_holds(const PlanNode& node, const Value& array) const {
  return node.item_count.holds(array.Size()) && (!node.unique_items || !find_twins(array));
}

bool ValueTests::object_holds(const PlanNode& node, const Value& object) const {
  const auto has = [&](const std::string& name) {
    return find_present(node, object, name) != nullptr;
  };
  if (node.property_count.is_bounded() && !node.property_count.holds(count_members(node, object))) {
    return false;
  }
  if (!std::ranges::all_of(node.required, has)) return false;
  return std::ranges::all_of(node.dependencies, [&](const Dependency& dependency) {
    return dependency.names.empty() || !has(dependency.name) ||
           std::ranges::all_of(dependency.names, has);
  });
}

}  // namespace admit::schema
