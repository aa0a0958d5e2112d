// Tests of text/suggest.
#include "text/suggest.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace {

using namespace admit::text;

constexpr std::array<std::string_view, 9> kNames = {"namespace",  "name",   "groupName",
                                                    "addresses",  "source", "sourceType",
                                                    "dnsServers", "ip",     "qualifier"};

TEST_CASE("closest finds the word that was meant") {
  struct Row {
    std::string_view word, meant;  // meant: empty for none
  };
  for (const Row& row : std::vector<Row>{{"nameSpace", "namespace"},   // case
                                         {"group_name", "groupName"},  // case and joiner
                                         {"DNS-SERVERS", "dnsServers"},
                                         {"name_", "name"},
                                         {"nmae", "name"},  // a swap is one edit
                                         {"nam", "name"},
                                         {"nxmx", ""},  // two of four are too many
                                         {"namespce", "namespace"},
                                         {"namspc", ""},  // three of six
                                         {"adresses", "addresses"},
                                         {"addressess", "addresses"},
                                         {"sourcetpye", "sourceType"},
                                         {"sourceTypXYZ", "sourceType"},
                                         {"sourceTyXYZW", ""},
                                         {"Ip", "ip"},  // short: case slips alone
                                         {"iq", ""},
                                         {"", ""},
                                         {"zzzzzzzz", ""}}) {
    CAPTURE(row.word);
    CHECK(closest(row.word, kNames).value_or("") == row.meant);
  }
}

TEST_CASE("the nearest wins, among equals the first, and a case slip before all") {
  const std::vector<std::string_view> equals = {"abcx", "abcy"};
  CHECK(closest("abcz", equals) == "abcx");
  const std::vector<std::string_view> nearer = {"abcdxy", "abcdex"};
  CHECK(closest("abcdef", nearer) == "abcdex");
  const std::vector<std::string_view> slip = {"abcdf", "AB_CDE"};
  CHECK(closest("abcde", slip) == "AB_CDE");
  CHECK_FALSE(closest("abc", {}).has_value());
}

TEST_CASE("long words are bounded") {
  const std::string word(64, 'a');
  const std::string near = word.substr(1);
  const std::string huge(1 << 20, 'a');
  const std::vector<std::string_view> candidates = {huge, near};
  CHECK(closest(word, candidates) == near);
  CHECK_FALSE(closest(word + "a", candidates).has_value());
  CHECK_FALSE(closest(huge, candidates).has_value());
}

}  // namespace
