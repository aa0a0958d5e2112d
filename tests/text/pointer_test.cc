// Tests of text/pointer: the examples of RFC 6901, section 5, and what its grammar refuses.
#include "text/pointer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using namespace admit::text;

TEST_CASE("a pointer is made token by token and taken apart again") {
  struct Row {
    std::vector<std::string> tokens;
    std::string pointer;
  };
  for (const Row& row : std::vector<Row>{{{}, ""},
                                         {{"foo"}, "/foo"},
                                         {{"foo", "0"}, "/foo/0"},
                                         {{""}, "/"},
                                         {{"a/b"}, "/a~1b"},
                                         {{"c%d"}, "/c%d"},
                                         {{"k\"l"}, "/k\"l"},
                                         {{" "}, "/ "},
                                         {{"m~n"}, "/m~0n"},
                                         {{"~1"}, "/~01"},
                                         {{"", "", "x"}, "///x"}}) {
    std::string made;
    for (const std::string& token : row.tokens) append_token(made, token);
    CHECK(made == row.pointer);
    CHECK(parse_pointer(row.pointer) == row.tokens);
  }
}

TEST_CASE("append_index writes decimals") {
  std::string pointer = "/a";
  append_index(pointer, 0);
  append_index(pointer, 12345678901234);
  CHECK(pointer == "/a/0/12345678901234");
}

TEST_CASE("parse_pointer refuses what is no pointer") {
  for (const std::string_view text : {"a", " /a", "/~", "/a~", "/~2", "/a/~/b", "~0"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_pointer(text).has_value());
  }
}

}  // namespace
