// The two slow endpoint parsers, one of regular expressions and one of split strings, agree: so
// much for the oracle that parse_endpoint is fuzzed against.
#include "oracles/endpoint_oracle.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "format/sequences.h"
#include "format/slow_endpoint.h"

namespace {

using namespace admit::test;

void compare_all(const std::vector<std::string>& pieces, int most) {
  std::size_t accepted = 0;
  std::size_t differences = 0;
  std::string first;
  for_each_sequence(pieces, most, [&](const std::string& text) {
    const EndpointJudgement one = judge_endpoint(text);
    const SlowVerdict other = slow_endpoint(text);
    accepted += one.accepted ? 1 : 0;
    const bool agree =
        one.accepted == other.accepted && one.code == other.code && one.offset == other.offset;
    if (!agree && differences++ == 0) first = text + ": " + one.code + ", " + other.code;
  });
  CHECK(accepted > 0);
  CHECK_MESSAGE(differences == 0, first);
}

TEST_CASE("the oracles for endpoints agree on every short string") {
  std::vector<std::string> pieces;
  for (const char c : std::string("a1:.[]-x0/@_")) pieces.emplace_back(1, c);
  compare_all(pieces, 4);
}

TEST_CASE("the oracles for endpoints agree on sequences of fragments") {
  compare_all({"1.2.3.4", "256", "0x7f", "010", ".", ":", "::", "ffff", "[", "]", "80", "65536",
               "a", "-", "1:2:3:4:5:6", std::string(63, 'b'), std::string(64, '7')},
              3);
}

TEST_CASE("what the oracle reads in an endpoint") {
  const EndpointJudgement endpoint = judge_endpoint("[2001:db8::1.2.3.4]:443");
  REQUIRE(endpoint.accepted);
  CHECK(endpoint.kind == "ipv6");
  CHECK(endpoint.host == "2001:db8::1.2.3.4");
  CHECK(endpoint.port == 443);
  CHECK(endpoint.address ==
        std::vector<std::uint8_t>{0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4});
}

}  // namespace
