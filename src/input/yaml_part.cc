// yaml_part: reads the source beside the decoded text, one character at a time.
#include "input/yaml_part.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>

namespace admit::input {
namespace {

// Bytes of source and of decoded text that one character takes.
struct Step {
  std::size_t source = 1;
  std::size_t decoded = 1;
};

std::size_t utf8_size(std::uint32_t code_point) noexcept {
  if (code_point < 0x80) return 1;
  if (code_point < 0x800) return 2;
  return code_point < 0x10000 ? 3 : 4;
}

// The escape at the start of `text` (YAML 1.2, section 5.7).
Step read_escape(std::string_view text) noexcept {
  const char letter = text.size() > 1 ? text[1] : '\\';
  const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (digits > 0) {
    const std::string_view hex = text.substr(std::min<std::size_t>(2, text.size()), digits);
    std::uint32_t code_point = 0;
    std::from_chars(hex.data(), hex.data() + hex.size(), code_point, 16);
    return {2 + digits, utf8_size(code_point)};
  }
  if (letter == 'N' || letter == '_') return {2, 2};  // U+0085, U+00A0
  if (letter == 'L' || letter == 'P') return {2, 3};  // U+2028, U+2029
  return {2, 1};
}

Step step_at(std::string_view source, std::size_t at, char quote) noexcept {
  if (quote == '"' && source[at] == '\\') return read_escape(source.substr(at));
  if (quote == '\'' && source[at] == '\'') return {2, 1};
  return {1, 1};
}

}  // namespace

text::Span yaml_part(std::string_view source, std::string_view value, text::Span part) noexcept {
  const text::Span whole{0, source.size()};
  if (source.empty() || source.find_first_of("\r\n") != std::string_view::npos) return whole;
  const char first = source.front();
  const char quote = first == '"' || first == '\'' ? first : '\0';
  const std::size_t end = source.size() - (quote != '\0' ? 1 : 0);
  std::size_t at = quote != '\0' ? 1 : 0;
  std::size_t decoded = 0;
  text::Span found{at, at};
  while (at < end && decoded < part.end) {
    const Step step = step_at(source, at, quote);
    at += step.source;
    decoded += step.decoded;
    if (decoded <= part.begin) found.begin = at;
  }
  found.end = std::min(at, end);
  // Not what libyaml made of it: nothing can be said of parts.
  const bool is_plain_copy = quote == '\0' && source != value;
  return is_plain_copy || found.begin > found.end ? whole : found;
}

}  // namespace admit::input
