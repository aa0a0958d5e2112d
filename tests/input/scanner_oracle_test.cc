// The strict scanner against RapidJSON's parser on mutated texts. Where RapidJSON 1.1.0 is wrong or
// laxer by design, the difference is named; everything else has to agree.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <random>
#include <string>
#include <string_view>

#include "input/event_log.h"
#include "input/json_scanner.h"

namespace admit::input {
namespace {

std::optional<ScanError> scan(std::string_view text) {
  ScanMemory memory;
  test::EventLog log;
  JsonScanner scanner(text, {.max_depth = 1000, .max_array_items = 100000}, memory, log);
  return scanner.run();
}

bool rapidjson_accepts(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
      text.data(), text.size());
  return !document.HasParseError();
}

// What RapidJSON is known to judge differently.
bool is_known_difference(const std::string& text, const std::optional<ScanError>& error) {
  if (!error) return false;
  switch (error->fault) {
    case ScanFault::byte_order_mark:  // it skips one
    case ScanFault::lone_surrogate:   // it accepts a lone low surrogate
    case ScanFault::number_range:     // it rounds 1e-400 to zero
    case ScanFault::utf16:
      return true;
    case ScanFault::trailing_bytes:  // it stops at a NUL, whatever length it was given
      return text[error->span.begin] == '\0';
    default:
      return false;
  }
}

// A huge exponent after zeros is zero; RapidJSON says that the number is too big.
bool has_huge_exponent(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  return e != std::string_view::npos &&
         text.find_first_of("0123456789", e) != std::string_view::npos;
}

std::string mutate(std::string text, std::mt19937& random) {
  constexpr std::string_view kPieces[] = {"\"",       "\\",   "{",    "}",   "[",    "]",    ",",
                                          ":",        "0",    "1",    "-",   "+",    ".",    "e",
                                          "E",        "true", "null", "\\u", "d800", "dc00", "\x01",
                                          "\xc3\xa9", "\xff", " ",    "\n",  "/"};
  const std::size_t edits = 1 + random() % 3;
  for (std::size_t i = 0; i < edits; ++i) {
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    switch (random() % 3) {
      case 0:
        text.erase(at, 1 + random() % 3);
        break;
      case 1:
        text.insert(at, kPieces[random() % std::size(kPieces)]);
        break;
      default:
        text.replace(at, 1, kPieces[random() % std::size(kPieces)]);
        break;
    }
  }
  return text;
}

TEST_CASE("scanner and RapidJSON agree on 200,000 mutated texts") {
  const std::string seeds[] = {R"({"a": [1, -2.5e3, true, null, "x\u00e9\n"], "b": {"c": ""}})",
                               R"([[], {}, "\ud83d\ude00", 0, 0.1, 12345678901234567890])",
                               R"("plain")",
                               "12",
                               "[1,2,3]",
                               R"({"k":"v","k2":[{"x":1}]})"};
  std::mt19937 random(1);
  int accepted = 0;
  for (int round = 0; round < 200000; ++round) {
    const std::string text = mutate(seeds[random() % std::size(seeds)], random);
    const auto error = scan(text);
    const bool theirs = rapidjson_accepts(text);
    if (!error.has_value() == theirs) {
      accepted += theirs ? 1 : 0;
      continue;
    }
    const bool known = theirs ? is_known_difference(text, error) : has_huge_exponent(text);
    CAPTURE(text);
    CHECK(known);
  }
  CHECK(accepted > 10000);
}

}  // namespace
}  // namespace admit::input
