// LineIndex: byte offsets of a text to lines and columns, and back to whole lines.
// LF, CRLF and a lone CR each end a line; columns count code points.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "admit/report.h"
#include "text/span.h"

namespace admit::text {

/// Where the lines of a text start. Built in one pass; immutable, so any thread may ask it.
class LineIndex {
 public:
  /// `text` must outlive the index and everything made from it.
  explicit LineIndex(std::string_view text);

  [[nodiscard]] std::string_view text() const noexcept { return text_; }

  /// At least 1: an empty text has one empty line, and so has the end of a text that ends in LF.
  [[nodiscard]] std::size_t line_count() const noexcept { return starts_.size(); }

  /// The line, from 1, that `offset` lies in; a line's terminator belongs to it. An offset past the
  /// end means the end.
  [[nodiscard]] std::size_t line_number(std::size_t offset) const noexcept;

  /// The bytes of line `number`, without its terminator; empty, at the end, past the last line.
  [[nodiscard]] Span line(std::size_t number) const noexcept;

  /// The position of `offset`, clamped to the end. Inside a code point it is the column of that
  /// code point. Costs a search and at most two milestones' worth of text, whatever the line.
  [[nodiscard]] Position position(std::size_t offset) const noexcept;

 private:
  // How many code points stand before an offset: known at every so many bytes.
  static constexpr std::size_t kMilestoneBytes = 1024;
  struct Milestone {
    std::size_t offset = 0;
    std::size_t characters = 0;
  };

  void find_starts();
  [[nodiscard]] Milestone advanced(Milestone from, std::size_t end) const noexcept;
  [[nodiscard]] std::size_t columns_before(std::size_t offset) const noexcept;

  std::string_view text_;
  std::vector<std::size_t> starts_;
  std::vector<Milestone> milestones_;
};

}  // namespace admit::text
