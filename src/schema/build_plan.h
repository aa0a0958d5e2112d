// Schema text -> Plan: read, normalised, parsed by valijson, and checked for completeness.
#pragma once

#include <cstddef>
#include <string_view>

#include "admit/engine.h"
#include "admit/result.h"
#include "schema/plan.h"

namespace admit::schema {

struct PlanOptions {
  std::string_view revision;  ///< parts of the schema with a later `x-since` are left out
  std::size_t max_depth = 64;
};

/// Builds the Plan of a draft-07 schema. Every fault is a BuildError; throws std::bad_alloc only.
Result<Plan, BuildError> build_plan(std::string_view schema, const PlanOptions& options);

}  // namespace admit::schema
