// parse_endpoint against the slow parser: every string up to a size over a small alphabet, and
// every sequence of a few telling fragments.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "admit/endpoint.h"
#include "format/exact_copy.h"
#include "format/sequences.h"
#include "format/slow_endpoint.h"

namespace {

using admit::test::SlowVerdict;

SlowVerdict verdict_of(std::string_view text) {
  const admit::test::ExactCopy copy(text);
  const auto parsed = admit::parse_endpoint(copy.view());
  if (!parsed) {
    const admit::EndpointFault& fault = parsed.error();
    return {false, std::string(endpoint_code_id(fault.code)), fault.offset, fault.length};
  }
  const auto& notice = parsed.value().notice;
  if (!notice) return {true, "", 0, 0};
  return {true, std::string(endpoint_code_id(notice->code)), notice->offset, notice->length};
}

bool agree(const SlowVerdict& fast, const SlowVerdict& slow) {
  const bool same_length = fast.length == slow.length || slow.code == "endpoint.non-ascii";
  return fast.accepted == slow.accepted && fast.code == slow.code && fast.offset == slow.offset &&
         same_length;
}

/// What was compared; the first difference is kept for the message.
struct Comparison {
  std::size_t texts = 0;
  std::size_t accepted = 0;
  std::size_t differences = 0;
  std::string first;

  void add(const std::string& text) {
    const SlowVerdict fast = verdict_of(text);
    const SlowVerdict slow = admit::test::slow_endpoint(text);
    ++texts;
    if (fast.accepted) ++accepted;
    if (agree(fast, slow)) return;
    if (differences++ == 0) {
      first = text + ": " + fast.code + " at " + std::to_string(fast.offset) + ", slowly " +
              slow.code + " at " + std::to_string(slow.offset);
    }
  }
};

void compare_all(const std::vector<std::string>& pieces, int most) {
  Comparison comparison;
  admit::test::for_each_sequence(pieces, most,
                                 [&](const std::string& text) { comparison.add(text); });
  MESSAGE(comparison.texts << " texts compared, " << comparison.accepted << " of them accepted");
  CHECK(comparison.accepted > 0);
  CHECK_MESSAGE(comparison.differences == 0, comparison.first);
}

}  // namespace

TEST_CASE("parse_endpoint agrees with the slow parser on every short string") {
  std::vector<std::string> pieces;
  for (const char c : std::string_view("a1:.[]-x0/@_")) pieces.emplace_back(1, c);
#ifdef NDEBUG
  compare_all(pieces, 6);
#else
  compare_all(pieces, 5);
#endif
}

TEST_CASE("parse_endpoint agrees with the slow parser on every byte in every place") {
  Comparison comparison;
  for (const std::string_view frame :
       {"", "a", "a:80", "[::1]:80", "1.2.3.4", "a.b.:1", "[::", "1::2"}) {
    for (std::size_t at = 0; at <= frame.size(); ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(frame);
        text.insert(at, 1, static_cast<char>(byte));
        comparison.add(text);
      }
    }
  }
  CHECK_MESSAGE(comparison.differences == 0, comparison.first);
}

TEST_CASE("parse_endpoint agrees with the slow parser on every sequence of fragments") {
  compare_all({"1.2.3.4",
               "256",
               "0x7f",
               "010",
               ".",
               ":",
               "::",
               "ffff",
               "FFFF:",
               "[",
               "]",
               "[::",
               "80",
               "65536",
               "a",
               "-",
               "_",
               "0:",
               "1:2:3:4:5:6",
               "102:304",
               "\xc3\xbc",
               " ",
               "://",
               std::string(63, 'b'),
               std::string(64, '7'),
               std::string(62, 'c') + ".c."},
              4);
}
