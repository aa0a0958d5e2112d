// make_snippet: a range of the source to one line that a terminal can show, with a caret below it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "admit/report.h"
#include "text/lines.h"
#include "text/span.h"

namespace admit::report {

inline constexpr std::size_t kSnippetColumns = 120;

/// One line of the source, made fit to show. Columns are code points, so that a wide character
/// counts one.
struct Snippet {
  std::size_t line_number = 1;
  std::string text;              ///< at most kSnippetColumns; `...` where an end was cut off
  std::size_t caret_column = 0;  ///< columns before the caret
  std::size_t caret_width = 1;   ///< at least 1; a range over several lines ends with this one
};

/// The line in which `range` starts. Each of `secrets` (ascending, as find_secrets returns them) is
/// shown as `***`, a tab as a space, what is unprintable escaped. Only the offsets of `range` are
/// used. Work is bounded however long the line is.
///
/// Nothing for an empty text, and for text that looks like UTF-16 or UTF-32, in which no secret
/// could have been found.
[[nodiscard]] std::optional<Snippet> make_snippet(const text::LineIndex& lines,
                                                  const std::vector<text::Span>& secrets,
                                                  const Range& range);

}  // namespace admit::report
