// Decimal: a number as digits and a power of ten, for exact divisibility.
#pragma once

#include "input/value.h"

namespace admit::schema {

/// True where `value` divided by `divisor`, which is above 0, is a whole number. Numbers that are
/// no 64-bit integers count as the shortest decimal that reads as the same double: 0.0075 is 75
/// times 0.0001.
bool is_multiple(const input::Value& value, const input::Value& divisor) noexcept;

}  // namespace admit::schema
