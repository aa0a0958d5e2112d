// Tests of report/junit_renderer: the XML, read back by a strict reader, and its grammar: that of
// Jenkins (jenkinsci/xunit-plugin, junit-10.xsd), in the order of its older grammars.
#include "report/junit_renderer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "report/sample_run.h"
#include "report/samples.h"
#include "report/xml_reader.h"

namespace {

using namespace admit;
using namespace admit::test;
using report::render_junit;
using report::Run;

struct ElementRule {
  std::set<std::string> required;    ///< attributes
  std::set<std::string> optional;    ///< attributes
  std::vector<std::string> content;  ///< children, in this order; each any number of times
  bool has_text = false;
};

const std::map<std::string, ElementRule> kGrammar = {
    {"testsuites", {{}, {"name", "time", "tests", "failures", "errors"}, {"testsuite"}, false}},
    {"testsuite", {{"name", "tests", "failures", "errors"}, {"skipped"}, {"testcase"}, false}},
    {"testcase", {{"name"}, {"classname", "time"}, {"error", "failure", "system-out"}, false}},
    {"failure", {{}, {"type", "message"}, {}, true}},
    {"error", {{}, {"type", "message"}, {}, true}},
    {"system-out", {{}, {}, {}, true}},
};

void check_grammar(const Element& element) {
  CAPTURE(element.name);
  REQUIRE(kGrammar.contains(element.name));
  const ElementRule& rule = kGrammar.at(element.name);
  for (const std::string& name : rule.required) CHECK(element.find(name) != nullptr);
  for (const auto& [name, value] : element.attributes) {
    CHECK((rule.required.contains(name) || rule.optional.contains(name)));
  }
  const bool is_blank = element.text.find_first_not_of(" \n") == std::string::npos;
  CHECK((rule.has_text || is_blank));
  std::size_t last = 0;
  for (const Element& child : element.children) {
    const auto found = std::ranges::find(rule.content, child.name);
    REQUIRE(found != rule.content.end());
    const auto place = static_cast<std::size_t>(found - rule.content.begin());
    CHECK(place >= last);
    last = place;
    check_grammar(child);
  }
}

std::size_t count(const Element& element, std::string_view name) {
  std::size_t sum = element.name == name ? 1 : 0;
  for (const Element& child : element.children) sum += count(child, name);
  return sum;
}

std::size_t number(const Element& element, std::string_view attribute) {
  return std::stoul(*element.find(attribute));
}

// What the suites count is what they hold.
void check_counts(const Element& suites) {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  for (const Element& suite : suites.children) {
    tests += number(suite, "tests");
    failures += number(suite, "failures");
    errors += number(suite, "errors");
    const auto has = [](std::string_view name) {
      return [name](const Element& test) { return count(test, name) > 0; };
    };
    CHECK(number(suite, "tests") == suite.children.size());
    CHECK(number(suite, "failures") ==
          static_cast<std::size_t>(std::ranges::count_if(suite.children, has("failure"))));
    CHECK(number(suite, "errors") ==
          static_cast<std::size_t>(std::ranges::count_if(suite.children, has("error"))));
  }
  CHECK(number(suites, "tests") == tests);
  CHECK(number(suites, "failures") == failures);
  CHECK(number(suites, "errors") == errors);
}

TEST_CASE("a run has this shape") {
  Violation error = make_violation("a.b", "`x` < `y`", {{4, 2, 3}, {5, 2, 4}});
  error.hint = "say \"y\"";
  Violation warning = make_violation("c.d", "odd", {{4, 2, 3}, {5, 2, 4}});
  warning.severity = Severity::warning;
  Run run;
  run.documents.push_back({"a.yaml", 0, Report()});
  run.documents.push_back({"a.yaml", 1, Report({error, warning}, {.errors = 1, .warnings = 3})});
  run.documents.push_back({"b & c.json", 0, Report::undecided("too much work")});
  const std::vector<report::UnreadFile> unread = {{"no.json", "No such file or directory"}};
  CHECK(render_junit(run, unread) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="admit" tests="4" failures="1" errors="2">
  <testsuite name="a.yaml" tests="2" failures="1" errors="0">
    <testcase classname="a.yaml" name="document 1">
    </testcase>
    <testcase classname="a.yaml" name="document 2">
      <failure type="a.b" message="`x` &lt; `y`">a.yaml:2:3: error: `x` &lt; `y` [a.b]
hint: say "y"
</failure>
      <system-out>a.yaml:2:3: warning: odd [c.d]
2 more not shown
</system-out>
    </testcase>
  </testsuite>
  <testsuite name="b &amp; c.json" tests="1" failures="0" errors="1">
    <testcase classname="b &amp; c.json" name="b &amp; c.json">
      <error type="undecided" message="too much work"/>
    </testcase>
  </testsuite>
  <testsuite name="no.json" tests="1" failures="0" errors="1">
    <testcase classname="no.json" name="no.json">
      <error type="unreadable" message="No such file or directory"/>
    </testcase>
  </testsuite>
</testsuites>
)");
}

TEST_CASE("a later document that stands alone is named by its place in the stream") {
  Run run;
  run.documents.push_back({"a.yaml", 4, Report()});
  const Element suites = read_xml(render_junit(run, {}));
  CHECK(*suites.children.at(0).children.at(0).find("name") == "document 5");
}

TEST_CASE("a document that is refused has a failure even where none is shown") {
  Run run;
  run.documents.push_back({"a.json", 0, Report({}, {.errors = 2})});
  const Element suites = read_xml(render_junit(run, {}));
  CHECK(count(suites, "failure") == 1);
  check_counts(suites);
}

TEST_CASE("the sample run and an empty one follow the grammar") {
  const SampleRun sample = make_sample_run();
  const Element suites = read_xml(render_junit(sample.run, sample.unread));
  check_grammar(suites);
  check_counts(suites);
  CHECK(count(suites, "testcase") == sample.run.documents.size() + sample.unread.size());
  std::size_t shown = 0;
  for (const report::CheckedDocument& document : sample.run.documents) {
    for (const Violation& v : document.report.violations()) {
      if (v.severity == Severity::error) ++shown;
    }
  }
  CHECK(count(suites, "failure") == shown);
  const Element none = read_xml(render_junit(Run(), {}));
  check_grammar(none);
  CHECK(number(none, "tests") == 0);
}

TEST_CASE("what XML can write is read back as it was") {
  std::mt19937 random(4);
  const std::vector<std::string> pieces = {"<",     ">",  "&",    "\"",       "'", "]]>",
                                           "&amp;", "\n", "\r",   "\t",       " ", "a",
                                           "é",     "%",  "\x7f", "\xC2\x85", "\\"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 8; ++i) text += pieces[random() % pieces.size()];
    Violation violation = make_violation(text, "x", {});
    Violation warning = make_violation("a.b", "x", {});
    warning.severity = Severity::warning;
    Run run;
    run.documents.push_back({text, 0, Report({violation, warning}, {.errors = 1, .warnings = 1})});
    const Element suite = read_xml(render_junit(run, {})).children.at(0);
    CHECK(*suite.find("name") == text);
    CHECK(*suite.children.at(0).find("classname") == text);
    CHECK(*suite.children.at(0).children.at(0).find("type") == text);
  }
}

