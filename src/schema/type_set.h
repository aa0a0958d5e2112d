// TypeSet: the seven types of JSON Schema (draft-07, validation section 6.1.1) as a set of bits.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/value.h"

namespace admit::schema {

enum class Type : std::uint8_t { null, boolean, integer, number, string, array, object };

inline constexpr std::array<std::string_view, 7> kTypeNames = {
    "null", "boolean", "integer", "number", "string", "array", "object"};

inline std::string_view name_of(Type type) noexcept {
  return kTypeNames[static_cast<std::size_t>(type)];
}

/// The type called `name`, or nothing.
std::optional<Type> find_type(std::string_view name) noexcept;

/// The most specific type of a value: a number without a fraction is an integer.
Type type_of(const input::Value& value) noexcept;

class TypeSet {
 public:
  static TypeSet all() noexcept { return TypeSet(0x7F); }
  TypeSet() = default;

  void add(Type type) noexcept { bits_ = static_cast<std::uint8_t>(bits_ | bit(type)); }
  void add(TypeSet others) noexcept { bits_ = static_cast<std::uint8_t>(bits_ | others.bits_); }
  void remove(Type type) noexcept { bits_ = static_cast<std::uint8_t>(bits_ & ~bit(type)); }
  [[nodiscard]] bool has(Type type) const noexcept { return (bits_ & bit(type)) != 0; }

  /// True where a value of the most specific type `type` belongs to one of these.
  [[nodiscard]] bool allows(Type type) const noexcept {
    return has(type) || (type == Type::integer && has(Type::number));
  }
  [[nodiscard]] bool is_all() const noexcept { return bits_ == 0x7F; }
  [[nodiscard]] std::vector<std::string> names() const;
  friend bool operator==(TypeSet, TypeSet) = default;

 private:
  explicit TypeSet(std::uint8_t bits) noexcept : bits_(bits) {}
  static std::uint8_t bit(Type type) noexcept {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(type));
  }
  std::uint8_t bits_ = 0;
};

}  // namespace admit::schema
