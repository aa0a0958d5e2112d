// BuildErrors -> violations with a place in the file that they are about, and those as text.
// Outside functions: is_about_schema, report_fault, report_warnings, warning_line,
// render_schema_report.
#include "lint/schema_report.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "report/text_renderer.h"
#include "text/escape.h"
#include "text/json_steps.h"
#include "text/lines.h"
#include "text/placeholders.h"

namespace admit::lint {
namespace {

constexpr std::array<std::string_view, 4> kOtherCodes = {"build.option", "build.rule",
                                                         "build.internal", "build.memory"};

// The file that a BuildError is about, without a report.
SchemaReport blank_report(const SchemaSet& schemas, const std::string& uri) {
  if (uri.empty()) return {.document = {.file = schemas.file}, .source = schemas.text};
  const FoundSchema* found = schemas.folder.find(uri);
  if (found == nullptr) return {.document = {.file = uri}, .source = {}};
  return {.document = {.file = found->path}, .source = found->text};
}

// The string, number or word at `start`; of anything else one character.
Range range_at(const Position& start, std::string_view source) {
  if (start.offset >= source.size()) return {start, start};
  const std::size_t end = text::skip_scalar(source, start.offset);
  return {start, text::LineIndex(source).position(end == text::kNoMatch ? start.offset + 1 : end)};
}

Violation violation_of(const BuildError& error, Severity severity, std::string_view source) {
  Violation violation;
  violation.code = error.code;
  violation.severity = severity;
  violation.pointer = error.pointer;
  if (error.position) violation.range = range_at(*error.position, source);
  violation.wording = text::escape_placeholders(error.message);
  violation.hint = error.hint;
  return violation;
}

void sort(std::vector<Violation>& violations) {
  std::ranges::stable_sort(violations, {}, [](const Violation& violation) {
    return std::make_tuple(violation.range.start.offset, std::string_view(violation.code));
  });
}

}  // namespace

bool is_about_schema(const BuildError& error) noexcept {
  return std::ranges::find(kOtherCodes, error.code) == kOtherCodes.end();
}

SchemaReport report_fault(const SchemaSet& schemas, const BuildError& error) {
  SchemaReport made = blank_report(schemas, error.document);
  if (error.report.violations().empty()) {
    made.document.report =
        Report({violation_of(error, Severity::error, made.source)}, {.errors = 1});
  } else {
    made.document.report = error.report;
  }
  return made;
}

std::vector<SchemaReport> report_warnings(const SchemaSet& schemas,
                                          std::span<const BuildError> warnings) {
  std::vector<std::string> uris = {""};
  for (const BuildError& warning : warnings) {
    if (std::ranges::find(uris, warning.document) == uris.end()) uris.push_back(warning.document);
  }
  std::vector<SchemaReport> made;
  for (const std::string& uri : uris) {
    made.push_back(blank_report(schemas, uri));
    std::vector<Violation> violations;
    for (const BuildError& warning : warnings) {
      if (warning.document != uri) continue;
      violations.push_back(violation_of(warning, Severity::warning, made.back().source));
    }
    sort(violations);
    const Report::Counts counts{.warnings = violations.size()};
    made.back().document.report = Report(std::move(violations), counts);
  }
  return made;
}

std::string warning_line(const SchemaSet& schemas, const BuildError& warning) {
  const Position place = warning.position.value_or(Position());
  return blank_report(schemas, warning.document).document.file + ':' + std::to_string(place.line) +
         ':' + std::to_string(place.column) + ": " + warning.message + " [" + warning.code + ']';
}

std::string render_schema_report(const SchemaReport& report, bool colour) {
  return report::render_text(report.document, report.source, {}, {.colour = colour});
}

}  // namespace admit::lint
