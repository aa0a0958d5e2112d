// Cases and made-up reports -> a run, and that in every format.
#include "report/sample_run.h"

#include <algorithm>
#include <stdexcept>

#include "engine/cases.h"
#include "report/gcc_renderer.h"
#include "report/github_renderer.h"
#include "report/json_renderer.h"
#include "report/jsonl_renderer.h"
#include "report/junit_renderer.h"
#include "report/problem_renderer.h"
#include "report/samples.h"
#include "report/text_renderer.h"

namespace admit::test {
namespace {

constexpr std::string_view kVersion = "1.2.3";

constexpr report::CodePage kPages[] = {
    {"schema.null",
     "# schema.null\n\na member is null\n\nSeverity: error\n\n## What\nOne line\nand `another`.\n\n"
     "## Why\nBecause of \"this\" & <that>.\n"},
    {"service.namespace-required", "# service.namespace-required\n\n## What\n"},
};

void add(SampleRun& sample, report::CheckedDocument document, std::string text) {
  sample.run.summary.add(document.report);
  sample.run.documents.push_back(std::move(document));
  sample.text += text;
}

void add_case(SampleRun& sample, const std::vector<Case>& cases, const std::string& name) {
  const auto found = std::ranges::find(cases, name, &Case::name);
  if (found == cases.end()) throw std::runtime_error("no case " + name);
  const Engine engine = build_engine(*found);
  Scratch scratch;
  for (const Source& source : sources_of(*found, engine)) {
    const Report report = engine.check(source, scratch);
    add(sample, {name, source.index, report}, text_report(engine, source, report, name));
  }
}

void add_made_up(SampleRun& sample, const std::string& file, const Report& report,
                 std::string_view source) {
  const report::CheckedDocument document{file, 0, report};
  add(sample, document, report::render_text(document, source, {}, {}));
}

Violation nasty_violation(std::string_view text) {
  Violation violation = make_violation("acme.Odd_code-2", "{member} & <b a=\"c\">'%0A'</b> ]]> {x}",
                                       range_of(text, "odd"));
  violation.pointer = "/a~1b/\"<&>\"/\xC3\xA9";
  violation.because = "";
  violation.params = {{"member", std::string("a\nb\r\t,:%\x01\xFF[c](http://d)")}};
  violation.hint = "write `<![CDATA[x]]>`, or [y](1)\nor 100% of it";
  violation.value = "odd";
  violation.related = {{"/a", range_of(text, "{"), "the \"first\", 50%: <one>\n"},
                       {"/b", range_of(text, "\"c\""), ""}};
  return violation;
}

Violation other_violation(Severity severity, std::string_view text) {
  Violation violation = make_violation("schema.null", "{place} is nothing", range_of(text, "null"));
  violation.severity = severity;
  violation.pointer = "/c";
  return violation;
}

void add_made_up(SampleRun& sample) {
  constexpr std::string_view kText = "{\"b\": \"odd\",\n \"c\": null\n}\n";
  const Violation whole = make_violation("acme.whole", "several lines", range_of(kText, 0, 20));
  const Violation error = other_violation(Severity::error, kText);
  add_made_up(sample, nasty_name(),
              Report({whole, nasty_violation(kText), other_violation(Severity::warning, kText),
                      other_violation(Severity::info, kText)},
                     {.errors = 2, .warnings = 1, .infos = 1}),
              kText);
  add_made_up(sample, "/srv/../etc/./\xC3\xA4 b.json",
              Report({error, error}, {.errors = 3, .warnings = 2}), kText);
  add_made_up(sample, "./undecided.json", Report::undecided(std::string("too <much> \x02work\n")),
              "{}");
}

std::string render_each(const SampleRun& sample,
                        std::string (*render)(const report::CheckedDocument&)) {
  std::string out;
  for (const report::CheckedDocument& document : sample.run.documents) out += render(document);
  return out;
}

}  // namespace

SampleRun make_sample_run() {
  SampleRun sample;
  sample.run.revision = "2026-08-21";
  const std::vector<Case> cases = load_cases("err");
  add_case(sample, cases, "several-multi-byte.json");
  add_case(sample, cases, "several-ai-secrets.json");
  add_case(sample, cases, "agent.dify-config-required-twin.json");
  add_case(sample, load_yaml_cases("err"), "yaml.key-and-others-in-a-stream.yaml");
  add_case(sample, load_yaml_cases("ok"), "stream.yaml");
  add_made_up(sample);
  sample.run.summary.skipped = 2;
  sample.unread = {{"no/such <file>.json", "No such file or directory"},
                   {"locked & barred", "Permission denied"}};
  return sample;
}

std::string nasty_name() {
  return "a b/\"c\" 'd' <&>]]>%0A,:;\xC3\xA9\n\x01\xFF.json";
}

std::vector<Rendered> render_all(const SampleRun& sample) {
  return {{"text.txt", sample.text + report::render_summary(sample.run.summary)},
          {"json.json", report::render_json(sample.run, kVersion)},
          {"jsonl.jsonl", render_each(sample, report::render_jsonl)},
          {"sarif.sarif", report::render_sarif(sample.run, sample.unread, {kVersion, kPages})},
          {"junit.xml", report::render_junit(sample.run, sample.unread)},
          {"github.txt", render_each(sample, report::render_github)},
          {"gcc.txt", render_each(sample, report::render_gcc)},
          {"problem.jsonl", render_each(sample, report::render_problem)}};
}

}  // namespace admit::test
