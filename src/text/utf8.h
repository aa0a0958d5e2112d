// UTF-8: bytes to code points and back, strictly: no surrogates, no overlong forms, nothing beyond
// U+10FFFF. RFC 3629; Unicode, table 3-7 (well-formed UTF-8 byte sequences).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace admit::text {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// What stands at one offset of a text.
struct Decoded {
  char32_t code_point = 0;  ///< the byte itself where it is bad
  std::size_t size = 0;     ///< bytes: 1 to 4; 1 for a bad byte; 0 at the end of the text
  bool valid = false;
};

/// Reads the code point that starts at `offset`. An offset at or past the end has size 0.
[[nodiscard]] Decoded decode_utf8(std::string_view text, std::size_t offset) noexcept;

/// The offset of the first byte that does not belong to a code point; the size when all is well.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view text) noexcept;

/// Code points; a byte that belongs to none counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// The longest start of `text` that has at most `max_bytes` and splits no code point.
[[nodiscard]] std::string_view cut_utf8(std::string_view text, std::size_t max_bytes) noexcept;

/// The start of the code point, or the bad byte, that `offset` lies in.
[[nodiscard]] std::size_t code_point_start(std::string_view text, std::size_t offset) noexcept;

/// Appends `code_point`; U+FFFD in place of what is no Unicode scalar value.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace admit::text
