// endpoint_message and endpoint_hint: their text by rows, and what holds for any bytes.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "admit/endpoint.h"
#include "format/exact_copy.h"
#include "format/sequences.h"

namespace {

struct Row {
  std::string text;
  std::string_view message;
  std::string_view hint;
};

#if defined(ADMIT_WITH_IDN2) && ADMIT_WITH_IDN2
constexpr bool kWithIdn = true;
#else
constexpr bool kWithIdn = false;
#endif

constexpr std::string_view kWriteALabel = "write the name as its A-label, which begins with `xn--`";

const std::vector<Row> kRows = {
    {"", "the host is missing", "write a host, with or without a port"},
    {":80", "the host is missing", "write a host before the `:`"},
    {"://a", "the host is missing", "delete `://`"},
    {"a:80\n", "a control character in an endpoint: `\\u000a`", "write `a:80`"},
    {"8.8.8.8:53\x01"
     "evil",
     "a control character in an endpoint: `\\u0001`", ""},
    {"a: 80", "a space in an endpoint", "write `a:80`"},
    {" a:80 ", "a space in an endpoint", "write `a:80`"},
    {"a b", "a space in an endpoint", ""},
    {"a\xff", "a character outside ASCII in an endpoint: `\\xff`", kWriteALabel},
    {"http://dev.com:80", "a URL scheme in front of an endpoint: `://`", "delete `http://`"},
    {"http://[::1]:80", "a URL scheme in front of an endpoint: `://`", "delete `http://`"},
    {"https://a/b?c", "a URL scheme in front of an endpoint: `://`", "write `a`"},
    {"//a", "a URL scheme in front of an endpoint: `//`", "delete `//`"},
    {"me:secret@b:80", "user information in front of a host: `@`", "write `b:80`"},
    {"a@b@c", "user information in front of a host: `@`", ""},
    {"a:80/b", "a path, query or fragment in an endpoint: `/`", "write `a:80`"},
    {"10.0.0.0/8", "a path, query or fragment in an endpoint: `/`",
     "write one address in place of the range"},
    {"10.0.0.1/32", "a path, query or fragment in an endpoint: `/`", "write `10.0.0.1`"},
    {"[::1]/64", "a path, query or fragment in an endpoint: `/`",
     "write one address in place of the range"},
    {"8.8.8.8#53", "a path, query or fragment in an endpoint: `#`", "write `8.8.8.8:53`"},
    {"2001:db8::1#53", "a path, query or fragment in an endpoint: `#`", "write `[2001:db8::1]:53`"},
    {"unix:/run/a", "a path, query or fragment in an endpoint: `/`", ""},
    {"[fe80::1%eth0]:80", "a percent escape or an IPv6 zone in an endpoint: `%`",
     "write `[fe80::1]:80`"},
    {"fe80::1%eth0", "a percent escape or an IPv6 zone in an endpoint: `%`", "write `[fe80::1]`"},
    {"a%20b", "a percent escape or an IPv6 zone in an endpoint: `%`", ""},
    {"*.a.com", "a wildcard in an endpoint: `*`", "write one host in place of the `*`"},
    {"a:*", "a wildcard in an endpoint: `*`", "write one port in place of the `*`"},
    {"a:80, b:81", "several endpoints in one string: `,`",
     "write each endpoint as an entry of its own: `a:80`, `b:81`"},
    {"a:80;", "several endpoints in one string: `;`", "write `a:80`"},
    {"a:80,81", "several endpoints in one string: `,`",
     "write each endpoint as an entry of its own"},

    {"::1", "more than one colon outside brackets", "write `[::1]`"},
    {"2001:db8::1", "more than one colon outside brackets", "write `[2001:db8::1]`"},
    {"1:2:3:4:5:6:7:8:80", "more than one colon outside brackets", "write `[1:2:3:4:5:6:7:8]:80`"},
    {"::1:80", "more than one colon outside brackets",
     "write `[::1]:80`, or `[::1:80]` if `80` is no port"},
    {"::ffff:1.2.3.4", "more than one colon outside brackets", "write `1.2.3.4`"},
    {"::1]:80", "more than one colon outside brackets", "write `[::1]:80`"},
    {"ipv4:1.2.3.4:80", "more than one colon outside brackets", "delete `ipv4:`"},
    {"a:80:443", "more than one colon outside brackets", "write `a:80` or `a:443`"},
    {"a:b:c", "more than one colon outside brackets", ""},
    {"[::1", "a bracket that is never closed", "write `[::1]`"},
    {"[a:80", "a bracket that is never closed", "write `a:80`"},
    {"[]:80", "empty brackets", "write an IPv6 address between the brackets"},
    {"[127.0.0.1]:80", "brackets around something other than an IPv6 address",
     "write `127.0.0.1:80`"},
    {"[::1]80", "text after the closing bracket that is no port", "write `[::1]:80`"},
    {"[[::1]]:80", "text after the closing bracket that is no port", "write `[::1]:80`"},
    {"[::1].com", "text after the closing bracket that is no port", ""},

    {"127.1:80", "an IPv4 address that is not four plain decimal numbers: `127.1`",
     "write `127.0.0.1:80`"},
    {"2130706433", "an IPv4 address that is not four plain decimal numbers: `2130706433`",
     "write `127.0.0.1`"},
    {"0x7F.1", "an IPv4 address that is not four plain decimal numbers: `0x7F.1`",
     "write `127.0.0.1`"},
    {"010.0.0.1", "an IPv4 address that is not four plain decimal numbers: `010.0.0.1`",
     "write `10.0.0.1`, or `8.0.0.1` if a leading zero means octal"},
    {"01.2.3.4", "an IPv4 address that is not four plain decimal numbers: `01.2.3.4`",
     "write `1.2.3.4`"},
    {"0300.1.1.1", "an IPv4 address that is not four plain decimal numbers: `0300.1.1.1`",
     "write `192.1.1.1`"},
    {"1.2.3.4.", "an IPv4 address that is not four plain decimal numbers: `1.2.3.4.`",
     "write `1.2.3.4`"},
    {"1.2.3.4.5", "an IPv4 address that is not four plain decimal numbers: `1.2.3.4.5`",
     "write four decimal numbers from 0 to 255"},
    {"8080", "an IPv4 address that is not four plain decimal numbers: `8080`",
     "write a host and a `:` before the port"},
    {"1.2.3.256", "an IPv4 octet over 255: `256`", "write a number from 0 to 255"},
    {"[1.2.3.4:80]", "text in brackets that looks like IPv6 and is none: `[1.2.3.4:80]`",
     "write `1.2.3.4:80`"},
    {"[1:2:3:4:5:6:7:8:80]",
     "text in brackets that looks like IPv6 and is none: `[1:2:3:4:5:6:7:8:80]`",
     "write `[1:2:3:4:5:6:7:8]:80`"},
    {"[:g]", "text in brackets that looks like IPv6 and is none: `[:g]`", ""},
    {"[::ffff:102:304]:80",
     "an IPv4 address that is spelled as an IPv6 address: `[::ffff:102:304]`",
     "write `1.2.3.4:80`"},

    {"a..b:80", "an empty label in a host name", "write `a.b:80`"},
    {".", "an empty label in a host name", ""},
    {"-a", "a label that begins with a hyphen: `-a`", ""},
    {"a.b-", "a label that ends with a hyphen: `b-`", ""},
    {"\"a:80\"", "a character that no host name may hold: `\"`", "write `a:80`"},
    {"`a:80`", "a character that no host name may hold: `\\u0060`", "write `a:80`"},
    {"a$b", "a character that no host name may hold: `$`",
     "use letters, digits, hyphens and dots only"},
    {std::string(65, 'a') + ".com",
     "a label over 63 bytes: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...`",
     "shorten the label to at most 63 bytes"},
    {"dev.com.8080", "a host name whose last label is a number: `8080`",
     "write `dev.com:8080` if `8080` is the port"},
    {"a.0x1", "a host name whose last label is a number: `0x1`", ""},
    {"a:", "a colon without a port", "delete the `:` or write a port after it"},
    {"a:+80", "a port that is not a plain decimal number: `+`", "write `a:80`"},
    {"a:080", "a port with a leading zero: `0`", "write `a:80`"},
    {"[::1]:0x50", "a port that is not a plain decimal number: `x`", "write `[::1]:80`"},
    {"a:http", "a port that is not a plain decimal number: `h`", "write `a:80`"},
    {"a:80-90", "a port that is not a plain decimal number: `-`",
     "write a decimal number from 1 to 65535"},
    {"a:65616", "a port outside 1 to 65535: `65616`", "write a decimal number from 1 to 65535"},
    {"a_b.com", "an underscore in a host name", "use a name of letters, digits, hyphens and dots"},
    {"a.com.:80", "a dot at the end of a host name", "write `a.com:80`"},
};

/// With libidn2 the ASCII form is computed (UTS #46).
const std::vector<Row> kIdnRows = {
    {"b\xc3\xbc"
     "cher.example:80",
     "a character outside ASCII in an endpoint: `\xc3\xbc` (U+00FC)",
     kWithIdn ? "write `xn--bcher-kva.example:80`" : kWriteALabel},
    {"\xef\xbc\x91.2.3.4", "a character outside ASCII in an endpoint: `\xef\xbc\x91` (U+FF11)",
     kWithIdn ? "write `1.2.3.4`" : kWriteALabel},
    {"1.2.3.4\xef\xbc\x9a"
     "80",
     "a character outside ASCII in an endpoint: `\xef\xbc\x9a` (U+FF1A)",
     kWithIdn ? "write `1.2.3.4:80`" : kWriteALabel},
    {"a:\xef\xbc\x98\xef\xbc\x90",
     "a character outside ASCII in an endpoint: `\xef\xbc\x98` (U+FF18)",
     kWithIdn ? "write `a:80`" : "write the port in ASCII digits"},
    {"a:\xd9\xa8\xd9\xa0", "a character outside ASCII in an endpoint: `\xd9\xa8` (U+0668)",
     "write the port in ASCII digits"},
    {"a\xe2\x80\x8b.com", "a character outside ASCII in an endpoint: `\\u200b` (U+200B)",
     kWithIdn ? "write `a.com`" : kWriteALabel},
};

struct Place {
  admit::EndpointCode code;
  std::size_t offset;
  std::size_t length;
};

Place place_of(std::string_view text) {
  const auto parsed = admit::parse_endpoint(text);
  if (!parsed) return {parsed.error().code, parsed.error().offset, parsed.error().length};
  REQUIRE(parsed.value().notice.has_value());
  return {parsed.value().notice->code, parsed.value().notice->offset,
          parsed.value().notice->length};
}

void check_row(const Row& row) {
  CAPTURE(row.text);
  const admit::test::ExactCopy copy(row.text);
  const Place place = place_of(copy.view());
  CHECK(endpoint_message(copy.view(), place.code, place.offset, place.length) == row.message);
  CHECK(endpoint_hint(copy.view(), place.code, place.offset, place.length) == row.hint);
}

/// The text that a hint begins by telling to write, or "".
std::string_view text_to_write(std::string_view hint) {
  constexpr std::string_view kWrite = "write `";
  if (hint.substr(0, kWrite.size()) != kWrite) return {};
  hint.remove_prefix(kWrite.size());
  return hint.substr(0, hint.find('`'));
}

bool is_printable(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  }
  return true;
}

