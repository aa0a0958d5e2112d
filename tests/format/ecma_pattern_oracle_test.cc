// Patterns against std::regex, which reads ECMAScript (the third edition) and backtracks: every
// sequence of a few tokens, on every short text.
#include <doctest/doctest.h>

#include <cstddef>
#include <regex>
#include <string>
#include <vector>

#include "format/ecma_pattern.h"
#include "format/sequences.h"

namespace {

using admit::format::Pattern;

std::vector<std::string> short_texts() {
  std::vector<std::string> texts;
  admit::test::for_each_sequence({"a", "b", "-"}, 3,
                                 [&](const std::string& text) { texts.push_back(text); });
  return texts;
}

struct Comparison {
  std::vector<std::string> texts = short_texts();
  std::size_t patterns = 0;
  std::string first_difference;

  void add(const std::string& ecma) {
    const auto pattern = Pattern::compile(ecma);
    if (!pattern) return;
    const std::regex expected(ecma, std::regex::ECMAScript);  // throws if it finds no pattern
    ++patterns;
    for (const std::string& text : texts) {
      const bool is_same = pattern.value().matches(text) == std::regex_search(text, expected);
      if (!is_same && first_difference.empty()) first_difference = ecma + " on " + text;
    }
  }
};

}  // namespace

TEST_CASE("patterns agree with std::regex") {
  Comparison comparison;
  admit::test::for_each_sequence(
      {"a", "b", "(", "(?:", ")", "|", "*", "+?", "{1,2}", "^", "$", "[^a]", "\\b", "\\W"}, 4,
      [&](const std::string& ecma) { comparison.add(ecma); });
  MESSAGE(comparison.patterns << " patterns compared");
  CHECK_MESSAGE(comparison.first_difference.empty(), comparison.first_difference);
}
