// Patterns of ECMA-262 by rows: what they match, what is refused, where and why. Sections are those
// of ECMA-262 (2023).
#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "format/ecma_pattern.h"
#include "format/exact_copy.h"

namespace {

using admit::format::Pattern;
using namespace std::string_literals;

struct MatchRow {
  std::string pattern;
  std::vector<std::string> found;
  std::vector<std::string> not_found;
};

const std::vector<MatchRow> kMatches = {
    // 22.2.2.3 and 22.2.2.4: alternatives, sequences, assertions; `m` is never set.
    {"", {"", "a"}, {}},
    {"a|", {"", "b"}, {}},
    {"a|bc", {"xa", "bcx"}, {"", "b", "xc"}},
    {"()", {""}, {}},
    {"^$", {""}, {"a", "\n"}},
    {"^a|b$", {"ax", "xb"}, {"xa", "bx", "b\n"}},
    {"a$", {"a"}, {"a\n", "a\nb"}},
    {"\\bcat\\b", {"cat", "a cat.", "\u00e9cat\u00e9"}, {"cats", "_cat"}},
    {"\\B", {"", "ab", "\u00e9"}, {"a", "a\u00e9b"}},
    // 22.2.2.5: quantifiers, greedy and lazy.
    {"^a*?b$", {"b", "aab"}, {"a"}},
    {"^a+?$", {"a", "aa"}, {""}},
    {"^a??$", {"", "a"}, {"aa"}},
    {"^a{2}$", {"aa"}, {"a", "aaa"}},
    {"^a{2,}?$", {"aa", "aaaa"}, {"a"}},
    {"^a{0,2}$", {"", "aa"}, {"aaa"}},
    {"^a{0}$", {""}, {"a"}},
    {"^a{007}$", {"aaaaaaa"}, {"aaaaaa"}},
    {"^(?:ab){2}$", {"abab"}, {"ab", "abb"}},
    {"^(?:(a)|b)*$", {"", "abba"}, {"c"}},
    {"(a+)+$", {"aaa", "baa"}, {"", "ab"}},
    {"(?:\\b)*a", {"a"}, {"b"}},
    // 22.2.2.7: atoms. A dot is everything but the line terminators of 12.3.
    {"^.$", {"a", "\u00e9", "\U0001F432", "\u0085", "\v"}, {"\n", "\r", "\u2028", "\u2029", ""}},
    {"^[^]$", {"a", "\n", "\u2028", "\U0001F432"}, {""}},
    {"[]", {}, {"", "a"}},
    {"[]|a", {"a"}, {"b"}},
    {"^(?<year>\\d{4})-(?<$m\\u0061>\\d\\d)$", {"2024-02"}, {"2024-2"}},
    // 22.2.2.9 and 12.2: white space and line terminators, all of them; `\d` and `\w` are ASCII.
    {"^\\s+$",
     {" \t\n\v\f\r\u00a0\ufeff\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000"},
     {"\u200b", "\u180e", "\u0085", "a"}},
    {"^\\S$", {"a", "\u200b", "\u0085", "\u3001", "\U0001F432"}, {" ", "\ufeff", "\u2028", "\v"}},
    {"^[\\S]$", {"a"}, {"\u00a0"}},
    {"^[^\\S\\n]$", {" ", "\u3000"}, {"\n", "a"}},
    {"^\\d$", {"0"}, {"\u0660", "a"}},
    {"^\\D$", {"\u0660", "a"}, {"0"}},
    {"^\\w$", {"a", "_", "7"}, {"\u00e9", "-"}},
    {"^[^\\W]$", {"a", "_"}, {"\u00e9", "-"}},
    // 22.2.1, CharacterEscape.
    {"^\\t\\n\\v\\f\\r$", {"\t\n\v\f\r"}, {}},
    {"^\\cA\\cz$", {"\x01\x1a"}, {"\\cA"}},
    {"^\\0$", {"\0"s}, {"0", ""}},
    {"^a\0b$"s, {"a\0b"s}, {"a", "ab"}},
    {"^\\x41\\x7e$", {"A~"}, {}},
    {"^\\u00e9$", {"\u00e9"}, {"\xc3"}},
    {"^\\uD83D\\udc32*$", {"", "\U0001F432\U0001F432"}, {"\U0001F409"}},
    {"^\\u{1F432}\\u{0000041}$", {"\U0001F432A"}, {}},
    {"^\U0001F432{2}$", {"\U0001F432\U0001F432"}, {"\U0001F432"}},
    {"^\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/$", {"^$\\.*+?()[]{}|/"}, {}},
    // B.1.2: escaped punctuation, and brackets and braces that begin nothing.
    {"^\\-\\_\\@\\ \\\"\\\u00e9$", {"-_@ \"\u00e9"}, {}},
    {"^]}{$", {"]}{"}, {}},
    {"^a{,2}b{x}c{1$", {"a{,2}b{x}c{1"}, {"aab"}},
    {"^{}$", {"{}"}, {}},
    // 22.2.1, CharacterClass; B.1.2 for a set beside a hyphen.
    {"^[a-c]$", {"a", "b", "c"}, {"d", "-", "A"}},
    {"^[a-]$", {"a", "-"}, {"b"}},
    {"^[-a]$", {"a", "-"}, {"b"}},
    {"^[--/]$", {"-", ".", "/"}, {","}},
    {"^[a\\-c]$", {"a", "-", "c"}, {"b"}},
    {"^[\\w-.]+$", {"a-.b_9"}, {"a/b"}},
    {"^[a-\\d]+$", {"a-5"}, {"b"}},
    {"^[.$^*()|{}/[]+$", {".$^*()|{}/["}, {"a"}},
    {"^[\\b]$", {"\b"}, {"b"}},
    {"^[^a]$", {"b", "\n", "\u2028"}, {"a"}},
    {"^[[:alpha:]]$", {":]", "a]", "[]"}, {"b", "z]"}},
    {"^[\\uD83D\\uDC32-\\u{1F440}]$", {"\U0001F433"}, {"\U0001F431", "\xed\xa0\xbd"}},
    {"^[\\]\\\\]$", {"]", "\\"}, {"["}},
    // 22.2.2.9, CharacterClassEscape :: p{...}: names of categories, scripts, binary properties.
    {"^\\p{Letter}\\p{L}\\p{Lu}\\p{Lowercase_Letter}$", {"\u00e9\u00c9\u00c9\u00e9"}, {"aaaa"}},
    {"^\\p{gc=Nd}\\p{General_Category=Decimal_Number}\\p{digit}$", {"1\u09ea\u0660"}, {"a11"}},
    {"^\\P{L}$", {"1", "\n"}, {"a"}},
    {"^[\\p{L}\\p{N}_]+$", {"\u00e91_"}, {"-"}},
    {"^[^\\p{L}]$", {"1"}, {"\u00e9"}},
    {"^\\p{Script=Greek}\\p{sc=Grek}$", {"\u03b1\u03b2"}, {"ab"}},
    {"^\\p{LC}\\P{LC}$", {"a1", "\u01c51"}, {"11", "ab"}},
    {"^[\\P{LC}]$", {"1"}, {"a"}},
    {"^\\p{Any}\\p{ASCII}\\p{Assigned}$", {"\U0010FFFFaa"}, {"a\u00e9a", "aa\u0378"}},
    {"^\\p{C}\\p{Cn}\\p{Cc}$", {"\u0378\u0378\x01", "\x01\u0378\x01"}, {"a\u0378\x01"}},
    {"^\\P{C}\\P{Cn}$", {"aa", "a\x01"}, {"\u0378\x01", "a\u0378"}},
    {"^[\\p{C}a]$", {"a", "\x01", "\u0378"}, {"b"}},
    {"^[^\\p{C}]+$", {"abc \u00e9"}, {"a\x01", "\u0378"}},
    {"^\\p{White_Space}\\p{space}$", {" \u3000"}, {"a "}},
};

struct RefusalRow {
  std::string pattern;
  std::string_view reason;
  std::size_t offset;
  bool is_valid_ecma;
};

constexpr std::string_view kLookAhead = "look-ahead cannot be matched in linear time";
constexpr std::string_view kLookBehind = "look-behind cannot be matched in linear time";
constexpr std::string_view kReference = "a back-reference cannot be matched in linear time";
constexpr std::string_view kNoGroup = "a back-reference to a group that does not exist";
constexpr std::string_view kOpenGroup = "a group that is not closed";
constexpr std::string_view kOpenClass = "a class that is not closed";
constexpr std::string_view kNoName = "a group without a name in angle brackets";
constexpr std::string_view kNoKind = "`(?` that begins no group of ECMA-262";

const std::vector<RefusalRow> kRefusals = {
    // Well-formed, but out of reach of an automaton.
    {"a(?=b)", kLookAhead, 1, true},
    {"(?!a)b", kLookAhead, 0, true},
    {"(?=a)*b", kLookAhead, 0, true},  // B.1.2, QuantifiableAssertion
    {"(?<=a+)b", kLookBehind, 0, true},
    {"x(?<!a)b", kLookBehind, 1, true},
    {"(a)\\1", kReference, 3, true},
    {"\\1(a)", kReference, 0, true},
    {"(?<n>a)\\k<n>", kReference, 7, true},
    {"\\uD83D", "`\\uD83D` is half a character, which no text holds", 0, true},
    {"a\\uDC32\\uD83D", "`\\uDC32` is half a character, which no text holds", 1, true},
    {"[\\u{D800}-\\u{DFFF}]", "`\\u{D800}` is half a character, which no text holds", 1, true},
    {"a{1001}", "`{1001}` repeats more than 1000 times", 1, true},
    {"a{5,99999999999999999999}", "`{5,99999999999999999999}` repeats more than 1000 times", 1,
     true},
    {"(?:a{10}b){101}", "nested repetitions multiply to more than 1000", 10, true},
    {"((a{10}){10}){10,11}", "nested repetitions multiply to more than 1000", 13, true},
    {"\\p{Alphabetic}", "RE2 has no table of the property `Alphabetic`", 0, true},
    {"\\p{scx=Grek}", "RE2 has no table of the property `scx=Grek`", 0, true},
    {"[^a\\p{C}]", "RE2 cannot take an unassigned character and others out of one class", 0, true},
    // Malformed, which is told first.
    {"a\\p{Block=Latin}", "`Block=Latin` is no property of Unicode", 1, false},
    {"(?=a)(", kOpenGroup, 5, false},
    {"(a", kOpenGroup, 0, false},
    {"(a(b)", kOpenGroup, 0, false},
    {"^(abc]", kOpenGroup, 1, false},
    {"a)", "a closing parenthesis without a group", 1, false},
    {"[a", kOpenClass, 0, false},
    {"x[]a", "", 0, true},
    {"[^", kOpenClass, 0, false},
    {"[a\\]", kOpenClass, 0, false},
    {"[z-a]", "`z-a` is a range that ends before it begins", 1, false},
    {"*", "`*` repeats nothing", 0, false},
    {"a**", "`*` repeats nothing", 2, false},
    {"a+{2}", "`{2}` repeats nothing", 2, false},
    {"a|?", "`?` repeats nothing", 2, false},
    {"({1})", "`{1}` repeats nothing", 1, false},
    {"^*", "`*` repeats nothing", 1, false},
    {"\\b+", "`+` repeats nothing", 2, false},
    {"(?<=a)*", "`*` repeats nothing", 6, false},
    {"a{3,2}", "`{3,2}` has its counts out of order", 1, false},
    {"a{99999999999999999999,99999999999999999998}",
     "`{99999999999999999999,99999999999999999998}` has its counts out of order", 1, false},
    {"a\\", "a backslash at the end", 1, false},
    {"\\a", "`\\a` is no escape of ECMA-262", 0, false},
    {"\\A\\Z", "`\\A` is no escape of ECMA-262", 0, false},
    {"\\x4", "`\\x4` lacks hexadecimal digits", 0, false},
    {"\\u12", "`\\u12` lacks hexadecimal digits", 0, false},
    {"\\u{}", "`\\u{` is no code point", 0, false},
    {"\\u{110000}", "`\\u{110000}` is no code point", 0, false},
    {"\\c1", "`\\c` without a letter", 0, false},
    {"\\01", "`\\01` is an octal escape", 0, false},
    {"\\1", kNoGroup, 0, false},
    {"(a)\\2", kNoGroup, 3, false},
    {"\\99999999999999999999(a)", kNoGroup, 0, false},
    {"[\\1]", "a back-reference inside a class", 1, false},
    {"[\\B]", "`\\B` inside a class", 1, false},
    {"\\k<n>", kNoGroup, 0, false},
    {"\\k", "`\\k` without the name of a group", 0, false},
    {"\\p", "`\\p` lacks a name in braces", 0, false},
    {"\\pL", "`\\pL` lacks a name in braces", 0, false},
    {"\\p{L", "`\\p{L` lacks a name in braces", 0, false},
    {"\\p{letter}", "`letter` is no property of Unicode", 0, false},
    {"\\p{Latin}", "`Latin` is a script, which is spelled `Script=Latin`", 0, false},
    {"\\p{Script=L}", "`Script=L` is no property of Unicode", 0, false},
    {"\\p{}", "`` is no property of Unicode", 0, false},
    {"(?i)a", kNoKind, 0, false},
    {"(?P<n>a)", kNoKind, 0, false},
    {"(?#a)", kNoKind, 0, false},
    {"(?", kNoKind, 0, false},
    {"(?<>a)", kNoName, 3, false},
    {"(?<n", kNoName, 3, false},
    {"(?<1>a)", "`1` in the name of a group", 3, false},
    {"(?<n>a)(?<n>b)", "two groups have the same name", 10, false},
    {"a\xff", "a pattern that is not UTF-8", 1, false},
};

std::string repeated(std::string_view unit, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += unit;
  return text;
}

std::string reason_of(std::string_view ecma) {
  const auto pattern = Pattern::compile(ecma);
  return pattern ? "" : pattern.error().reason;
}

}  // namespace

