// Schema reports: which file a BuildError is told about, at which place, and in which words.
#include "lint/schema_report.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "lint/temporary_folder.h"
#include "text/lines.h"

namespace {

using namespace admit;
using namespace admit::lint;
using admit::test::TemporaryFolder;

constexpr std::string_view kSchema = "{\n  \"tpye\": 12, \"apiKey\": {\"a\": [true]}\n}";

// An error about what starts with `word` in `source`.
BuildError error_at(std::string_view source, std::string_view word, std::string document = {}) {
  BuildError error;
  error.code = "build.keyword";
  error.message = "no keyword {a} `{{`";
  error.pointer = "/tpye";
  error.position = text::LineIndex(source).position(source.find(word));
  error.hint = "try {b}";
  error.document = std::move(document);
  return error;
}

SchemaSet set_of(std::string_view text) {
  return {.file = "order.json", .text = std::string(text), .folder = {}};
}

TEST_CASE("faults of schemas are told from others") {
  for (const char* code : {"build.schema-syntax", "build.keyword", "build.reference"}) {
    CHECK(is_about_schema({.code = code}));
  }
  for (const char* code : {"build.option", "build.rule", "build.internal", "build.memory"}) {
    CHECK(!is_about_schema({.code = code}));
  }
}

TEST_CASE("one fault is one violation, over the whole token, its braces kept") {
  const SchemaSet schemas = set_of(kSchema);
  const SchemaReport made = report_fault(schemas, error_at(kSchema, "\"tpye\""));
  CHECK(made.document.file == "order.json");
  CHECK(made.document.report.verdict() == Verdict::reject);
  REQUIRE(made.document.report.violations().size() == 1);
  const Violation& violation = made.document.report.violations().front();
  CHECK(violation.message() == "no keyword {a} `{{`");
  CHECK(violation.pointer == "/tpye");
  CHECK(render_schema_report(made, false) ==
        "order.json:2:3: error: no keyword {a} `{{` [build.keyword]\n"
        "  2 |   \"tpye\": 12, \"apiKey\": {\"a\": [true]}\n"
        "    |   ^~~~~~\n"
        "  hint: try {b}\n");
}

TEST_CASE("the range of a fault") {
  struct Row {
    std::string_view word;
    std::size_t size;
  };
  const Row rows[] = {{"12", 2}, {"\"apiKey\"", 8}, {"{\"a\"", 1}, {"[", 1}, {"true", 4}};
  const SchemaSet schemas = set_of(kSchema);
  for (const Row& row : rows) {
    CAPTURE(row.word);
    const SchemaReport made = report_fault(schemas, error_at(kSchema, row.word));
    const Range& range = made.document.report.violations().front().range;
    CHECK(range.end.offset - range.start.offset == row.size);
    CHECK(range.end.column - range.start.column == row.size);
  }
  BuildError at_end = error_at(kSchema, "12");
  at_end.position = text::LineIndex(kSchema).position(kSchema.size());
  const SchemaReport made = report_fault(schemas, at_end);
  CHECK(made.document.report.violations().front().range.end.offset == kSchema.size());
}

TEST_CASE("a fault without a place is told at the start") {
  const SchemaSet schemas = set_of("{}");
  const SchemaReport made =
      report_fault(schemas, {.code = "build.size", .message = "the schema is too large"});
  CHECK(render_schema_report(made, false) ==
        "order.json:1:1: error: the schema is too large [build.size]\n  1 | {}\n    | ^\n");
}

TEST_CASE("a report of the metaschema is told as it is") {
  BuildError error{.code = "build.schema-invalid"};
  Violation violation;
  violation.code = "schema.type";
  violation.wording = "as it is";
  error.report = Report({violation, violation}, {.errors = 3});
  const SchemaSet schemas = set_of(kSchema);
  const SchemaReport made = report_fault(schemas, error);
  CHECK(made.document.report.violations().size() == 2);
  CHECK(made.document.report.omitted() == 1);
}

TEST_CASE("a fault in another document names its file, and shows its text") {
  const TemporaryFolder folder;
  constexpr std::string_view kOther = "{\"$id\":\"https://e.com/b\",\n\"tpye\":1}";
  const std::string path = folder.write("b.json", kOther);
  SchemaSet schemas = set_of(kSchema);
  schemas.folder = SchemaFolder::read(folder.path(), {}).value();
  const BuildError error = error_at(kOther, "\"tpye\"", "https://e.com/b");
  const SchemaReport made = report_fault(schemas, error);
  CHECK(made.document.file == path);
  CHECK(made.source == kOther);
  CHECK(warning_line(schemas, error) == path + ":2:1: no keyword {a} `{{` [build.keyword]");
  const BuildError strange = error_at(kOther, "\"tpye\"", "https://e.com/strange");
  CHECK(report_fault(schemas, strange).document.file == "https://e.com/strange");
}

TEST_CASE("warnings: the schema first, then the others, each in the order of its text") {
  const TemporaryFolder folder;
  constexpr std::string_view kOther = "{\"$id\":\"https://e.com/b\",\n\"tpye\":1}";
  folder.write("b.json", kOther);
  SchemaSet schemas = set_of(kSchema);
  schemas.folder = SchemaFolder::read(folder.path(), {}).value();
  const std::vector<BuildError> warnings = {error_at(kOther, "1", "https://e.com/b"),
                                            error_at(kSchema, "true"), error_at(kSchema, "12")};
  const std::vector<SchemaReport> made = report_warnings(schemas, warnings);
  REQUIRE(made.size() == 2);
  CHECK(made[0].document.file == "order.json");
  CHECK(made[0].document.report.verdict() == Verdict::accept);
  CHECK(made[0].document.report.counts().warnings == 2);
  const auto violations = made[0].document.report.violations();
  CHECK(violations[0].severity == Severity::warning);
  CHECK(violations[0].range.start.offset < violations[1].range.start.offset);
  CHECK(made[1].document.file == folder / "b.json");
  CHECK(report_warnings(schemas, {}).size() == 1);
}

}  // namespace