void check_laws(std::string_view text, const Place& place) {
  const std::string message = endpoint_message(text, place.code, place.offset, place.length);
  const std::string hint = endpoint_hint(text, place.code, place.offset, place.length);
  CHECK_FALSE(message.empty());
  CHECK(message.back() != '.');
  CHECK((hint.empty() || hint.back() != '.'));
  CHECK(is_printable(message));
  CHECK(is_printable(hint));
  CHECK(message.size() < 600);
  CHECK(hint.size() < 600);
  const std::string_view repair = text_to_write(hint);
  if (repair.empty()) return;
  const auto parsed = admit::parse_endpoint(repair);
  REQUIRE_MESSAGE(parsed.has_value(), hint);
  CHECK_FALSE(parsed.value().notice.has_value());
}

}  // namespace

TEST_CASE("messages and hints by rows") {
  for (const Row& row : kRows) check_row(row);
  for (const Row& row : kIdnRows) check_row(row);
}

TEST_CASE("messages and hints of any text are short, printable, and offer what parses") {
  const std::vector<std::string> pieces = {"a",
                                           "1",
                                           "0x",
                                           "::1",
                                           ":",
                                           ".",
                                           "[",
                                           "]",
                                           "/",
                                           "//",
                                           "@",
                                           "%",
                                           "*",
                                           ",",
                                           "#",
                                           "-",
                                           "_",
                                           "$",
                                           "\"",
                                           " ",
                                           "\n",
                                           "\xc3\xbc",
                                           "\xff",
                                           "80",
                                           "256",
                                           "1.2.3.4",
                                           std::string(70, 'b'),
                                           std::string(1, '\0')};
  admit::test::for_each_sequence(pieces, 3, [](const std::string& text) {
    CAPTURE(text);
    const auto parsed = admit::parse_endpoint(text);
    if (!parsed || parsed.value().notice) check_laws(text, place_of(text));
  });
}

TEST_CASE("a place that does not belong to the text does no harm") {
  constexpr std::size_t kFar = static_cast<std::size_t>(-1);
  for (int i = 0; i <= static_cast<int>(admit::EndpointCode::trailing_dot); ++i) {
    for (const std::string_view text : {"", "a", "[", ":", "\xc3", "::1:80", "[::1]:80", "-"}) {
      const admit::test::ExactCopy copy(text);
      for (const std::size_t offset : {std::size_t{0}, std::size_t{1}, kFar}) {
        for (const std::size_t length : {std::size_t{0}, std::size_t{1}, kFar}) {
          check_laws(copy.view(), {static_cast<admit::EndpointCode>(i), offset, length});
        }
      }
    }
  }
}
