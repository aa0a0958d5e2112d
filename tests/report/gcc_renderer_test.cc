// Tests of report/gcc_renderer: the lines, and that each is one.
#include "report/gcc_renderer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <string>

#include "report/sample_run.h"
#include "report/samples.h"

namespace {

using namespace admit;
using namespace admit::test;
using report::render_gcc;

TEST_CASE("a violation is a line, and so is each related place") {
  Violation error = make_violation("a.b-c", "{member} is missing", {{4, 2, 3}, {9, 2, 8}});
  error.params = {{"member", std::string("x")}};
  error.hint = "add `x`";
  error.related = {{"/a", {{1, 1, 2}, {2, 1, 3}}, "the first one"},
                   {"/b", {{7, 2, 6}, {8, 2, 7}}, ""}};
  Violation warning = make_violation("d.e", "odd", {{9, 4, 1}, {9, 4, 1}});
  warning.severity = Severity::warning;
  Violation info = make_violation("f.g", "by the way", {{9, 4, 1}, {9, 4, 1}});
  info.severity = Severity::info;
  const report::CheckedDocument document{
      "dir/a.json", 0, Report({error, warning, info}, {.errors = 1, .warnings = 2, .infos = 1})};
  CHECK(render_gcc(document) ==
        "dir/a.json:2:3: error: `x` is missing [a.b-c]\n"
        "dir/a.json:1:2: note: the first one\n"
        "dir/a.json:2:6: note: `/b`\n"
        "dir/a.json:4:1: warning: odd [d.e]\n"
        "dir/a.json:4:1: note: by the way [f.g]\n"
        "dir/a.json:1:1: note: 1 more not shown\n");
}

TEST_CASE("a document without findings has no line, one without a verdict an error") {
  CHECK(render_gcc({"a.json", 0, Report()}).empty());
  CHECK(render_gcc({"a.json", 0, Report::undecided("too much work")}) ==
        "a.json:1:1: error: undecided: too much work\n");
}

TEST_CASE("whatever stands in names and messages, lines keep their form") {
  const std::regex form(R"([^\n]+:[0-9]+:[0-9]+: (error|warning|note): [^\n]+)");
  for (const report::CheckedDocument& document : make_sample_run().run.documents) {
    const std::string lines = render_gcc(document);
    CHECK(std::ranges::none_of(lines, [](char c) { return c != '\n' && c >= 0 && c < 0x20; }));
    std::istringstream in(lines);
    std::size_t count = 0;
    for (std::string line; std::getline(in, line); ++count) {
      CAPTURE(line);
      CHECK(std::regex_match(line, form));
    }
    CHECK(count >= document.report.violations().size());
  }
}

}  // namespace
