// quoted and code_point_at: any bytes -> a short quotation that is safe to print.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "format/code_point.h"
#include "format/exact_copy.h"
#include "format/quote.h"

namespace {

struct Row {
  std::string text;
  std::string quotation;
};

const std::string kU = "\xc3\xbc";

const std::vector<Row> kRows = {
    {"", "``"},
    {"a b", "`a b`"},
    {std::string("\0\n\x7f", 3), "`\\u0000\\u000a\\u007f`"},
    {"`", "`\\u0060`"},
    {kU, "`\xc3\xbc`"},
    {"\xc2\x85", "`\\u0085`"},      // NEL: a line break to some
    {"\xe2\x80\xae", "`\\u202e`"},  // turns the text behind it around
    {"\xef\xbb\xbf", "`\\ufeff`"},
    {"\xff\x80", "`\\xff\\x80`"},
    {"\xc0\x80", "`\\xc0\\x80`"},           // RFC 3629 4: overlong
    {"\xed\xa0\x80", "`\\xed\\xa0\\x80`"},  // a surrogate
    {"\xf4\x90\x80\x80", "`\\xf4\\x90\\x80\\x80`"},
    {"\xf0\x9f\x98\x80", "`\xf0\x9f\x98\x80`"},
    {std::string(64, 'a'), '`' + std::string(64, 'a') + '`'},
    {std::string(65, 'a'), '`' + std::string(64, 'a') + "...`"},
    {std::string(63, 'a') + kU, '`' + std::string(63, 'a') + "...`"},
    {std::string(62, 'a') + kU, '`' + std::string(62, 'a') + kU + '`'},
};

}  // namespace

TEST_CASE("quotations") {
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    const admit::test::ExactCopy copy(row.text);
    CHECK(admit::format::quoted(copy.view()) == row.quotation);
  }
}

TEST_CASE("names of code points") {
  CHECK(admit::format::code_point_name(0xfc) == "U+00FC");
  CHECK(admit::format::code_point_name(0x1f600) == "U+1F600");
  CHECK(admit::format::code_point_name(0x10ffff) == "U+10FFFF");
}
