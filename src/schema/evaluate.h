// Plan x Document -> observations: every keyword that does not hold, told once.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "admit/codes.h"
#include "admit/severity.h"
#include "input/document_view.h"
#include "input/observation.h"
#include "schema/plan.h"

namespace admit::schema {

/// How an engine wants its schema read.
struct EvaluateOptions {
  bool null_is_absent = false;
  std::span<const Severity> severities;  ///< by Code; `ignore` for what is not to be reported
};

/// Evaluates `plan` on `root`. Values whose type, enum or const fails are refused in `view`, so
/// that rules do not speak about them again. Unknown members are noted even where their severity is
/// `ignore`: one may be the misspelt twin of a member that a rule misses. Needs stack that does not
/// depend on the document; work is linear in it.
void evaluate(const Plan& plan, const input::Value& root, const EvaluateOptions& options,
              input::DocumentView& view, input::ObservationLog& log);

}  // namespace admit::schema
