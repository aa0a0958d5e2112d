// Writes answers to clients. See answer_renderer.h.
#include "report/answer_renderer.h"

#include <algorithm>
#include <array>
#include <span>

#include "admit/codes.h"
#include "report/json_writer.h"

namespace admit::report {
namespace {

// What the answers with one HTTP status have in common.
struct Kind {
  int status;
  std::string_view title;  // the reason phrase, as RFC 9457 asks of `about:blank`
  std::string_view code;   // in the style of the API's own codes
};

constexpr Kind kInvalid = {400, "Bad Request", "InvalidParameter"};
constexpr Kind kTooLarge = {413, "Content Too Large", "RequestBodyTooLarge"};
constexpr Kind kUnsupported = {415, "Unsupported Media Type", "UnsupportedMediaType"};
constexpr Kind kUnavailable = {503, "Service Unavailable", "ServiceUnavailable"};

struct RefusalText {
  const Kind& kind;
  std::string_view detail;
};

// In the order of Refusal.
constexpr std::array<RefusalText, 4> kRefusals = {{
    {kUnsupported, "the content type must be `application/json`, in UTF-8"},
    {kUnsupported, "the body must be sent without a content encoding"},
    {kTooLarge, "the body is too large"},
    {kUnavailable, "the request could not be checked; nothing is known to be wrong with it"},
}};

const RefusalText& text_of(Refusal refusal) {
  return kRefusals[static_cast<std::size_t>(refusal)];
}

bool is_error(const Violation& violation) {
  return violation.severity == Severity::error;
}

bool is_too_large(const Report& report) {
  const std::string_view code = code_row(Code::input_too_large).id;
  return std::ranges::find(report.violations(), code, &Violation::code) !=
         report.violations().end();
}

class AnswerWriter : private JsonWriter {
 public:
  AnswerWriter(AnswerShape shape, std::string_view request_id)
      : shape_(shape), request_id_(request_id) {}

  void write(const Kind& kind, std::string_view detail, const Report* report) {
    start_object();
    if (shape_ == AnswerShape::problem) {
      member("type", "about:blank");
      member("title", kind.title);
      member("status", static_cast<std::uint64_t>(kind.status));
      member("detail", detail);
    }
    member_if_any("requestId", request_id_);
    member("code", kind.code);
    member("message", detail);
    if (shape_ == AnswerShape::problem && report != nullptr) write_errors(*report);
    end_object();
  }

  using JsonWriter::take;

 private:
  void write_errors(const Report& report) {
    key("errors");
    start_array();
    std::size_t told = 0;
    for (const Violation& violation : report.violations()) {
      if (!is_error(violation)) continue;
      ++told;
      start_object();
      member("detail", violation.message());
      member("pointer", violation.pointer);
      member("code", violation.code);
      member_if_any("hint", violation.hint);
      end_object();
    }
    end_array();
    const std::size_t omitted = report.counts().errors - told;
    if (omitted > 0) member("omitted", std::uint64_t{omitted});
  }

  AnswerShape shape_;
  std::string_view request_id_;
};

// The first error, and how many more there are.
std::string detail_of(const Report& report) {
  const auto first = std::ranges::find_if(report.violations(), is_error);
  if (first == report.violations().end()) return "the request is not valid";
  std::string detail = first->message();
  const std::size_t more = report.counts().errors - 1;
  if (more > 0) detail += " (and " + std::to_string(more) + " more)";
  return detail;
}

}  // namespace

int http_status(Refusal refusal) noexcept {
  return text_of(refusal).kind.status;
}

int http_status(const Report& report) noexcept {
  switch (report.verdict()) {
    case Verdict::accept:
      return 0;
    case Verdict::reject:
      return is_too_large(report) ? kTooLarge.status : kInvalid.status;
    case Verdict::undecided:
      break;
  }
  return kUnavailable.status;
}

std::string render_answer(const Report& report, AnswerShape shape, std::string_view request_id) {
  if (report.verdict() != Verdict::reject) {
    return render_refusal(Refusal::undecided, shape, request_id);
  }
  AnswerWriter writer(shape, request_id);
  writer.write(is_too_large(report) ? kTooLarge : kInvalid, detail_of(report), &report);
  return writer.take();
}

std::string render_refusal(Refusal refusal, AnswerShape shape, std::string_view request_id) {
  AnswerWriter writer(shape, request_id);
  writer.write(text_of(refusal).kind, text_of(refusal).detail, nullptr);
  return writer.take();
}

}  // namespace admit::report
