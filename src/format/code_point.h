// code_point_at: the bytes at a place of a text -> one code point, or one byte that is no UTF-8.
// Source: RFC 3629 section 4 (no overlong forms, no surrogates, nothing past U+10FFFF).
#pragma once

#include <cstddef>
#include <string_view>

namespace admit::format {

struct CodePoint {
  char32_t value = 0;     ///< the byte itself where it is no UTF-8
  std::size_t bytes = 1;  ///< 1 to 4
  bool valid = false;
};

/// What stands at `at`, which is less than the size of `text`.
constexpr CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1, true};
  const CodePoint broken{lead, 1, false};
  const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() - at < bytes) return broken;
  char32_t value = lead & (0x7fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xc0) != 0x80) return broken;
    value = value << 6 | (next & 0x3fu);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < kLeast[bytes] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
    return broken;
  }
  return {value, bytes, true};
}

}  // namespace admit::format
