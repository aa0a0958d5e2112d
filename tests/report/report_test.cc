// Tests of Report, Violation, Severity, Verdict and Summary.
#include "admit/report.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "report/run.h"

namespace {

using namespace admit;

TEST_CASE("severities and verdicts have names") {
  for (const Severity s : {Severity::ignore, Severity::info, Severity::warning, Severity::error}) {
    CHECK(parse_severity(to_string(s)) == s);
  }
  CHECK(to_string(Severity::warning) == "warning");
  for (const std::string_view text : {"", "Error", "errors", "warn", "fatal"}) {
    CHECK_FALSE(parse_severity(text).has_value());
  }
  CHECK(to_string(Verdict::accept) == "accept");
  CHECK(to_string(Verdict::reject) == "reject");
  CHECK(to_string(Verdict::undecided) == "undecided");
}

TEST_CASE("errors alone refuse a request") {
  CHECK(Report().verdict() == Verdict::accept);
  CHECK(Report({}, {.warnings = 3, .infos = 1}).verdict() == Verdict::accept);
  CHECK(Report({}, {.errors = 1}).verdict() == Verdict::reject);
}

TEST_CASE("what was found beyond the cap is counted") {
  std::vector<Violation> violations(2);
  const Report report(std::move(violations), {.errors = 3, .warnings = 4, .infos = 1});
  CHECK(report.violations().size() == 2);
  CHECK(report.omitted() == 6);
  CHECK(report.counts().warnings == 4);
  CHECK(Report().omitted() == 0);
}

TEST_CASE("an undecided report says why") {
  CHECK(Report::undecided("out of memory").undecided_reason() == "out of memory");
  CHECK(Report::undecided(std::string("rule `x` threw")).undecided_reason() == "rule `x` threw");
  CHECK(Report::undecided("x").verdict() == Verdict::undecided);
  CHECK(Report().undecided_reason().empty());
  const Report copy = Report::undecided(std::string(100, 'r'));
  CHECK(Report(copy).undecided_reason() == std::string(100, 'r'));
}

TEST_CASE("parameters are found by name, the first of two") {
  Violation violation;
  violation.params = {{"a", std::string("x")}, {"b", 2.5}, {"a", std::string("y")}};
  REQUIRE(violation.param("a") != nullptr);
  CHECK(std::get<std::string>(*violation.param("a")) == "x");
  CHECK(std::get<double>(*violation.param("b")) == 2.5);
  CHECK(violation.param("c") == nullptr);
}

TEST_CASE("a summary adds documents up, and what was found rather than what was shown") {
  report::Summary summary;
  summary.add(Report());
  summary.add(Report({}, {.errors = 70, .warnings = 2}));
  summary.add(Report({}, {.warnings = 1}));
  summary.add(Report::undecided("x"));
  CHECK(summary.documents == 4);
  CHECK(summary.accepted == 2);
  CHECK(summary.rejected == 1);
  CHECK(summary.undecided == 1);
  CHECK(summary.errors == 70);
  CHECK(summary.warnings == 3);
  CHECK(summary.skipped == 0);
}

}  // namespace