TEST_CASE("patterns find what ECMA-262 says") {
  for (const MatchRow& row : kMatches) {
    CAPTURE(row.pattern);
    const admit::test::ExactCopy ecma(row.pattern);
    const auto pattern = Pattern::compile(ecma.view());
    REQUIRE_MESSAGE(pattern.has_value(), pattern.error().reason);
    CHECK(pattern.value().source() == row.pattern);
    for (const std::string& text : row.found) {
      CHECK_MESSAGE(pattern.value().matches(admit::test::ExactCopy(text).view()), text);
    }
    for (const std::string& text : row.not_found) {
      CHECK_FALSE_MESSAGE(pattern.value().matches(admit::test::ExactCopy(text).view()), text);
    }
  }
}

TEST_CASE("what cannot be matched is refused with reason and place") {
  for (const RefusalRow& row : kRefusals) {
    CAPTURE(row.pattern);
    const admit::test::ExactCopy ecma(row.pattern);
    const auto translated = admit::format::translate_pattern(ecma.view());
    CHECK(admit::format::is_valid_pattern(ecma.view()) == row.is_valid_ecma);
    CHECK(translated.has_value() == row.reason.empty());
    if (translated) continue;
    CHECK(translated.error().reason == row.reason);
    CHECK(translated.error().offset == row.offset);
    CHECK(translated.error().is_valid_ecma == row.is_valid_ecma);
  }
}

