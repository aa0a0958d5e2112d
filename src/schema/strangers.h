// Strangers: nulls and unknown members of a document. What is to be told of them is settled last,
// when it is known which absences somebody else has told.
#pragma once

#include <vector>

#include "input/claims.h"
#include "input/observation.h"
#include "schema/evaluate.h"
#include "schema/plan.h"

namespace admit::schema {

/// Notes the strangers that nobody else speaks for, in the order of the document. A stranger that
/// explains a claim (a null that is missed, the misspelt twin of a missing member) is told by the
/// claim, unless it is itself the more severe one.
input::Settlement settle(const Plan& plan, const Strangers& strangers, const input::Claims& claims,
                         const EvaluateOptions& options, input::ObservationLog& log);

/// What is to be said of a member that the schema `node` does not know: parameters and hint.
void describe_stranger(const PlanNode& node, const input::Value& name, input::Observation& seen);

}  // namespace admit::schema
