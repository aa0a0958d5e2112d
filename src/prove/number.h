// Numbers of a request: read as far as they are ordinary.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "prove/program.h"

namespace admit::prove {

struct Number {
  const char* end = nullptr;  ///< null where it is not ordinary, or no number
  std::int64_t integer = 0;   ///< where there is no fraction
  bool is_fraction = false;
};

inline bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

// A number of few digits without exponent; others are not ordinary.
inline Number read_number(const char* at) noexcept {
  constexpr std::ptrdiff_t kMaxDigits = 18;
  const bool is_negative = *at == '-';
  const char* const digits = at + (is_negative ? 1 : 0);
  std::int64_t integer = 0;
  const char* end = digits;
  for (; is_digit(*end) && end - digits < kMaxDigits; ++end) integer = integer * 10 + (*end - '0');
  if (end == digits || is_digit(*end) || (*digits == '0' && end - digits > 1)) return {};
  if (*end != '.') return {end, is_negative ? -integer : integer, false};
  const char* const fraction = ++end;
  bool is_whole = true;
  for (; is_digit(*end) && end - fraction < kMaxDigits; ++end) is_whole &= *end == '0';
  if (end == fraction || is_digit(*end)) return {};
  return {end, is_negative ? -integer : integer, !is_whole};
}

inline bool holds(const NumberCheck& check, std::int64_t integer) noexcept {
  if (integer < check.minimum || integer > check.maximum) return false;
  if (check.multiple_of != 1 && (check.multiple_of == 0 || integer % check.multiple_of != 0)) {
    return false;
  }
  return !check.is_closed || std::ranges::find(check.allowed, integer) != check.allowed.end();
}

}  // namespace admit::prove
