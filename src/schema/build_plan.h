// Schema text -> Plan: read, normalised, parsed by valijson, and checked for completeness.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "admit/engine.h"
#include "admit/result.h"
#include "schema/library.h"
#include "schema/plan.h"

namespace admit::schema {

struct PlanOptions {
  std::string_view revision = {};  ///< parts of the schema with a later `x-since` are left out
  std::size_t max_depth = 64;
  SchemaResolver resolver = {};
  bool relaxed_keywords = false;
  Judge judge = {};  ///< of every document that is read; may be empty
};

struct BuiltPlan {
  Plan plan;
  std::vector<BuildError> warnings;
};

/// Builds the Plan of a draft-07 schema. Every fault is a BuildError; throws std::bad_alloc, and
/// what the resolver throws.
Result<BuiltPlan, BuildError> build_plan(std::string_view schema, const PlanOptions& options);

}  // namespace admit::schema
