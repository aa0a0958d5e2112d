// C interface: reports and refusals as text.
#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "c_api/objects.h"
#include "report/answer_renderer.h"
#include "report/gcc_renderer.h"
#include "report/github_renderer.h"
#include "report/json_renderer.h"
#include "report/jsonl_renderer.h"
#include "report/junit_renderer.h"
#include "report/sarif_renderer.h"
#include "report/text_renderer.h"
#include "text/mask.h"

using admit::c_api::guarded;
using admit::c_api::is_text;
using admit::c_api::string_of;
using admit::c_api::view;
using admit::report::AnswerShape;
using admit::report::Refusal;

namespace {

// What a caller gave to render with; a field that its version of the struct has not is empty.
struct Input {
  std::string_view body;
  std::string_view file;
  std::string_view request_id;
};

std::optional<Input> read_input(const admit_render_input* given) {
  if (given == nullptr) return Input{};
  admit_render_input full{};
  if (given->size <= sizeof(std::size_t)) return std::nullopt;
  std::memcpy(&full, given, std::min(given->size, sizeof(full)));
  for (const admit_string& text : {full.body, full.file, full.request_id}) {
    if (!is_text(text.data, text.size)) return std::nullopt;
  }
  const auto of = [](const admit_string& text) { return view(text.data, text.size); };
  return Input{of(full.body), of(full.file), of(full.request_id)};
}

admit::report::CheckedDocument document_of(const admit_report& report, const Input& input) {
  return {input.file.empty() ? "<stdin>" : std::string(input.file), 0, report.report};
}

std::string to_text(const admit_report& report, const Input& input) {
  const auto names = report.engine
                         ? admit::text::SecretNames(report.engine->options().secret_members)
                         : admit::text::SecretNames::none();
  return render_text(document_of(report, input), input.body,
                     admit::text::find_secrets(input.body, names), {});
}

admit::report::Run run_of(const admit_report& report, const Input& input) {
  admit::report::Run run;
  if (report.engine) run.revision = report.engine->options().revision;
  run.summary.add(report.report);
  run.documents.push_back(document_of(report, input));
  return run;
}

std::string to_json(const admit_report& report, const Input& input) {
  return render_json(run_of(report, input), ADMIT_VERSION);
}

std::string to_junit(const admit_report& report, const Input& input) {
  return render_junit(run_of(report, input), {});
}

std::string to_sarif(const admit_report& report, const Input& input) {
  return render_sarif(run_of(report, input), {}, {ADMIT_VERSION, {}});
}

template <std::string (*render)(const admit::report::CheckedDocument&)>
std::string to_lines(const admit_report& report, const Input& input) {
  return render(document_of(report, input));
}

std::string to_problem(const admit_report& report, const Input& input) {
  return render_answer(report.report, AnswerShape::problem, input.request_id);
}

std::string to_api(const admit_report& report, const Input& input) {
  return render_answer(report.report, AnswerShape::api, input.request_id);
}

struct Format {
  std::string_view name;
  std::string (*render)(const admit_report& report, const Input& input);
  std::optional<AnswerShape> answer;  // set for answers to a client
};

constexpr auto kFormats = std::to_array<Format>({
    {"text", to_text, std::nullopt},
    {"json", to_json, std::nullopt},
    {"jsonl", to_lines<admit::report::render_jsonl>, std::nullopt},
    {"sarif", to_sarif, std::nullopt},
    {"junit", to_junit, std::nullopt},
    {"github", to_lines<admit::report::render_github>, std::nullopt},
    {"gcc", to_lines<admit::report::render_gcc>, std::nullopt},
    {"problem", to_problem, AnswerShape::problem},
    {"api", to_api, AnswerShape::api},
});

const Format* find_format(const char* name, std::size_t size) {
  for (const Format& format : kFormats) {
    if (format.name == view(name, size)) return &format;
  }
  return nullptr;
}

std::optional<Refusal> refusal_of(int32_t reason) noexcept {
  static_assert(static_cast<int>(Refusal::media_type) == ADMIT_REFUSAL_MEDIA_TYPE);
  static_assert(static_cast<int>(Refusal::undecided) == ADMIT_REFUSAL_UNDECIDED);
  if (reason < ADMIT_REFUSAL_MEDIA_TYPE || reason > ADMIT_REFUSAL_UNDECIDED) return std::nullopt;
  return static_cast<Refusal>(reason);
}

admit_status hand_out(std::string text, admit_text** out) {
  *out = new admit_text{std::move(text)};
  return ADMIT_OK;
}

}  // namespace

admit_status admit_report_render(const admit_report* report, const char* format, size_t format_size,
                                 const admit_render_input* input, admit_text** text) {
  if (text == nullptr) return ADMIT_ERROR_ARGUMENT;
  *text = nullptr;
  if (report == nullptr || !is_text(format, format_size)) return ADMIT_ERROR_ARGUMENT;
  const Format* chosen = find_format(format, format_size);
  if (chosen == nullptr) return ADMIT_ERROR_FORMAT;
  const std::optional<Input> given = read_input(input);
  const bool is_accepted = report->report.verdict() == admit::Verdict::accept;
  if (!given || (chosen->answer && is_accepted)) return ADMIT_ERROR_ARGUMENT;
  return guarded([&] { return hand_out(chosen->render(*report, *given), text); });
}

int32_t admit_report_http_status(const admit_report* report) {
  const int undecided = admit::report::http_status(Refusal::undecided);
  return report == nullptr ? undecided : admit::report::http_status(report->report);
}

admit_status admit_render_refusal(int32_t reason, const char* format, size_t format_size,
                                  const admit_render_input* input, admit_text** text) {
  if (text == nullptr) return ADMIT_ERROR_ARGUMENT;
  *text = nullptr;
  const std::optional<Refusal> refusal = refusal_of(reason);
  const std::optional<Input> given = read_input(input);
  if (!refusal || !given || !is_text(format, format_size)) return ADMIT_ERROR_ARGUMENT;
  const Format* chosen = find_format(format, format_size);
  if (chosen == nullptr || !chosen->answer) return ADMIT_ERROR_FORMAT;
  return guarded(
      [&] { return hand_out(render_refusal(*refusal, *chosen->answer, given->request_id), text); });
}

int32_t admit_refusal_http_status(int32_t reason) {
  const std::optional<Refusal> refusal = refusal_of(reason);
  return refusal ? admit::report::http_status(*refusal) : 0;
}

admit_string admit_text_view(const admit_text* text) {
  if (text == nullptr) return {"", 0};
  return string_of(text->text);
}

void admit_text_destroy(admit_text* text) {
  delete text;
}