TEST_CASE("every property of Unicode is known by all its names, and compiles") {
  struct Row {
    std::string_view prefix;
    std::string_view names[3];
    std::string_view members;
  };
  constexpr std::string_view category = "gc=";
  constexpr std::string_view binary;
  const Row rows[] = {
#define ADMIT_PROPERTY(kind, name, short_name, other_name, members, is_complement) \
  {kind, {name, short_name, other_name}, members},
#define ADMIT_SCRIPT(name, short_name, other_name) \
  {"Script=", {name, short_name, other_name}, "\\p{" name "}"},
#include "format/unicode_properties.def"
#undef ADMIT_PROPERTY
#undef ADMIT_SCRIPT
  };
  for (const Row& row : rows) {
    for (const std::string_view name : row.names) {
      if (name.empty()) continue;
      const std::string spelled = std::string(row.prefix) + std::string(name);
      CAPTURE(spelled);
      CHECK(admit::format::is_valid_pattern("\\p{" + spelled + "}"));
      CHECK(reason_of("\\p{" + spelled + "}").empty() == !row.members.empty());
      CHECK(reason_of("\\P{" + spelled + "}").empty() == !row.members.empty());
    }
  }
}

TEST_CASE("hostile patterns end soon") {
  const std::string too_large = "the compiled pattern takes more than 4 MiB";
  const std::string too_many = "more than 10000 classes and repetitions";
  CHECK(reason_of("(a+)+$").empty());
  CHECK(reason_of("((a*)*)*").empty());
  CHECK(reason_of("(?:(?:(?:a{10}){10}){10})").empty());
  CHECK(reason_of("^[\\p{L}\\p{N}]{1,64}$").empty());
  CHECK(reason_of("(?:\\p{L}{10}){100}") == too_large);
  CHECK(reason_of(repeated("(a?){1000}", 200)) == too_large);
  CHECK(reason_of(repeated("(?:", 900) + "a" + repeated("|b)*", 900)).empty());
  CHECK(reason_of(repeated("(", 100'000)) == "groups are nested deeper than 1000");
  CHECK(reason_of(repeated("[", 100'000)) == kOpenClass);
  CHECK(reason_of(repeated("\\p{L}", 501)) == "more than 500 properties of Unicode");
  CHECK(reason_of(repeated("\\S", 20'000)) == too_many);
  CHECK(reason_of(repeated("a?", 20'000)) == too_many);
  CHECK(reason_of(repeated("a", 70'000)) == "a pattern of more than 65536 bytes");
  CHECK(admit::format::is_valid_pattern(repeated("a", 70'000)));
  CHECK_FALSE(admit::format::is_valid_pattern(repeated("a", 70'000) + "("));
}

TEST_CASE("matching is linear where backtracking is not") {
  const std::string text = repeated("a", 100'000) + "!";
  for (const std::string_view ecma : {"^(a+)+$", "^(a|a)*$", "(?:a?){1000}b", "(a*)*b"}) {
    CAPTURE(ecma);
    const auto pattern = Pattern::compile(ecma);
    REQUIRE(pattern.has_value());
    CHECK_FALSE(pattern.value().matches(text));
  }
}

TEST_CASE("a copy of a pattern is the same program") {
  auto compiled = Pattern::compile("^[a-z]+$");
  REQUIRE(compiled.has_value());
  const Pattern copy = compiled.value();
  CHECK(&copy.source() == &compiled.value().source());
  CHECK(copy.program_size() > 0);
  CHECK(copy.matches("abc"));
  CHECK(copy.matches(std::string_view("abcd", 3)));
  CHECK_FALSE(copy.matches(std::string_view()));
}

TEST_CASE("threads share one pattern") {
  auto compiled = Pattern::compile("(?:[a-z]+\\.){3}[^]{0,20}x$");
  REQUIRE(compiled.has_value());
  const Pattern& pattern = compiled.value();
  std::vector<std::thread> threads;
  std::vector<std::size_t> found(4, 0);
  for (std::size_t& count : found) {
    threads.emplace_back([&pattern, &count] {
      for (std::size_t i = 0; i < 200; ++i) {
        const std::string text = repeated("ab.", i % 5) + repeated("y", i % 7) + "x";
        if (pattern.matches(text)) ++count;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : found) CHECK(count == 80);
}
