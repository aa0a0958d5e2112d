// Tests of report/sarif_renderer: the bytes of a small run, rules, fingerprints, what must not be
// passed over. That other tools accept the logs is tested by scripts/test-peers.
#include "report/sarif_renderer.h"

#include <doctest/doctest.h>
#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "report/sample_run.h"
#include "report/samples.h"

namespace {

using namespace admit;
using namespace admit::test;
using report::CodePage;
using report::render_sarif;
using report::Run;
using report::UnreadFile;

constexpr CodePage kPages[] = {
    {"schema.null", "# schema.null\n\ntitle\n\n## What\nOne line\nand another.\n\n## Why\nx\n"}};

std::string log_of(const Run& run, const std::vector<UnreadFile>& unread = {}) {
  return render_sarif(run, unread, {.version = "1.2.3", .pages = kPages});
}

rapidjson::Document parse(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

// The value at a JSON Pointer below the run; it must be there.
const rapidjson::Value& at(const rapidjson::Document& log, const std::string& pointer) {
  CAPTURE(pointer);
  const rapidjson::Value* value = rapidjson::Pointer(("/runs/0" + pointer).c_str()).Get(log);
  REQUIRE(value != nullptr);
  return *value;
}

std::string text_at(const rapidjson::Document& log, const std::string& pointer) {
  const rapidjson::Value& value = at(log, pointer);
  REQUIRE(value.IsString());
  return {value.GetString(), value.GetStringLength()};
}

Run run_of(std::vector<Violation> violations, const std::string& file = "a.json") {
  Run run;
  run.documents.push_back(make_document(file, std::move(violations)));
  return run;
}

Violation violation_at(std::string code, std::string pointer, std::size_t line = 1) {
  Violation violation = make_violation(std::move(code), "wrong", {{9, line, 3}, {12, line, 6}});
  violation.pointer = std::move(pointer);
  return violation;
}

TEST_CASE("a run has this shape, in this order") {
  Violation violation = violation_at("schema.null", "/a~1b", 2);
  violation.hint = "write a value";
  violation.related = {{"", {{0, 1, 1}, {1, 1, 2}}, "here"}};
  CHECK(
      log_of(run_of({violation}, "dir/a b.json")) ==
      R"({"version":"2.1.0","$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",)"
      R"("runs":[{"tool":{"driver":{"name":"admit","version":"1.2.3","rules":[)"
      R"({"id":"schema.null","name":"SchemaNull","shortDescription":{"text":"a member is null and counts as absent"},)"
      R"("fullDescription":{"text":"One line and another."},)"
      R"("help":{"text":"# schema.null\n\ntitle\n\n## What\nOne line\nand another.\n\n## Why\nx\n",)"
      R"("markdown":"# schema.null\n\ntitle\n\n## What\nOne line\nand another.\n\n## Why\nx\n"},)"
      R"("defaultConfiguration":{"level":"warning"}}]}},)"
      R"("invocations":[{"executionSuccessful":true,"toolExecutionNotifications":[]}],)"
      R"("columnKind":"unicodeCodePoints","results":[{"ruleId":"schema.null","ruleIndex":0,"level":"error",)"
      R"("message":{"text":"wrong\nhint: write a value"},)"
      R"("locations":[{"physicalLocation":{"artifactLocation":{"uri":"dir/a%20b.json"},)"
      R"("region":{"startLine":2,"startColumn":3,"endLine":2,"endColumn":6,"byteOffset":9,"byteLength":3}},)"
      R"("logicalLocations":[{"fullyQualifiedName":"/a~1b"}]}],)"
      R"("relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"dir/a%20b.json"},)"
      R"("region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":2,"byteOffset":0,"byteLength":1}},)"
      R"("message":{"text":"here"}}],)"
      R"("partialFingerprints":{"pointerHash/v1":"765bc30407a927e8:1"}}]}]})"
      "\n");
}

TEST_CASE("rules: one per code that occurs, and results point at theirs") {
  const rapidjson::Document log = parse(log_of(make_sample_run().run));
  std::set<std::string> used;
  const rapidjson::Value& rules = at(log, "/tool/driver/rules");
  for (const auto& result : at(log, "/results").GetArray()) {
    const rapidjson::SizeType index = result["ruleIndex"].GetUint();
    REQUIRE(index < rules.Size());
    CHECK(result["ruleId"] == rules[index]["id"]);
    used.insert(result["ruleId"].GetString());
  }
  CHECK(used.size() > 8);
  CHECK(rules.Size() == used.size());
  for (const auto& rule : rules.GetArray()) {
    CHECK(used.contains(rule["id"].GetString()));
    const std::string name = rule["name"].GetString();
    CHECK((name.front() >= 'A' && name.front() <= 'Z'));
    CHECK(name.find_first_of("._- ") == std::string::npos);
    CHECK(rule["fullDescription"]["text"].GetStringLength() > 0);
  }
}

TEST_CASE("a code of an engine's own has no page, and the level that it was seen with") {
  Violation violation = violation_at("acme.too-late", "/a");
  violation.severity = Severity::info;
  const rapidjson::Document log = parse(log_of(run_of({violation})));
  CHECK(text_at(log, "/tool/driver/rules/0/name") == "AcmeTooLate");
  CHECK(text_at(log, "/tool/driver/rules/0/shortDescription/text") == "acme.too-late");
  CHECK(text_at(log, "/tool/driver/rules/0/fullDescription/text") == "acme.too-late");
  CHECK(text_at(log, "/tool/driver/rules/0/defaultConfiguration/level") == "note");
  CHECK(text_at(log, "/results/0/level") == "note");
  CHECK(text_at(log, "/tool/driver/rules/0/help/text") == "acme.too-late");
  CHECK_FALSE(at(log, "/tool/driver/rules/0/help").HasMember("markdown"));
}

