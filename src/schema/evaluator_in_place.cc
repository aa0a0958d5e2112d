// Evaluator: the keywords that look at the same value again.
#include <algorithm>
#include <array>
#include <utility>

#include "input/json_text.h"
#include "schema/evaluator.h"
#include "schema/schema_wording.h"
#include "text/suggest.h"

namespace admit::schema {

using input::Anchor;
using input::Observation;
using input::Quoted;
using input::Value;

namespace {

// How many failing alternatives are explained inside one another.
constexpr std::size_t kMaxNesting = 4;

// Of how many alternatives the closest one is looked for.
constexpr std::size_t kMaxCandidates = 16;

// So many faults of the closest alternative are told.
constexpr std::size_t kMaxInner = 5;

// What an explanation may cost, so that it cannot use up what the verdict needs.
constexpr std::size_t kExplanationSteps = 200'000;

// Every code, as an error: for counting what is wrong with an alternative.
constexpr std::array<Severity, 256> kAllErrors = [] {
  std::array<Severity, 256> all{};
  all.fill(Severity::error);
  all[static_cast<std::size_t>(Code::schema_unknown_member)] = Severity::ignore;
  all[static_cast<std::size_t>(Code::schema_null)] = Severity::ignore;
  return all;
}();

std::string keyword_of(Code code) {
  return code == Code::schema_any_of ? "/anyOf" : "/oneOf";
}

}  // namespace

void Evaluator::push_in_place(NodeId node, const Task& task, const Value* cause) {
  Task again = task;
  again.node = node;
  again.cause = cause != nullptr ? cause : task.cause;
  again.kind = TaskKind::value;
  again.asker = task.node;
  tasks_.push_back(again);
}

void Evaluator::check_in_place(const Task& task) {
  const PlanNode& node = plan_.node(task.node);
  if (node.if_ != kNoNode) check_condition(node, task);
  if (node.not_ != kNoNode && tools_.matcher.matches(node.not_, *task.value)) {
    teller_.tell_not(node, plan_.node(node.not_), *task.value);
  }
  check_alternatives(Code::schema_one_of, node.one_of, task);
  check_alternatives(Code::schema_any_of, node.any_of, task);
  for (auto other = node.all_of.rbegin(); other != node.all_of.rend(); ++other) {
    push_in_place(*other, task, nullptr);
  }
}

void Evaluator::check_condition(const PlanNode& node, const Task& task) {
  const bool holds = tools_.matcher.matches(node.if_, *task.value);
  if (tools_.budget.is_spent()) return;
  const NodeId branch = holds ? node.then_ : node.else_;
  if (branch != kNoNode) {
    push_in_place(branch, task, find_cause(plan_, node.if_, *task.value));
  }
  // It holds, so that it adds nothing but the members that it knows.
  if (holds && wants_strangers_) push_in_place(node.if_, task, nullptr);
}

void Evaluator::check_dependencies(const PlanNode& node, const Task& task) {
  const Value& object = *task.value;
  const Severity severity =
      options_.severities[static_cast<std::size_t>(Code::schema_dependencies)];
  for (const Dependency& dependency : node.dependencies) {
    const Value* trigger = tests_.find_present(node, object, dependency.name);
    if (trigger == nullptr) continue;
    if (dependency.node != kNoNode) push_in_place(dependency.node, task, trigger);
    for (const std::string& name : dependency.names) {
      if (tests_.find_present(node, object, name) != nullptr) continue;
      if (severity != Severity::ignore) out_.claims.claim_missing(&object, name, severity);
      teller_.tell_dependency(node, object, dependency, name);
    }
  }
}

void Evaluator::check_alternatives(Code code, const std::vector<NodeId>& alternatives,
                                   const Task& task) {
  if (alternatives.empty()) return;
  // One alternative alone is no choice: it says what it misses itself.
  if (alternatives.size() == 1) return push_in_place(alternatives.front(), task, nullptr);
  std::vector<NodeId> fitting;
  for (const NodeId alternative : alternatives) {
    if (tools_.matcher.matches(alternative, *task.value)) fitting.push_back(alternative);
    if (tools_.budget.is_spent()) return;
    if (!fitting.empty() && code == Code::schema_any_of && !wants_strangers_) return;
  }
  if (fitting.empty()) return tell_none_fits(code, alternatives, task);
  if (code == Code::schema_one_of && fitting.size() > 1) return tell_several_fit(fitting, task);
  // They fit, so that they add nothing but the members that they know.
  if (!wants_strangers_) return;
  for (const NodeId alternative : fitting) push_in_place(alternative, task, nullptr);
}

void Evaluator::tell_several_fit(const std::vector<NodeId>& fitting, const Task& task) {
  Observation* seen = teller_.note(Code::schema_one_of, *task.value, Anchor::value);
  if (seen == nullptr) return;
  std::vector<std::string> names;
  names.reserve(fitting.size());
  for (const NodeId alternative : fitting) names.push_back(name_of(plan_.node(alternative)));
  seen->schema = plan_.node(task.node).location + "/oneOf";
  seen->params.push_back({{"fitting", std::uint64_t{fitting.size()}}, Quoted::nothing});
  seen->params.push_back({{"alternatives", std::move(names)}, Quoted::nothing});
  seen->wording = "{place} fits {fitting} alternatives of which only one may fit: {alternatives}";
}

void Evaluator::tell_none_fits(Code code, const std::vector<NodeId>& alternatives,
                               const Task& task) {
  const Value& value = *task.value;
  if (!value.IsObject() && !value.IsArray()) out_.view.refuse(value);
  const auto discriminator = find_discriminator(plan_, alternatives, value, tests_);
  if (discriminator && tell_by_discriminator(code, *discriminator, task)) return;
  std::vector<NodeId> candidates = of_same_type(plan_, alternatives, value);
  if (candidates.empty() && tell_by_type(code, alternatives, task)) return;
  if (discriminator && !discriminator->fitting.empty()) candidates = discriminator->fitting;
  Observation* seen = teller_.note(code, value, Anchor::value);
  if (seen == nullptr) return;
  Closest closest = find_closest(candidates, value);
  seen->schema = plan_.node(task.node).location + keyword_of(code);
  seen->params.push_back({{"alternatives", std::uint64_t{alternatives.size()}}, Quoted::nothing});
  seen->wording = "{place} fits none of {alternatives} alternatives";
  if (closest.node == kNoNode) return;
  if (discriminator) seen->because = discriminator->value;
  seen->params.push_back({{"closest", name_of(plan_.node(closest.node))}, Quoted::nothing});
  seen->params.push_back({{"faults", std::uint64_t{closest.faults}}, Quoted::nothing});
  seen->wording += "; closest is {closest}";
  seen->inner = std::move(closest.observations);
  seen->inner_count = closest.faults;
}

// No alternative takes the member that tells them apart: told there.
bool Evaluator::tell_by_discriminator(Code code, const Discriminator& discriminator,
                                      const Task& task) {
  if (!discriminator.fitting.empty() || !discriminator.is_in_all) return false;
  const Value& value = *discriminator.value;
  out_.view.refuse(value);
  Observation* seen = teller_.note(code, value, Anchor::value);
  if (seen == nullptr) return true;
  std::vector<std::string> allowed;
  for (const Value* one : discriminator.allowed) {
    std::string words = input::to_words(*one);
    if (std::ranges::find(allowed, words) == allowed.end()) allowed.push_back(std::move(words));
  }
  seen->schema = plan_.node(task.node).location + keyword_of(code);
  if (value.IsString()) {
    const std::vector<std::string_view> words(allowed.begin(), allowed.end());
    if (const auto nearest = text::closest(input::text_of(value), words)) {
      seen->params.push_back({{"suggestion", std::string(*nearest)}, Quoted::value});
      seen->hint = "did you mean {suggestion}?";
    }
  }
  seen->params.push_back({{"allowed", std::move(allowed)}, Quoted::nothing});
  seen->wording = "{place} is {value}, which no alternative takes; they take {allowed}";
  return true;
}

// No alternative takes a value of this type.
bool Evaluator::tell_by_type(Code code, const std::vector<NodeId>& alternatives, const Task& task) {
  TypeSet types;
  for (const NodeId alternative : alternatives) types.add(plan_.node(alternative).types);
  const Type found = type_of(*task.value);
  if (types.allows(found)) return false;  // it is not the types alone
  Observation* seen = teller_.note(code, *task.value, Anchor::value);
  if (seen == nullptr) return true;
  seen->schema = plan_.node(task.node).location + keyword_of(code);
  seen->params.push_back({{"expected", types.names()}, Quoted::nothing});
  seen->params.push_back({{"found", std::string(name_of(found))}, Quoted::nothing});
  seen->wording = "{place} must be " + with_article(types) + ", not " + found_words(types, found);
  seen->hint = retype_hint(types, *task.value);
  return true;
}

Evaluator::Closest Evaluator::find_closest(const std::vector<NodeId>& alternatives,
                                           const Value& value) {
  Closest closest;
  if (nesting_ >= kMaxNesting) return closest;
  std::vector<Candidate> candidates = by_known_members(plan_, alternatives, value);
  if (candidates.size() > kMaxCandidates) candidates.resize(kMaxCandidates);
  for (const Candidate& candidate : candidates) {
    if (closest.node != kNoNode && candidate.known < closest.known) break;
    Closest found = explain(candidate, value);
    if (found.faults == 0) continue;
    if (closest.node == kNoNode || found.faults < closest.faults) closest = std::move(found);
  }
  return closest;
}

// What is wrong with `value` as seen by one alternative; no faults where it cannot be told.
Evaluator::Closest Evaluator::explain(const Candidate& candidate, const Value& value) {
  const EvaluateOptions options{tools_.null_is_absent, kAllErrors};
  input::DocumentView view;
  input::ObservationLog log(kMaxInner);
  input::Claims claims;
  Strangers strangers;
  WorkBudget budget(kExplanationSteps >> (2 * nesting_));
  const ValueTests tests(plan_, tools_.null_is_absent, budget);
  Matcher matcher(plan_, tests, budget);
  Tools tools{plan_, tools_.null_is_absent, tests, matcher, budget};
  Evaluator(tools, options, {view, log, claims, strangers}, nesting_ + 1)
      .run(candidate.node, value);
  if (budget.is_spent()) return {};
  return {candidate.node, candidate.known, log.count(Severity::error), std::move(log.kept())};
}

}  // namespace admit::schema