TEST_CASE("what XML cannot write is written out") {
  struct Row {
    std::string_view text, read;
  };
  for (const Row& row : std::vector<Row>{{"a\x01z", "a\\u0001z"},
                                         {"a\x1Bz", "a\\u001bz"},
                                         {std::string_view("a\0z", 3), "a\\u0000z"},
                                         {"a\xFFz", "a\\xffz"},
                                         {"a\xED\xA0\x80z", "a\\xed\\xa0\\x80z"},
                                         {"a\xEF\xBF\xBEz", "a\\ufffez"},
                                         {"a\xEF\xBF\xBFz", "a\\uffffz"},
                                         {"a\xEF\xBF\xBDz", "a\xEF\xBF\xBDz"},
                                         {"a\xF0\x9F\x98\x80z", "a\xF0\x9F\x98\x80z"}}) {
    Run run;
    run.documents.push_back({std::string(row.text), 0, Report()});
    CHECK(*read_xml(render_junit(run, {})).children.at(0).find("name") == row.read);
  }
}

TEST_CASE("the reader refuses what is no XML") {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  CHECK(read_xml(head + "<a b=\"1&#10;\n\">x&lt;</a>").find("b")->size() == 3);
  for (const std::string_view body :
       {"", "<a>", "<a></b>", "<a/><b/>", "<a b=\"1\" b=\"2\"/>", "<a b=\"<\"/>", "<a b=1/>",
        "<a>&</a>", "<a>&x;</a>", "<a>&#1;</a>", "<a>&#x;</a>", "<a>]]></a>", "<a>\x01</a>",
        "<a>\xFF</a>", "<a>\xEF\xBF\xBF</a>", "<a b=\"\x1f\"/>", "x<a/>"}) {
    CAPTURE(body);
    CHECK_THROWS_AS(read_xml(head + std::string(body)), std::runtime_error);
  }
}

}  // namespace
