// Writes reports as compilers do. See gcc_renderer.h. GNU coding standards, section "Formatting
// Error Messages"; GCC manual, "Diagnostic Message Formatting Options".
#include "report/gcc_renderer.h"

#include <fmt/format.h>

#include <array>

#include "report/message.h"
#include "text/escape.h"

namespace admit::report {
namespace {

// In the order of Severity.
constexpr std::array<std::string_view, 4> kSeverities = {"", "note", "warning", "error"};

std::string line_at(std::string_view file, const Position& position, std::string_view severity,
                    std::string_view words) {
  return fmt::format("{}:{}:{}: {}: {}\n", text::printable(file), position.line, position.column,
                     severity, words);
}

}  // namespace

std::string gcc_lines(std::string_view file, const Violation& violation) {
  const std::string words =
      fmt::format("{} [{}]", violation.message(), text::printable(violation.code));
  std::string lines = line_at(file, violation.range.start,
                              kSeverities[static_cast<std::size_t>(violation.severity)], words);
  for (const Related& related : violation.related) {
    lines += line_at(
        file, related.range.start, "note",
        related.message.empty() ? place_name(related.pointer) : text::printable(related.message));
  }
  return lines;
}

std::string render_gcc(const CheckedDocument& document) {
  const Report& report = document.report;
  std::string lines;
  for (const Violation& violation : report.violations()) {
    lines += gcc_lines(document.file, violation);
  }
  if (report.omitted() > 0) {
    lines += line_at(document.file, {}, "note", fmt::format("{} more not shown", report.omitted()));
  }
  if (report.verdict() == Verdict::undecided) {
    lines += line_at(document.file, {}, "error",
                     "undecided: " + text::printable(report.undecided_reason()));
  }
  return lines;
}

}  // namespace admit::report
