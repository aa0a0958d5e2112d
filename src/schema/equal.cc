// Equality and order of JSON values as JSON Schema means them.
#include "schema/equal.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "schema/keyword.h"

namespace admit::schema {
namespace {

using input::Value;

// An integer of either signedness: `negative` and the 64 bits of its magnitude.
struct Integer {
  bool negative = false;
  std::uint64_t magnitude = 0;
};

Integer integer_of(const Value& number) noexcept {
  if (number.IsUint64()) return {false, number.GetUint64()};
  return {true, std::uint64_t{0} - static_cast<std::uint64_t>(number.GetInt64())};
}

std::strong_ordering compare_integers(Integer a, Integer b) noexcept {
  if (a.negative != b.negative) {
    return a.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  return a.negative ? b.magnitude <=> a.magnitude : a.magnitude <=> b.magnitude;
}

std::strong_ordering reverse(std::strong_ordering order) noexcept {
  return 0 <=> order;
}

// An integer against a finite double, without rounding either.
std::strong_ordering compare_integer_with(Integer integer, double number) noexcept {
  constexpr double kTwoTo64 = 18446744073709551616.0;
  if (number >= kTwoTo64) return std::strong_ordering::less;
  if (number <= -kTwoTo64) return std::strong_ordering::greater;
  const double whole = std::trunc(number);
  const Integer rounded{std::signbit(whole) && whole != 0,
                        static_cast<std::uint64_t>(std::fabs(whole))};
  const auto order = compare_integers(integer, rounded);
  if (order != std::strong_ordering::equal) return order;
  if (number == whole) return order;
  return number > whole ? std::strong_ordering::less : std::strong_ordering::greater;
}

std::strong_ordering compare_doubles(double a, double b) noexcept {
  if (a < b) return std::strong_ordering::less;
  return a > b ? std::strong_ordering::greater : std::strong_ordering::equal;
}

bool equal_arrays(const Value& a, const Value& b) noexcept {
  return a.Size() == b.Size() && std::equal(a.Begin(), a.End(), b.Begin(), equal_values);
}

bool equal_objects(const Value& a, const Value& b) noexcept {
  if (a.MemberCount() != b.MemberCount()) return false;
  return std::all_of(a.MemberBegin(), a.MemberEnd(), [&](const Value::Member& member) {
    const Value* other = find_member(b, input::text_of(member.name));
    return other != nullptr && equal_values(member.value, *other);
  });
}

}  // namespace

std::strong_ordering compare_numbers(const Value& a, const Value& b) noexcept {
  if (a.IsDouble() && b.IsDouble()) return compare_doubles(a.GetDouble(), b.GetDouble());
  if (b.IsDouble()) return compare_integer_with(integer_of(a), b.GetDouble());
  if (a.IsDouble()) return reverse(compare_integer_with(integer_of(b), a.GetDouble()));
  return compare_integers(integer_of(a), integer_of(b));
}

bool equal_values(const Value& a, const Value& b) noexcept {
  if (a.IsNumber() && b.IsNumber()) return compare_numbers(a, b) == std::strong_ordering::equal;
  if (a.GetType() != b.GetType()) return false;
  if (a.IsString()) return input::text_of(a) == input::text_of(b);
  if (a.IsArray()) return equal_arrays(a, b);
  return !a.IsObject() || equal_objects(a, b);
}

}  // namespace admit::schema
