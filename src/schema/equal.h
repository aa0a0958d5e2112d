// Equality and order of JSON values as JSON Schema means them (draft-07, core section 4.2.3):
// numbers by mathematical value, exactly; objects whatever the order of their members.
#pragma once

#include <compare>

#include "input/value.h"

namespace admit::schema {

/// Compares two numbers exactly, 64-bit integers and doubles alike.
std::strong_ordering compare_numbers(const input::Value& a, const input::Value& b) noexcept;

/// Deep equality. Recurses as deep as the shallower value is nested.
bool equal_values(const input::Value& a, const input::Value& b) noexcept;

}  // namespace admit::schema
