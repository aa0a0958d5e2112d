// Values of the keyword `format` by rows, each with the section that decides it.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "format/exact_copy.h"
#include "format/format.h"

namespace {

using admit::format::FormatKind;
using admit::format::FormatRow;
using namespace std::string_literals;

struct Row {
  std::string_view format;
  std::string text;
  bool is_valid;
  std::string_view source;
};

const std::string kLabel63(63, 'a');
const std::string kName253 =
    kLabel63 + '.' + kLabel63 + '.' + kLabel63 + '.' + std::string(61, 'a');

const std::vector<Row> kDateRows = {
    {"date", "0000-01-01", true, "RFC 3339 5.6: four digits"},
    {"date", "2000-02-29", true, "RFC 3339 appendix C: every 400 years"},
    {"date", "1900-02-29", false, "RFC 3339 appendix C: not every 100 years"},
    {"date", "2023-04-31", false, "RFC 3339 5.7"},
    {"date", "2023-00-10", false, "RFC 3339 5.6: 01 to 12"},
    {"date", "2023-01-00", false, "RFC 3339 5.6: 01 and up"},
    {"date", "2023-1-01", false, "RFC 3339 5.6: two digits"},
    {"date", "", false, "RFC 3339 5.6"},
    {"time", "23:59:60Z", true, "RFC 3339 5.7: a leap second"},
    {"time", "00:29:60+00:30", true, "RFC 3339 5.7: the same in another zone"},
    {"time", "22:59:60-01:00", true, "RFC 3339 5.7: the same in another zone"},
    {"time", "23:59:60+00:01", false, "RFC 3339 5.7: 23:58:60 in UTC"},
    {"time", "23:59:61Z", false, "RFC 3339 5.7"},
    {"time", "12:00:00.Z", false, "RFC 3339 5.6: 1*DIGIT"},
    {"time", "12:00:00.0123456789z", true, "RFC 3339 5.6: z is Z"},
    {"time", "12:00:00-00:00", true, "RFC 3339 4.3: unknown local offset"},
    {"time", "12:00:00+24:00", false, "RFC 3339 5.6: time-hour"},
    {"time", "12:00:00+0100", false, "RFC 3339 5.6: a colon"},
    {"time", "12:00:00", false, "RFC 3339 5.6: time-offset"},
    {"time", "12:00Z", false, "RFC 3339 5.6: time-second"},
    {"time", "1", false, "RFC 3339 5.6"},
    {"date-time", "2024-02-29t23:59:60.5z", true, "RFC 3339 5.6: t is T"},
    {"date-time", "2024-02-29 23:59:59Z", false, "RFC 3339 5.6: T"},
    {"date-time", "2023-02-29T00:00:00Z", false, "RFC 3339 5.7"},
    {"date-time", "2024-02-29", false, "RFC 3339 5.6"},
    {"date-time", "2024-02-29T", false, "RFC 3339 5.6"},
};

const std::vector<Row> kMailRows = {
    {"email", "joe@example.com", true, "RFC 5321 4.1.2"},
    {"email", "joe@localhost", true, "RFC 5321 4.1.2: Domain is one or more sub-domains"},
    {"email", "!#$%&'*+-/=?^_`{|}~.1@example.com", true, "RFC 5322 3.2.3: atext"},
    {"email", "\"joe bloggs\"@example.com", true, "RFC 5321 4.1.2: Quoted-string"},
    {"email", "\"joe@bloggs..\"@example.com", true, "RFC 5321 4.1.2: qtextSMTP"},
    {"email", "\"a\\\"\\\\b\"@example.com", true, "RFC 5321 4.1.2: quoted-pairSMTP"},
    {"email", "\"\"@example.com", true, "RFC 5321 4.1.2: *QcontentSMTP"},
    {"email", "\"a\"b@example.com", false, "RFC 5321 4.1.2"},
    {"email", "\"a@example.com", false, "RFC 5321 4.1.2"},
    {"email", "\"a\\", false, "RFC 5321 4.1.2"},
    {"email", "\"a\n\"@example.com", false, "RFC 5321 4.1.2: qtextSMTP"},
    {"email", "a@b@example.com", false, "RFC 5321 4.1.2"},
    {"email", "a..b@example.com", false, "RFC 5321 4.1.2: Dot-string"},
    {"email", "a@", false, "RFC 5321 4.1.2"},
    {"email", "a@example.com.", false, "RFC 5321 4.1.2: sub-domain"},
    {"email", "a@-example.com", false, "RFC 5321 4.1.2: Let-dig"},
    {"email", "a@under_score", false, "RFC 5321 4.1.2: Ldh-str"},
    {"email", "a@[192.0.2.1]", true, "RFC 5321 4.1.3: IPv4-address-literal"},
    {"email", "a@[192.0.2.256]", false, "RFC 5321 4.1.3: Snum"},
    {"email", "a@[IPv6:::1]", true, "RFC 5321 4.1.3: IPv6-address-literal"},
    {"email", "a@[ipv6:2001:db8::1]", true, "RFC 5234 2.3: strings of a grammar ignore case"},
    {"email", "a@[::1]", false, "RFC 5321 4.1.3: the tag"},
    {"email", "a@[]", false, "RFC 5321 4.1.3"},
    {"email", "a (joe)@example.com", false, "RFC 5321 4.1.2: no comments"},
    {"email", std::string(64, 'a') + "@b", true, "RFC 5321 4.5.3.1.1"},
    {"email", std::string(65, 'a') + "@b", false, "RFC 5321 4.5.3.1.1"},
    {"email", "\u00fc@example.com", false, "RFC 5321 4.1.2: ASCII"},
    {"idn-email", "\u00fc@b\u00fccher.example", true, "RFC 6531 3.3"},
    {"idn-email", "\"\u00fc \u00fc\"@[192.0.2.1]", true, "RFC 6531 3.3: qtextSMTP"},
    {"idn-email", "a@b\u00fc..c", false, "RFC 6531 3.3: sub-domain"},
    {"idn-email", "a@-\u00fc", false, "RFC 6531 3.3: U-label"},
    {"idn-email", "a@\u00fc-.b", false, "RFC 6531 3.3: U-label"},
    {"idn-email", "a@\u00fc b", false, "RFC 6531 3.3: U-label"},
    {"idn-email", "\xff@b", false, "RFC 6531 3.3: UTF-8"},
};

const std::vector<Row> kNameRows = {
    {"hostname", "a", true, "RFC 1123 2.1"},
    {"hostname", "3com.com", true, "RFC 1123 2.1: a digit first"},
    {"hostname", "1.2.3.4", true, "RFC 1123 2.1: syntax alone"},
    {"hostname", "r3---sn.example", true, "RFC 5890 2.3.1: no A-label, no U-label"},
    {"hostname", kName253, true, "RFC 1035 2.3.4"},
    {"hostname", kName253 + "a", false, "RFC 1035 2.3.4"},
    {"hostname", kLabel63 + "a", false, "RFC 1035 2.3.4"},
    {"hostname", "example.", false, "JSON Schema Test Suite: trailing dot"},
    {"hostname", "b\u00fccher.example", false, "RFC 1123 2.1: ASCII"},
    {"hostname", "a\0b"s, false, "RFC 1123 2.1"},
    {"idn-hostname", "b\u00fccher.example", true, "RFC 5890 2.3.2.3"},
    {"idn-hostname", "XN--BCHER-KVA.example", true, "RFC 5891 5.3: lower-case first"},
    {"idn-hostname", "r3---sn.example", false, "RFC 5890 2.3.2.3: NR-LDH labels alone"},
    {"idn-hostname", "B\u00fccher", false, "RFC 5892 2.6: upper case is DISALLOWED"},
    {"idn-hostname", "bu\u0308cher", false, "RFC 5891 4.1: NFC"},
    {"idn-hostname", "b\u00fc\0cher"s, false, "RFC 5892 2.6"},
    {"idn-hostname", "-\u00fc", false, "RFC 5891 4.2.3.1"},
    {"idn-hostname", "\u00fc-", false, "RFC 5891 4.2.3.1"},
    {"idn-hostname", "\u00fc\u00fc--\u00fc", false, "RFC 5891 4.2.3.1"},
    {"idn-hostname", "a\u3002b\uff0e\u00fc\uff61c", true, "RFC 3490 3.1: dots"},
    {"idn-hostname", "a.\u05d0", true, "RFC 5893 2"},
    {"idn-hostname", "1.\u05d0", false, "RFC 5893 2, 1"},
    {"idn-hostname", "a\u02b9.\u05d0", false, "RFC 5893 2, 6"},
    {"idn-hostname", "a\u02b9", true, "RFC 5893 2: no Bidi domain name"},
    {"idn-hostname", "\u05d01\u0660", false, "RFC 5893 2, 4"},
    {"idn-hostname", "\u0660", false, "RFC 5893 2, 1"},
    {"idn-hostname", "1.xn--4db", false, "RFC 5893 2: A-labels too"},
    {"idn-hostname", "\xff", false, "RFC 5891 4.1: Unicode"},
    {"idn-hostname", "", false, "RFC 1123 2.1"},
    {"ipv4", "192.0.2.1", true, "RFC 3986 3.2.2"},
    {"ipv4", "192.0.2.01", false, "RFC 3986 3.2.2: dec-octet"},
    {"ipv6", "2001:db8::192.0.2.1", true, "RFC 4291 2.2"},
    {"ipv6", "fe80::1%eth0", false, "RFC 4291 2.2: no zone"},
};

const std::vector<Row> kUriRows = {
    {"uri", "urn:ietf:rfc:3986", true, "RFC 3986 1.1.2"},
    {"uri", "a:", true, "RFC 3986 3: path-empty"},
    {"uri", "file:///etc/hosts", true, "RFC 3986 3.2.2: reg-name may be empty"},
    {"uri", "http://u:p@[2001:db8::7]:80/p?q/?#f/?", true, "RFC 3986 3"},
    {"uri", "http://h:", true, "RFC 3986 3.2.3: *DIGIT"},
    {"uri", "http://[v1.a:b]", true, "RFC 3986 3.2.2: IPvFuture"},
    {"uri", "http://[1:2]", false, "RFC 3986 3.2.2: IPv6address"},
    {"uri", "http://a%2", false, "RFC 3986 2.1"},
    {"uri", "1a:b", false, "RFC 3986 3.1: ALPHA first"},
    {"uri", "a:b#c#d", false, "RFC 3986 3.5"},
    {"uri", "a:\0"s, false, "RFC 3986 2"},
    {"uri", "//h/p", false, "RFC 3986 4.2"},
    {"uri", "a:\u00fc", false, "RFC 3986 2: ASCII"},
    {"uri-reference", "", true, "RFC 3986 4.2: path-empty"},
    {"uri-reference", "a/b:c", true, "RFC 3986 4.2: path-noscheme"},
    {"uri-reference", ":c", false, "RFC 3986 4.2: segment-nz-nc"},
    {"uri-reference", "a b", false, "RFC 3986 3.3"},
    {"iri", "http://\u00fc@\u00fc.example/\u00fc?\ue000#\u00fc", true, "RFC 3987 2.2"},
    {"iri", "http://h/\ue000", false, "RFC 3987 2.2: iprivate in the query alone"},
    {"iri", "http://h/?q#\ue000", false, "RFC 3987 2.2: ifragment"},
    {"iri", "http://h/#?\ue000", false, "RFC 3987 2.2: ifragment"},
    {"iri", "\u00fc:b", false, "RFC 3987 2.2: the scheme is ASCII"},
    {"iri", "http://h:\u0661", false, "RFC 3987 2.2: the port is ASCII"},
    {"iri", "http://[::\u00fc]", false, "RFC 3987 2.2: IP-literal"},
    {"iri", "a:\u0085", false, "RFC 3987 2.2: ucschar begins at U+00A0"},
    {"iri", "a:\ufdd0", false, "RFC 3987 2.2: no noncharacters"},
    {"iri", "a:\U0001fffe", false, "RFC 3987 2.2: no noncharacters"},
    {"iri", "a:\U000e0001", false, "RFC 3987 2.2: no tags"},
    {"iri", "a:\xff", false, "RFC 3987 2.2"},
    {"iri-reference", "\u00fc/../\U00010300?\U0010fffd", true, "RFC 3987 2.2"},
    {"iri-reference", "a^", false, "RFC 3987 2.2"},
    {"uri-template", "{var}{+a,b*}{#x:3}{?q%41,r.s*}", true, "RFC 6570 2"},
    {"uri-template", "{=v}{|w}", true, "RFC 6570 2.2: op-reserve"},
    {"uri-template", "{a:10000}", false, "RFC 6570 2.4.1"},
    {"uri-template", "{a:}", false, "RFC 6570 2.4.1"},
    {"uri-template", "{a*:3}", false, "RFC 6570 2.4: one modifier"},
    {"uri-template", "{a-b}", false, "RFC 6570 2.3: varchar"},
    {"uri-template", "{.a.}", false, "RFC 6570 2.3: varname"},
    {"uri-template", "{{a}}", false, "RFC 6570 2.2"},
    {"uri-template", "{", false, "RFC 6570 2.2"},
    {"uri-template", "%4", false, "RFC 6570 2.1: pct-encoded"},
    {"uri-template", "a\\b", false, "RFC 6570 2.1"},
    {"uri-template", "\u00fc\ue000", true, "RFC 6570 2.1: ucschar, iprivate"},
    {"uri-template", "\u0085", false, "RFC 6570 2.1: CTL"},
    {"uri-template", "\xc3", false, "RFC 6570 2.1"},
};

const std::vector<Row> kPointerRows = {
    {"json-pointer", "", true, "RFC 6901 3"},
    {"json-pointer", "/a~0~1\0\u00fc"s, true, "RFC 6901 3: unescaped"},
    {"json-pointer", "a", false, "RFC 6901 3"},
    {"json-pointer", "/~", false, "RFC 6901 3: escaped"},
    {"json-pointer", "/~2", false, "RFC 6901 3: escaped"},
    {"relative-json-pointer", "0#", true, "draft-handrews-relative-json-pointer-01 3"},
    {"relative-json-pointer", "10/a", true, "draft-handrews-relative-json-pointer-01 3"},
    {"relative-json-pointer", "01", false, "draft-handrews-relative-json-pointer-01 3"},
    {"relative-json-pointer", "0#/a", false, "draft-handrews-relative-json-pointer-01 3"},
    {"relative-json-pointer", "/a", false, "draft-handrews-relative-json-pointer-01 3"},
    {"regex", "(?=a)\\b", true, "ECMA-262 22.2.1: look-ahead"},
    {"regex", "(a)\\1", true, "ECMA-262 22.2.1: back-reference"},
    {"regex", "a{5000}", true, "ECMA-262 22.2.1: any count"},
    {"regex", "a)", false, "ECMA-262 22.2.1"},
    {"regex", "\\a", false, "ECMA-262 22.2.1: IdentityEscape"},
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.format);
    CAPTURE(row.text);
    CAPTURE(row.source);
    const FormatRow* const format = admit::format::find_format(row.format);
    REQUIRE(format != nullptr);
    if (!format->is_available) continue;
    const admit::test::ExactCopy copy(row.text);
    CHECK(format->is_valid(copy.view()) == row.is_valid);
  }
}

}  // namespace

