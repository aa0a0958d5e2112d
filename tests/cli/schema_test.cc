// `admit schema --check`: which schemas are good, what is said of the others, and the exit code.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "cli/process.h"
#include "cli/schemas.h"
#include "lint/temporary_folder.h"
#include "report/report_schema.h"

namespace {

using namespace admit::test;

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  REQUIRE(!document.HasParseError());
  CHECK(faults_of_report(text).empty());
  return document;
}

TEST_CASE("a good schema is one line") {
  const TemporaryFolder folder;
  const std::string plain = folder.write("plain.json", kPlain);
  const Outcome named = run_tool({"schema", "--check", plain});
  CHECK(named.code == 0);
  CHECK(named.errors.empty());
  CHECK(named.out == plain + ": a draft-07 schema that admit can enforce\n");
  const Outcome piped = run_tool({"schema", "--check", "-"}, {.input = kPlain});
  CHECK(piped.code == 0);
  CHECK(piped.out == "<stdin>: a draft-07 schema that admit can enforce\n");
}

TEST_CASE("a good schema as JSON is one accepted document") {
  const Outcome outcome =
      run_tool({"schema", "--check", "-", "--format", "json"}, {.input = kPlain});
  CHECK(outcome.code == 0);
  const rapidjson::Document report = parsed(outcome.out);
  CHECK(report["revision"].GetStringLength() == 0);
  REQUIRE(report["documents"].Size() == 1);
  CHECK(report["documents"][0]["file"].GetString() == std::string("<stdin>"));
  CHECK(report["documents"][0]["verdict"].GetString() == std::string("accept"));
}

TEST_CASE("a bad schema is a finding, with its place, a caret and a hint") {
  const TemporaryFolder folder;
  const std::string misspelt = folder.write("misspelt.json", kMisspelt);
  const Outcome outcome = run_tool({"schema", "--check", misspelt});
  CHECK(outcome.code == 1);
  CHECK(outcome.errors.empty());
  CHECK(outcome.out.starts_with(misspelt + ":2:2: error: "));
  CHECK(has(outcome.out, "[build.keyword]\n  2 |  \"requierd\":[\"name\"]}\n    |  ^~~~~~~~~~\n"));
  CHECK(has(outcome.out, "  hint: "));
  CHECK(has(outcome.out, "`required`"));
  CHECK(outcome.out.ends_with("1 document: 1 rejected; 1 error\n"));
}

TEST_CASE("a bad schema as JSON is one violation") {
  const Outcome outcome =
      run_tool({"schema", "--check", "-", "--format", "json"}, {.input = kMisspelt});
  CHECK(outcome.code == 1);
  const rapidjson::Document report = parsed(outcome.out);
  CHECK(report["summary"]["errors"].GetInt() == 1);
  REQUIRE(report["documents"].Size() == 1);
  CHECK(report["documents"][0]["verdict"].GetString() == std::string("reject"));
  REQUIRE(report["documents"][0]["violations"].Size() == 1);
  const auto& violation = report["documents"][0]["violations"][0];
  CHECK(violation["code"].GetString() == std::string("build.keyword"));
  CHECK(violation["severity"].GetString() == std::string("error"));
  CHECK(violation["pointer"].GetString() == std::string("/requierd"));
  CHECK(violation["range"]["start"]["line"].GetInt() == 2);
  CHECK(violation["range"]["end"]["column"].GetInt() == 12);
  CHECK(violation.HasMember("hint"));
}

TEST_CASE("--relaxed-keywords") {
  const Outcome outcome =
      run_tool({"schema", "--check", "-", "--relaxed-keywords"}, {.input = kMisspelt});
  CHECK(outcome.code == 0);
  CHECK(has(outcome.out, "<stdin>: a draft-07 schema"));
}

