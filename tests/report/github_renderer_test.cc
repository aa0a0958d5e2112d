// Tests of report/github_renderer: the lines, and that the runner reads back what was written.
#include "report/github_renderer.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "report/sample_run.h"
#include "report/samples.h"
#include "report/workflow_command.h"

namespace {

using namespace admit;
using namespace admit::test;
using report::render_github;

// The commands in a log; every line of it must be one.
std::vector<WorkflowCommand> commands_in(const std::string& log) {
  std::vector<WorkflowCommand> commands;
  std::istringstream lines(log);
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(line.find('\r') == std::string::npos);  // would end the line as well
    const auto command = parse_workflow_command(line);
    REQUIRE(command);
    commands.push_back(*command);
  }
  return commands;
}

TEST_CASE("a violation is a workflow command") {
  Violation error = make_violation("a.b-c", "{member} is missing", {{4, 2, 3}, {9, 2, 8}});
  error.params = {{"member", std::string("x")}};
  error.hint = "add `x`";
  Violation warning = make_violation("d.e", "100% of: a, b", {{4, 2, 3}, {9, 4, 1}});
  warning.severity = Severity::warning;
  Violation info = make_violation("f.g", "empty", {{9, 4, 1}, {9, 4, 1}});
  info.severity = Severity::info;
  const report::CheckedDocument document{
      "dir/a.json", 0, Report({error, warning, info}, {.errors = 1, .warnings = 3, .infos = 1})};
  CHECK(render_github(document) ==
        "::error file=dir/a.json,line=2,endLine=2,col=3,endColumn=8,title=a.b-c::"
        "`x` is missing%0Ahint: add `x`\n"
        "::warning file=dir/a.json,line=2,endLine=4,title=d.e::100%25 of: a, b\n"
        "::notice file=dir/a.json,line=4,endLine=4,col=1,endColumn=1,title=f.g::empty\n"
        "::notice file=dir/a.json::2 more not shown\n");
}

TEST_CASE("a document without findings has no command, one without a verdict an error") {
  CHECK(render_github({"a.json", 0, Report()}).empty());
  CHECK(render_github({"a,b:c.json", 0, Report::undecided("too much work")}) ==
        "::error file=a%2Cb%3Ac.json::undecided: too much work\n");
}

TEST_CASE("the runner reads back every byte of names and messages") {
  std::mt19937 random(3);
  const std::vector<std::string> pieces = {"%",  "%0A", "%25", "::", ":", ",", "=",    "\n",  "\r",
                                           "\t", " ",   "\"",  "a",  "é", "]", "\x01", "\xFF"};
  for (int round = 0; round < 500; ++round) {
    std::string file;
    std::string code;
    std::string wording;
    for (int i = 0; i < 6; ++i) {
      file += pieces[random() % pieces.size()];
      code += pieces[random() % pieces.size()];
      wording += pieces[random() % pieces.size()];
    }
    Violation violation = make_violation(code, wording, {{0, 1, 1}, {1, 1, 2}});
    violation.hint = "a, b: 5%";
    const auto commands = commands_in(render_github(make_document(file, {violation})));
    REQUIRE(commands.size() == 1);
    CHECK(commands[0].name == "error");
    CHECK(commands[0].properties.at("file") == file);
    CHECK(commands[0].properties.at("title") == code);
    CHECK(commands[0].properties.size() == 6);
    CHECK(commands[0].data == violation.message() + "\nhint: a, b: 5%");
  }
}

TEST_CASE("every finding of the sample run is a command that names its file") {
  const SampleRun sample = make_sample_run();
  for (const report::CheckedDocument& document : sample.run.documents) {
    const auto commands = commands_in(render_github(document));
    const Report& report = document.report;
    const std::size_t others =
        (report.omitted() > 0 ? 1 : 0) + (report.verdict() == Verdict::undecided ? 1 : 0);
    CHECK(commands.size() == report.violations().size() + others);
    for (const WorkflowCommand& command : commands) {
      CHECK(command.properties.at("file") == document.file);
    }
  }
}

TEST_CASE("what is no workflow command is not taken for one") {
  CHECK_FALSE(parse_workflow_command(":error::x"));
  CHECK_FALSE(parse_workflow_command("::error file=a:x"));
  CHECK_FALSE(parse_workflow_command("x ::error::x"));
}

}  // namespace
