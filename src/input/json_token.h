// The tokens of JSON (RFC 8259 sections 2, 6 and 7), read strictly from a position of a text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "input/scan_fault.h"
#include "text/span.h"

namespace admit::input {

/// What a first byte promises.
enum class TokenKind : std::uint8_t { other, quote, digit, letter, open_object, open_array };

namespace token_detail {
constexpr std::array<TokenKind, 256> make_kinds() {
  std::array<TokenKind, 256> kinds{};
  for (char c = '0'; c <= '9'; ++c) kinds[static_cast<unsigned char>(c)] = TokenKind::digit;
  for (char c = 'a'; c <= 'z'; ++c) kinds[static_cast<unsigned char>(c)] = TokenKind::letter;
  for (char c = 'A'; c <= 'Z'; ++c) kinds[static_cast<unsigned char>(c)] = TokenKind::letter;
  kinds['-'] = TokenKind::digit;
  kinds['"'] = TokenKind::quote;
  kinds['{'] = TokenKind::open_object;
  kinds['['] = TokenKind::open_array;
  return kinds;
}
inline constexpr std::array<TokenKind, 256> kKinds = make_kinds();
}  // namespace token_detail

inline TokenKind token_kind(char c) noexcept {
  return token_detail::kKinds[static_cast<unsigned char>(c)];
}

inline bool is_white_space(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The text of a string without quotes and escapes.
struct DecodedText {
  std::string_view text;
  bool borrowed = true;  ///< a view into the source text; otherwise into the scanner's memory
};

struct StringToken {
  text::Span span;  ///< quotes included
  DecodedText decoded;
  std::optional<ScanError> error;
};

/// Reads the string whose opening quote is at `begin`. `memory` takes the decoded text when there
/// are escapes.
StringToken read_string(std::string_view text, std::size_t begin, std::string& memory);

enum class NumberKind : std::uint8_t { integer, unsigned_integer, real };

struct NumberToken {
  text::Span span;
  NumberKind kind = NumberKind::real;
  std::int64_t integer = 0;            ///< an integer that fits in 64 bits, signed
  std::uint64_t unsigned_integer = 0;  ///< an integer above the signed range
  double real = 0;                     ///< everything else, correctly rounded
  std::optional<ScanError> error;
};

/// Reads the number whose first byte, a digit or `-`, is at `begin`.
NumberToken read_number(std::string_view text, std::size_t begin) noexcept;

/// The run of letters, digits and `_` at `begin`.
std::string_view read_word(std::string_view text, std::size_t begin) noexcept;

/// The bytes of the character at `offset`: one code point, or one byte where it is not UTF-8;
/// empty at the end.
text::Span character_at(std::string_view text, std::size_t offset) noexcept;

/// A byte order mark, UTF-16 or UTF-32 at the start of the text.
std::optional<ScanError> find_foreign_encoding(std::string_view text) noexcept;

/// Offset in the source of the decoded byte `decoded_offset` of the string token `token` (quotes
/// included), for narrowing a range inside a string that may hold escapes.
std::size_t source_offset(std::string_view token, std::size_t decoded_offset) noexcept;

/// Why what stands at `offset` is no value, no name, or no separator.
ScanError misplaced_value(std::string_view text, std::size_t offset) noexcept;
ScanError misplaced_name(std::string_view text, std::size_t offset) noexcept;
ScanError misplaced_separator(std::string_view text, std::size_t offset) noexcept;

}  // namespace admit::input
