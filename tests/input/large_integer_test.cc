// Integers of 2^63 and more, which are a kind of their own to the scanner: whatever else listens to
// it passes them like any other value.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "input/document.h"
#include "input/place_finder.h"
#include "input/probe.h"
#include "input/secrets.h"
#include "input/yaml_comments.h"

namespace admit::input {
namespace {

TEST_CASE("a probe looks behind it") {
  constexpr std::string_view kWanted[] = {"kind"};
  const std::string text = R"({"n":18446744073709551615,"kind":1})";
  CHECK(probe_document(text, Limits{}, kWanted) == Probe::has_member);
}

TEST_CASE("it may be a secret") {
  const std::string text = "n: 18446744073709551615\napiKey: 9223372036854775808\n";
  const auto secrets = find_secrets(Source(text, Syntax::yaml), text::SecretNames());
  REQUIRE(secrets.size() == 1);
  CHECK(secrets[0].of(text) == "9223372036854775808");
}

TEST_CASE("comments of YAML are found beside it") {
  const std::string text = "n: 18446744073709551615 # most\n";
  const auto comments = find_comments(Source(text, Syntax::yaml), {});
  REQUIRE(comments);
  REQUIRE(comments->size() == 1);
  CHECK(comments->front().span.of(text) == "# most");
}

TEST_CASE("a text that is no document is searched beyond it") {
  const std::string text = R"({"n":18446744073709551615,"a":[1,})";
  PlaceFinder finder;
  ScanMemory memory;
  finder.search(Source(text), ScanLimits{}, memory, [](std::string_view) { return false; });
  CHECK(finder.open_path(true) == "/a");
}

}  // namespace
}  // namespace admit::input
