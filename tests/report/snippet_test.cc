// Tests of report/snippet.
#include "report/snippet.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "samples.h"
#include "text/mask.h"
#include "text/utf8.h"

namespace {

using namespace admit;
using namespace std::string_view_literals;
using report::Snippet;

std::optional<Snippet> snippet_of(std::string_view source, Range range) {
  const std::vector<text::Span> secrets = text::find_secrets(source, text::SecretNames());
  return report::make_snippet(text::LineIndex(source), secrets, range);
}

Snippet snippet_of(std::string_view source, std::string_view needle) {
  return snippet_of(source, test::range_of(source, needle)).value();
}

// The line and below it the caret, as they are shown.
std::string drawn(const Snippet& snippet) {
  return snippet.text + "\n" + std::string(snippet.caret_column, ' ') +
         std::string(snippet.caret_width, '^');
}

TEST_CASE("the caret stands below the range") {
  struct Row {
    std::string_view source, needle, drawn;
  };
  for (const Row& row : std::vector<Row>{
           {"{\"a\": 12}", "12", "{\"a\": 12}\n      ^^"},
           {"[\n  1,\n  2\n]", "2", "  2\n  ^"},
           {"[\r\n  1,\r\n  2\r\n]", "1,", "  1,\n  ^^"},
           {"[\r1,\r2]", "2]", "2]\n^^"},
           {"\t\tx y", "y", "  x y\n    ^"},
           {"{\n\"a\": 1\n}", "{\n\"a\"", "{\n^"},  // goes on past the line
           {"ab\nc", "b\nc", "ab\n ^"},
           {"\xE4\xBD\xA0\xF0\x9F\x98\x80=x", "x", "\xE4\xBD\xA0\xF0\x9F\x98\x80=x\n   ^"},
           {"\x1b[2Jx", "x", "\\u001b[2Jx\n         ^"},
           {"\xFF\x80 x", "\x80", "\\xff\\x80 x\n    ^^^^"},
           {"a\xE2\x80\xAE"
            "b",
            "b", "a\\u202eb\n       ^"},
           {R"({"apiKey":"s3cr3t","x":1})", "\"x\"",
            "{\"apiKey\":\"***\",\"x\":1}\n                ^^^"},
           {R"({"apiKey":"s3cr3t","x":1})", "\"s3cr3t\"",
            "{\"apiKey\":\"***\",\"x\":1}\n          ^^^^^"},
           {R"({"apiKey":"s3cr3t","x":1})", "cr3", "{\"apiKey\":\"***\",\"x\":1}\n           ^^^"},
           {"{\"apiKeys\": [\n\"s1\",\n  \"s2\"\n]}", "\"s2\"", "***\n^^^"},
           {"{\"apiKeys\": [\n\"s1\"], \"x\": 1}", "\"x\"", "***], \"x\": 1}\n      ^^^"},
           {"{\"apiKeys\": [\n\"s1\"\n], \"x\": 1}", "\"x\"", "], \"x\": 1}\n   ^^^"}}) {
    CHECK(drawn(snippet_of(row.source, row.needle)) == row.drawn);
  }
}

TEST_CASE("an offset at the end of a line, or of the text, has a caret") {
  const std::string_view source = "ab\r\n\r\ncd\n";
  struct Row {
    std::size_t offset;
    std::size_t line_number;
    std::string_view drawn;
  };
  for (const Row& row : std::vector<Row>{{1, 1, "ab\n ^"},
                                         {2, 1, "ab\n  ^"},
                                         {3, 1, "ab\n  ^"},
                                         {4, 2, "\n^"},
                                         {8, 3, "cd\n  ^"},
                                         {9, 4, "\n^"},
                                         {50, 4, "\n^"}}) {
    const Snippet snippet = snippet_of(source, test::range_of(source, row.offset, 0)).value();
    CHECK(snippet.line_number == row.line_number);
    CHECK(drawn(snippet) == row.drawn);
  }
}

TEST_CASE("where the mask cannot read there is no snippet") {
  for (const std::string_view source :
       {""sv, "\xFF\xFE{\0"sv, "\xFE\xFF\0{"sv, "\0{\0\""sv, "{\0\"\0"sv, "\0\0\0{"sv}) {
    CHECK_FALSE(snippet_of(source, test::range_of(source, 0, 1)).has_value());
  }
}

std::string digits(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text.push_back("0123456789"[i % 10]);
  return text;
}

TEST_CASE("a long line is cut around the caret") {
  const std::string line = digits(1000);
  const auto at = [&](std::size_t offset, std::size_t size) {
    return snippet_of(line, test::range_of(line, offset, size)).value();
  };
  CHECK(at(0, 1).text == line.substr(0, 117) + "...");
  CHECK(at(30, 5).text == line.substr(0, 117) + "...");
  CHECK(at(30, 5).caret_column == 30);
  CHECK(at(30, 5).caret_width == 5);
  CHECK(at(500, 1).text == "..." + line.substr(443, 114) + "...");
  CHECK(at(500, 1).caret_column == 60);
  CHECK(at(500, 1).text[60] == '0');
  CHECK(at(995, 3).text == "..." + line.substr(883));
  CHECK(at(995, 3).caret_column == 115);
  CHECK(at(1000, 0).caret_column == 120);
  CHECK(at(500, 500).caret_width == 57);
  const std::string fits = digits(120);
  CHECK(snippet_of(fits, test::range_of(fits, 60, 1)).value().text == fits);
  CHECK(snippet_of(fits, test::range_of(fits, 119, 1)).value().text == fits);
}

TEST_CASE("at every offset of a wild line the width is kept and the caret is on the line") {
  std::string source;
  for (int i = 0; i < 60; ++i) {
    source += "\x01\t\xE4\xBD\xA0 x\xFF\xF3\xA0\x81\x81";
    source += i % 7 == 0 ? "\"apiKey\":\"s3cr3ts3cr3ts3cr3t\"," : "y";
  }
  const std::vector<text::Span> secrets = {{100, 200}, {200, 260}, {500, 501}};
  const text::LineIndex lines(source);
  for (std::size_t offset = 0; offset <= source.size(); ++offset) {
    const auto snippet =
        report::make_snippet(lines, secrets, test::range_of(source, offset, 7)).value();
    const std::size_t width = text::count_code_points(snippet.text);
    CHECK(width <= report::kSnippetColumns);
    CHECK(width > 100);
    CHECK(snippet.caret_column <= width);
    CHECK(snippet.caret_width >= 1);
    CHECK(snippet.caret_column + snippet.caret_width <= width + 1);
  }
}

}  // namespace
