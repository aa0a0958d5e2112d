// What holds for every request: accepts() and check() agree, reports are in document order, the
// same request gives the same report, and a report outlives what it was made from.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "engine/own_api.h"
#include "text/pointer.h"

namespace {

using namespace admit;
using namespace admit::test;

std::vector<Options> option_sets() {
  return {{},
          {.strict = true},
          {.revision = "2026-02-05"},
          {.report_from = Severity::error},
          {.unknown_members = UnknownMembers::deny, .null_is_absent = false},
          {.limits = {.max_violations = 1}}};
}

TEST_CASE("accepts() is true exactly when check() says accept") {
  const std::vector<Case> cases = load_all_cases();
  for (const Options& options : option_sets()) {
    const Engine engine = build_engine(options);
    Scratch scratch;
    std::size_t accepted = 0;
    for (const Case& request : cases) {
      CAPTURE(request.name);
      const Report report = engine.check(request.body, scratch);
      CHECK(engine.accepts(request.body, scratch) == (report.verdict() == Verdict::accept));
      CHECK((report.verdict() == Verdict::accept) == (report.counts().errors == 0));
      CHECK(report.verdict() != Verdict::undecided);
      if (report.verdict() == Verdict::accept) ++accepted;
    }
    CHECK(accepted > 0);
    CHECK(accepted < cases.size());
    CHECK(scratch.counters().proved + scratch.counters().explained == 2 * cases.size());
    CHECK(scratch.counters().undecided == 0);
  }
}

TEST_CASE("violations are in document order, each within the text and said once") {
  for (const Options& options : option_sets()) {
    const Engine engine = build_engine(options);
    Scratch scratch;
    for (const Case& request : load_all_cases()) {
      CAPTURE(request.name);
      const Report report = engine.check(request.body, scratch);
      std::tuple<std::size_t, std::string> last{0, ""};
      std::set<std::string> said;
      for (const Violation& violation : report.violations()) {
        const Range& range = violation.range;
        const std::tuple<std::size_t, std::string> here{range.start.offset, violation.code};
        CHECK(last <= here);
        last = here;
        CHECK(range.start.offset <= range.end.offset);
        CHECK(range.end.offset <= request.body.size());
        CHECK(violation.severity >= options.report_from);
        CHECK(!violation.message().empty());
        CHECK(text::parse_pointer(violation.pointer));
        if (violation.because) CHECK(text::parse_pointer(*violation.because));
      }
      for (const std::string& line : list_violations(report)) CHECK(said.insert(line).second);
    }
  }
}

TEST_CASE("messages and hints are one line each, lower-case, without a full stop") {
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  for (const Case& request : load_all_cases()) {
    CAPTURE(request.name);
    const Report report = engine.check(request.body, scratch);
    for (const Violation& violation : report.violations()) {
      const std::string message = violation.message();
      CAPTURE(message);
      for (const std::string& words : {message, violation.hint}) {
        if (words.empty()) continue;
        const bool is_name = words.starts_with("JSON");
        CHECK((is_name || !(words[0] >= 'A' && words[0] <= 'Z')));
        CHECK(!words.ends_with('.'));
        CHECK(words.find('\n') == std::string::npos);
        const bool has_empty_name = violation.pointer.ends_with('/');
        CHECK((has_empty_name || words.find("``") == std::string::npos));
        CHECK(words.find("{member}") == std::string::npos);
      }
      CHECK(violation.value.size() <= 64 + 3);
    }
  }
}

TEST_CASE("a report outlives body, scratch and engine") {
  const Case request = load_cases("err").front();
  auto engine = std::make_unique<Engine>(build_engine(request));
  auto scratch = std::make_unique<Scratch>();
  auto body = std::make_unique<std::string>(request.body);
  const Report report = engine->check(*body, *scratch);
  const std::string before = whole_report(*engine, request.body, report);
  const Engine other = build_engine(request);
  engine.reset();
  scratch.reset();
  std::fill(body->begin(), body->end(), '#');
  body.reset();
  CHECK(whole_report(other, request.body, report) == before);
}

TEST_CASE("a scratch keeps nothing of one request for the next") {
  const std::vector<Case> cases = load_all_cases();
  const Engine engine = build_engine(Options{});
  const Engine own = own_engine({});
  Scratch used;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const std::string& body = cases[(i * 37) % cases.size()].body;
    Scratch fresh;
    CHECK(whole_report(engine, body, engine.check(body, used)) ==
          whole_report(engine, body, engine.check(body, fresh)));
    CHECK(whole_report(own, body, own.check(body, used)) ==
          whole_report(own, body, own.check(body, fresh)));
  }
}

TEST_CASE("a scratch may be moved, before and after use") {
  const Engine engine = own_engine({});
  Scratch first;
  Scratch second = std::move(first);
  CHECK(engine.accepts("{}", second));
  first = std::move(second);
  CHECK(engine.accepts("{}", first));
  CHECK(!engine.accepts("{", first));
  CHECK(first.counters().explained + first.counters().proved == 3);
}

TEST_CASE("an undecided report says why, and accepts nothing") {
  const Report report = Report::undecided("no time");
  CHECK(report.verdict() == Verdict::undecided);
  CHECK(report.undecided_reason() == "no time");
  CHECK(report.violations().empty());
  CHECK(report.omitted() == 0);
  CHECK(Report::undecided(std::string("made at run time")).undecided_reason() ==
        "made at run time");
  CHECK(Report().verdict() == Verdict::accept);
  CHECK(Report().undecided_reason().empty());
}

TEST_CASE("an empty or bodiless request is no JSON document") {
  const Engine engine = build_engine(Options{});
  for (const std::string_view body :
       {std::string_view(), std::string_view(""), std::string_view("\n")}) {
    CHECK(found_in(engine, body) == Lines{"error input.empty "});
  }
}

}  // namespace
