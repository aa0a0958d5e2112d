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
  /// code point. Scans the line up to `offset`: for many offsets of one text take a Cursor.
  [[nodiscard]] Position position(std::size_t offset) const noexcept;

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

/// Asks a LineIndex for many positions. Goes on from the last answer where it can, so that
/// ascending offsets cost one scan of the text together, however long its lines are. Belongs to one
/// thread.
class Cursor {
 public:
  /// `lines` must outlive the cursor.
  explicit Cursor(const LineIndex& lines) noexcept : lines_(&lines) {}

  /// As LineIndex::position.
  [[nodiscard]] Position position(std::size_t offset) noexcept;

 private:
  const LineIndex* lines_;
  std::size_t line_ = 1;
  std::size_t at_ = 0;  // start of a code point of line_
  std::size_t column_ = 1;
};

}  // namespace admit::text
