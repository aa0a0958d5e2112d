// Plan x Document -> observations: every keyword that does not hold, told once.
#include "schema/evaluate.h"

#include "schema/evaluator.h"

namespace admit::schema {

input::Observation* note(const EvaluateOptions& options, input::ObservationLog& log, Code code,
                         const input::Value& value, input::Anchor anchor) {
  const Severity severity = options.severities[static_cast<std::size_t>(code)];
  input::Observation* seen = severity == Severity::ignore ? nullptr : log.add(severity);
  if (seen == nullptr) return nullptr;
  seen->code = static_cast<std::size_t>(code);
  seen->at = &value;
  seen->anchor = anchor;
  return seen;
}

bool evaluate(const Plan& plan, const input::Value& root, const EvaluateOptions& options,
              WorkBudget& budget, const Evaluation& out) {
  const ValueTests tests(plan, options.null_is_absent, budget);
  Matcher matcher(plan, tests, budget);
  Tools tools{plan, options.null_is_absent, tests, matcher, budget};
  Evaluator(tools, options, out).run(0, root);
  return !budget.is_spent();
}

}  // namespace admit::schema
