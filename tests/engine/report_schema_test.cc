// schemas/report.schema.json describes every JSON report: an engine made of it accepts them all.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <filesystem>
#include <string>
#include <vector>

#include "engine/own_api.h"

namespace {

namespace fs = std::filesystem;
using namespace admit;
using namespace admit::test;

Engine report_engine() {
  const fs::path path = fs::path(ADMIT_SOURCE_DIR) / "schemas" / "report.schema.json";
  return build_engine(
      {.unknown_members = UnknownMembers::deny, .limits = {.max_body_bytes = std::size_t{1} << 26}},
      read_bytes(path));
}

void check_report(const Engine& judge, Scratch& scratch, const std::string& report) {
  const Report verdict = judge.check(report, scratch);
  if (verdict.verdict() != Verdict::accept || !verdict.violations().empty()) {
    FAIL_CHECK(text_report(judge, report, verdict, "report") << report);
  }
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(report.data(), report.size());
  CHECK(!document.HasParseError());
  CHECK(document["report_version"].GetInt() == 1);
}

TEST_CASE("the report on every request of tests/data fits the schema") {
  const Engine judge = report_engine();
  Scratch scratch;
  for (const Case& request : load_all_cases()) {
    CAPTURE(request.name);
    const Engine engine = build_engine(request);
    check_report(judge, scratch,
                 json_report(engine, engine.check(request.body, scratch), request.name));
  }
}

TEST_CASE("the report under every option fits the schema") {
  const Engine judge = report_engine();
  const std::vector<Options> options = {
      {.revision = "2026-02-05", .strict = true},
      {.severities = {{"service.*", Severity::info}}, .report_from = Severity::ignore},
      {.unknown_members = UnknownMembers::deny, .null_is_absent = false},
      {.limits =
           {.max_body_bytes = 300, .max_depth = 5, .max_violations = 2, .max_array_items = 1}},
  };
  Scratch scratch;
  for (const Options& choice : options) {
    const Engine engine = build_engine(choice);
    for (const Case& request : load_all_cases()) {
      CAPTURE(request.name);
      check_report(judge, scratch,
                   json_report(engine, engine.check(request.body, scratch), request.name));
    }
  }
}

TEST_CASE("the report on what was left undecided, or has an odd name, fits the schema") {
  const Engine judge = report_engine();
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  for (const char* file : {"", "a.json", "<stdin>", "a\nb", "\xff\xfe.json", "\xc3\xbc.json"}) {
    check_report(judge, scratch, json_report(engine, Report::undecided("memory ran out"), file));
    check_report(judge, scratch, json_report(engine, Report(), file));
    check_report(judge, scratch, json_report(engine, engine.check("{", scratch), file));
  }
}

TEST_CASE("the schema refuses what is no report") {
  const Engine judge = report_engine();
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  const std::string report = json_report(engine, engine.check("{}", scratch), "a.json");
  const auto refuses = [&](const std::string& from, const std::string& to) {
    std::string changed = report;
    const std::size_t at = changed.find(from);
    REQUIRE(at != std::string::npos);
    changed.replace(at, from.size(), to);
    return !judge.accepts(changed, scratch);
  };
  CHECK(judge.accepts(report, scratch));
  CHECK(refuses(R"("report_version":1)", R"("report_version":2)"));
  CHECK(refuses(R"("verdict":"reject")", R"("verdict":"maybe")"));
  CHECK(refuses(R"("severity":"error")", R"("severity":"ignore")"));
  CHECK(refuses(R"("offset":0)", R"("offset":-1)"));
  CHECK(refuses(R"("line":1)", R"("line":0)"));
  CHECK(refuses(R"("index":0)", R"("index":"0")"));
  CHECK(refuses(R"("omitted":0,)", ""));
  CHECK(refuses(R"("omitted":0)", R"("omitted":0,"extra":1)"));
}

}  // namespace
