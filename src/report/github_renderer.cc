// Writes workflow commands. See github_renderer.h. GitHub's documentation, "Workflow commands for
// GitHub Actions"; what is escaped, and how, is what the runner turns back (actions/runner,
// ActionCommand).
#include "report/github_renderer.h"

#include <fmt/format.h>

#include <array>

#include "text/escape.h"

namespace admit::report {
namespace {

// In the order of Severity.
constexpr std::array<std::string_view, 4> kCommands = {"", "notice", "warning", "error"};

constexpr std::string_view kReservedInData = "%\r\n";
constexpr std::string_view kReservedInProperties = "%\r\n:,";

std::string escaped(std::string_view text, std::string_view reserved) {
  std::string out;
  for (const char c : text) {
    if (reserved.find(c) == std::string_view::npos) {
      out.push_back(c);
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    }
  }
  return out;
}

std::string property(std::string_view name, std::string_view value) {
  return fmt::format("{}={}", name, escaped(value, kReservedInProperties));
}

// `properties`: what stands between command and message.
std::string command(std::string_view name, const std::string& properties, std::string_view words) {
  return fmt::format("::{} {}::{}\n", name, properties, escaped(words, kReservedInData));
}

std::string place(const Range& range) {
  std::string lines = fmt::format("line={},endLine={}", range.start.line, range.end.line);
  if (range.start.line != range.end.line) return lines;
  return fmt::format("{},col={},endColumn={}", lines, range.start.column, range.end.column);
}

std::string words_of(const Violation& violation) {
  std::string words = violation.message();
  if (!violation.hint.empty()) words += "\nhint: " + text::printable(violation.hint);
  return words;
}

}  // namespace

std::string render_github(const CheckedDocument& document) {
  const Report& report = document.report;
  const std::string file = property("file", document.file);
  std::string lines;
  for (const Violation& violation : report.violations()) {
    lines += command(
        kCommands[static_cast<std::size_t>(violation.severity)],
        fmt::format("{},{},{}", file, place(violation.range), property("title", violation.code)),
        words_of(violation));
  }
  if (report.omitted() > 0) {
    lines += command("notice", file, fmt::format("{} more not shown", report.omitted()));
  }
  if (report.verdict() == Verdict::undecided) {
    lines += command("error", file, "undecided: " + text::printable(report.undecided_reason()));
  }
  return lines;
}

}  // namespace admit::report
