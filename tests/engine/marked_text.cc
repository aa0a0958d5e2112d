// MarkedText, one code point after the other.
#include "engine/marked_text.h"

#include <stdexcept>

namespace admit::test {
namespace {

// RFC 3629, section 3.
void append_utf8(std::string& text, char32_t code_point) {
  const auto continuation = [&](int shift) {
    text += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F));
  };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0 | (code_point >> 6));
    continuation(0);
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0 | (code_point >> 12));
    continuation(6);
    continuation(0);
  } else {
    text += static_cast<char>(0xF0 | (code_point >> 18));
    continuation(12);
    continuation(6);
    continuation(0);
  }
}

}  // namespace

MarkedText::MarkedText(const std::vector<std::u32string>& lines, std::u32string_view line_end) {
  const bool ends_lines = line_end.find_first_of(U"\r\n") != std::u32string_view::npos;
  for (const std::u32string& line : lines) {
    for (const char32_t code_point : line) add(code_point);
    for (const char32_t code_point : line_end) add(code_point);
    if (ends_lines) here_ = {.offset = here_.offset, .line = here_.line + 1, .column = 1};
  }
  if (!marked_) throw std::runtime_error("nothing is marked");
}

void MarkedText::add(char32_t code_point) {
  switch (code_point) {
    case U'«':
      marked_ = {here_, here_};
      return;
    case U'»':
      marked_.value().end = here_;
      return;
    case U'‹':
      related_ = {here_, here_};
      return;
    case U'›':
      related_.value().end = here_;
      return;
    default:
      append_utf8(text_, code_point);
      here_.offset = text_.size();
      ++here_.column;
  }
}

std::vector<std::u32string> lines_of(std::u32string_view text) {
  std::vector<std::u32string> lines;
  for (std::size_t end = text.find(U'\n'); end != text.npos; end = text.find(U'\n')) {
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  lines.emplace_back(text);
  return lines;
}

}  // namespace admit::test
