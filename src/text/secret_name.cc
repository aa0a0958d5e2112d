// Turns the raw text of a name, escapes and all, into the form in which names are compared.
// See secret_scan.h; RFC 8259, section 7.
#include <string>

#include "text/json_steps.h"
#include "text/secret_scan.h"
#include "text/utf8.h"

namespace admit::text {
namespace {

bool is_unicode_escape(std::string_view raw, std::size_t at) noexcept {
  return raw[at] == '\\' && peek(raw, at + 1) == 'u' && read_hex4(raw, at + 2) != kNoMatch;
}

// Appends what the `\uXXXX` at `at` stands for, with the second half of a pair; past it.
std::size_t append_unicode_escape(std::string& out, std::string_view raw, std::size_t at) {
  const std::size_t high = read_hex4(raw, at + 2);
  if (high >= 0xD800 && high <= 0xDBFF && peek(raw, at + 6) == '\\' && peek(raw, at + 7) == 'u') {
    const std::size_t low = read_hex4(raw, at + 8);
    if (low >= 0xDC00 && low <= 0xDFFF) {
      const std::size_t code_point = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
      append_utf8(out, static_cast<char32_t>(code_point));
      return at + 12;
    }
  }
  append_utf8(out, static_cast<char32_t>(high));
  return at + 6;
}

}  // namespace

std::string decoded_name(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    if (raw[at] != '\\') {
      out.push_back(raw[at++]);
    } else if (is_unicode_escape(raw, at)) {
      at = append_unicode_escape(out, raw, at);
    } else {
      at += 2;  // a quote, a slash or a control character: no name is compared by those
    }
  }
  return normal_name(out);
}

std::string decoded_word(std::string_view raw, UnicodeEscapes unicode) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size();) {
    if (unicode == UnicodeEscapes::decoded && is_unicode_escape(raw, at)) {
      at = append_unicode_escape(out, raw, at);
    } else {
      out.push_back(raw[at++]);
    }
  }
  return normal_name(out);
}

}  // namespace admit::text
