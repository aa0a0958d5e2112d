// Tests of report/text_renderer: whole reports, character for character.
#include "report/text_renderer.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "samples.h"
#include "text/mask.h"

namespace {

using namespace admit;
using report::Summary;
using test::make_document;
using test::make_violation;
using test::range_of;

std::string render(const report::CheckedDocument& document, std::string_view source,
                   bool colour = false) {
  const std::vector<text::Span> secrets = text::find_secrets(source, text::SecretNames());
  return report::render_text(document, source, secrets, {.colour = colour});
}

constexpr std::string_view kSource =
    "{\n  \"sourceType\": \"K8S\",\n  \"serviceConfigs\": [\n    { \"name\": \"a\" }\n  ]\n}\n";

Violation missing_namespace() {
  Violation v = make_violation("service.namespace-required", "{member} is missing in {place}",
                               range_of(kSource, "{ \"name\""));
  v.range.end = v.range.start;
  v.pointer = "/serviceConfigs/0";
  v.because = "/sourceType";
  v.params = {{"member", std::string("namespace")}};
  v.related = {{"/sourceType", range_of(kSource, "\"K8S\""), "the source type"}};
  v.hint = "add `\"namespace\"` to the service";
  return v;
}

TEST_CASE("a violation shows its place, its line, why, and what to do") {
  CHECK(render(make_document("orders.json", {missing_namespace()}), kSource) ==
        "orders.json:4:5: error: `namespace` is missing in `/serviceConfigs/0` "
        "[service.namespace-required]\n"
        "  4 |     { \"name\": \"a\" }\n"
        "    |     ^\n"
        "  because: `/sourceType`\n"
        "  also: orders.json:2:17: the source type\n"
        "  hint: add `\"namespace\"` to the service\n");
}

TEST_CASE("colours are escape sequences and only on demand") {
  const std::string text = render(make_document("a.json", {missing_namespace()}), kSource, true);
  CHECK(text.starts_with("\x1b[1ma.json:4:5:\x1b[0m \x1b[1;31merror:\x1b[0m "));
  CHECK(text.find("    |     \x1b[1;32m^\x1b[0m\n") != std::string::npos);
  CHECK(text.find("  \x1b[1mhint:\x1b[0m add") != std::string::npos);
}

TEST_CASE("gutters of one document are aligned, and no line ends in a blank") {
  std::string source = "[ \n";
  for (int i = 0; i < 98; ++i) source += "\n";
  source += "x]  ";
  const std::string text =
      render(make_document("a", {make_violation("a.b", "first", range_of(source, "[")),
                                 make_violation("a.b", "second", range_of(source, 50, 0)),
                                 make_violation("a.b", "third", range_of(source, "x]"))}),
             source);
  CHECK(text ==
        "a:1:1: error: first [a.b]\n"
        "    1 | [\n"
        "      | ^\n"
        "a:49:1: error: second [a.b]\n"
        "   49 |\n"
        "      | ^\n"
        "a:100:1: error: third [a.b]\n"
        "  100 | x]\n"
        "      | ^~\n");
}

TEST_CASE("every severity has its word; the root is the request") {
  Violation warning = make_violation("a.b", "{place} is odd", {});
  warning.severity = Severity::warning;
  warning.because = "";
  Violation info = make_violation("a.c", "x", {});
  info.severity = Severity::info;
  info.related = {{"/y", {}, ""}};
  const report::CheckedDocument document{"a", 0, Report({warning, info}, {0, 1, 1})};
  CHECK(render(document, "") ==
        "a:1:1: warning: the request is odd [a.b]\n"
        "  because: the request\n"
        "a:1:1: info: x [a.c]\n"
        "  also: a:1:1: `/y`\n");
}

TEST_CASE("what is not shown is counted, and no verdict has a reason") {
  const report::CheckedDocument capped{"a", 0, Report({make_violation("a.b", "x", {})}, {5, 2, 0})};
  CHECK(render(capped, "") == "a:1:1: error: x [a.b]\n6 more not shown\n");
  CHECK(render({"a", 0, Report()}, "{}").empty());
  CHECK(render({"a\n", 0, Report::undecided(std::string("rule `x\x1b` threw"))}, "{}") ==
        "a\\u000a: undecided: rule `x\\u001b` threw\n");
}

TEST_CASE("nothing of request or file name can steer the terminal") {
  const std::string source = "{\"\x1b[31m\": \"\x9b\xC2\x9B\xE2\x80\xAE\"}\x07";
  Violation v = make_violation("\x1b.x", "\x1b{place}{value}", range_of(source, 2, 30));
  v.pointer = "/\x1b[31m";
  v.value = "\x07";
  v.hint = "\x1b]0;";
  v.because = "/\x08";
  v.related = {{"", {}, "\x1b"}};
  const std::string text = render(make_document("\x1b[2J.json", {v}), source);
  for (const char c : text) {
    CHECK((c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)));
  }
  CHECK(text.find("\xC2\x9B") == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("a summary names what there is, in the right number") {
  struct Row {
    Summary summary;
    std::string_view text;
  };
  for (const Row& row : std::vector<Row>{
           {{3, 1, 2, 0, 2, 3, 1},
            "3 documents: 1 accepted, 2 rejected; 3 errors, 1 warning; 2 files skipped\n"},
           {{1, 1, 0, 0, 0, 0, 0}, "1 document: 1 accepted\n"},
           {{1, 0, 1, 0, 1, 1, 0}, "1 document: 1 rejected; 1 error; 1 file skipped\n"},
           {{2, 1, 0, 1, 0, 0, 2}, "2 documents: 1 accepted, 1 undecided; 2 warnings\n"},
           {{}, "0 documents\n"}}) {
    CHECK(report::render_summary(row.summary) == row.text);
  }
}

}  // namespace
