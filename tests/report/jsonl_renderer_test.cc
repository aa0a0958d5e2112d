// Tests of report/jsonl_renderer and report/problem_renderer: one line per document, which the JSON
// report and the answers to clients agree with.
#include "report/jsonl_renderer.h"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <string>

#include "report/answer_renderer.h"
#include "report/json_renderer.h"
#include "report/problem_renderer.h"
#include "report/sample_run.h"

namespace {

using namespace admit;
using namespace admit::test;
using report::render_jsonl;
using report::render_problem;

bool is_one_line(const std::string& text) {
  return !text.empty() && text.find('\n') == text.size() - 1;
}

TEST_CASE("the lines are the documents of the JSON report") {
  const report::Run run = make_sample_run().run;
  std::string joined;
  for (const report::CheckedDocument& document : run.documents) {
    const std::string line = render_jsonl(document);
    CHECK(is_one_line(line));
    (joined += joined.empty() ? "" : ",") += line.substr(0, line.size() - 1);
  }
  const std::string report = report::render_json(run, "1");
  CHECK(report.ends_with(",\"documents\":[" + joined + "]}\n"));
}

TEST_CASE("a document that is accepted has a line, too") {
  CHECK(
      render_jsonl({"a.json", 2, Report()}) ==
      "{\"file\":\"a.json\",\"index\":2,\"verdict\":\"accept\",\"omitted\":0,\"violations\":[]}\n");
}

TEST_CASE("a problem is what a gateway would answer") {
  std::size_t problems = 0;
  for (const report::CheckedDocument& document : make_sample_run().run.documents) {
    const std::string line = render_problem(document);
    if (document.report.verdict() == Verdict::accept) {
      CHECK(line.empty());
      continue;
    }
    ++problems;
    CHECK(is_one_line(line));
    rapidjson::Document problem;
    problem.Parse(line.data(), line.size());
    REQUIRE_FALSE(problem.HasParseError());
    CHECK(problem["status"].GetInt() == report::http_status(document.report));
    if (document.report.verdict() == Verdict::undecided) continue;
    CHECK(problem["errors"].Size() > 0);
  }
  CHECK(problems > 4);
}

}  // namespace
