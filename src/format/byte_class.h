// Byte classes: one table look-up that says what a byte may be in names, addresses and identifiers.
// No locale is asked; bytes from 0x80 on belong to no class.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace admit::format {

using ByteClass = std::uint8_t;

inline constexpr ByteClass kDigit = 1;
inline constexpr ByteClass kLower = 2;
inline constexpr ByteClass kUpper = 4;
inline constexpr ByteClass kHexLetter = 8;  // besides kLower or kUpper
inline constexpr ByteClass kHyphen = 16;
inline constexpr ByteClass kUnderscore = 32;
inline constexpr ByteClass kDot = 64;
inline constexpr ByteClass kPrintable = 128;  // 0x20 to 0x7e, besides all others

inline constexpr ByteClass kLetter = kLower | kUpper;
inline constexpr ByteClass kHexDigit = kDigit | kHexLetter;

constexpr std::array<ByteClass, 256> make_byte_classes() {
  std::array<ByteClass, 256> table{};
  const auto add = [&table](std::string_view bytes, ByteClass what) {
    for (const char c : bytes) {
      ByteClass& entry = table[static_cast<unsigned char>(c)];
      entry = static_cast<ByteClass>(entry | what);
    }
  };
  add("0123456789", kDigit);
  add("abcdefghijklmnopqrstuvwxyz", kLower);
  add("ABCDEFGHIJKLMNOPQRSTUVWXYZ", kUpper);
  add("abcdefABCDEF", kHexLetter);
  add("-", kHyphen);
  add("_", kUnderscore);
  add(".", kDot);
  for (std::size_t byte = 0x20; byte <= 0x7e; ++byte) {
    table[byte] = static_cast<ByteClass>(table[byte] | kPrintable);
  }
  return table;
}

inline constexpr std::array<ByteClass, 256> kByteClasses = make_byte_classes();

/// Whether `c` belongs to one of the classes `wanted`.
constexpr bool is_in(char c, unsigned wanted) noexcept {
  return (kByteClasses[static_cast<unsigned char>(c)] & wanted) != 0;
}

/// Where the first byte at or after `from` stands that is in none of `wanted`; the size if none.
constexpr std::size_t end_of_run(std::string_view text, std::size_t from,
                                 unsigned wanted) noexcept {
  while (from < text.size() && is_in(text[from], wanted)) ++from;
  return from;
}

/// Whether every byte of `text` is in one of `wanted`; true for "".
constexpr bool all_in(std::string_view text, unsigned wanted) noexcept {
  return end_of_run(text, 0, wanted) == text.size();
}

/// `c` as ASCII lower-case.
constexpr char lower(char c) noexcept {
  return is_in(c, kUpper) ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// The value of the hex digit `c`.
constexpr unsigned hex_value(char c) noexcept {
  return is_in(c, kDigit) ? static_cast<unsigned>(c - '0')
                          : static_cast<unsigned>(lower(c) - 'a') + 10;
}

}  // namespace admit::format