TEST_CASE("everything that the metaschema refuses is told in one go") {
  const Outcome text = run_tool({"schema", "--check", "-"}, {.input = kRefused});
  CHECK(text.code == 1);
  CHECK(has(text.out, "<stdin>:2:18: error: "));
  CHECK(has(text.out, "<stdin>:3:13: error: "));
  CHECK(text.out.ends_with("1 document: 1 rejected; 2 errors\n"));
  const Outcome json =
      run_tool({"schema", "--check", "-", "--format", "json"}, {.input = kRefused});
  CHECK(json.code == 1);
  CHECK(parsed(json.out)["documents"][0]["violations"].Size() == 2);
}

TEST_CASE("a warning fails nothing") {
  const Outcome text = run_tool({"schema", "--check", "-"}, {.input = kUnknownFormat});
  CHECK(text.code == 0);
  CHECK(text.out.starts_with("<stdin>:2:"));
  CHECK(has(text.out, ": warning: "));
  CHECK(has(text.out, "[build.format]"));
  CHECK(text.out.ends_with("<stdin>: a draft-07 schema that admit can enforce\n"));
  const Outcome json =
      run_tool({"schema", "--check", "-", "--format", "json"}, {.input = kUnknownFormat});
  CHECK(json.code == 0);
  const rapidjson::Document report = parsed(json.out);
  CHECK(report["summary"]["warnings"].GetInt() == 1);
  const auto& violation = report["documents"][0]["violations"][0];
  CHECK(violation["severity"].GetString() == std::string("warning"));
}

