// Plan x Document -> observations: every keyword that does not hold, told once.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "admit/codes.h"
#include "admit/severity.h"
#include "input/claims.h"
#include "input/document_view.h"
#include "input/observation.h"
#include "schema/plan.h"
#include "schema/work_budget.h"

namespace admit::schema {

/// How an engine wants its schema read.
struct EvaluateOptions {
  bool null_is_absent = false;
  std::span<const Severity> severities;  ///< by Code; `ignore` for what is not to be reported
};

/// Whether anybody wants to hear of strangers.
inline bool wants_strangers(const EvaluateOptions& options) noexcept {
  const auto is_told = [&](Code code) {
    return options.severities[static_cast<std::size_t>(code)] != Severity::ignore;
  };
  return is_told(Code::schema_unknown_member) || is_told(Code::schema_null);
}

/// Notes one more observation of `code` about `value`, at the severity that the options give it;
/// null where it is not to be reported, or is not kept.
input::Observation* note(const EvaluateOptions& options, input::ObservationLog& log, Code code,
                         const input::Value& value, input::Anchor anchor);

/// What is told last, see strangers.h: a null that counts as absent, or a member that its object's
/// schema does not know and does not forbid.
struct Stranger {
  const input::Value* value = nullptr;
  const input::Value* name = nullptr;
  const input::Value* object = nullptr;
  NodeId node = kNoNode;  ///< the schema of the object; kNoNode for a null
};
using Strangers = std::vector<Stranger>;

/// What an evaluation writes to.
struct Evaluation {
  input::DocumentView& view;  ///< values whose type, enum or const fails are refused in it
  input::ObservationLog& log;
  input::Claims& claims;  ///< required members that are missing or null
  Strangers& strangers;   ///< in the order of the document
};

/// Evaluates `plan` on `root`. Needs stack that does not depend on the document; work is linear in
/// it, but for combinators. False where the budget was spent before the end.
bool evaluate(const Plan& plan, const input::Value& root, const EvaluateOptions& options,
              WorkBudget& budget, const Evaluation& out);

}  // namespace admit::schema
