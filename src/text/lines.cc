// Finds lines and columns of offsets. See lines.h.
#include "text/lines.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace admit::text {

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_crlf = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (text[at] == '\n' || (text[at] == '\r' && !is_crlf)) starts_.push_back(at + 1);
  }
  starts_.shrink_to_fit();
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    if (at >= milestones_.size() * kMilestoneBytes) milestones_.push_back({at, characters});
    at += decode_utf8(text, at).size;
  }
  if (milestones_.empty()) milestones_.push_back({});
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

std::size_t LineIndex::columns_before(std::size_t offset) const noexcept {
  const auto after = std::ranges::upper_bound(milestones_, offset, {}, &Milestone::offset);
  const Milestone& milestone = *std::prev(after);  // the first stands at 0
  std::size_t at = milestone.offset;
  std::size_t count = milestone.characters;
  while (at < offset) {
    at += decode_utf8(text_, at).size;
    if (at > offset) break;
    ++count;
  }
  return count;
}

Position LineIndex::position(std::size_t offset) const noexcept {
  offset = std::min(offset, text_.size());
  const std::size_t line_of_offset = line_number(offset);
  const std::size_t before_line = columns_before(starts_[line_of_offset - 1]);
  return {offset, line_of_offset, columns_before(offset) - before_line + 1};
}

}  // namespace admit::text
