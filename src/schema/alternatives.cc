// Alternatives: which branch of anyOf or oneOf the author of a request probably meant.
#include "schema/alternatives.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "schema/keyword.h"
#include "schema/work_budget.h"
#include "text/suggest.h"

namespace admit::schema {
namespace {

using input::text_of;
using input::Value;

// What one alternative says of a member.
struct Tag {
  NodeId alternative = kNoNode;
  const PlanNode* node = nullptr;
};

bool is_tag(const PlanNode& node) {
  return node.constant != nullptr || node.enumeration.has_value();
}

// As many nodes are looked at for what one alternative is about.
constexpr std::size_t kMostTogether = 64;

// Calls `visit` for the node and those that it takes together by allOf.
template <class Visit>
void for_each_together(const Plan& plan, NodeId start, Visit&& visit) {
  std::vector<NodeId> pending{start};
  for (std::size_t i = 0; i < pending.size() && i < kMostTogether; ++i) {
    const PlanNode& node = plan.node(pending[i]);
    visit(node);
    pending.insert(pending.end(), node.all_of.begin(), node.all_of.end());
  }
}

using Tags = std::map<std::string_view, std::vector<Tag>>;

Tags collect_tags(const Plan& plan, const std::vector<NodeId>& alternatives) {
  Tags tags;
  for (const NodeId alternative : alternatives) {
    for_each_together(plan, alternative, [&](const PlanNode& node) {
      for (const Property& property : node.properties) {
        const PlanNode& inner = plan.node(property.node);
        if (is_tag(inner)) tags[property.name].push_back({alternative, &inner});
      }
    });
  }
  return tags;
}

Discriminator judge(const Value& value, const std::vector<Tag>& tags, std::size_t alternatives,
                    const ValueTests& tests) {
  Discriminator found;
  found.value = &value;
  found.is_in_all = tags.size() >= alternatives;
  for (const Tag& tag : tags) {
    const PlanNode& node = *tag.node;
    if (tests.is_allowed(node, value) && tests.is_constant(node, value)) {
      found.fitting.push_back(tag.alternative);
    }
    if (node.constant != nullptr) found.allowed.push_back(node.constant);
    if (!node.enumeration) continue;
    const auto& values = node.enumeration->values();
    found.allowed.insert(found.allowed.end(), values.begin(), values.end());
  }
  return found;
}

// A null, and a type that the enum or const does not have, says nothing of what was meant.
bool can_tell(const Value& value) {
  return value.IsString() || value.IsNumber() || value.IsBool();
}

// The members that an alternative speaks of.
class Vocabulary {
 public:
  Vocabulary(const Plan& plan, NodeId alternative) {
    for_each_together(plan, alternative, [&](const PlanNode& node) {
      nodes_.push_back(&node);
      for (const Property& property : node.properties) names_.push_back(property.name);
      names_.insert(names_.end(), node.required.begin(), node.required.end());
    });
  }

  // How many members of `object` it knows; of as many as the budget has steps for.
  [[nodiscard]] std::size_t count_known(const Value& object, WorkBudget& budget) const {
    std::size_t count = 0;
    for (const Value::Member& member : object.GetObject()) {
      const std::string_view name = text_of(member.name);
      if (!budget.spend((1 + names_.size()) * (1 + name.size()))) break;
      if (knows(name)) ++count;
    }
    return count;
  }

 private:
  [[nodiscard]] bool knows(std::string_view name) const {
    const auto speaks_of_it = [&](const PlanNode* node) { return node->knows(name); };
    return std::ranges::any_of(nodes_, speaks_of_it) ||
           std::ranges::find(names_, name) != names_.end() || text::closest(name, names_);
  }

  std::vector<const PlanNode*> nodes_;
  std::vector<std::string_view> names_;
};

}  // namespace

std::optional<Discriminator> find_discriminator(const Plan& plan,
                                                const std::vector<NodeId>& alternatives,
                                                const Value& value, const ValueTests& tests) {
  constexpr std::size_t kMostAlternatives = 256;
  if (!value.IsObject() || alternatives.size() > kMostAlternatives) return std::nullopt;
  const Tags tags = collect_tags(plan, alternatives);
  std::optional<Discriminator> best;
  std::size_t most = 1;
  for (const Value::Member& member : value.GetObject()) {
    const auto found = tags.find(text_of(member.name));
    if (found == tags.end() || found->second.size() <= most || !can_tell(member.value)) continue;
    most = found->second.size();
    best = judge(member.value, found->second, alternatives.size(), tests);
    best->name = found->first;
  }
  return best;
}

std::vector<NodeId> of_same_type(const Plan& plan, const std::vector<NodeId>& alternatives,
                                 const Value& value) {
  std::vector<NodeId> same;
  const Type type = type_of(value);
  for (const NodeId alternative : alternatives) {
    bool allows = true;
    for_each_together(plan, alternative, [&](const PlanNode& node) {
      allows = allows && !node.never && node.types.allows(type);
    });
    if (allows) same.push_back(alternative);
  }
  return same;
}

std::vector<Candidate> by_known_members(const Plan& plan, const std::vector<NodeId>& alternatives,
                                        const Value& value) {
  // It only helps to explain: beyond the budget, alternatives rank last.
  constexpr std::size_t kSteps = 100'000;
  WorkBudget budget(kSteps);
  std::vector<Candidate> candidates;
  for (const NodeId alternative : alternatives) {
    Candidate& candidate = candidates.emplace_back(Candidate{alternative});
    if (!value.IsObject() || budget.is_spent()) continue;
    candidate.known = Vocabulary(plan, alternative).count_known(value, budget);
  }
  std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::known);
  return candidates;
}

const Value* find_cause(const Plan& plan, NodeId condition, const Value& value) {
  if (!value.IsObject()) return nullptr;
  const Value* by_value = nullptr;
  const Value* by_presence = nullptr;
  for_each_together(plan, condition, [&](const PlanNode& node) {
    for (const Property& property : node.properties) {
      const Value* member = find_member(value, property.name);
      if (by_value == nullptr && is_tag(plan.node(property.node))) by_value = member;
      if (by_presence == nullptr) by_presence = member;
    }
    for (const std::string& name : node.required) {
      if (by_presence == nullptr) by_presence = find_member(value, name);
    }
  });
  return by_value != nullptr ? by_value : by_presence;
}

}  // namespace admit::schema
