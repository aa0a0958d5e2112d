// Plan: a schema made ready to be evaluated.
#include "schema/plan.h"

#include <algorithm>
#include <numeric>

namespace admit::schema {

namespace {

bool is_before(std::string_view a, std::string_view b) noexcept {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

// Longer ones count as one length.
std::size_t length_of(std::string_view name) noexcept {
  constexpr std::size_t kLongest = 32;
  return std::min(name.size(), kLongest);
}

}  // namespace

void PlanNode::index_properties() {
  shortest_first.resize(properties.size());
  std::iota(shortest_first.begin(), shortest_first.end(), 0U);
  std::ranges::sort(shortest_first, is_before, [this](std::uint32_t index) -> std::string_view {
    return properties[index].name;
  });
  by_length.clear();
  for (std::uint32_t i = 0; i < shortest_first.size(); ++i) {
    const std::size_t row = length_of(properties[shortest_first[i]].name);
    if (by_length.size() <= row) by_length.resize(row + 1, i);
  }
  if (!by_length.empty()) by_length.push_back(static_cast<std::uint32_t>(shortest_first.size()));
}

NodeId PlanNode::find_property(std::string_view name) const noexcept {
  constexpr std::ptrdiff_t kFew = 4;
  const std::size_t row = length_of(name);
  if (row + 1 >= by_length.size()) return kNoNode;
  const auto name_of = [this](std::uint32_t index) -> std::string_view {
    return properties[index].name;
  };
  auto found = shortest_first.begin() + by_length[row];
  const auto end = shortest_first.begin() + by_length[row + 1];
  if (end - found > kFew) {
    found = std::ranges::lower_bound(found, end, name, is_before, name_of);
  }
  const auto last = found + std::min(end - found, kFew);
  found = std::ranges::find(found, last, name, name_of);
  return found == last ? kNoNode : properties[*found].node;
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
