// same_endpoint and canonical_endpoint; the time of parse_endpoint on long text.
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "admit/endpoint.h"
#include "format/exact_copy.h"

namespace {

struct Pair {
  std::string_view a;
  std::string_view b;
  bool same;
};

constexpr Pair kPairs[] = {
    {"dev.com:80", "DEV.com:80", true},   // RFC 4343: names ignore ASCII case
    {"dev.com.:80", "dev.com:80", true},  // the root's dot
    {"A_b", "a_B.", true},
    {"dev.com:80", "dev.com:81", false},
    {"dev.com", "dev.com:80", false},  // an absent port is no port
    {"dev.com", "dev.org", false},
    {"dev.com", "dev.co", false},
    {"[::1]:80", "[0:0:0:0:0:0:0:1]:80", true},  // RFC 5952: one address, many spellings
    {"[2001:DB8::]", "[2001:db8:0::0]", true},
    {"[64:ff9b::1.2.3.4]", "[64:ff9b::102:304]", true},
    {"[::]", "0.0.0.0", false},  // other family, same bytes
    {"1.2.3.4", "1.2.3.5", false},
    {"1.2.3.4:80", "1.2.3.4:80", true},
    {"a", "1.2.3.4", false},
};

struct Canonical {
  std::string_view text;
  std::string_view canonical;
};

constexpr Canonical kCanonical[] = {
    {"DEV.Com.:8080", "dev.com:8080"},
    {"1.2.3.4", "1.2.3.4"},
    {"[2001:0DB8:0:0:1:0:0:1]:1", "[2001:db8::1:0:0:1]:1"},  // RFC 5952 4.2.3: the first run
    {"[2001:db8:0:1:1:1:1:1]", "[2001:db8:0:1:1:1:1:1]"},    // 4.2.2: not for one group
    {"[1:0:0:2:0:0:0:3]", "[1:0:0:2::3]"},                   // 4.2.3: the longest run
    {"[0:0:0:0:0:0:0:0]", "[::]"},
    {"[1:0:0:0:0:0:0:0]", "[1::]"},
    {"[64:ff9b::1.2.3.4]", "[64:ff9b::102:304]"},
};

}  // namespace

TEST_CASE("two endpoints are the same exactly when their canonical texts are") {
  for (const Pair& row : kPairs) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    const auto a = admit::parse_endpoint(row.a);
    const auto b = admit::parse_endpoint(row.b);
    REQUIRE(a.has_value());
    REQUIRE(b.has_value());
    CHECK(same_endpoint(a.value(), b.value()) == row.same);
    CHECK(same_endpoint(b.value(), a.value()) == row.same);
    CHECK((canonical_endpoint(a.value()) == canonical_endpoint(b.value())) == row.same);
  }
}

TEST_CASE("canonical text, which parses to the same endpoint") {
  for (const Canonical& row : kCanonical) {
    CAPTURE(row.text);
    const auto parsed = admit::parse_endpoint(row.text);
    REQUIRE(parsed.has_value());
    const std::string canonical = canonical_endpoint(parsed.value());
    CHECK(canonical == row.canonical);
    const auto again = admit::parse_endpoint(canonical);
    REQUIRE(again.has_value());
    CHECK(same_endpoint(parsed.value(), again.value()));
  }
}

TEST_CASE("the examples of endpoint.h") {
  const auto parsed = admit::parse_endpoint("[2001:db8::1]:443");
  CHECK((parsed && parsed.value().kind == admit::HostKind::ipv6));
  const admit::EndpointFault fault = admit::parse_endpoint("a:99999").error();
  CHECK(admit::endpoint_message("a:99999", fault.code, fault.offset, fault.length) ==
        "a port outside 1 to 65535: `99999`");
  CHECK(canonical_endpoint(admit::parse_endpoint("[2001:DB8:0::1]:443").value()) ==
        "[2001:db8::1]:443");
}

TEST_CASE("a megabyte of anything is refused in linear time") {
  const auto start = std::chrono::steady_clock::now();
  for (const std::string_view piece :
       {"a", "1", "a.", "1.",       ":",    "[", "]",  "[:", "0x", "-",
        "_", ".", "/",  "\xc3\xbc", "\xff", ",", "a,", " ",  "1:", "a-."}) {
    std::string text;
    while (text.size() < (1u << 20)) text += piece;
    for (const std::string& full : {text, '[' + text + ']', "a:" + text}) {
      const admit::test::ExactCopy copy(full);
      const auto parsed = admit::parse_endpoint(copy.view());
      REQUIRE_FALSE(parsed.has_value());
      const admit::EndpointFault& fault = parsed.error();
      CHECK(fault.offset <= full.size());
      CHECK(fault.length <= full.size() - fault.offset);
      const std::string message =
          endpoint_message(copy.view(), fault.code, fault.offset, fault.length);
      const std::string hint = endpoint_hint(copy.view(), fault.code, fault.offset, fault.length);
      CHECK(message.size() < 1000);
      CHECK(hint.size() < 1000);
    }
  }
  // 60 texts; quadratic time would take hours.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
}
