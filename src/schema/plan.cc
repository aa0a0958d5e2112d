// Plan: a schema made ready to be evaluated.
#include "schema/plan.h"

#include <algorithm>

namespace admit::schema {

NodeId PlanNode::find_property(std::string_view name) const noexcept {
  const auto found = std::ranges::lower_bound(properties, name, {}, &Property::name);
  return found != properties.end() && found->name == name ? found->node : kNoNode;
}

bool PlanNode::knows(std::string_view name) const {
  if (find_property(name) != kNoNode) return true;
  return std::ranges::any_of(pattern_properties, [&](const PatternProperty& property) {
    return property.pattern->matches(name);
  });
}

std::string_view PlanNode::since_of(std::string_view name) const noexcept {
  const auto found = std::ranges::find(later, name, &LaterName::name);
  return found == later.end() ? std::string_view() : std::string_view(found->since);
}

}  // namespace admit::schema
