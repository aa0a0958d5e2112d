// Turns bytes into printable text. See escape.h. Unicode Character Database: general categories Cc,
// Zl, Zp, and of Cf those that show nothing themselves.
#include "text/escape.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace admit::text {
namespace {

struct CodePointRange {
  char32_t first;
  char32_t last;
};

constexpr std::array kUnprintable = std::to_array<CodePointRange>({
    {0x0000, 0x001F},    // C0
    {0x007F, 0x009F},    // DEL, C1
    {0x00AD, 0x00AD},    // soft hyphen
    {0x034F, 0x034F},    // combining grapheme joiner
    {0x061C, 0x061C},    // Arabic letter mark
    {0x115F, 0x1160},    // Hangul fillers
    {0x180B, 0x180F},    // Mongolian selectors, vowel separator
    {0x200B, 0x200F},    // zero-width characters, LRM, RLM
    {0x2028, 0x202E},    // line and paragraph separator, bidirectional embedding
    {0x2060, 0x206F},    // word joiner, invisible operators, bidirectional isolates
    {0x3164, 0x3164},    // Hangul filler
    {0xFEFF, 0xFEFF},    // byte order mark
    {0xFFA0, 0xFFA0},    // halfwidth Hangul filler
    {0xFFF9, 0xFFFB},    // interlinear annotation
    {0x1BCA0, 0x1BCA3},  // shorthand format controls
    {0x1D173, 0x1D17A},  // musical format controls
    {0xE0000, 0xE0FFF},  // tags, further variation selectors
});

bool is_printable(char32_t code_point) noexcept {
  const auto is_before = [](const CodePointRange& range, char32_t c) { return range.last < c; };
  const auto range =
      std::lower_bound(kUnprintable.begin(), kUnprintable.end(), code_point, is_before);
  return range == kUnprintable.end() || code_point < range->first;
}

void append_hex(std::string& out, char32_t value, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    out.push_back("0123456789abcdef"[value >> shift & 0xF]);
  }
}

void append_escape(std::string& out, const Decoded& character) {
  const char32_t c = character.code_point;
  if (!character.valid) {
    out += "\\x";
    append_hex(out, c, 2);
  } else if (c < 0x10000) {
    out += "\\u";
    append_hex(out, c, 4);
  } else {
    out += "\\u";
    append_hex(out, 0xD7C0 + (c >> 10), 4);
    out += "\\u";
    append_hex(out, 0xDC00 + (c & 0x3FF), 4);
  }
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode_utf8(text, at);
    if (next.valid && is_printable(next.code_point)) {
      out.append(text.substr(at, next.size));
    } else {
      append_escape(out, next);
    }
    at += next.size;
  }
  return out;
}

}  // namespace admit::text
