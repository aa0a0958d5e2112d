// `admit check --format`: every format from the built tool, over files good, bad and unreadable.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/process.h"
#include "cli/requests.h"
#include "lint/temporary_folder.h"
#include "report/workflow_command.h"
#include "report/xml_reader.h"

namespace {

using namespace admit::test;

const std::vector<std::string> kFormats = {"text",  "json",   "jsonl", "sarif",
                                           "junit", "github", "gcc",   "problem"};

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document document;
  document.Parse(text.data(), text.size());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// What a run prints over one good and one bad request, a foreign file, and a file that is not
// there.
Outcome run_in_format(const TemporaryFolder& folder, const std::string& format) {
  folder.write("bad.json", kBad);
  folder.write("good.json", kGood);
  folder.write("package.json", kForeign);
  return run_tool({"check", "--format", format, folder.path(), folder / "none.json"});
}

TEST_CASE("every format is taken, and changes neither exit code nor standard error") {
  const TemporaryFolder folder;
  const Outcome text = run_in_format(folder, "text");
  CHECK(text.code == 3);
  std::vector<std::string> prints = {text.out};
  for (const std::string& format : kFormats) {
    CAPTURE(format);
    const Outcome outcome = run_in_format(folder, format);
    CHECK(outcome.code == text.code);
    CHECK(outcome.errors == text.errors);
    CHECK(outcome.out.ends_with('\n'));
    CHECK(outcome.out.find("namespace") != std::string::npos);
    const bool is_new = std::ranges::find(prints, outcome.out) == prints.end();
    CHECK(is_new == (format != "text"));
    prints.push_back(outcome.out);
  }
}

TEST_CASE("--format jsonl and problem: a line per document, one per refused document") {
  const TemporaryFolder folder;
  const auto lines = lines_of(run_in_format(folder, "jsonl").out);
  REQUIRE(lines.size() == 2);
  CHECK(parsed(lines[0])["verdict"].GetString() == std::string_view("reject"));
  CHECK(parsed(lines[1])["verdict"].GetString() == std::string_view("accept"));
  const auto problems = lines_of(run_in_format(folder, "problem").out);
  REQUIRE(problems.size() == 1);
  CHECK(parsed(problems[0])["status"].GetInt() == 400);
}

TEST_CASE("--format github and gcc: a line per finding, with its place") {
  const TemporaryFolder folder;
  const auto commands = lines_of(run_in_format(folder, "github").out);
  REQUIRE(commands.size() == 1);
  const auto command = parse_workflow_command(commands[0]);
  REQUIRE(command);
  CHECK(command->properties.at("file") == folder / "bad.json");
  CHECK(command->properties.at("title") == "service.namespace-required");
  const auto lines = lines_of(run_in_format(folder, "gcc").out);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].starts_with(folder / "bad.json:1:"));
  CHECK(lines[0].ends_with("[service.namespace-required]"));
}

TEST_CASE("--format junit and sarif: what could not be read is in the report") {
  const TemporaryFolder folder;
  const Element suites = read_xml(run_in_format(folder, "junit").out);
  CHECK(*suites.find("tests") == "3");
  CHECK(*suites.find("failures") == "1");
  CHECK(*suites.find("errors") == "1");
  const rapidjson::Document log = parsed(run_in_format(folder, "sarif").out);
  const rapidjson::Value& run = log["runs"][0];
  CHECK(run["results"].Size() == 1);
  CHECK_FALSE(run["invocations"][0]["executionSuccessful"].GetBool());
  CHECK(run["invocations"][0]["toolExecutionNotifications"].Size() == 1);
}

TEST_CASE("--format junit and sarif when nothing could be checked are still documents") {
  for (const std::string format : {"junit", "sarif"}) {
    const Outcome outcome = run_tool({"check", "--format", format, "/no/such/file"});
    CHECK(outcome.code == 3);
    if (format == "junit") CHECK(*read_xml(outcome.out).find("errors") == "1");
    if (format == "sarif") CHECK(parsed(outcome.out)["runs"][0]["results"].Empty());
  }
}

TEST_CASE("--format sarif has the page of every code that it reports") {
  const Outcome outcome =
      run_tool({"check", "--format", "sarif", std::string(ADMIT_TEST_DATA) + "/err"});
  CHECK(outcome.code == 1);
  const rapidjson::Document log = parsed(outcome.out);
  const rapidjson::Value& driver = log["runs"][0]["tool"]["driver"];
  CHECK(driver["version"].GetString() == std::string_view(ADMIT_VERSION));
  CHECK(driver["rules"].Size() > 50);
  for (const auto& rule : driver["rules"].GetArray()) {
    const std::string id = rule["id"].GetString();
    CAPTURE(id);
    CHECK(run_tool({"explain", id}).out == rule["help"]["markdown"].GetString());
    CHECK(rule["fullDescription"]["text"].GetStringLength() >
          rule["shortDescription"]["text"].GetStringLength());
  }
}

TEST_CASE("output that cannot be written is a failure in every format") {
  for (const std::string& format : kFormats) {
    CAPTURE(format);
    const Outcome full =
        run_tool({"check", "--format", format, "-"}, {.input = kBad, .out_path = "/dev/full"});
    CHECK(full.code == 3);
    const Outcome orphan =
        run_tool({"check", "--format", format, "-"}, {.input = kBad, .has_no_reader = true});
    CHECK(orphan.code == 3);
  }
}

TEST_CASE("other commands print text and JSON alone, and say so") {
  const std::vector<std::string> commands[] = {{"schema", "--check", "-"}, {"rules"}};
  for (std::vector<std::string> command : commands) {
    command.insert(command.end(), {"--format", "sarif"});
    const Outcome outcome = run_tool(command, {.input = "{}"});
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.errors.starts_with("admit: --format: `sarif` is none of text, json\n"));
  }
}

TEST_CASE("a format that there is not is refused with all that there are") {
  const Outcome outcome = run_tool({"check", "--format", "xml", "-"}, {.input = kGood});
  CHECK(outcome.code == 2);
  CHECK(outcome.errors.find("`xml` is none of text, json, jsonl, sarif, junit, github, gcc, "
                            "problem") != std::string::npos);
}

}  // namespace
