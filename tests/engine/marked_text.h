// MarkedText: lines that mark two places in themselves -> the text without the marks, and the
// places.
//
// Lines are in UTF-32, where a code point is one step, so that no column depends on the reading of
// UTF-8: positions are counted while the text is put together.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admit/report.h"

namespace admit::test {

class MarkedText {
 public:
  /// `lines` mark one stretch as «...» and, perhaps, another as ‹...›. `line_end` stands behind
  /// each of them; it ends the line unless it is blank. Throws std::runtime_error where no «...»
  /// is.
  MarkedText(const std::vector<std::u32string>& lines, std::u32string_view line_end);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] const Range& marked() const noexcept { return *marked_; }
  [[nodiscard]] const std::optional<Range>& related() const noexcept { return related_; }

 private:
  void add(char32_t code_point);

  std::string text_;
  Position here_;
  std::optional<Range> marked_;
  std::optional<Range> related_;
};

/// The lines of `text`, which has no line end behind the last one.
std::vector<std::u32string> lines_of(std::u32string_view text);

}  // namespace admit::test
