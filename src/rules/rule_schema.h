// rule_schema: a declarative rule -> a draft-07 schema of the request that refuses the same.
#pragma once

#include <optional>
#include <string_view>

#include "input/value.h"
#include "rules/declared_rule.h"
#include "rules/run_rules.h"

namespace admit::rules {

/// Where the schemas of rules find those of schemas/endpoint.schema.json.
inline constexpr std::string_view kEndpointDefinitions = "#/definitions/";

/// True where the rule has a code that refuses requests.
bool can_refuse(const ActiveRule& rule) noexcept;

/// What the errors of `rule`, active as `active`, come to: `{"if": CONDITION, "then":
/// EXPECTATION}`, within `properties` and `items` down to where they apply. A `*` of its patterns
/// is taken for the items of an array. Nothing for a format without a pattern, and endpoints that
/// are not all errors.
std::optional<input::Value> rule_schema(const ActiveRule& active, const DeclaredRule& rule,
                                        input::Pool& pool);

}  // namespace admit::rules
