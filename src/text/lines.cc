// Finds lines and columns of offsets. See lines.h.
#include "text/lines.h"

#include <algorithm>
#include <iterator>

#include "text/plain_bytes.h"
#include "text/utf8.h"

namespace admit::text {

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  find_starts();
  starts_.shrink_to_fit();
  Milestone here;
  do {
    milestones_.push_back(here);
    here = advanced(here, std::min(milestones_.size() * kMilestoneBytes, text.size()));
  } while (here.offset < text.size());
}

void LineIndex::find_starts() {
  std::size_t feed = text_.find('\n');
  std::size_t carriage = text_.find('\r');
  while (feed != std::string_view::npos || carriage != std::string_view::npos) {
    if (carriage < feed) {
      if (carriage + 1 != feed) starts_.push_back(carriage + 1);
      carriage = text_.find('\r', carriage + 1);
    } else {
      starts_.push_back(feed + 1);
      feed = text_.find('\n', feed + 1);
    }
  }
}

// At the first code point from `end` on.
LineIndex::Milestone LineIndex::advanced(Milestone from, std::size_t end) const noexcept {
  auto& [at, characters] = from;
  while (at < end) {
    const std::size_t run = ascii_end(text_.substr(0, end), at);
    characters += run - at;
    at = run;
    if (at == end) break;
    at += decode_utf8(text_, at).size;
    ++characters;
  }
  return from;
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
  const Milestone reached = advanced(*std::prev(after), offset);  // the first stands at 0
  return reached.characters - (reached.offset > offset ? 1 : 0);
}

Position LineIndex::position(std::size_t offset) const noexcept {
  offset = std::min(offset, text_.size());
  const std::size_t line_of_offset = line_number(offset);
  const std::size_t before_line = columns_before(starts_[line_of_offset - 1]);
  return {offset, line_of_offset, columns_before(offset) - before_line + 1};
}

}  // namespace admit::text
