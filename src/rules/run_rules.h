// Rules x Document -> observations, each rule at the severities of its engine.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "admit/rule.h"
#include "input/claims.h"
#include "input/document_view.h"
#include "input/observation.h"

namespace admit::rules {

/// A code of one rule, as its engine has it.
struct RuleCode {
  std::string_view id;                   ///< owned by the rule
  std::size_t index = 0;                 ///< into the engine's codes
  Severity severity = Severity::ignore;  ///< `ignore`: not to be reported
};

/// A rule that has something to say in its engine.
struct ActiveRule {
  const Rule* rule = nullptr;
  std::vector<RuleCode> codes;
};

/// What a run of a rule reads and writes.
struct RuleRun {
  const input::DocumentView& view;  ///< what is said about a refused value is dropped
  input::Claims& claims;            ///< members that the rule misses
  input::ObservationLog& log;
};

/// Runs one rule over the request. What the rule throws comes through, as does std::logic_error for
/// a code that it did not declare.
void run_rule(const ActiveRule& active, Node request, const RuleRun& run);

}  // namespace admit::rules
