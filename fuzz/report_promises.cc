// Reports -> kept or broken promises.
// Outside functions: check_report, check_same, lines_of, is_unreadable.
#include "report_promises.h"

#include <algorithm>
#include <variant>

#include "promise.h"
#include "text/utf8.h"

namespace admit::fuzz {
namespace {

bool is_utf8(std::string_view text) {
  return text::valid_utf8_prefix(text) == text.size();
}

bool is_one_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
}

void check_place(const Range& range, const Source& source, std::string_view code) {
  const std::size_t begin = source.offset;
  const std::size_t end = source.offset + source.text.size();
  promise(range.start.offset <= range.end.offset, "a range ends after it starts", code);
  promise(range.start.offset >= begin && range.end.offset <= end,
          "a range lies within the document", code);
  promise(range.start.line >= source.line && range.end.line >= range.start.line,
          "lines grow with offsets", code);
}

void check_texts(const Violation& violation) {
  const std::string message = violation.message();
  promise(!message.empty() && is_one_line(message), "a message is one line", violation.code);
  for (const std::string* text : {&violation.pointer, &violation.hint, &violation.value,
                                  &violation.schema, &violation.source, &message}) {
    promise(is_utf8(*text), "texts of a report are UTF-8", violation.code);
  }
  promise(violation.pointer.empty() || violation.pointer.front() == '/', "pointers are pointers");
}

bool knows(const Engine& engine, const Violation& violation) {
  return std::ranges::any_of(
      engine.codes(), [&](const EngineCode& code) { return code.info.id == violation.code; });
}

void check_counts(const Engine& engine, const Report& report) {
  const Report::Counts& counts = report.counts();
  const std::size_t all = counts.errors + counts.warnings + counts.infos;
  const std::size_t most = engine.options().limits.max_violations;
  promise(report.violations().size() == std::min(all, most), "as many are told as there is room");
  promise(report.omitted() == all - report.violations().size(), "what is omitted is counted");
  promise((report.verdict() == Verdict::reject) == (counts.errors > 0), "only errors refuse");
}

}  // namespace

void check_report(const Engine& engine, const Source& source, const Report& report) {
  if (report.verdict() == Verdict::undecided) {
    promise(!report.undecided_reason().empty(), "an undecided report says why");
    return;
  }
  check_counts(engine, report);
  std::size_t last = 0;
  for (const Violation& violation : report.violations()) {
    promise(knows(engine, violation), "codes are those that the engine lists", violation.code);
    promise(violation.severity >= engine.options().report_from, "the floor is kept",
            violation.code);
    check_place(violation.range, source, violation.code);
    for (const Related& related : violation.related) {
      check_place(related.range, source, violation.code);
    }
    check_texts(violation);
    promise(violation.range.start.offset >= last, "violations come in document order");
    last = violation.range.start.offset;
  }
}

void check_same(const Report& a, const Report& b) {
  promise(a.verdict() == b.verdict() && a.omitted() == b.omitted(), "the same verdict again");
  promise(a.violations().size() == b.violations().size(), "as many violations again");
  for (std::size_t i = 0; i < a.violations().size(); ++i) {
    const Violation& one = a.violations()[i];
    const Violation& other = b.violations()[i];
    const bool is_same = one.code == other.code && one.severity == other.severity &&
                         one.pointer == other.pointer && one.because == other.because &&
                         one.range.start.offset == other.range.start.offset &&
                         one.range.end.offset == other.range.end.offset && one.hint == other.hint &&
                         one.value == other.value && one.message() == other.message();
    promise(is_same, "the same violation again", one.code + " at " + one.pointer);
  }
}

std::vector<std::string> lines_of(const Report& report, std::string_view without) {
  std::vector<std::string> lines;
  for (const Violation& violation : report.violations()) {
    if (!without.empty() && violation.code.starts_with(without)) continue;
    const ParamValue* param = violation.param("member");
    const auto* member = param == nullptr ? nullptr : std::get_if<std::string>(param);
    lines.push_back(std::string(to_string(violation.severity)) + ' ' + violation.code + ' ' +
                    violation.pointer + (member == nullptr ? "" : " - " + *member));
  }
  std::ranges::sort(lines);
  return lines;
}

bool is_unreadable(const Report& report) {
  return report.verdict() == Verdict::undecided ||
         std::ranges::any_of(report.violations(), [](const Violation& violation) {
           return violation.code.starts_with("input.");
         });
}

}  // namespace admit::fuzz
