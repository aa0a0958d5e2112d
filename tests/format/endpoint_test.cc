// parse_endpoint by rows: what it refuses, with code and place; what it accepts, with the value.
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "admit/endpoint.h"
#include "format/exact_copy.h"

namespace {

using admit::EndpointCode;
using admit::HostKind;

struct Refused {
  std::string_view text;
  EndpointCode code;
  std::size_t offset;
  std::size_t length;
  std::string_view source;
};

using namespace std::string_view_literals;

const std::string kLabel63(63, 'a');
const std::string kLabel64(64, 'a');
const std::string kName253 =
    kLabel63 + '.' + kLabel63 + '.' + kLabel63 + '.' + std::string(61, 'a');
const std::string kName254 = kName253 + 'a';
const std::string kName253Port = kName253 + ":65535";
const std::string kName254Port = kName254 + ":0";
const std::string kName253Dot = kName253 + '.';
const std::string kName254Number =
    kLabel63 + '.' + kLabel63 + '.' + kLabel63 + '.' + std::string(60, 'a') + ".1";
const std::string kLongNumber = "a." + std::string(64, '1');
const std::string kLongOctet = "1.2.3." + std::string(64, '9');
const std::string kLongLabelFirst = kLabel64 + ".b-";
const std::string kForeignInLong = kLabel64 + "$";

const std::vector<Refused> kRefused = {
    {"", EndpointCode::empty, 0, 0, "RFC 3986 3.2.2: a host may be empty; here it may not"},
    {":", EndpointCode::empty, 0, 0, "an empty host is decided first"},
    {":80", EndpointCode::empty, 0, 0, "an empty host"},
    {":80/", EndpointCode::empty, 0, 0, "empty goes before path"},
    {":x@y", EndpointCode::empty, 0, 0, "empty goes before user-info"},
    {"://a", EndpointCode::empty, 0, 0, "empty goes before scheme"},

    {"a:80\0b"sv, EndpointCode::control_character, 4, 1, "C strings end at NUL"},
    {"\0"sv, EndpointCode::control_character, 0, 1, "C strings end at NUL"},
    {"a\r\nb", EndpointCode::control_character, 1, 1, "WHATWG URL parsers drop CR and LF"},
    {"a:80\n", EndpointCode::control_character, 4, 1, "`$` of many regular expressions"},
    {"\ta", EndpointCode::control_character, 0, 1, "TAB is no white space here"},
    {"a\x7f", EndpointCode::control_character, 1, 1, "DEL"},
    {"a:\x1f"
     "80",
     EndpointCode::control_character, 2, 1, "the last of C0"},
    {" a", EndpointCode::white_space, 0, 1, "nothing is trimmed"},
    {"a: 80", EndpointCode::white_space, 2, 1, "inside the port"},
    {"[::1 ]:80", EndpointCode::white_space, 4, 1, "inside brackets"},
    {"b\xc3\xbc"
     "cher.example:80",
     EndpointCode::non_ascii, 1, 2, "RFC 5890 2.3.2.1: a U-label"},
    {"\xef\xbc\x91.2.3.4", EndpointCode::non_ascii, 0, 3, "full-width digit one"},
    {"a\xff", EndpointCode::non_ascii, 1, 1, "no UTF-8"},
    {"a\xf0\x9f\x98\x80", EndpointCode::non_ascii, 1, 4, "four bytes"},
    {"a\xe2\x82", EndpointCode::non_ascii, 1, 1, "cut UTF-8"},

    {"http://a", EndpointCode::scheme, 4, 3, "RFC 3986 3.1"},
    {"http://[::1]:80", EndpointCode::scheme, 4, 3, "scheme goes before brackets"},
    {"//a", EndpointCode::scheme, 0, 2, "RFC 3986 4.2: network-path reference"},
    {"//", EndpointCode::scheme, 0, 2, "a network-path reference to nothing"},
    {"file:///etc", EndpointCode::scheme, 4, 3, "RFC 8089"},
    {"a@b:80", EndpointCode::user_info, 1, 1, "RFC 3986 3.2.1"},
    {"a@http://b", EndpointCode::user_info, 1, 1, "the first byte decides"},
    {"a/b", EndpointCode::path, 1, 1, "RFC 3986 3.3"},
    {"a//b", EndpointCode::path, 1, 1, "no colon, no scheme"},
    {"a:/b", EndpointCode::path, 2, 1, "one slash is no scheme"},
    {"/", EndpointCode::path, 0, 1, "one slash"},
    {"a\\b", EndpointCode::path, 1, 1, "WHATWG URL takes it for a slash"},
    {"a?b", EndpointCode::path, 1, 1, "RFC 3986 3.4"},
    {"a#b", EndpointCode::path, 1, 1, "RFC 3986 3.5"},
    {"10.0.0.0/8", EndpointCode::path, 8, 1, "RFC 4632: a range"},
    {"[fe80::1%eth0]:80", EndpointCode::percent, 8, 1, "RFC 9844: a zone"},
    {"a%2eb", EndpointCode::percent, 1, 1, "RFC 3986 2.1: an escape"},
    {"*.a.com", EndpointCode::wildcard, 0, 1, "RFC 4592"},
    {"a:*", EndpointCode::wildcard, 2, 1, "no port"},
    {"a:80,b:80", EndpointCode::list, 4, 1, "a list"},
    {"a;b", EndpointCode::list, 1, 1, "a list"},

    {"[::1", EndpointCode::brackets, 0, 1, "unclosed"},
    {"[", EndpointCode::brackets, 0, 1, "unclosed"},
    {"[]", EndpointCode::brackets, 0, 1, "empty"},
    {"[]:80", EndpointCode::brackets, 0, 1, "empty"},
    {"[v1.x]", EndpointCode::brackets, 0, 1, "RFC 3986 3.2.2: IPvFuture, no colon"},
    {"[127.0.0.1]:80", EndpointCode::brackets, 0, 1, "no colon inside"},
    {"[::1]x", EndpointCode::brackets, 4, 1, "text after the bracket"},
    {"[::1]]:80", EndpointCode::brackets, 4, 1, "text after the bracket"},
    {"[[::1]]:80", EndpointCode::brackets, 5, 1, "the first closing bracket closes"},
    {"[::1]:80:81", EndpointCode::brackets, 8, 1, "a second colon outside"},
    {"[:g]:80:81", EndpointCode::brackets, 7, 1, "brackets go before ipv6-syntax"},
    {"::1", EndpointCode::brackets, 1, 1, "RFC 3986 3.2.2: IPv6 has brackets"},
    {"::1:80", EndpointCode::brackets, 1, 1, "an address or an address with a port"},
    {"::", EndpointCode::brackets, 1, 1, "two colons: not an empty host"},
    {"a:b:c", EndpointCode::brackets, 3, 1, "the second colon"},
    {"-a:b:c", EndpointCode::brackets, 4, 1, "brackets go before label"},
    {":[::1]", EndpointCode::brackets, 2, 1, "brackets count in front only"},

    {"127.1", EndpointCode::ipv4_form, 0, 5, "inet_aton(3): two parts"},
    {"2130706433", EndpointCode::ipv4_form, 0, 10, "inet_aton(3): one part"},
    {"0x7f.0.0.1", EndpointCode::ipv4_form, 0, 10, "inet_aton(3): hex"},
    {"010.0.0.1:80", EndpointCode::ipv4_form, 0, 9, "RFC 6943 3.1.1: octal or decimal"},
    {"1.2.3.4.", EndpointCode::ipv4_form, 0, 8, "WHATWG URL drops the dot"},
    {"1.2.3.256.", EndpointCode::ipv4_form, 0, 10, "the dot goes before the range"},
    {"1.2.3.4.5", EndpointCode::ipv4_form, 0, 9, "five parts"},
    {"256.010.0.1", EndpointCode::ipv4_form, 0, 11, "form goes before range"},
    {"0x", EndpointCode::ipv4_form, 0, 2, "WHATWG URL 3.5: 0x is zero"},
    {"0X.0xA", EndpointCode::ipv4_form, 0, 6, "WHATWG URL 3.5"},
    {"80", EndpointCode::ipv4_form, 0, 2, "a port alone"},
    {"1.2.3.256", EndpointCode::ipv4_range, 6, 3, "RFC 3986 3.2.2: dec-octet"},
    {"999.2.3.256", EndpointCode::ipv4_range, 0, 3, "the first of two"},
    {"1.4294967297.3.4:x", EndpointCode::ipv4_range, 2, 10, "host before port"},
    {kLongOctet, EndpointCode::ipv4_range, 6, 64, "numbers are no name: no length of a label"},
    {"[:]", EndpointCode::ipv6_syntax, 0, 3, "RFC 4291 2.2"},
    {"[1:2:3:4::5:6:7:8]:80", EndpointCode::ipv6_syntax, 0, 18, "\"::\" for no group"},
    {"[::1.2.3.04]", EndpointCode::ipv6_syntax, 0, 12, "leading zero in a quad"},
    {"[1:2]:x", EndpointCode::ipv6_syntax, 0, 5, "host before port"},
    {"[::00001]", EndpointCode::ipv6_syntax, 0, 9, "five digits"},
    {"[a:$]", EndpointCode::ipv6_syntax, 0, 5, "a foreign character in brackets"},
    {"[::ffff:1.2.3.4]:80", EndpointCode::ipv4_mapped, 0, 16, "RFC 4291 2.5.5.2"},
    {"[0:0:0:0:0:ffff:102:304]", EndpointCode::ipv4_mapped, 0, 24, "by value"},
    {"[::FFFF:0:0]", EndpointCode::ipv4_mapped, 0, 12, "by value"},
    {"[0:0::ffff:102:304]:x", EndpointCode::ipv4_mapped, 0, 19, "host before port"},

    {".", EndpointCode::label, 0, 0, "RFC 1035 2.3.1"},
    {"..", EndpointCode::label, 0, 0, "RFC 1035 2.3.1"},
    {".a", EndpointCode::label, 0, 0, "RFC 1035 2.3.1"},
    {"a..b", EndpointCode::label, 2, 0, "RFC 1035 2.3.1"},
    {"a..", EndpointCode::label, 2, 0, "one dot at the end at most"},
    {"1..2", EndpointCode::label, 2, 0, "no numbers: a label is empty"},
    {"-", EndpointCode::label, 0, 1, "RFC 952"},
    {"-a", EndpointCode::label, 0, 2, "RFC 952"},
    {"a-:80", EndpointCode::label, 0, 2, "RFC 952"},
    {"a.b-.c", EndpointCode::label, 2, 2, "RFC 952"},
    {"-$", EndpointCode::label, 0, 2, "from the left: the hyphen"},
    {"a$-", EndpointCode::label, 1, 1, "from the left: the character"},
    {"a[b", EndpointCode::label, 1, 1, "a bracket inside is a foreign character"},
    {"a]b", EndpointCode::label, 1, 1, "a bracket inside is a foreign character"},
    {"1.2.3.4]:2", EndpointCode::label, 7, 1, "a bracket inside is a foreign character"},
    {"a$b:99999", EndpointCode::label, 1, 1, "host before port"},
    {kForeignInLong, EndpointCode::label, 64, 1, "characters before the length of their label"},
    {kLabel64, EndpointCode::length, 0, 64, "RFC 1035 2.3.4"},
    {kLongLabelFirst, EndpointCode::length, 0, 64, "from the left"},
    {kLongNumber, EndpointCode::length, 2, 64, "length goes before numeric-tld"},
    {kName254, EndpointCode::length, 0, 254, "RFC 1035 2.3.4: 255 on the wire"},
    {kName254Port, EndpointCode::length, 0, 254, "host before port"},
    {kName254Number, EndpointCode::length, 0, 254, "length goes before numeric-tld"},
    {"example.123", EndpointCode::numeric_tld, 8, 3, "WHATWG URL 3.5"},
    {"a.0x1:80", EndpointCode::numeric_tld, 2, 3, "WHATWG URL 3.5"},
    {"a.0x", EndpointCode::numeric_tld, 2, 2, "WHATWG URL 3.5"},
    {"a.1.", EndpointCode::numeric_tld, 2, 1, "WHATWG URL 3.5: the dot is dropped"},
    {"a_b.1", EndpointCode::numeric_tld, 4, 1, "no warning where something is wrong"},

    {"a:", EndpointCode::port_empty, 2, 0, "RFC 3986 3.2.3: a port may be empty; here it may not"},
    {"[::1]:", EndpointCode::port_empty, 6, 0, "the end"},
    {"a_b:", EndpointCode::port_empty, 4, 0, "no warning where something is wrong"},
    {"a:+80", EndpointCode::port_syntax, 2, 1, "strtol(3) takes a sign"},
    {"a:080", EndpointCode::port_syntax, 2, 1, "octal or decimal"},
    {"a:00", EndpointCode::port_syntax, 2, 1, "a leading zero"},
    {"a:http", EndpointCode::port_syntax, 2, 1, "getaddrinfo(3) takes names"},
    {"a:0x50", EndpointCode::port_syntax, 3, 1, "strtol(3) takes hex"},
    {"a:8x0", EndpointCode::port_syntax, 3, 1, "atoi(3) stops there"},
    {"[::1]:80]", EndpointCode::port_syntax, 8, 1, "a bracket in the port"},
    {"a:0", EndpointCode::port_range, 2, 1, "RFC 6335 6: port 0 is reserved"},
    {"a:65536", EndpointCode::port_range, 2, 5, "RFC 9293 3.1: 16 bits"},
    {"a:65616", EndpointCode::port_range, 2, 5, "80 modulo 2^16"},
    {"a:4294967376", EndpointCode::port_range, 2, 10, "80 modulo 2^32"},
    {"a:18446744073709551696", EndpointCode::port_range, 2, 20, "80 modulo 2^64"},
    {"a:99999999999999999999", EndpointCode::port_range, 2, 20, "past 64 bits"},
};

struct Accepted {
  std::string_view text;
  HostKind kind;
  std::string_view host;
  std::optional<std::uint16_t> port;
  std::vector<std::uint8_t> bytes;  ///< the leading ones; the rest is zero
  std::optional<EndpointCode> notice;
  std::size_t notice_offset = 0;
};

const std::vector<std::uint8_t> kLoopback6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
const std::vector<std::uint8_t> kDocumentation6 = {0x20, 1, 0xd, 0xb8, 0, 0, 0, 0,
                                                   0,    0, 0,   0,    0, 0, 0, 1};
const std::vector<std::uint8_t> kNat64 = {0, 0x64, 0xff, 0x9b, 0,   0, 0, 0,
                                          0, 0,    0,    0,    127, 0, 0, 1};

const std::vector<Accepted> kAccepted = {
    {"dev.com:8080", HostKind::name, "dev.com", 8080, {}, {}},
    {"a", HostKind::name, "a", {}, {}, {}},
    {"LOCALHOST:1", HostKind::name, "LOCALHOST", 1, {}, {}},
    {"xn--bcher-kva.example", HostKind::name, "xn--bcher-kva.example", {}, {}, {}},
    {"1.2.3.256.com", HostKind::name, "1.2.3.256.com", {}, {}, {}},
    {"0x7f.0.0.0x7g", HostKind::name, "0x7f.0.0.0x7g", {}, {}, {}},
    {"a--b.3com", HostKind::name, "a--b.3com", {}, {}, {}},
    {kLabel63, HostKind::name, kLabel63, {}, {}, {}},
    {kName253Port, HostKind::name, kName253, 65535, {}, {}},
    {kName253Dot, HostKind::name, kName253Dot, {}, {}, EndpointCode::trailing_dot, 253},
    {"a_b.com", HostKind::name, "a_b.com", {}, {}, EndpointCode::underscore, 1},
    {"_", HostKind::name, "_", {}, {}, EndpointCode::underscore, 0},
    {"_a._b.:80", HostKind::name, "_a._b.", 80, {}, EndpointCode::underscore, 0},
    {"example.com.", HostKind::name, "example.com.", {}, {}, EndpointCode::trailing_dot, 11},
    {"example.com.:80", HostKind::name, "example.com.", 80, {}, EndpointCode::trailing_dot, 11},
    {"100.100.2.136:53", HostKind::ipv4, "100.100.2.136", 53, {100, 100, 2, 136}, {}},
    {"0.0.0.0", HostKind::ipv4, "0.0.0.0", {}, {0, 0, 0, 0}, {}},
    {"255.255.255.255:65535", HostKind::ipv4, "255.255.255.255", 65535, {255, 255, 255, 255}, {}},
    {"[::1]:80", HostKind::ipv6, "::1", 80, kLoopback6, {}},
    {"[::]", HostKind::ipv6, "::", {}, {}, {}},
    {"[2001:DB8:0:0::1]", HostKind::ipv6, "2001:DB8:0:0::1", {}, kDocumentation6, {}},
    {"[64:ff9b::127.0.0.1]:443", HostKind::ipv6, "64:ff9b::127.0.0.1", 443, kNat64, {}},
};

void check_refused(const Refused& row) {
  CAPTURE(row.text);
  CAPTURE(row.source);
  const admit::test::ExactCopy copy(row.text);
  const auto parsed = admit::parse_endpoint(copy.view());
  REQUIRE_FALSE(parsed.has_value());
  CHECK(endpoint_code_id(parsed.error().code) == endpoint_code_id(row.code));
  CHECK(parsed.error().offset == row.offset);
  CHECK(parsed.error().length == row.length);
}

void check_accepted(const Accepted& row) {
  CAPTURE(row.text);
  const admit::test::ExactCopy copy(row.text);
  const auto parsed = admit::parse_endpoint(copy.view());
  REQUIRE(parsed.has_value());
  const admit::Endpoint& endpoint = parsed.value();
  CHECK(endpoint.kind == row.kind);
  CHECK(endpoint.host == row.host);
  CHECK(endpoint.port == row.port);
  std::array<std::uint8_t, 16> bytes{};
  std::copy(row.bytes.begin(), row.bytes.end(), bytes.begin());
  CHECK(endpoint.address == bytes);
  REQUIRE(endpoint.notice.has_value() == row.notice.has_value());
  if (!row.notice) return;
  CHECK(endpoint.notice->code == *row.notice);
  CHECK(endpoint.notice->offset == row.notice_offset);
  CHECK(endpoint.notice->length == 1);
}

}  // namespace

TEST_CASE("endpoints that are refused") {
  for (const Refused& row : kRefused) check_refused(row);
}

TEST_CASE("endpoints that are accepted") {
  for (const Accepted& row : kAccepted) check_accepted(row);
}

TEST_CASE("every code has a row, and an id of its own") {
  std::set<EndpointCode> seen;
  for (const Refused& row : kRefused) seen.insert(row.code);
  for (const Accepted& row : kAccepted) {
    if (row.notice) seen.insert(*row.notice);
  }
  std::set<std::string_view> ids;
  for (int i = 0; i <= static_cast<int>(EndpointCode::trailing_dot); ++i) {
    const auto code = static_cast<EndpointCode>(i);
    CAPTURE(endpoint_code_id(code));
    CHECK(seen.count(code) == 1);
    CHECK(ids.insert(endpoint_code_id(code)).second);
    CHECK(endpoint_code_id(code).substr(0, 9) == "endpoint.");
  }
}
