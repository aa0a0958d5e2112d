// liburiparser against the grammar of RFC 3986 appendix A, written out as one pattern: every
// sequence of a few pieces.
#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "format/ecma_pattern.h"
#include "format/format.h"
#include "format/sequences.h"

namespace {

using admit::format::FormatRow;
using admit::format::Pattern;

// RFC 3986 appendix A, from the bottom up.
const std::string kEscape = "%[0-9A-Fa-f]{2}";
const std::string kPlain = "A-Za-z0-9._~!$&'()*+,;=\\-";  // unreserved and sub-delims
const std::string kPathCharacter = "(?:[" + kPlain + ":@]|" + kEscape + ")";
const std::string kSegments = "(?:/" + kPathCharacter + "*)*";
const std::string kAbsolutePath = "/(?:" + kPathCharacter + "+" + kSegments + ")?";
const std::string kRootlessPath = kPathCharacter + "+" + kSegments;
const std::string kPathWithoutScheme = "(?:[" + kPlain + "@]|" + kEscape + ")+" + kSegments;
const std::string kH16 = "[0-9A-Fa-f]{1,4}";
const std::string kOctet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const std::string kLs32 = "(?:" + kH16 + ":" + kH16 + "|" + kOctet + "(?:\\." + kOctet + "){3})";

/// `[ *n( h16 ":" ) h16 ] "::"`
std::string upto(int groups) {
  return "(?:(?:" + kH16 + ":){0," + std::to_string(groups) + "}" + kH16 + ")?::";
}

std::string groups(int count) {
  return "(?:" + kH16 + ":){" + std::to_string(count) + "}";
}

const std::string kIpv6 = "(?:" + groups(6) + kLs32 + "|::" + groups(5) + kLs32 + "|" + upto(0) +
                          groups(4) + kLs32 + "|" + upto(1) + groups(3) + kLs32 + "|" + upto(2) +
                          groups(2) + kLs32 + "|" + upto(3) + groups(1) + kLs32 + "|" + upto(4) +
                          kLs32 + "|" + upto(5) + kH16 + "|" + upto(6) + ")";
const std::string kIpLiteral = "\\[(?:" + kIpv6 + "|[vV][0-9A-Fa-f]+\\.[" + kPlain + ":]+)\\]";
const std::string kHost = "(?:" + kIpLiteral + "|(?:[" + kPlain + "]|" + kEscape + ")*)";
const std::string kAuthority =
    "(?:(?:[" + kPlain + ":]|" + kEscape + ")*@)?" + kHost + "(?::[0-9]*)?";
const std::string kTail =
    "(?:\\?(?:" + kPathCharacter + "|[/?])*)?(?:#(?:" + kPathCharacter + "|[/?])*)?$";
const std::string kUri = "^[A-Za-z][A-Za-z0-9+.-]*:(?://" + kAuthority + kSegments + "|" +
                         kAbsolutePath + "|" + kRootlessPath + "|)" + kTail;
const std::string kRelative = "^(?://" + kAuthority + kSegments + "|" + kAbsolutePath + "|" +
                              kPathWithoutScheme + "|)" + kTail;

Pattern compiled(const std::string& ecma) {
  auto pattern = Pattern::compile(ecma);
  REQUIRE_MESSAGE(pattern.has_value(), pattern.error().reason);
  return pattern.value();
}

struct Comparison {
  Pattern uri = compiled(kUri);
  Pattern relative = compiled(kRelative);
  const FormatRow& uri_row = *admit::format::find_format("uri");
  const FormatRow& reference_row = *admit::format::find_format("uri-reference");
  std::size_t texts = 0;
  std::size_t accepted = 0;
  std::string first_difference;

  void add(const std::string& text) {
    const bool is_uri = uri.matches(text);
    const bool is_reference = is_uri || relative.matches(text);
    ++texts;
    if (is_reference) ++accepted;
    const bool is_same =
        uri_row.is_valid(text) == is_uri && reference_row.is_valid(text) == is_reference;
    if (!is_same && first_difference.empty()) first_difference = text;
  }

  void report() const {
    MESSAGE(texts << " texts compared, " << accepted << " of them accepted");
    CHECK_MESSAGE(first_difference.empty(), first_difference);
  }
};

void compare_all(const std::string& prefix, const std::vector<std::string>& pieces, int most) {
  if (!admit::format::find_format("uri")->is_available) {
    MESSAGE("skipped: a build without liburiparser");
    return;
  }
  Comparison comparison;
  admit::test::for_each_sequence(
      pieces, most, [&](const std::string& text) { comparison.add(text); }, prefix);
  comparison.report();
}

}  // namespace

TEST_CASE("URIs agree with the grammar") {
  compare_all("", {"a", ":", "/", "?", "#", "[::1]", "@", "%4a", "%", "1", ".", "-", "\""}, 4);
  compare_all("a://", {"a", ":", "/", "?", "#", "[", "]", "@", "::", "1", "v1."}, 4);
}

TEST_CASE("IPv6 addresses in URIs agree with the grammar") {
  compare_all("//[", {"1:", ":", "::", "ffff", "1.2.3.4", "01", "256", "]"}, 6);
  compare_all("//[1:2:3:4:", {"5:", "6", ":", "::", "1.2.3.4", "]", "12345"}, 6);
}