TEST_CASE("faults of other kinds are findings, too") {
  struct Row {
    std::string_view schema;
    std::string_view code;
  };
  const Row rows[] = {
      {"", "[build.schema-syntax]"},
      {"{\"type\":", "[build.schema-syntax]"},
      {R"({"$schema":"https://json-schema.org/draft/2020-12/schema"})", "[build.schema-draft]"},
      {R"({"prefixItems":[]})", "[build.keyword]"},
      {"{\"pattern\":\"(?=a)\"}", "[build.pattern]"},
      {R"({"$ref":"#/nowhere"})", "[build.reference]"},
      {R"({"$ref":"#"})", "[build.loop]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.schema);
    const Outcome outcome = run_tool({"schema", "--check", "-"}, {.input = row.schema});
    CHECK(outcome.code == 1);
    CHECK(outcome.out.starts_with("<stdin>:1:"));
    CHECK(has(outcome.out, row.code));
  }
}

TEST_CASE("a schema that cannot be read") {
  const Outcome outcome = run_tool({"schema", "--check", "/no/such.json"});
  CHECK(outcome.code == 3);
  CHECK(outcome.out.empty());
  CHECK(outcome.errors ==
        "admit: cannot read the schema `/no/such.json`: No such file or directory\n");
  const Outcome json = run_tool({"schema", "--check", "/no/such.json", "--format", "json"});
  CHECK(json.code == 3);
  CHECK(parsed(json.out)["documents"].Size() == 0);
}

TEST_CASE("--schema-dir finds what is referred to, step by step") {
  const TemporaryFolder folder;
  const std::string order = folder.write("order.json", kOrder);
  folder.write("schemas/item.json", kItem);
  folder.write("schemas/below/unit-by-another-name.json", kUnit);
  folder.write("schemas/list.json", "[1]");
  folder.write("schemas/nameless.json", "{}");
  const Outcome outcome =
      run_tool({"schema", "--check", order, "--schema-dir", folder / "schemas"});
  CHECK(outcome.code == 0);
  CHECK(outcome.errors.empty());
  CHECK(outcome.out == order + ": a draft-07 schema that admit can enforce\n");
}

TEST_CASE("a schema in hidden folders is not found") {
  const TemporaryFolder folder;
  const std::string order = folder.write("order.json", kOrder);
  folder.write("schemas/.hidden/item.json", kItem);
  folder.write("schemas/unit.json", kUnit);
  const Outcome outcome =
      run_tool({"schema", "--check", order, "--schema-dir", folder / "schemas"});
  CHECK(outcome.code == 1);
  CHECK(outcome.out.starts_with(order + ":1:"));
  CHECK(has(outcome.out, "[build.reference]"));
}

TEST_CASE("a reference that is missing: in the schema, in a file of the folder, without a folder") {
  const TemporaryFolder folder;
  const std::string order = folder.write("order.json", kOrder);
  const Outcome alone = run_tool({"schema", "--check", order});
  CHECK(alone.code == 1);
  CHECK(alone.out.starts_with(order + ":1:"));
  CHECK(has(alone.out, "[build.reference]"));

  const std::string item = folder.write("schemas/item.json", kItem);
  const std::string broken = folder.write("schemas/unit.json", "{\"$id\":");
  const Outcome deeper = run_tool({"schema", "--check", order, "--schema-dir", folder / "schemas"});
  CHECK(deeper.code == 1);
  CHECK(deeper.out.starts_with(item + ":1:"));
  CHECK(has(deeper.out, "[build.reference]"));
  CHECK(has(deeper.errors, "admit: `" + broken + "` is left out of the schemas"));
}

TEST_CASE("a fault in a file of the folder names that file") {
  const TemporaryFolder folder;
  const std::string order = folder.write("order.json", kOrder);
  const std::string item =
      folder.write("schemas/item.json", "{\"$id\":\"item.json\",\n \"requierd\":[\"count\"]}");
  const std::vector<std::string> arguments = {"schema", "--check", order, "--schema-dir",
                                              folder / "schemas"};
  const Outcome text = run_tool(arguments);
  CHECK(text.code == 1);
  CHECK(text.out.starts_with(item + ":2:2: error: "));
  CHECK(has(text.out, "  2 |  \"requierd\":[\"count\"]}\n"));
  std::vector<std::string> as_json = arguments;
  as_json.insert(as_json.end(), {"--format", "json"});
  const rapidjson::Document report = parsed(run_tool(as_json).out);
  REQUIRE(report["documents"].Size() == 1);
  CHECK(report["documents"][0]["file"].GetString() == item);
}

TEST_CASE("two files of the folder with the same $id are an error that names both") {
  const TemporaryFolder folder;
  const std::string order = folder.write("order.json", kOrder);
  const std::string a = folder.write("schemas/a.json", kItem);
  const std::string b =
      folder.write("schemas/b.json", R"({"$id":"https://example.com/schemas/item.json"})");
  const Outcome outcome =
      run_tool({"schema", "--check", order, "--schema-dir", folder / "schemas"});
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK(has(outcome.errors, "admit: `" + a + "` and `" + b + "` have the same `$id`"));
  CHECK(has(outcome.errors, "`https://example.com/schemas/item.json`"));
}

TEST_CASE("a folder, or a file in it, that cannot be read") {
  const TemporaryFolder folder;
  const std::string plain = folder.write("plain.json", kPlain);
  const Outcome no_folder = run_tool({"schema", "--check", plain, "--schema-dir", plain});
  CHECK(no_folder.code == 2);
  CHECK(no_folder.errors == "admit: cannot read `" + plain + "`: Not a directory\n");
  std::filesystem::create_directory(folder / "schemas");
  std::filesystem::create_symlink("nowhere", folder / "schemas/dangling.json");
  const Outcome dangling =
      run_tool({"schema", "--check", plain, "--schema-dir", folder / "schemas"});
  CHECK(dangling.code == 2);
  CHECK(has(dangling.errors, "dangling.json`: No such file or directory"));
}

TEST_CASE("without --check, the schema of requests is printed, and is one that admit can enforce") {
  for (const std::vector<std::string>& options :
       {std::vector<std::string>{},
        {"--with-rules"},
        {"--with-rules", "--strict"},
        {"--with-rules", "--unknown-members", "deny", "--revision", "2026-02-05"}}) {
    std::vector<std::string> arguments = {"schema"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Outcome printed = run_tool(arguments);
    CHECK(printed.code == 0);
    CHECK(printed.errors.empty());
    const bool has_rules = !options.empty();
    CHECK(has(printed.out, "service.namespace-required") == has_rules);
    CHECK(run_tool({"schema", "--check", "-"}, {.input = printed.out}).code == 0);
  }
}

}  // namespace
