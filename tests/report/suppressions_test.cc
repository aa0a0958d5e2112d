// Suppressions: which comments there are, what they take out, what is said of those that do not.
#include "report/suppressions.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "engine/cases.h"
#include "input/yaml_comments.h"

namespace {

using namespace admit;
using namespace admit::test;

std::string comments_of(std::string_view text) {
  const auto comments = input::find_comments(Source(text, Syntax::yaml), {});
  REQUIRE(comments.has_value());
  std::string all;
  for (const input::YamlComment& comment : *comments) {
    all += std::string(comment.is_alone ? "alone " : "behind ") +
           std::string(comment.span.of(text)) + '\n';
  }
  return all;
}

TEST_CASE("comments are found outside scalars alone") {
  CHECK(comments_of("# a\nb: c # d\n  # e\n") == "alone # a\nbehind # d\nalone # e\n");
  CHECK(comments_of("a: b#c\n") == "");
  CHECK(comments_of("a: \"x # y\" # z") == "behind # z\n");
  CHECK(comments_of("a: 'x # y'\n'# n': 1") == "");
  CHECK(comments_of("a: |\n  # text\n  more\n# real\n") == "alone # real\n");
  CHECK(comments_of("a: [b, # one\n c] # two\n#three") ==
        "behind # one\nbehind # two\nalone #three\n");
  CHECK(comments_of("a: b # c # d\r\n# e\r\n") == "behind # c # d\nalone # e\n");
  CHECK(!input::find_comments(Source(std::string_view("a: [ # x"), Syntax::yaml), {}));
}

constexpr std::string_view kHead =
    "gatewayId: gw-cq7l5s5lhtgi6qasrdc0\nsourceType: VIP\nserviceConfigs:\n- name: a\n";

// What the linter says of a request with these addresses: "line code" for each.
std::string said(std::string_view addresses, Options options = {}) {
  const std::string text = std::string(kHead) + "  addresses:\n" + std::string(addresses);
  const Engine engine = build_engine(std::move(options));
  Scratch scratch;
  const Report report = lint(engine, Source(text, Syntax::yaml), scratch);
  std::string all;
  for (const Violation& violation : report.violations()) {
    all += std::to_string(violation.range.start.line) + ' ' + violation.code + '\n';
  }
  CHECK(report.counts().errors + report.counts().warnings == report.violations().size());
  return all;
}

TEST_CASE("the same line and the next one") {
  CHECK(said("  - 10.0.0.7:0\n") == "6 endpoint.port-range\n");
  CHECK(said("  - 10.0.0.7:0 # admit: ignore[endpoint.port-range] because\n") == "");
  CHECK(said("  # admit: ignore[endpoint.port-range] because\n  - 10.0.0.7:0\n") == "");
  CHECK(said("  #admit:ignore[endpoint.*] because\n  - 10.0.0.7:0\n") == "");
  CHECK(said("  # admit: ignore[endpoint.port-range] because\n  - 10.0.0.7:0\n  - 10.0.0.8:0\n") ==
        "8 endpoint.port-range\n");
  CHECK(said("  - 10.0.0.8:1 # admit: ignore[endpoint.port-range] because\n  - 10.0.0.7:0\n") ==
        "6 lint.unused-suppression\n7 endpoint.port-range\n");
}

TEST_CASE("a verdict is that of what is left") {
  const std::string text =
      std::string(kHead) + "  addresses: ['10.0.0.7:0'] # admit: ignore[endpoint.*] x\n";
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  const Source source(text, Syntax::yaml);
  CHECK(engine.check(source, scratch).verdict() == Verdict::reject);
  CHECK(lint(engine, source, scratch).verdict() == Verdict::accept);
}

TEST_CASE("several codes, some of no use") {
  CHECK(said("  - 10.0.0.7:0 # admit: ignore[endpoint.port-range, service.placeholder] why\n") ==
        "6 lint.unused-suppression\n");
  CHECK(said("  - 10.0.0.7:0 # admit: ignore[endpoint.port-range, endpoint.*] why\n") == "");
}

TEST_CASE("comments that cannot suppress") {
  for (const std::string_view comment : {
           "admit: ignore[endpoint.port-range]",
           "admit: ignore[endpoint.port-range]   ",
           "admit: ignore[endpoint.port-rang] why",
           "admit: ignore[endpont.*] why",
           "admit: ignore[] why",
           "admit: ignore[endpoint.port-range,] why",
           "admit: ignore endpoint.port-range why",
           "admit: ignore[endpoint.port-range why",
           "admit: disable[endpoint.port-range] why",
           "admit: ignore[endpoint.port-range, input.syntax] why",
       }) {
    CAPTURE(comment);
    CHECK(said("  - 10.0.0.7:0 # " + std::string(comment) + "\n") ==
          "6 endpoint.port-range\n6 lint.invalid-suppression\n");
  }
  CHECK(said("  - 10.0.0.7:0 # Admit: ignore[x]\n") == "6 endpoint.port-range\n");
}

TEST_CASE("what the bytes come to cannot be suppressed") {
  CHECK(said("  - 10.0.0.7:1\n  name: b # admit: ignore[input.*] why\n") ==
        "7 input.duplicate-key\n7 lint.unused-suppression\n");
  CHECK(said("  - &x 10.0.0.7:1 # admit: ignore[yaml.anchor] why\n") ==
        "6 yaml.anchor\n6 lint.invalid-suppression\n");
  CHECK(said("  - 10.0.0.7:1\n  groupName: no # admit: ignore[yaml.*] why\n") == "");
}

TEST_CASE("severities of the findings are options") {
  Options options;
  options.severities = {{"lint.unused-suppression", Severity::ignore}};
  CHECK(said("  - 10.0.0.7:1 # admit: ignore[endpoint.*] why\n", options) == "");
  options.severities = {{"lint.*", Severity::info}};
  options.report_from = Severity::info;
  CHECK(build_engine(options).codes().size() > 10);
}

TEST_CASE("of many findings as many are kept as a report holds, the rest are counted") {
  std::string text(kHead);
  text += "  addresses: ['10.0.0.7:0']\n";
  for (int i = 0; i < 500; ++i) text += "# admit: ignore[endpoint.port-rang] x\n";
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  const Report report = lint(engine, Source(text, Syntax::yaml), scratch);
  CHECK(report.violations().size() == engine.options().limits.max_violations);
  CHECK(report.counts().errors == 501);
  CHECK(report.omitted() == 501 - report.violations().size());
}

TEST_CASE("in a stream, lines count from its start") {
  const std::string one = std::string(kHead) + "  addresses: ['10.0.0.7:0']";
  const std::string stream = one + "\n---\n" + one + " # admit: ignore[endpoint.*] why\n";
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  const auto documents = split_yaml(stream);
  REQUIRE(documents.size() == 2);
  CHECK(lint(engine, documents[0], scratch).verdict() == Verdict::reject);
  CHECK(lint(engine, documents[1], scratch).verdict() == Verdict::accept);
}

}  // namespace
