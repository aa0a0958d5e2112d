// Decimal: a number as digits and a power of ten.
#include "schema/decimal.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace admit::schema {
namespace {

__extension__ using Wide = unsigned __int128;  // of g++ and clang

// The magnitude `digits` x 10^`exponent`.
struct Decimal {
  std::uint64_t digits = 0;
  int exponent = 0;
};

// `text` is d.ddde±xx, as std::to_chars writes it: 17 digits at most.
Decimal read_scientific(std::string_view text) noexcept {
  Decimal decimal;
  const std::size_t e = text.find('e');
  bool is_fraction = false;
  for (const char c : text.substr(0, e)) {
    if (c == '.') {
      is_fraction = true;
      continue;
    }
    decimal.digits = decimal.digits * 10 + static_cast<std::uint64_t>(c - '0');
    if (is_fraction) --decimal.exponent;
  }
  std::string_view power = text.substr(e + 1);
  if (power.starts_with('+')) power.remove_prefix(1);
  int exponent = 0;
  std::from_chars(power.data(), power.data() + power.size(), exponent);
  decimal.exponent += exponent;
  return decimal;
}

Decimal decimal_of(const input::Value& number) noexcept {
  if (number.IsUint64()) return {number.GetUint64(), 0};
  if (number.IsInt64())
    return {std::uint64_t{0} - static_cast<std::uint64_t>(number.GetInt64()), 0};
  std::array<char, 40> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(),
                                 std::fabs(number.GetDouble()), std::chars_format::scientific)
                       .ptr;
  return read_scientific({text.data(), static_cast<std::size_t>(end - text.data())});
}

// base^power mod `modulus`.
std::uint64_t power_modulo(std::uint64_t base, int power, std::uint64_t modulus) noexcept {
  Wide result = 1 % modulus;
  Wide factor = base % modulus;
  for (; power > 0; power /= 2) {
    if (power % 2 == 1) result = result * factor % modulus;
    factor = factor * factor % modulus;
  }
  return static_cast<std::uint64_t>(result);
}

}  // namespace

bool is_multiple(const input::Value& value, const input::Value& divisor) noexcept {
  Decimal number = decimal_of(value);
  Decimal step = decimal_of(divisor);
  if (number.digits == 0) return true;
  if (step.digits == 0) return false;
  // Powers of ten in the divisor that the number has as digits are taken out of both.
  while (number.exponent < step.exponent && number.digits % 10 == 0) {
    number.digits /= 10;
    ++number.exponent;
  }
  // What is left of them has to be in the number's digits as 2s and 5s, and is not.
  if (number.exponent < step.exponent) return false;
  const std::uint64_t scale = power_modulo(10, number.exponent - step.exponent, step.digits);
  return Wide{number.digits % step.digits} * scale % step.digits == 0;
}

}  // namespace admit::schema
