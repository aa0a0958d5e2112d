// References within a schema document: `#`, `#/json/pointer` (RFC 6901 section 6).
#pragma once

#include <string>
#include <string_view>

#include "input/value.h"

namespace admit::schema {

/// The member of `object` called `name`, or null.
const input::Value* find_member(const input::Value& object, std::string_view name) noexcept;

/// The value that `reference` leads to within `root`, or null. On success `location` becomes the
/// reference in plain form (`#` and a JSON Pointer without percent escapes).
const input::Value* resolve_reference(const input::Value& root, std::string_view reference,
                                      std::string& location);

}  // namespace admit::schema