TEST_CASE("dates and times") {
  check_rows(kDateRows);
}

TEST_CASE("addresses of mail") {
  check_rows(kMailRows);
}

TEST_CASE("names and addresses of hosts") {
  check_rows(kNameRows);
}

TEST_CASE("URIs, IRIs and templates") {
  check_rows(kUriRows);
}

TEST_CASE("pointers and patterns") {
  check_rows(kPointerRows);
}

TEST_CASE("every format of draft-07 asserts") {
  for (const std::string_view name :
       {"date-time", "date", "time", "email", "idn-email", "hostname", "idn-hostname", "ipv4",
        "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uri-template", "json-pointer",
        "relative-json-pointer", "regex"}) {
    CAPTURE(name);
    const FormatRow* const row = admit::format::find_format(name);
    REQUIRE(row != nullptr);
    CHECK(row->name == name);
    CHECK(row->kind == FormatKind::assertion);
    CHECK((row->is_valid != nullptr) == row->is_available);
    CHECK((row->is_available || !row->build_option.empty()));
  }
}

TEST_CASE("formats of OpenAPI are annotations, and others are not known") {
  for (const std::string_view name :
       {"int32", "int64", "float", "double", "uuid", "byte", "binary", "password"}) {
    CAPTURE(name);
    const FormatRow* const row = admit::format::find_format(name);
    REQUIRE(row != nullptr);
    CHECK(row->kind == FormatKind::annotation);
    CHECK(row->is_available);
    CHECK((row->is_valid == nullptr));
  }
  for (const std::string_view name : {"", "Date", "datetime", "uri ", "date-time2"}) {
    CHECK(admit::format::find_format(name) == nullptr);
  }
}

TEST_CASE("no two formats have one name") {
  std::vector<std::string_view> names;
  for (const FormatRow& row : admit::format::formats()) names.push_back(row.name);
  std::sort(names.begin(), names.end());
  CHECK(std::adjacent_find(names.begin(), names.end()) == names.end());
}

TEST_CASE("long texts are judged without deep stacks") {
  for (const FormatRow& row : admit::format::formats()) {
    if (row.is_valid == nullptr) continue;
    CAPTURE(row.name);
    for (const char c : {'a', '/', '{', '(', '.', ':', '1', '"', '-', '%', '~'}) {
      const std::string text(300'000, c);
      const bool is_valid = row.is_valid(text);
      CHECK(row.is_valid(text) == is_valid);
    }
  }
}