TEST_CASE("a page without a section What describes by its title") {
  const CodePage pages[] = {{"schema.null", "# schema.null\n"}};
  const rapidjson::Document log =
      parse(render_sarif(run_of({violation_at("schema.null", "/a")}), {}, {"1", pages}));
  CHECK(text_at(log, "/tool/driver/rules/0/fullDescription/text") ==
        "a member is null and counts as absent");
  CHECK(text_at(log, "/tool/driver/rules/0/help/text") == "# schema.null\n");
}

std::vector<std::string> fingerprints_of(const Run& run) {
  const rapidjson::Document log = parse(log_of(run));
  std::vector<std::string> all;
  for (const auto& result : at(log, "/results").GetArray()) {
    all.emplace_back(result["partialFingerprints"]["pointerHash/v1"].GetString());
  }
  return all;
}

TEST_CASE("a fingerprint stays when lines move, and tells all else apart") {
  Violation with_member = violation_at("a.b", "/a");
  with_member.params = {{"member", std::string("m")}};
  const std::string one = fingerprints_of(run_of({violation_at("a.b", "/a", 1)})).at(0);
  CHECK(fingerprints_of(run_of({violation_at("a.b", "/a", 7)})).at(0) == one);
  CHECK(fingerprints_of(run_of({violation_at("a.b", "/a")}, "./a.json")).at(0) == one);
  std::set<std::string> all = {one};
  all.insert(fingerprints_of(run_of({violation_at("a.c", "/a")})).at(0));
  all.insert(fingerprints_of(run_of({violation_at("a.b", "/b")})).at(0));
  all.insert(fingerprints_of(run_of({violation_at("a.b", "/a")}, "b.json")).at(0));
  all.insert(fingerprints_of(run_of({with_member})).at(0));
  CHECK(all.size() == 5);
}

TEST_CASE("equal fingerprints are numbered") {
  const auto all = fingerprints_of(
      run_of({violation_at("a.b", "/a"), violation_at("a.b", "/a"), violation_at("a.b", "/b")}));
  REQUIRE(all.size() == 3);
  CHECK(all[0].ends_with(":1"));
  CHECK(all[1] == all[0].substr(0, all[0].size() - 1) + '2');
  CHECK(all[2].ends_with(":1"));
}

TEST_CASE("what could not be checked is no success, and what is not shown is told") {
  Run run;
  CHECK(at(parse(log_of(run)), "/invocations/0/executionSuccessful").GetBool());
  run.documents.push_back({"a.json", 0, Report({violation_at("a.b", "")}, {.errors = 4})});
  run.summary.add(run.documents[0].report);
  const rapidjson::Document shortened = parse(log_of(run));
  CHECK(at(shortened, "/invocations/0/executionSuccessful").GetBool());
  CHECK(text_at(shortened, "/invocations/0/toolExecutionNotifications/0/message/text") ==
        "3 more not shown");
  CHECK(text_at(shortened, "/invocations/0/toolExecutionNotifications/0/level") == "note");
  CHECK_FALSE(at(shortened, "/results/0/locations/0").HasMember("logicalLocations"));

  const rapidjson::Document unread = parse(log_of(run, {{"/no/such", "No such file"}}));
  CHECK_FALSE(at(unread, "/invocations/0/executionSuccessful").GetBool());
  CHECK(text_at(unread, "/invocations/0/toolExecutionNotifications/1/message/text") ==
        "cannot be read: No such file");
  CHECK(text_at(unread, "/invocations/0/toolExecutionNotifications/1/level") == "error");
  CHECK(text_at(unread,
                "/invocations/0/toolExecutionNotifications/1/locations/0/physicalLocation/"
                "artifactLocation/uri") == "file:///no/such");

  run.documents.push_back({"b.json", 0, Report::undecided("too much work")});
  run.summary.add(run.documents[1].report);
  const rapidjson::Document undecided = parse(log_of(run));
  CHECK_FALSE(at(undecided, "/invocations/0/executionSuccessful").GetBool());
  CHECK(text_at(undecided, "/invocations/0/toolExecutionNotifications/1/message/text") ==
        "undecided: too much work");
}

// SARIF 2.1.0, 3.11.6: `[text](destination)` in a message is a link.
TEST_CASE("nothing of a request becomes a link") {
  Violation violation = make_violation("a.b", "{member}", {});
  violation.params = {{"member", std::string("[here](http://x)[](1)")}};
  violation.hint = "write `[y](z)`";
  violation.related = {{"", {}, "[w](2)"}};
  const rapidjson::Document log = parse(log_of(run_of({violation})));
  CHECK(text_at(log, "/results/0/relatedLocations/0/message/text") == "[w] (2)");
  const std::string text = text_at(log, "/results/0/message/text");
  CHECK(text == "`[here] (http://x)[] (1)`\nhint: write `[y] (z)`");
}

TEST_CASE("bytes of any kind make a log that is JSON in UTF-8, on one line") {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<char>(i));
  Violation violation = make_violation(bytes, bytes, {});
  violation.pointer = violation.hint = bytes;
  violation.params = {{"member", bytes}};
  violation.related = {{bytes, {}, bytes}, {bytes, {}, ""}};
  Run run = run_of({violation}, bytes);
  run.documents.push_back({bytes, 0, Report::undecided(bytes)});
  const std::string log = log_of(run, {{bytes, bytes}});
  CHECK(log.find('\n') == log.size() - 1);
  CHECK(at(parse(log), "/results").Size() == 1);
  CHECK(log == log_of(run, {{bytes, bytes}}));
}

}  // namespace
