// Finds lines and columns of offsets. See lines.h.
#include "text/lines.h"

#include <algorithm>

#include "text/utf8.h"

namespace admit::text {

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_crlf = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (text[at] == '\n' || (text[at] == '\r' && !is_crlf)) starts_.push_back(at + 1);
  }
  starts_.shrink_to_fit();
}

std::size_t LineIndex::line_number(std::size_t offset) const noexcept {
  const auto after =
      std::upper_bound(starts_.begin(), starts_.end(), std::min(offset, text_.size()));
  return static_cast<std::size_t>(after - starts_.begin());
}

Span LineIndex::line(std::size_t number) const noexcept {
  if (number == 0 || number > starts_.size()) return {text_.size(), text_.size()};
  const std::size_t begin = starts_[number - 1];
  std::size_t end = number < starts_.size() ? starts_[number] : text_.size();
  if (end > begin && text_[end - 1] == '\n') --end;
  if (end > begin && text_[end - 1] == '\r') --end;
  return {begin, end};
}

Position LineIndex::position(std::size_t offset) const noexcept {
  return Cursor(*this).position(offset);
}

Position Cursor::position(std::size_t offset) noexcept {
  const std::string_view text = lines_->text();
  offset = std::min(offset, text.size());
  const std::size_t line = lines_->line_number(offset);
  if (line != line_ || offset < at_) {
    line_ = line;
    at_ = lines_->line(line).begin;
    column_ = 1;
  }
  while (at_ < offset) {
    const std::size_t size = decode_utf8(text, at_).size;
    if (at_ + size > offset) break;
    at_ += size;
    ++column_;
  }
  return {offset, line, column_};
}

}  // namespace admit::text
