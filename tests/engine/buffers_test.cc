// Bodies in heap blocks of exactly their size, so that a sanitizer sees one byte over, and every
// prefix of them: no prefix of a valid body is accepted, and the same bytes give the same report.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/own_api.h"
#include "format/exact_copy.h"

namespace {

using namespace admit;
using namespace admit::test;

constexpr std::size_t kLargest = 4096;

// All that a report holds, cheaply written.
std::string fingerprint(const Report& report) {
  std::string print(to_string(report.verdict()));
  for (const Violation& violation : report.violations()) {
    print += ' ' + violation.code + violation.pointer + violation.value + violation.hint;
    print += violation.wording + violation.because.value_or("-");
    print += std::to_string(violation.range.start.offset) + '-';
    print += std::to_string(violation.range.end.offset) + '-';
    print += std::to_string(violation.range.end.line) + '-';
    print += std::to_string(violation.range.end.column);
    for (const Related& related : violation.related) print += related.pointer + related.message;
  }
  return print;
}

TEST_CASE("every prefix of a body that is accepted is rejected") {
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  for (const Case& request : load_cases("ok")) {
    CAPTURE(request.name);
    if (request.body.size() > kLargest) continue;
    const std::size_t end = request.body.find_last_of('}');
    for (std::size_t size = 0; size <= end; ++size) {
      const ExactCopy prefix(std::string_view(request.body).substr(0, size));
      const Report report = engine.check(prefix.view(), scratch);
      if (report.verdict() == Verdict::reject && report.violations().size() == 1) continue;
      FAIL_CHECK("prefix of " << size << " bytes");
    }
    const ExactCopy whole(request.body);
    CHECK(engine.accepts(whole.view(), scratch));
  }
}

TEST_CASE("every prefix of a body gives the same report every time") {
  Scratch reused;
  for (const Case& request : load_cases("err")) {
    CAPTURE(request.name);
    if (request.body.size() > kLargest) continue;
    const Engine engine = build_engine(request);
    const std::size_t step = request.body.size() > kLargest / 8 ? 4 : 1;
    for (std::size_t size = 0; size <= request.body.size(); size += step) {
      const ExactCopy prefix(std::string_view(request.body).substr(0, size));
      const std::string first = fingerprint(engine.check(prefix.view(), reused));
      const bool is_fresh_turn = size % 8 == 0;
      Scratch fresh;
      Scratch& other = is_fresh_turn ? fresh : reused;
      const std::string second = fingerprint(engine.check(prefix.view(), other));
      if (first != second) FAIL_CHECK(size << " bytes: " << first << "\n" << second);
    }
  }
}

TEST_CASE("every prefix of a body can be rendered") {
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  for (const Case& request : load_cases("err")) {
    CAPTURE(request.name);
    if (request.body.size() > kLargest) continue;
    for (std::size_t size = 0; size <= request.body.size(); size += 7) {
      const ExactCopy prefix(std::string_view(request.body).substr(0, size));
      const Report report = engine.check(prefix.view(), scratch);
      const std::string text = text_report(engine, prefix.view(), report, "a.json");
      CHECK(text.empty() == report.violations().empty());
      CHECK((text.empty() || text.ends_with('\n')));
    }
  }
}

TEST_CASE("every suffix, and every body without one byte, gets a verdict") {
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  for (const Case& request : load_cases("ok")) {
    CAPTURE(request.name);
    const std::string& body = request.body;
    if (body.size() > kLargest) continue;
    for (std::size_t at = 0; at < body.size(); ++at) {
      const ExactCopy suffix(std::string_view(body).substr(at));
      CHECK(engine.check(suffix.view(), scratch).verdict() != Verdict::undecided);
      const ExactCopy shorter(body.substr(0, at) + body.substr(at + 1));
      CHECK(engine.check(shorter.view(), scratch).verdict() != Verdict::undecided);
    }
  }
}

TEST_CASE("every single byte gets a verdict, alone and in every place of a small body") {
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  const std::string body = R"({"sourceType":"FC3","serviceConfigs":[{"name":"a\n"}]})";
  std::set<std::string> accepted;
  for (int value = 0; value < 256; ++value) {
    const std::string byte(1, static_cast<char>(value));
    CHECK(engine.check(ExactCopy(byte).view(), scratch).verdict() == Verdict::reject);
    for (std::size_t at = 0; at <= body.size(); ++at) {
      std::string changed = body;
      changed.insert(at, byte);
      const ExactCopy copy(changed);
      const Report report = engine.check(copy.view(), scratch);
      CHECK(report.verdict() != Verdict::undecided);
      if (report.verdict() == Verdict::accept) accepted.insert(byte);
    }
  }
  // Control characters but white space, and bytes from 0x80 on, are accepted nowhere.
  for (const std::string& byte : accepted) {
    const auto value = static_cast<unsigned char>(byte[0]);
    const bool is_blank = byte == " " || byte == "\t" || byte == "\n" || byte == "\r";
    CHECK((is_blank || (value > 0x20 && value < 0x80)));
  }
}

}  // namespace
