// C interface: what a report holds.
#include <utility>

#include "c_api/objects.h"

using admit::c_api::fill;
using admit::c_api::range_of;
using admit::c_api::string_of;

namespace admit::c_api {

admit_report make_report(Report report, std::optional<Engine> engine) {
  std::vector<std::string> messages;
  messages.reserve(report.violations().size());
  for (const Violation& violation : report.violations()) messages.push_back(violation.message());
  return {std::move(report), std::move(messages), std::move(engine)};
}

}  // namespace admit::c_api

namespace {

static_assert(static_cast<int>(admit::Severity::error) == ADMIT_SEVERITY_ERROR);
static_assert(static_cast<int>(admit::Severity::ignore) == ADMIT_SEVERITY_IGNORE);
static_assert(static_cast<int>(admit::Verdict::accept) == ADMIT_ACCEPT);
static_assert(static_cast<int>(admit::Verdict::undecided) == ADMIT_UNDECIDED);

// The element of `list` at `index`, or null.
template <class List>
const auto* at(const List& list, std::size_t index) noexcept {
  return index < list.size() ? &list[index] : nullptr;
}

const admit::Violation* violation_at(const admit_report* report, std::size_t index) noexcept {
  return report == nullptr ? nullptr : at(report->report.violations(), index);
}

// A null report is a bad argument; a violation that is not there is out of range.
admit_status no_violation(const admit_report* report) noexcept {
  return report == nullptr ? ADMIT_ERROR_ARGUMENT : ADMIT_ERROR_RANGE;
}

// Writes the field of an admit_param that the type of the value belongs to.
struct ParamWriter {
  admit_param& out;

  void operator()(std::int64_t value) const {
    out.kind = ADMIT_PARAM_INT64;
    out.int64_value = value;
  }
  void operator()(std::uint64_t value) const {
    out.kind = ADMIT_PARAM_UINT64;
    out.uint64_value = value;
  }
  void operator()(double value) const {
    out.kind = ADMIT_PARAM_DOUBLE;
    out.double_value = value;
  }
  void operator()(const std::string& value) const {
    out.kind = ADMIT_PARAM_STRING;
    out.string_value = string_of(value);
  }
  void operator()(const std::vector<std::string>& values) const {
    out.kind = ADMIT_PARAM_STRINGS;
    out.strings = values.size();
  }
};

}  // namespace

void admit_report_destroy(admit_report* report) {
  delete report;
}

admit_status admit_report_summary(const admit_report* report, admit_summary* summary) {
  if (report == nullptr) return ADMIT_ERROR_ARGUMENT;
  const admit::Report& from = report->report;
  admit_summary out{};
  out.verdict = static_cast<int32_t>(from.verdict());
  out.violations = from.violations().size();
  out.omitted = from.omitted();
  out.errors = from.counts().errors;
  out.warnings = from.counts().warnings;
  out.infos = from.counts().infos;
  // Made of a std::string or a literal: a NUL follows.
  out.undecided_reason = {from.undecided_reason().data(), from.undecided_reason().size()};
  return fill(summary, out);
}

admit_status admit_report_violation(const admit_report* report, size_t index,
                                    admit_violation* violation) {
  const admit::Violation* from = violation_at(report, index);
  if (from == nullptr) return no_violation(report);
  admit_violation out{};
  out.code = string_of(from->code);
  out.severity = static_cast<int32_t>(from->severity);
  out.pointer = string_of(from->pointer);
  out.has_because = from->because ? 1 : 0;
  out.because = from->because ? string_of(*from->because) : admit_string{"", 0};
  out.range = range_of(from->range);
  out.message = string_of(report->messages[index]);
  out.hint = string_of(from->hint);
  out.value = string_of(from->value);
  out.schema = string_of(from->schema);
  out.source = string_of(from->source);
  out.params = from->params.size();
  out.related = from->related.size();
  return fill(violation, out);
}

admit_status admit_report_param(const admit_report* report, size_t violation, size_t index,
                                admit_param* param) {
  const admit::Violation* from = violation_at(report, violation);
  const admit::Param* one = from == nullptr ? nullptr : at(from->params, index);
  if (one == nullptr) return no_violation(report);
  admit_param out{};
  out.name = string_of(one->name);
  out.string_value = {"", 0};
  std::visit(ParamWriter{out}, one->value);
  return fill(param, out);
}

admit_status admit_report_param_string(const admit_report* report, size_t violation, size_t param,
                                       size_t index, admit_string* text) {
  if (text == nullptr) return ADMIT_ERROR_ARGUMENT;
  *text = {"", 0};
  const admit::Violation* from = violation_at(report, violation);
  const admit::Param* one = from == nullptr ? nullptr : at(from->params, param);
  if (one == nullptr) return no_violation(report);
  const auto* strings = std::get_if<std::vector<std::string>>(&one->value);
  const std::string* string = strings == nullptr ? nullptr : at(*strings, index);
  if (string == nullptr) return ADMIT_ERROR_RANGE;
  *text = string_of(*string);
  return ADMIT_OK;
}

admit_status admit_report_related(const admit_report* report, size_t violation, size_t index,
                                  admit_related* related) {
  const admit::Violation* from = violation_at(report, violation);
  const admit::Related* one = from == nullptr ? nullptr : at(from->related, index);
  if (one == nullptr) return no_violation(report);
  return fill(related, {0, string_of(one->pointer), range_of(one->range), string_of(one->message)});
}
