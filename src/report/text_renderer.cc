// Writes reports for people. See text_renderer.h.
#include "report/text_renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "report/message.h"
#include "report/snippet.h"
#include "text/escape.h"
#include "text/lines.h"

namespace admit::report {
namespace {

// ANSI "select graphic rendition" sequences (ECMA-48, 8.3.117).
constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kGreen = "\x1b[1;32m";
constexpr std::string_view kYellow = "\x1b[1;33m";
constexpr std::string_view kBlue = "\x1b[1;34m";
constexpr std::string_view kReset = "\x1b[0m";

// In the order of Severity.
constexpr std::array<std::string_view, 4> kSeverityColours = {"", kBlue, kYellow, kRed};

// Writes the violations of one document.
class DocumentWriter {
 public:
  DocumentWriter(const CheckedDocument& document, const Source& source,
                 const std::vector<text::Span>& secrets, TextStyle style)
      : violations_(document.report.violations()),
        file_(text::printable(document.file)),
        source_(source),
        lines_(source.text),
        secrets_(secrets),
        style_(style) {
    std::size_t last_line = 1;
    for (const Violation& v : violations_) {
      last_line = std::max(last_line, v.range.start.line);
    }
    gutter_ = std::to_string(last_line).size();
  }

  std::string write() {
    for (const Violation& violation : violations_) {
      write_headline(violation);
      if (const auto snippet = make_snippet(lines_, secrets_, within(violation.range))) {
        write_snippet(*snippet);
      }
      write_notes(violation);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string paint(std::string_view text, std::string_view colour) const {
    return style_.colour && !colour.empty() ? fmt::format("{}{}{}", colour, text, kReset)
                                            : std::string(text);
  }

  [[nodiscard]] std::string place(const Position& position) const {
    return fmt::format("{}:{}:{}:", file_, position.line, position.column);
  }

  // A range of the stream as one of the document's own text.
  [[nodiscard]] Range within(Range range) const {
    range.start.offset -= std::min(range.start.offset, source_.offset);
    range.end.offset -= std::min(range.end.offset, source_.offset);
    return range;
  }

  void write_headline(const Violation& violation) {
    const std::string_view colour = kSeverityColours[static_cast<std::size_t>(violation.severity)];
    const std::string severity = fmt::format("{}:", to_string(violation.severity));
    out_ +=
        fmt::format("{} {} {} [{}]\n", paint(place(violation.range.start), kBold),
                    paint(severity, colour), violation.message(), text::printable(violation.code));
  }

  void write_snippet(const Snippet& snippet) {
    const std::string number =
        fmt::format("{:>{}}", snippet.line_number + source_.line - 1, gutter_);
    const std::size_t end = snippet.text.find_last_not_of(' ') + 1;
    const std::string_view line = std::string_view(snippet.text).substr(0, end);
    const std::string caret = '^' + std::string(snippet.caret_width - 1, '~');
    out_ += fmt::format("  {} |{}{}\n", number, line.empty() ? "" : " ", line);
    out_ += fmt::format("  {:{}} | {:{}}{}\n", "", gutter_, "", snippet.caret_column,
                        paint(caret, kGreen));
  }

  void write_notes(const Violation& violation) {
    if (violation.because) write_note("because", place_name(*violation.because));
    for (const Related& related : violation.related) {
      const std::string words =
          related.message.empty() ? place_name(related.pointer) : text::printable(related.message);
      write_note("also", fmt::format("{} {}", place(related.range.start), words));
    }
    if (!violation.hint.empty()) write_note("hint", text::printable(violation.hint));
  }

  void write_note(std::string_view label, std::string_view words) {
    out_ += fmt::format("  {} {}\n", paint(fmt::format("{}:", label), kBold), words);
  }

  std::span<const Violation> violations_;
  std::string file_;
  const Source& source_;
  text::LineIndex lines_;
  const std::vector<text::Span>& secrets_;
  TextStyle style_;
  std::size_t gutter_ = 1;  // digits of the largest line number shown
  std::string out_;
};

// "1 error", "2 errors".
std::string count_of(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

// The parts that are not empty, with commas between them.
std::string join(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts) {
    if (!part.empty() && !out.empty()) out += ", ";
    out += part;
  }
  return out;
}

}  // namespace

std::string render_text(const CheckedDocument& document, const Source& source,
                        const std::vector<text::Span>& secrets, TextStyle style) {
  const Report& report = document.report;
  std::string out;
  if (!report.violations().empty()) out = DocumentWriter(document, source, secrets, style).write();
  if (report.omitted() > 0) out += fmt::format("{} more not shown\n", report.omitted());
  if (report.verdict() == Verdict::undecided) {
    out += fmt::format("{}: undecided: {}\n", text::printable(document.file),
                       text::printable(report.undecided_reason()));
  }
  return out;
}

std::string render_summary(const Summary& summary) {
  const auto some = [](std::size_t count, std::string_view word) {
    return count == 0 ? std::string() : fmt::format("{} {}", count, word);
  };
  const auto counted = [](std::size_t count, std::string_view noun) {
    return count == 0 ? std::string() : count_of(count, noun);
  };
  const std::string verdicts =
      join({some(summary.accepted, "accepted"), some(summary.rejected, "rejected"),
            some(summary.undecided, "undecided")});
  const std::string findings =
      join({counted(summary.errors, "error"), counted(summary.warnings, "warning")});
  std::string out = count_of(summary.documents, "document");
  if (!verdicts.empty()) out += ": " + verdicts;
  if (!findings.empty()) out += "; " + findings;
  if (summary.skipped > 0) out += "; " + count_of(summary.skipped, "file") + " skipped";
  return out + '\n';
}

}  // namespace admit::report
