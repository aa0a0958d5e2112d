// Single steps through raw JSON text: past white space, a string, a scalar. What the masking of
// secrets is made of; whether a request is JSON is decided elsewhere. RFC 8259, sections 2, 6, 7.
#pragma once

#include <cstddef>
#include <string_view>

namespace admit::text {

/// What a step returns where the text does not hold what it looked for.
inline constexpr std::size_t kNoMatch = std::string_view::npos;

/// The byte at `at`; NUL past the end, which is no part of any token.
[[nodiscard]] inline char peek(std::string_view text, std::size_t at) noexcept {
  return at < text.size() ? text[at] : '\0';
}

[[nodiscard]] inline bool is_space(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The offset of the first byte at or after `at` that is not white space.
[[nodiscard]] std::size_t skip_space(std::string_view text, std::size_t at) noexcept;

/// The offset past the string whose opening quote stands at `at`. Escapes must be well-formed, and
/// control characters must be escaped; whether the bytes are UTF-8 does not matter here.
[[nodiscard]] std::size_t skip_string(std::string_view text, std::size_t at) noexcept;

/// The offset past the string, number, `true`, `false` or `null` at `at`.
[[nodiscard]] std::size_t skip_scalar(std::string_view text, std::size_t at) noexcept;

/// The offset past a member's name at `at`, its colon, and the white space around that.
[[nodiscard]] std::size_t skip_name_and_colon(std::string_view text, std::size_t at) noexcept;

/// The value of the four hexadecimal digits at `at`.
[[nodiscard]] std::size_t read_hex4(std::string_view text, std::size_t at) noexcept;

}  // namespace admit::text
