// Plan: a schema made ready to be evaluated.
#include "schema/plan.h"

#include <algorithm>
#include <numeric>

namespace admit::schema {

namespace {

bool is_before(std::string_view a, std::string_view b) noexcept {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace

void PlanNode::index_properties() {
  shortest_first.resize(properties.size());
  std::iota(shortest_first.begin(), shortest_first.end(), 0U);
  std::ranges::sort(shortest_first, is_before, [this](std::uint32_t index) -> std::string_view {
    return properties[index].name;
  });
}

NodeId PlanNode::find_property(std::string_view name) const noexcept {
  const auto name_of = [this](std::uint32_t index) -> std::string_view {
    return properties[index].name;
  };
  const auto found = std::ranges::lower_bound(shortest_first, name, is_before, name_of);
  if (found == shortest_first.end() || name_of(*found) != name) return kNoNode;
  return properties[*found].node;
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
