// Revisions of an API in its schema: `x-since` on a property, `x-enum-since` for values of an enum.
#pragma once

#include <string_view>
#include <vector>

#include "input/value.h"
#include "schema/plan.h"

namespace admit::schema {

/// The values of `schema`'s enum that the revision has; all of them when `revision` is empty.
std::vector<const input::Value*> enum_values(const input::Value& schema, std::string_view revision);

/// The properties and enum values of `schema` that came later than `revision`.
std::vector<LaterName> later_names(const input::Value& schema, std::string_view revision);

/// True for a subschema that came later than `revision`.
bool is_later(const input::Value& schema, std::string_view revision);

}  // namespace admit::schema
