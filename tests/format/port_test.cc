// parse_port: every number there is, and what is no number.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "format/exact_copy.h"
#include "format/host_port.h"
#include "format/port.h"

TEST_CASE("every number up to twice the range") {
  for (unsigned value = 0; value < 131072; ++value) {
    const admit::test::ExactCopy text(std::to_string(value));
    const auto port = admit::format::parse_port(text.view());
    REQUIRE(port.has_value() == (value >= 1 && value <= 65535));
    if (port) REQUIRE(port.value() == value);
  }
}

TEST_CASE("text that is no port") {
  for (const std::string_view text :
       {"", " ", "080", "00001", "+80", "-80", "8 0", "0x50", "80\n", "http", "65616", "4294967376",
        "18446744073709551696", "1e3", "80.0"}) {
    CHECK_FALSE_MESSAGE(admit::format::is_port(text), text);
  }
}

TEST_CASE("hosts with ports") {
  CHECK(admit::format::is_host_port("a:1"));
  CHECK(admit::format::is_host_port("a_b:1"));  // a warning is no refusal
  CHECK_FALSE(admit::format::is_host_port("a"));
  CHECK(admit::format::is_host_opt_port("a"));
  CHECK_FALSE(admit::format::is_host_opt_port(":1"));
  CHECK(admit::format::is_ip_port("[::1]:1"));
  CHECK(admit::format::is_ip_port("1.2.3.4:1"));
  CHECK_FALSE(admit::format::is_ip_port("1.2.3.4"));
  CHECK_FALSE(admit::format::is_ip_port("a:1"));
  CHECK_FALSE(admit::format::is_ip_port("[::ffff:1.2.3.4]:1"));
}
