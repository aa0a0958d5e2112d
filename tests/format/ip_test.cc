// parse_ipv4, parse_ipv6 and their canonical text, against inet_pton(3) and inet_ntop(3).
#include <arpa/inet.h>
#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/exact_copy.h"
#include "format/ip.h"
#include "format/sequences.h"

namespace {

using admit::format::Ipv6Address;

std::optional<Ipv6Address> by_libc(const std::string& text) {
  Ipv6Address address{};
  if (inet_pton(AF_INET6, text.c_str(), address.data()) != 1) return std::nullopt;
  return address;
}

std::string libc_text(const Ipv6Address& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  REQUIRE(inet_ntop(AF_INET6, address.data(), text.data(), text.size()) != nullptr);
  return text.data();
}

struct Comparison {
  std::size_t texts = 0;
  std::size_t accepted = 0;
  std::string first_difference;

  void add(const std::string& text) {
    const admit::test::ExactCopy copy(text);
    const auto address = admit::format::parse_ipv6(copy.view());
    ++texts;
    if (address) ++accepted;
    if (address != by_libc(text) && first_difference.empty()) first_difference = text;
  }
};

void compare_all(const std::vector<std::string>& pieces, int most) {
  Comparison comparison;
  admit::test::for_each_sequence(pieces, most,
                                 [&](const std::string& text) { comparison.add(text); });
  MESSAGE(comparison.texts << " texts compared, " << comparison.accepted << " of them accepted");
  CHECK_MESSAGE(comparison.first_difference.empty(), comparison.first_difference);
}

}  // namespace

TEST_CASE("parse_ipv6 agrees with inet_pton") {
  compare_all({"1", ":", ".", "f", "g"}, 7);
  compare_all(
      {"1:", "ffff:", "::", ":", "1.2.3.4", "255", "256", ".", "0", "00001", "1:2:3:4:5:6:"}, 5);
}

TEST_CASE("parse_ipv4 agrees with inet_pton") {
  for (const std::string_view octet :
       {"", "0", "00", "01", "9", "10", "099", "199", "255", "256", "260", "300", "999", "1000",
        "0x1", "+1", "1 ", "4294967297", "a"}) {
    for (std::size_t place = 0; place < 5; ++place) {
      std::string text;
      for (std::size_t i = 0; i < 4; ++i) {
        if (i > 0) text += '.';
        text += i == place ? std::string(octet) : "7";
      }
      if (place == 4) text += std::string(octet);
      CAPTURE(text);
      std::array<std::uint8_t, 4> expected{};
      const bool valid = inet_pton(AF_INET, text.c_str(), expected.data()) == 1;
      const admit::test::ExactCopy copy(text);
      const auto address = admit::format::parse_ipv4(copy.view());
      REQUIRE(address.has_value() == valid);
      if (address) CHECK(*address == expected);
    }
  }
}

TEST_CASE("ipv6_text agrees with inet_ntop wherever that writes no dotted quad") {
  for (unsigned groups = 0; groups < 256; ++groups) {
    Ipv6Address address{};
    for (std::size_t i = 0; i < 8; ++i) {
      if ((groups >> i & 1) != 0) address[2 * i + 1] = static_cast<std::uint8_t>(0x0a + 0x11 * i);
    }
    const std::string expected = libc_text(address);
    const std::string text = admit::format::ipv6_text(address);
    CHECK((text == expected || expected.find('.') != std::string::npos));
    CHECK(admit::format::parse_ipv6(text) == address);
  }
}

TEST_CASE("is_ip takes both families, IPv4-mapped addresses too") {
  CHECK(admit::format::is_ip("1.2.3.4"));
  CHECK(admit::format::is_ip("::ffff:1.2.3.4"));
  CHECK_FALSE(admit::format::is_ip("[::1]"));
  CHECK_FALSE(admit::format::is_ip("a"));
  CHECK(admit::format::is_ipv4_mapped(*admit::format::parse_ipv6("0::ffff:0:1")));
  CHECK_FALSE(admit::format::is_ipv4_mapped(*admit::format::parse_ipv6("::fffe:0:1")));
  CHECK_FALSE(admit::format::is_ipv4_mapped(*admit::format::parse_ipv6("1::ffff:0:1")));
}

TEST_CASE("labels that parsers take for numbers") {
  for (const std::string_view label : {"0", "007", "123", "0x", "0X", "0xAf09"}) {
    CHECK_MESSAGE(admit::format::is_numeric_label(label), label);
  }
  for (const std::string_view label : {"", "x", "0xg", "1x", "00x1", "1a", "-1", "0x-"}) {
    CHECK_FALSE_MESSAGE(admit::format::is_numeric_label(label), label);
  }
}
