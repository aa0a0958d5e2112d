// Tests of report/message: every placeholder, and what is none.
#include "report/message.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace {

using namespace admit;

std::vector<std::string> letters(std::size_t count) {
  std::vector<std::string> list;
  for (std::size_t i = 0; i < count; ++i) list.emplace_back(1, static_cast<char>('a' + i));
  return list;
}

Violation sample() {
  Violation v;
  v.pointer = "/a/0";
  v.value = "val";
  v.params = {{"member", std::string("namespace")},
              {"limit", std::int64_t{-5}},
              {"count", std::numeric_limits<std::uint64_t>::max()},
              {"ratio", 0.1},
              {"none", letters(0)},
              {"one", letters(1)},
              {"two", letters(2)},
              {"three", letters(3)},
              {"twelve", letters(12)},
              {"many", letters(17)},
              {"value", std::string("never")}};
  return v;
}

TEST_CASE("placeholders are filled in") {
  struct Row {
    std::string_view wording, message;
  };
  const Violation violation = sample();
  for (const Row& row : std::vector<Row>{
           {"", ""},
           {"plain", "plain"},
           {"{place}", "`/a/0`"},
           {"{value} in {place}", "`val` in `/a/0`"},
           {"`x`: {member}{limit}", "`x`: `namespace`-5"},
           {"{count} {ratio}", "18446744073709551615 0.1"},
           {"{none}, {one}, {two}, {three}", "nothing, `a`, `a` or `b`, `a`, `b` or `c`"},
           {"{twelve}", "`a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i`, `j`, `k` or `l`"},
           {"{many}.", "`a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i`, `j`, `k`, `l` and 5 more."},
           {"{unknown} {} { {member} }", "{unknown} {} { `namespace` }"},
           {"add {\"a\": {limit}}", "add {\"a\": -5}"},
           {"{Member} {member", "{Member} {member"},
           {"}{", "}{"},
           {"{{member}}", "{member}}"},
           {"{{\"a\": {member}}", "{\"a\": `namespace`}"},
           {"{{{member}", "{`namespace`"},
           {"a\nb\x1b", "a\\u000ab\\u001b"}}) {
    CHECK(report::interpolate(row.wording, violation) == row.message);
  }
}

TEST_CASE("the root has a name") {
  CHECK(report::interpolate("{place} is empty", Violation()) == "the request is empty");
  CHECK(report::place_name("/x") == "`/x`");
}

TEST_CASE("what was filled in is not looked at again") {
  Violation violation;
  violation.pointer = "/{value}";
  violation.value = "{place}{a}";
  violation.params = {{"a", std::string("{b}")}, {"b", std::string("{a}")}};
  violation.wording = "{place} {value} {a} {b}";
  CHECK(violation.message() == "`/{value}` `{place}{a}` `{b}` `{a}`");
}

TEST_CASE("what comes from the request cannot steer a terminal") {
  Violation violation;
  violation.pointer = "/\x1b[2J";
  violation.value =
      "\xE2\x80\xAE"
      "a\n\xFF";
  violation.params = {{"list", std::vector<std::string>{"\r", "\t"}}};
  CHECK(report::interpolate("{place} {value} {list}", violation) ==
        "`/\\u001b[2J` `\\u202ea\\u000a\\xff` `\\u000d` or `\\u0009`");
}

TEST_CASE("braces without end cost no more than their number") {
  CHECK(report::interpolate(std::string(1 << 20, '{'), Violation()) == std::string(1 << 19, '{'));
  std::string wording;
  while (wording.size() < 1 << 20) wording += "{x";
  CHECK(report::interpolate(wording, Violation()) == wording);
}

}  // namespace
