// Tests of text/escape.
#include "text/escape.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace {

using namespace admit::text;
using namespace std::string_view_literals;

TEST_CASE("printable writes out what could steer a terminal") {
  struct Row {
    std::string_view text, shown;
  };
  for (const Row& row :
       std::vector<Row>{{"", ""},
                        {"plain `text` \\n {x}", "plain `text` \\n {x}"},
                        {"\0\n\t\r"sv, "\\u0000\\u000a\\u0009\\u000d"},
                        {"\x1b[31m", "\\u001b[31m"},
                        {"\x7f", "\\u007f"},
                        {"\xC2\x9B"
                         "31m",
                         "\\u009b31m"},               // C1: CSI
                        {"\xC2\xA0", "\xC2\xA0"},     // no-break space
                        {"\xC2\xAD", "\\u00ad"},      // soft hyphen
                        {"\xE2\x80\x8B", "\\u200b"},  // zero-width space
                        {"\xE2\x80\xAE", "\\u202e"},  // RLO
                        {"\xE2\x81\xA6", "\\u2066"},  // LRI
                        {"\xE2\x80\xA8\xE2\x80\xA9", "\\u2028\\u2029"},
                        {"\xD8\x9C", "\\u061c"},                 // ALM
                        {"\xEF\xBB\xBF{", "\\ufeff{"},           // BOM
                        {"\xF3\xA0\x81\x81", "\\udb40\\udc41"},  // tag
                        {"\xE4\xBD\xA0\xF0\x9F\x98\x80", "\xE4\xBD\xA0\xF0\x9F\x98\x80"},
                        {"a\xFFz\xC3", "a\\xffz\\xc3"},
                        {"\xED\xA0\x80", "\\xed\\xa0\\x80"},  // a surrogate
                        {"\xC0\xAF", "\\xc0\\xaf"}}) {        // overlong
    CHECK(printable(row.text) == row.shown);
    CHECK(printable(printable(row.text)) == row.shown);
  }
}

TEST_CASE("whatever goes in, what comes out is UTF-8 without control characters") {
  for (unsigned a = 0; a < 256; ++a) {
    for (unsigned b = 0; b < 256; ++b) {
      const std::array<char, 2> bytes = {static_cast<char>(a), static_cast<char>(b)};
      const std::string shown = printable({bytes.data(), bytes.size()});
      CHECK(valid_utf8_prefix(shown) == shown.size());
      for (const char c : shown) CHECK((static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
    }
  }
}

}  // namespace
