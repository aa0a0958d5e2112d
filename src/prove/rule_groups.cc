// Rules in groups, by what their conditions look at.
#include "prove/rule_groups.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "prove/program.h"

namespace admit::prove {
namespace {

using rules::Pattern;

// Where a condition starts from, where it goes, and what it wants there.
using Test =
    std::tuple<std::vector<std::string>, std::vector<std::string>, std::vector<std::string>, bool>;

std::vector<std::string> words_of(const Pattern& pattern, std::size_t size) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < size; ++i) {
    words.push_back(pattern[i].every ? "*" : "/" + pattern[i].name);
  }
  return words;
}

std::vector<Test> tests_of(const rules::DeclaredRule& rule) {
  std::vector<Test> tests;
  for (std::size_t i = 0; i < rule.conditions().size(); ++i) {
    const auto& bound = rule.conditions()[i];
    const Condition& condition = rule.declared().conditions[i];
    std::vector<std::string> values = condition.values;
    std::ranges::sort(values);
    tests.emplace_back(words_of(rule.scope(), bound.from), words_of(bound.rest, bound.rest.size()),
                       std::move(values), condition.negated);
  }
  std::ranges::sort(tests);
  return tests;
}

}  // namespace

std::vector<ProvenRule> group_rules(const std::vector<rules::ActiveRule>& active,
                                    std::vector<std::string>& obstacles) {
  std::map<std::vector<Test>, unsigned> groups;
  std::vector<ProvenRule> proven;
  for (const rules::ActiveRule& rule : active) {
    const std::string name = "the rule `" + rule.rule->codes().front().id + "`";
    const auto* declared = dynamic_cast<const rules::DeclaredRule*>(rule.rule);
    if (declared == nullptr) {
      obstacles.push_back(name + " is not declarative");
      continue;
    }
    const auto next = static_cast<unsigned>(groups.size());
    const auto [group, added] = groups.try_emplace(tests_of(*declared), next);
    if (group->second >= kMaxGroups) {
      obstacles.push_back(name + " has conditions of its own, and there are more than " +
                          std::to_string(kMaxGroups) + " different ones");
      continue;
    }
    proven.push_back({declared, &rule, group->second});
  }
  return proven;
}

}  // namespace admit::prove
