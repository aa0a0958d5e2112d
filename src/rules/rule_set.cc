// RuleSet, and the code information that rules start from.
#include "admit/conditional_rule.h"
#include "admit/rule.h"
#include "rules/declared_rule.h"

namespace admit {

CodeInfo code_info(Code code) {
  const CodeRow& row = code_row(code);
  CodeInfo info;
  info.id = row.id;
  info.severity = row.severity;
  info.raised_by_strict = row.strictness == Strictness::raised;
  info.since = row.since;
  info.provenance = row.provenance;
  info.title = row.title;
  return info;
}

RuleSet& RuleSet::add(std::unique_ptr<Rule> rule) {
  if (rule != nullptr) rules_.push_back(std::move(rule));
  return *this;
}

RuleSet& RuleSet::add(const ConditionalRule& rule) {
  rules_.push_back(std::make_unique<rules::DeclaredRule>(rule));
  return *this;
}

RuleSet& RuleSet::add(RuleSet other) {
  for (std::unique_ptr<Rule>& rule : other.rules_) rules_.push_back(std::move(rule));
  return *this;
}

}  // namespace admit
