// The strict scanner: events of good texts, faults and their places of bad ones.
#include "input/json_scanner.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

#include "input/event_log.h"

namespace admit::input {
namespace {

using namespace std::string_view_literals;

struct Scanned {
  std::string events;
  std::optional<ScanError> error;
};

Scanned scan(std::string_view text, ScanLimits limits = {}) {
  ScanMemory memory;
  test::EventLog log;
  JsonScanner scanner(text, limits, memory, log);
  auto error = scanner.run();
  return {log.text(), error};
}

TEST_CASE("good texts give their events") {
  struct Row {
    std::string_view text;
    std::string_view events;
  };
  const Row rows[] = {
      {"null", "null"},
      {" \t\r\n true \n", "true"},
      {"\"\"", "string()"},
      {R"("a\"\\\/\b\f\n\r\tz")", "string(a\"\\/\b\f\n\r\tz)"},
      {R"("\u0041\u00e9\u20ac\ud83d\ude00")", "string(A\u00e9\u20ac\U0001F600)"},
      {"\"\xc3\xa9\xf0\x9f\x98\x80\x7f\"", "string(\u00e9\U0001F600\x7f)"},
      {"[]", "[ ]0"},
      {"[1,2 , 3]", "[ int(1) int(2) int(3) ]3"},
      {"{}", "{ }0"},
      {R"({"a":1,"b":{"c":[]}})", "{ name(a) int(1) name(b) { name(c) [ ]0 }1 }2"},
      {R"({"\u0061":""})", "{ name(a) string() }1"},
      {"-0", "int(0)"},
      {"9223372036854775807", "int(9223372036854775807)"},
      {"-9223372036854775808", "int(-9223372036854775808)"},
      {"9223372036854775808", "uint(9223372036854775808)"},
      {"18446744073709551615", "uint(18446744073709551615)"},
      {"18446744073709551616", "real(18446744073709551616.000000)"},
      {"1.5e1", "real(15.000000)"},
      {"0e99999999999", "real(0.000000)"},
      {"-0.0E-999999", "real(-0.000000)"},
      {"0e115", "real(0.000000)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Scanned scanned = scan(row.text);
    CHECK_FALSE(scanned.error);
    CHECK(scanned.events == row.events);
  }
}

TEST_CASE("a number is rounded once, exactly") {
  ScanMemory memory;
  const NumberToken token = read_number("123456789.123456789", 0);
  CHECK(token.kind == NumberKind::real);
  CHECK(token.real == 123456789.123456789);
}

TEST_CASE("bad texts give the fault and its place") {
  struct Row {
    std::string_view text;
    ScanFault fault;
    std::size_t begin;
    std::size_t end;
  };
  const Row rows[] = {
      {"", ScanFault::empty, 0, 0},
      {" \n", ScanFault::empty, 2, 2},
      {"\xEF\xBB\xBF{}", ScanFault::byte_order_mark, 0, 3},
      {"{\0}\0"sv, ScanFault::utf16, 0, 2},
      {"\0{\0}"sv, ScanFault::utf16, 0, 2},
      {"\xFF\xFE{\0"sv, ScanFault::utf16, 0, 2},
      {"\"\xff\"", ScanFault::invalid_utf8, 1, 2},
      {"\"\xc0\x80\"", ScanFault::invalid_utf8, 1, 2},
      {"\"\xed\xa0\x80\"", ScanFault::invalid_utf8, 1, 2},
      {"\"\xf4\x90\x80\x80\"", ScanFault::invalid_utf8, 1, 2},
      {"\"a\xe2\x82\"", ScanFault::invalid_utf8, 2, 3},
      {"[\xff]", ScanFault::invalid_utf8, 1, 2},
      {R"("\ud800")", ScanFault::lone_surrogate, 1, 7},
      {R"("\udc00")", ScanFault::lone_surrogate, 1, 7},
      {R"("\ud800\u0041")", ScanFault::lone_surrogate, 1, 7},
      {"[1,]", ScanFault::trailing_comma, 2, 3},
      {R"({"a":1,})", ScanFault::trailing_comma, 6, 7},
      {"[1 2]", ScanFault::missing_comma, 3, 4},
      {R"({"a":1 "b":2})", ScanFault::missing_comma, 7, 8},
      {"[1}", ScanFault::mismatched_bracket, 2, 3},
      {R"({"a":1])", ScanFault::mismatched_bracket, 6, 7},
      {"{a:1}", ScanFault::expected_name, 1, 2},
      {"{1:1}", ScanFault::expected_name, 1, 2},
      {"{,}", ScanFault::expected_name, 1, 2},
      {R"({"a" 1})", ScanFault::expected_colon, 5, 6},
      {R"({"a":})", ScanFault::expected_value, 5, 6},
      {"[,1]", ScanFault::expected_value, 1, 2},
      {"]", ScanFault::expected_value, 0, 1},
      {"['a']", ScanFault::single_quote, 1, 2},
      {"{'a':1}", ScanFault::single_quote, 1, 2},
      {"[1, // one\n2]", ScanFault::comment, 4, 6},
      {"/* */ 1", ScanFault::comment, 0, 2},
      {"# x\n1", ScanFault::comment, 0, 1},
      {"True", ScanFault::bad_literal, 0, 4},
      {"[NaN]", ScanFault::bad_literal, 1, 4},
      {"nul", ScanFault::bad_literal, 0, 3},
      {"truefalse", ScanFault::bad_literal, 0, 9},
      {"+1", ScanFault::leading_plus, 0, 1},
      {"01", ScanFault::leading_zero, 0, 2},
      {"-00", ScanFault::leading_zero, 0, 3},
      {".5", ScanFault::bare_fraction, 0, 2},
      {"5.", ScanFault::bare_fraction, 0, 2},
      {"-", ScanFault::bad_number, 0, 1},
      {"-Infinity", ScanFault::bad_number, 0, 9},
      {"1e", ScanFault::bad_number, 0, 2},
      {"1e+", ScanFault::bad_number, 0, 3},
      {"1.5.2", ScanFault::bad_number, 0, 5},
      {"0x10", ScanFault::bad_number, 0, 4},
      {"1_000", ScanFault::bad_number, 0, 5},
      {"1e309", ScanFault::number_range, 0, 5},
      {"-1e400", ScanFault::number_range, 0, 6},
      {"1e-400", ScanFault::number_range, 0, 6},
      {"\"a\nb\"", ScanFault::line_break, 2, 3},
      {"\"\0\""sv, ScanFault::control_character, 1, 2},
      {"\"\t\"", ScanFault::control_character, 1, 2},
      {R"("\x")", ScanFault::bad_escape, 1, 3},
      {R"("\u12g4")", ScanFault::bad_escape, 1, 7},
      {R"("\u12)", ScanFault::bad_escape, 1, 5},
      {"\"abc", ScanFault::unterminated_string, 4, 4},
      {"\"abc\\", ScanFault::bad_escape, 4, 5},
      {"[1", ScanFault::unclosed, 2, 2},
      {"[", ScanFault::unclosed, 1, 1},
      {R"({"a")", ScanFault::unclosed, 4, 4},
      {R"({"a":)", ScanFault::unclosed, 5, 5},
      {R"({"a":1,)", ScanFault::unclosed, 7, 7},
      {"1 2", ScanFault::trailing_bytes, 2, 3},
      {"{}{}", ScanFault::trailing_bytes, 2, 3},
      {"{}\0"sv, ScanFault::trailing_bytes, 2, 3},
      {"[] \xc3\xa9", ScanFault::trailing_bytes, 3, 5},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Scanned scanned = scan(row.text);
    REQUIRE(scanned.error);
    CHECK(static_cast<int>(scanned.error->fault) == static_cast<int>(row.fault));
    CHECK(scanned.error->span.begin == row.begin);
    CHECK(scanned.error->span.end == row.end);
  }
}

TEST_CASE("what is left open names its bracket") {
  const Scanned scanned = scan(R"({"a": [1, 2)");
  REQUIRE(scanned.error);
  CHECK(scanned.error->has_opened);
  CHECK(scanned.error->opened == 6);
}

TEST_CASE("limits hold at their bound and not one below") {
  CHECK_FALSE(scan("[[1]]", {.max_depth = 2}).error);
  const auto deep = scan("[[1]]", {.max_depth = 1}).error;
  REQUIRE(deep);
  CHECK(deep->fault == ScanFault::too_deep);
  CHECK(deep->span == text::Span{1, 2});

  CHECK_FALSE(scan("[1,2]", {.max_array_items = 2}).error);
  const auto long_array = scan("[1, 2]", {.max_array_items = 1}).error;
  REQUIRE(long_array);
  CHECK(long_array->fault == ScanFault::too_many_items);
  CHECK(long_array->span == text::Span{4, 5});
}

TEST_CASE("a million open brackets cost neither stack nor time") {
  const std::string text(1000000, '[');
  CHECK(scan(text, {.max_depth = 64}).error->fault == ScanFault::too_deep);
  CHECK(scan(text, {.max_depth = 2000000}).error->fault == ScanFault::unclosed);
}

TEST_CASE("source_offset maps decoded bytes to the source") {
  const std::string_view token = R"("a\u00e9\nb")";
  CHECK(source_offset(token, 0) == 1);
  CHECK(source_offset(token, 1) == 2);   // the escape of two bytes
  CHECK(source_offset(token, 3) == 8);   // \n
  CHECK(source_offset(token, 4) == 10);  // b
  CHECK(source_offset(token, 5) == 11);  // the closing quote
  CHECK(source_offset(token, 99) == 11);
}

}  // namespace
}  // namespace admit::input
