// quoted: any bytes -> a short quotation in backticks that is safe to print.
#include "format/quote.h"

#include <algorithm>

#include "format/code_point.h"

namespace admit::format {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Characters that would break a line, hide, or turn the order of the text around them.
constexpr Range kUnprintable[] = {
    {0x00, 0x1f},      // C0 controls
    {'`', '`'},        // ends a quotation
    {0x7f, 0x9f},      // DEL and C1 controls
    {0xad, 0xad},      // soft hyphen
    {0x061c, 0x061c},  // Arabic letter mark
    {0x200b, 0x200f},  // zero width space and joiners, directional marks
    {0x2028, 0x202e},  // line and paragraph separators, directional embeddings
    {0x2060, 0x206f},  // word joiner, invisible operators, directional isolates
    {0xfeff, 0xfeff},  // byte order mark
};

bool is_unprintable(char32_t value) noexcept {
  return std::ranges::any_of(kUnprintable, [&](const Range& range) {
    return value >= range.first && value <= range.last;
  });
}

std::string hex(char32_t value, int digits, std::string_view alphabet) {
  std::string out;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) out += alphabet[value >> shift & 0xf];
  return out;
}

constexpr std::string_view kLowerHex = "0123456789abcdef";
constexpr std::string_view kUpperHex = "0123456789ABCDEF";

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "`";
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = code_point_at(text, at);
    if (at + point.bytes > kMaxQuotedBytes) break;
    if (!point.valid) {
      out += "\\x" + hex(point.value, 2, kLowerHex);
    } else if (is_unprintable(point.value)) {
      out += "\\u" + hex(point.value, 4, kLowerHex);
    } else {
      out += text.substr(at, point.bytes);
    }
    at += point.bytes;
  }
  if (at < text.size()) out += "...";
  return out += '`';
}

std::string code_point_name(char32_t value) {
  const int digits = value > 0xfffff ? 6 : value > 0xffff ? 5 : 4;
  return "U+" + hex(value, digits, kUpperHex);
}

}  // namespace admit::format
