// Tests of report/json_renderer: the bytes, and every report against schemas/report.schema.json.
#include "report/json_renderer.h"

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "report/report_schema.h"
#include "samples.h"

namespace {

using namespace admit;
using report::render_json;
using report::Run;
using test::faults_of_report;

rapidjson::Document parse(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
      text.data(), text.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

Violation full_violation() {
  Violation v = test::make_violation("service.namespace-required", "{member} is missing",
                                     {{61, 3, 5}, {62, 3, 6}});
  v.pointer = "/serviceConfigs/0";
  v.because = "/sourceType";
  v.hint = "add it";
  v.params = {{"member", std::string("namespace")},
              {"min", std::int64_t{-1}},
              {"max", std::numeric_limits<std::uint64_t>::max()},
              {"half", 0.5},
              {"endless", std::numeric_limits<double>::infinity()},
              {"list", std::vector<std::string>{"a", "b"}},
              {"member", std::string("second")}};
  v.related = {{"/sourceType", {{15, 1, 16}, {20, 1, 21}}, "here"}};
  v.value = "val";
  v.schema = "#/type";
  v.source = "the reference";
  return v;
}

TEST_CASE("a report has this shape, in this order") {
  Run run;
  run.revision = "2026-08-21";
  run.summary = {1, 0, 1, 0, 2, 1, 0};
  run.documents.push_back(test::make_document("a.json", {full_violation()}));
  const std::string expected =
      R"({"report_version":1,"tool":{"name":"admit","version":"0.1.0"},"revision":"2026-08-21",)"
      R"("summary":{"documents":1,"accepted":0,"rejected":1,"undecided":0,"skipped":2,"errors":1,"warnings":0},)"
      R"("documents":[{"file":"a.json","index":0,"verdict":"reject","omitted":0,"violations":[)"
      R"({"code":"service.namespace-required","severity":"error","pointer":"/serviceConfigs/0","because":"/sourceType",)"
      R"("range":{"start":{"offset":61,"line":3,"column":5},"end":{"offset":62,"line":3,"column":6}},)"
      R"("message":"`namespace` is missing","hint":"add it",)"
      R"("params":{"member":"namespace","min":-1,"max":18446744073709551615,"half":0.5,"endless":"inf","list":["a","b"]},)"
      R"("related":[{"pointer":"/sourceType","range":{"start":{"offset":15,"line":1,"column":16},"end":{"offset":20,"line":1,"column":21}},"message":"here"}],)"
      R"("value":"val","schema":"#/type","source":"the reference"}]}]})"
      "\n";
  CHECK(render_json(run, "0.1.0") == expected);
  CHECK(render_json(run, "0.1.0") == render_json(run, "0.1.0"));
  CHECK(faults_of_report(expected) == "");
}

TEST_CASE("what does not apply is left out, and the root is a reason like any other") {
  Run run;
  run.documents.push_back(test::make_document("a", {test::make_violation("a.b", "x", {})}));
  run.documents.push_back({"b", 3, Report::undecided("out of memory")});
  run.documents.push_back({"c", 0, Report()});
  Violation v = test::make_violation("a.b", "x", {});
  v.because = "";
  v.severity = Severity::info;
  run.documents.push_back({"d", 0, Report({v}, {0, 1, 2})});
  const std::string text = render_json(run, "1");
  const std::string range =
      R"("range":{"start":{"offset":0,"line":1,"column":1},"end":{"offset":0,"line":1,"column":1}})";
  CHECK(text.find(R"({"code":"a.b","severity":"error","pointer":"",)" + range +
                  R"(,"message":"x"})") != std::string::npos);
  CHECK(text.find(R"({"file":"b","index":3,"verdict":"undecided","reason":"out of memory",)"
                  R"("omitted":0,"violations":[]})") != std::string::npos);
  CHECK(text.find(R"({"file":"c","index":0,"verdict":"accept","omitted":0,"violations":[]})") !=
        std::string::npos);
  CHECK(text.find(R"("omitted":2,"violations":[{"code":"a.b","severity":"info","pointer":"",)"
                  R"("because":"",)") != std::string::npos);
  CHECK(faults_of_report(text) == "");
  CHECK(faults_of_report(render_json(Run(), "")) == "");
}

TEST_CASE("bytes of any kind make a report that is JSON in UTF-8") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<char>(i));
  Violation v = test::make_violation(bytes, bytes, {});
  v.pointer = v.hint = v.value = v.schema = v.source = bytes;
  v.because = bytes;
  v.params = {{bytes, bytes}, {bytes + "l", std::vector<std::string>{bytes}}};
  v.related = {{bytes, {}, bytes}};
  Run run;
  run.revision = bytes;
  run.documents.push_back(test::make_document(bytes, {v}));
  run.documents.push_back({"x\xFFy\xED\xA0\x80", 0, Report::undecided(bytes)});
  const std::string text = render_json(run, bytes);
  CHECK(faults_of_report(text) == "");
  CHECK(text.find('\n') == text.size() - 1);
  const rapidjson::Document report = parse(text);
  CHECK(std::string(report["documents"][1]["file"].GetString()) ==
        "x\xEF\xBF\xBDy\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  const rapidjson::Value& pointer = report["documents"][0]["violations"][0]["pointer"];
  CHECK(std::string_view(pointer.GetString(), pointer.GetStringLength()).substr(0, 128) ==
        std::string_view(bytes).substr(0, 128));
}

TEST_CASE("the schema refuses what is no report") {
  const std::string good = render_json(Run(), "1");
  REQUIRE(faults_of_report(good) == "");
  struct Row {
    std::string_view from, to;
  };
  for (const Row& row : std::vector<Row>{{"\"report_version\":1", "\"report_version\":2"},
                                         {"\"name\":\"admit\"", "\"name\":\"other\""},
                                         {"\"errors\":0", "\"errors\":-1"},
                                         {"\"errors\":0", "\"errors\":0.5"},
                                         {"\"errors\":0,", ""},
                                         {"\"documents\":[]", "\"documents\":[{}]"},
                                         {"\"revision\":\"\"", "\"revision\":null"},
                                         {"\"revision\"", "\"x\":1,\"revision\""}}) {
    std::string bad = good;
    REQUIRE(bad.find(row.from) != std::string::npos);
    bad.replace(bad.find(row.from), row.from.size(), row.to);
    CAPTURE(bad);
    CHECK(faults_of_report(bad) != "");
  }
}

}  // namespace
