// Turns UTF-8 bytes into code points and back. See utf8.h; Unicode, table 3-7.
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>

#include "text/plain_bytes.h"

namespace admit::text {
namespace {

std::uint8_t byte_at(std::string_view text, std::size_t offset) noexcept {
  return static_cast<std::uint8_t>(text[offset]);
}

// The bytes that a sequence has, by its first byte; 0 for a byte that starts none.
std::size_t sequence_size(std::uint8_t lead) noexcept {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;  // continuation bytes, and overlong forms of ASCII
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

// The second byte has a narrower range after four of the first bytes.
bool is_second_byte(std::uint8_t lead, std::uint8_t second) noexcept {
  if (lead == 0xE0) return second >= 0xA0 && second <= 0xBF;  // else overlong
  if (lead == 0xED) return second >= 0x80 && second <= 0x9F;  // else a surrogate
  if (lead == 0xF0) return second >= 0x90 && second <= 0xBF;  // else overlong
  if (lead == 0xF4) return second >= 0x80 && second <= 0x8F;  // else beyond U+10FFFF
  return second >= 0x80 && second <= 0xBF;
}

bool is_continuation(std::uint8_t byte) noexcept {
  return (byte & 0xC0) == 0x80;
}

}  // namespace

Decoded decode_utf8(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return {};
  const std::uint8_t lead = byte_at(text, offset);
  const std::size_t size = sequence_size(lead);
  if (size == 1) return {lead, 1, true};
  const Decoded bad{lead, 1, false};
  if (size == 0 || text.size() - offset < size) return bad;
  if (!is_second_byte(lead, byte_at(text, offset + 1))) return bad;
  char32_t code_point = lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    const std::uint8_t byte = byte_at(text, offset + i);
    if (!is_continuation(byte)) return bad;
    code_point = code_point << 6 | (byte & 0x3FU);
  }
  return {code_point, size, true};
}

std::size_t valid_utf8_prefix(std::string_view text) noexcept {
  std::size_t offset = 0;
  while ((offset = ascii_end(text, offset)) < text.size()) {
    const Decoded next = decode_utf8(text, offset);
    if (!next.valid) break;
    offset += next.size;
  }
  return offset;
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    offset += decode_utf8(text, offset).size;
  }
  return count;
}

std::string_view cut_utf8(std::string_view text, std::size_t max_bytes) noexcept {
  if (text.size() <= max_bytes) return text;
  return text.substr(0, code_point_start(text, max_bytes));
}

std::size_t code_point_start(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return text.size();
  const std::size_t furthest = std::min<std::size_t>(3, offset);
  for (std::size_t back = 1; back <= furthest; ++back) {
    if (!is_continuation(byte_at(text, offset - back + 1))) break;
    if (decode_utf8(text, offset - back).size > back) return offset - back;
  }
  return offset;
}

void append_utf8(std::string& out, char32_t code_point) {
  const bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (is_surrogate || code_point > 0x10FFFF) code_point = kReplacementCharacter;
  const auto put = [&out](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
  }
  put(0x80 | (code_point & 0x3F));
}

}  // namespace admit::text
