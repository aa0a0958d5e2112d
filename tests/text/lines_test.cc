// Tests of text/lines: rows by hand, then against a slow and obvious second way to count.
#include "text/lines.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace {

using namespace admit;
using namespace admit::text;

bool is_at(const Position& position, std::size_t line, std::size_t column) {
  return position.line == line && position.column == column;
}

TEST_CASE("LF, CRLF and a lone CR end a line, columns count code points") {
  //                          0123456 7 8 9 0 1    2
  const std::string_view text = "ab\ncd\r\ne\rf\tg\n\xE4\xBD\xA0z\xF0\x9F\x98\x80!";
  const LineIndex lines(text);
  struct Row {
    std::size_t offset, line, column;
  };
  for (const Row& row : std::vector<Row>{{0, 1, 1},
                                         {2, 1, 3},  // LF belongs to the line that it ends
                                         {3, 2, 1},
                                         {5, 2, 3},  // CR of CRLF
                                         {6, 2, 4},  // LF of CRLF
                                         {7, 3, 1},
                                         {8, 3, 2},  // lone CR
                                         {9, 4, 1},
                                         {11, 4, 3},  // past a tab, which is one column
                                         {13, 5, 1},
                                         {14, 5, 1},  // inside a code point
                                         {15, 5, 1},
                                         {16, 5, 2},
                                         {17, 5, 3},
                                         {20, 5, 3},
                                         {21, 5, 4},
                                         {22, 5, 5},
                                         {99, 5, 5}}) {
    CAPTURE(row.offset);
    CHECK(is_at(lines.position(row.offset), row.line, row.column));
  }
  CHECK(lines.position(99).offset == text.size());
  CHECK(lines.line_count() == 5);
  const std::vector<std::string_view> expected = {"ab", "cd", "e", "f\tg",
                                                  "\xE4\xBD\xA0z\xF0\x9F\x98\x80!"};
  for (std::size_t i = 0; i < expected.size(); ++i)
    CHECK(lines.line(i + 1).of(text) == expected[i]);
  CHECK(lines.line(0).size() == 0);
  CHECK(lines.line(6).size() == 0);
}

TEST_CASE("an empty text, and the end of a text that ends in a line feed, are empty lines") {
  CHECK(LineIndex("").line_count() == 1);
  CHECK(is_at(LineIndex("").position(0), 1, 1));
  CHECK(is_at(LineIndex("a\n").position(2), 2, 1));
  CHECK(is_at(LineIndex("a\r").position(2), 2, 1));
  CHECK(LineIndex("\r\r\n").line_count() == 3);
  CHECK(LineIndex("\n\r").line_count() == 3);
}

TEST_CASE("bytes that are not UTF-8 count one column each") {
  CHECK(is_at(LineIndex("\xFF\xFE!").position(2), 1, 3));
  CHECK(is_at(LineIndex("\xE4\xBD\n!").position(2), 1, 3));
}

// Counts from the start of the text, every time.
Position slow_position(std::string_view text, std::size_t offset) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t at = 0; at < offset;) {
    const std::size_t size = decode_utf8(text, at).size;
    if (at + size > offset) break;
    const bool is_crlf = text.substr(at, 2) == "\r\n";
    if (text[at] == '\n' || (text[at] == '\r' && !is_crlf)) {
      ++line;
      column = 1;
    } else {
      ++column;
    }
    at += size;
  }
  return {offset, line, column};
}

TEST_CASE("every offset of random texts") {
  std::mt19937 random(20240611);
  const std::vector<std::string> pieces = {"a",    "\n",       "\r\n",         "\r",
                                           "\t",   "\xC3\xA9", "\xE4\xBD\xA0", "\xF0\x9F\x98\x80",
                                           "\xFF", "\xE4"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < (round < 20 ? 2000 : 20); ++i) text += pieces[random() % pieces.size()];
    const LineIndex lines(text);
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      const Position expected = slow_position(text, offset);
      CHECK(is_at(lines.position(offset), expected.line, expected.column));
    }
  }
}

TEST_CASE("a position in a long line costs no scan of the line") {
  std::string text;
  for (int i = 0; i < 350000; ++i) text += "\xE4\xBD\xA0";
  const LineIndex lines(text);
  // Each from the start of the line, this would be 350,000 times 175,000 steps.
  for (std::size_t i = 0; i < 350000; ++i) {
    if (!is_at(lines.position(3 * i), 1, i + 1)) FAIL("at " << i);
  }
}

}  // namespace
