// Cuts a line out of the source, masks it and escapes it. See snippet.h.
//
// A line is a row of cells: a secret, or a character. Cells are read to the left and to the right
// of the caret until a whole width has been seen on each side, never further.
#include "report/snippet.h"

#include <algorithm>
#include <string_view>

#include "text/escape.h"
#include "text/utf8.h"

namespace admit::report {
namespace {

constexpr std::string_view kMask = "***";
constexpr std::string_view kCut = "...";

struct Cell {
  text::Span source;
  std::string shown;
  std::size_t width = 0;
};

bool is_unreadable(std::string_view source) noexcept {
  return source.substr(0, 4).find('\0') != std::string_view::npos ||
         source.starts_with("\xFE\xFF") || source.starts_with("\xFF\xFE");
}

// Reads the cells of one line.
class LineReader {
 public:
  LineReader(std::string_view source, text::Span line, const std::vector<text::Span>& secrets)
      : source_(source), line_(line), secrets_(secrets) {}

  // The cell that `offset`, which is before the end of the line, lies in.
  [[nodiscard]] Cell cell_at(std::size_t offset) const {
    const auto after = std::upper_bound(secrets_.begin(), secrets_.end(), offset,
                                        [](std::size_t at, text::Span s) { return at < s.end; });
    if (after != secrets_.end() && after->begin <= offset) {
      const text::Span shown{std::max(after->begin, line_.begin), std::min(after->end, line_.end)};
      return {shown, std::string(kMask), kMask.size()};
    }
    const std::string_view line = line_.of(source_);
    const std::size_t begin = text::code_point_start(line, offset - line_.begin);
    const std::string_view bytes = line.substr(begin, text::decode_utf8(line, begin).size);
    std::string shown = bytes == "\t" ? " " : text::printable(bytes);
    const std::size_t width = text::count_code_points(shown);
    return {{line_.begin + begin, line_.begin + begin + bytes.size()}, std::move(shown), width};
  }

  [[nodiscard]] bool is_end(std::size_t offset) const noexcept { return offset >= line_.end; }
  [[nodiscard]] bool is_begin(std::size_t offset) const noexcept { return offset <= line_.begin; }

 private:
  std::string_view source_;
  text::Span line_;
  const std::vector<text::Span>& secrets_;
};

// The cells on one side of the caret, nearest first.
struct Side {
  std::vector<Cell> cells;
  std::size_t width = 0;
  bool is_whole = false;  // it reaches the end of the line

  void add(Cell cell) {
    width += cell.width;
    cells.push_back(std::move(cell));
  }

  // Drops the furthest cells until `columns` hold the rest and the sign that something was cut.
  void cut_to(std::size_t columns) {
    if (is_whole && width <= columns) return;
    is_whole = false;
    while (!cells.empty() && width + kCut.size() > columns) {
      width -= cells.back().width;
      cells.pop_back();
    }
  }
};

Side read_left(const LineReader& reader, std::size_t from) {
  Side side;
  while (!reader.is_begin(from) && side.width <= kSnippetColumns) {
    side.add(reader.cell_at(from - 1));
    from = side.cells.back().source.begin;
  }
  side.is_whole = reader.is_begin(from);
  return side;
}

Side read_right(const LineReader& reader, std::size_t from) {
  Side side;
  while (!reader.is_end(from) && side.width <= kSnippetColumns) {
    side.add(reader.cell_at(from));
    from = side.cells.back().source.end;
  }
  side.is_whole = reader.is_end(from);
  return side;
}

// A short side leaves its room to the other one.
void share_columns(Side& left, Side& right) {
  constexpr std::size_t kHalf = kSnippetColumns / 2;
  const std::size_t left_room =
      right.is_whole && right.width < kHalf ? kSnippetColumns - right.width : kHalf;
  left.cut_to(left_room);
  const std::size_t left_width = left.width + (left.is_whole ? 0 : kCut.size());
  right.cut_to(kSnippetColumns - left_width);
}

std::string join(const Side& left, const Side& right) {
  std::string out;
  if (!left.is_whole) out += kCut;
  std::for_each(left.cells.rbegin(), left.cells.rend(), [&](const Cell& c) { out += c.shown; });
  std::for_each(right.cells.begin(), right.cells.end(), [&](const Cell& c) { out += c.shown; });
  if (!right.is_whole) out += kCut;
  return out;
}

std::size_t width_until(const Side& right, std::size_t end) {
  std::size_t width = 0;
  for (const Cell& cell : right.cells) {
    if (cell.source.begin < end) width += cell.width;
  }
  return std::max<std::size_t>(width, 1);
}

}  // namespace

std::optional<Snippet> make_snippet(const text::LineIndex& lines,
                                    const std::vector<text::Span>& secrets, const Range& range) {
  const std::string_view source = lines.text();
  if (source.empty() || is_unreadable(source)) return std::nullopt;
  Snippet snippet;
  snippet.line_number = lines.line_number(range.start.offset);
  const text::Span line = lines.line(snippet.line_number);
  const LineReader reader(source, line, secrets);
  std::size_t caret = std::min(range.start.offset, line.end);
  if (!reader.is_end(caret)) caret = reader.cell_at(caret).source.begin;
  Side left = read_left(reader, caret);
  Side right = read_right(reader, caret);
  share_columns(left, right);
  snippet.text = join(left, right);
  snippet.caret_column = left.width + (left.is_whole ? 0 : kCut.size());
  snippet.caret_width = width_until(right, range.end.offset);
  return snippet;
}

}  // namespace admit::report
