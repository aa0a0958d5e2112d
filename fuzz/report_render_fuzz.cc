// Harness: documents, whole or broken in a byte, through CreateService's engine and its reports
// through every renderer. What is meant to be JSON is JSON, JUnit is XML, lines stay lines, nothing
// steers a terminal; secrets planted in the document are in none of them.
#include <admit/create_service.h>
#include <rapidjson/document.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "create_service_mutator.h"
#include "input/secrets.h"
#include "planted_body.h"
#include "promise.h"
#include "report/answer_renderer.h"
#include "report/gcc_renderer.h"
#include "report/github_renderer.h"
#include "report/json_renderer.h"
#include "report/jsonl_renderer.h"
#include "report/junit_renderer.h"
#include "report/problem_renderer.h"
#include "report/sarif_renderer.h"
#include "report/text_renderer.h"
#include "report/xml_reader.h"

namespace {

using namespace admit::report;
using admit::Engine;
using admit::Report;
using admit::Source;
using admit::fuzz::PlantedBody;
using admit::fuzz::promise;
using admit::fuzz::Random;

// It means something to every format.
constexpr std::string_view kFile = "a \"b\"/'c' <&>]]>%0A,:;\xC3\xA9\n\x1B[0m\xFF.json";

const std::vector<std::string> kSecretMembers = {"token", "passPhrase"};

const Engine& engine() {
  static const Engine made = [] {
    auto built = admit::create_service_engine(
        {.report_from = admit::Severity::info, .secret_members = kSecretMembers});
    promise(built.has_value(), "the shipped engine can be built");
    return std::move(built).value();
  }();
  return made;
}

void check_json(std::string_view text, std::string_view what) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
      text.data(), text.size());
  promise(!document.HasParseError() && document.IsObject(), what, text);
}

// Printable, but for line feeds; no C1 controls (C2 80 to C2 9F in UTF-8), either.
void check_printable(std::string_view text, std::string_view what) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    promise(byte == '\n' || (byte >= 0x20 && byte != 0x7F), what, text);
    const bool is_c1 =
        byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    promise(!is_c1, what, text);
  }
}

// Each line is a workflow command; a runner would take any other break for the end of one.
void check_commands(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    promise(text.starts_with("::") && end != std::string_view::npos, "github: commands", text);
    promise(text.substr(0, end).find('\r') == std::string_view::npos, "github: lines", text);
    text.remove_prefix(end + 1);
  }
}

void check_json_line(const std::string& text, std::string_view what) {
  promise(text.ends_with('\n') && text.find('\n') == text.size() - 1, what, text);
  check_json(text, what);
}

std::string render_lines(const CheckedDocument& document) {
  const std::string gcc = render_gcc(document);
  const std::string github = render_github(document);
  check_printable(gcc, "gcc: nothing steers a terminal");
  check_commands(github);
  const std::string jsonl = render_jsonl(document);
  check_json_line(jsonl, "jsonl: one line of JSON");
  return gcc + github + jsonl;
}

std::string render_answers(const CheckedDocument& document, std::string_view request_id) {
  const std::string problem = render_problem(document);
  const bool is_accepted = document.report.verdict() == admit::Verdict::accept;
  promise(problem.empty() == is_accepted, "problem: an answer for what is refused");
  promise((http_status(document.report) == 0) == is_accepted, "a status for what is refused");
  if (is_accepted) return {};
  check_json_line(problem, "problem: one line of JSON");
  const std::string api = render_answer(document.report, AnswerShape::api, request_id);
  check_json(api, "api: JSON");
  const std::string other = render_answer(document.report, AnswerShape::problem, request_id);
  check_json(other, "problem: JSON");
  return problem + api + other;
}

std::string render_run(const CheckedDocument& document) {
  Run run{.revision = "2026-08-21"};
  run.summary.add(document.report);
  run.documents.push_back(document);
  const std::vector<UnreadFile> unread = {{std::string(kFile), "gone"}};
  const std::string json = render_json(run, "1.2.3");
  const std::string sarif = render_sarif(run, unread, {"1.2.3", {}});
  const std::string junit = render_junit(run, unread);
  check_json_line(json, "json: one line of JSON");
  check_json_line(sarif, "sarif: one line of JSON");
  (void)admit::test::read_xml(junit);
  return json + sarif + junit + render_summary(run.summary);
}

// All that any renderer makes of the report on `source`.
std::string render_all(const Source& source, const Report& report) {
  static const admit::text::SecretNames names(kSecretMembers);
  const CheckedDocument document{std::string(kFile), 0, report};
  const std::vector<admit::text::Span> secrets = admit::input::find_secrets(source, names);
  const std::string text = render_text(document, source, secrets, {.colour = false});
  check_printable(text, "text: nothing steers a terminal");
  return text + render_lines(document) + render_answers(document, kFile) + render_run(document);
}

std::string shown_of(const Source& source) {
  admit::Scratch scratch;
  return render_all(source, engine().check(source, scratch));
}

// In one of three ways: a run over all formats is dear.
void check_secrets(const admit::fuzz::JsonTree& document, Random& random) {
  static const admit::text::SecretNames names(kSecretMembers);
  PlantedBody body(document, names, random);
  const std::size_t way = admit::fuzz::below(random, 3);
  if (way == 0) body.break_somewhere(random);
  const std::string text = body.text();
  const Source source(text, way == 1 ? admit::Syntax::yaml : admit::Syntax::json);
  const std::string leak = body.find_leak(shown_of(source));
  promise(leak.empty(), "no secret is shown", leak + " of " + text);
}

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Random random(hash_of(text));
  if (const auto document = admit::fuzz::parse_json_tree(text)) {
    check_secrets(*document, random);
  } else if (admit::fuzz::below(random, 8) == 0) {
    (void)render_all(text, Report::undecided(std::string(text)));
  } else {
    (void)shown_of(Source(text, size % 2 == 0 ? admit::Syntax::yaml : admit::Syntax::json));
  }
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned int seed) {
  return admit::fuzz::mutate_json(data, size, max_size, seed, admit::fuzz::create_service_edits(),
                                  admit::fuzz::create_service_words());
}
