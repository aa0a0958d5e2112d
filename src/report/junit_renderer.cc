// Writes JUnit reports. See junit_renderer.h. The grammar is that of Jenkins
// (jenkinsci/xunit-plugin, junit-10.xsd), the order of elements that of its older ones. Extensible
// Markup Language 1.0 (fifth edition), sections 2.2 (characters), 2.4 (character data) and 3.3.3
// (attribute values).
#include "report/junit_renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "report/gcc_renderer.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace admit::report {
namespace {

// Production 2, `Char`.
bool is_xml_character(char32_t c) noexcept {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

// The reference that stands for `c`; empty where it may stand itself, between tags or, if
// `in_attribute`, in double quotes. Line ends and tabs in attributes would be read as spaces.
std::string_view reference_to(char32_t c, bool in_attribute) noexcept {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return in_attribute ? "&quot;" : "";
    case '\n':
      return in_attribute ? "&#10;" : "";
    case '\t':
      return in_attribute ? "&#9;" : "";
    default:
      return {};
  }
}

std::string escaped(std::string_view text, bool in_attribute) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded next = text::decode_utf8(text, at);
    const std::string_view reference = reference_to(next.code_point, in_attribute);
    if (!next.valid) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(next.code_point));
    } else if (!is_xml_character(next.code_point)) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(next.code_point));
    } else if (!reference.empty()) {
      out += reference;
    } else {
      out += text.substr(at, next.size);
    }
    at += next.size;
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return fmt::format(" {}=\"{}\"", name, escaped(value, true));
}

// How many documents there are, refused, and without an answer.
struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;

  [[nodiscard]] std::string attributes() const {
    return fmt::format(R"( tests="{}" failures="{}" errors="{}")", tests, failures, errors);
  }
};

Counts count(std::span<const CheckedDocument> documents) {
  Counts counts{.tests = documents.size()};
  for (const CheckedDocument& document : documents) {
    if (document.report.verdict() == Verdict::reject) ++counts.failures;
    if (document.report.verdict() == Verdict::undecided) ++counts.errors;
  }
  return counts;
}

// Where it is, and the repair.
std::string failure_text(const std::string& file, const Violation& violation) {
  std::string text = gcc_lines(file, violation);
  if (!violation.hint.empty()) text += "hint: " + text::printable(violation.hint) + '\n';
  return text;
}

class SuitesWriter {
 public:
  std::string write(const Run& run, std::span<const UnreadFile> unread) {
    Counts counts = count(run.documents);
    counts.tests += unread.size();
    counts.errors += unread.size();
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out_ += fmt::format("<testsuites name=\"admit\"{}>\n", counts.attributes());
    for (auto left = std::span(run.documents); !left.empty();) {
      const auto end = std::ranges::find_if(
          left, [&](const CheckedDocument& other) { return other.file != left.front().file; });
      const auto size = static_cast<std::size_t>(end - left.begin());
      write_suite(left.first(size));
      left = left.subspan(size);
    }
    for (const UnreadFile& file : unread) write_unread(file);
    out_ += "</testsuites>\n";
    return std::move(out_);
  }

 private:
  void open_suite(std::string_view file, const Counts& counts) {
    out_ += fmt::format("  <testsuite{}{}>\n", attribute("name", file), counts.attributes());
  }

  void open_case(std::string_view file, std::string_view name) {
    out_ +=
        fmt::format("    <testcase{}{}>\n", attribute("classname", file), attribute("name", name));
  }

  void close_case() { out_ += "    </testcase>\n"; }
  void close_suite() { out_ += "  </testsuite>\n"; }

  void write_suite(std::span<const CheckedDocument> documents) {
    const std::string& file = documents.front().file;
    const bool is_alone = documents.size() == 1 && documents.front().index == 0;
    open_suite(file, count(documents));
    for (const CheckedDocument& document : documents) {
      open_case(file, is_alone ? file : fmt::format("document {}", document.index + 1));
      write_outcome(document);
      close_case();
    }
    close_suite();
  }

  void write_unread(const UnreadFile& file) {
    open_suite(file.path, {.tests = 1, .errors = 1});
    open_case(file.path, file.path);
    write_problem("error", "unreadable", file.reason, "");
    close_case();
    close_suite();
  }

  void write_outcome(const CheckedDocument& document) {
    const Report& report = document.report;
    if (report.verdict() == Verdict::undecided) {
      write_problem("error", "undecided", report.undecided_reason(), "");
    }
    std::size_t errors = 0;
    std::string others;
    for (const Violation& violation : report.violations()) {
      const std::string text = failure_text(document.file, violation);
      if (violation.severity == Severity::error) {
        ++errors;
        write_problem("failure", violation.code, violation.message(), text);
      } else {
        others += text;
      }
    }
    if (report.omitted() > 0) others += fmt::format("{} more not shown\n", report.omitted());
    // Of a document that is refused at least one failure must tell.
    if (errors == 0 && report.verdict() == Verdict::reject) {
      write_problem("failure", "omitted", "no error is shown", "");
    }
    if (!others.empty()) {
      out_ += fmt::format("      <system-out>{}</system-out>\n", escaped(others, false));
    }
  }

  void write_problem(std::string_view element, std::string_view type, std::string_view message,
                     std::string_view text) {
    const std::string tag =
        fmt::format("{}{}{}", element, attribute("type", type), attribute("message", message));
    out_ += text.empty() ? fmt::format("      <{}/>\n", tag)
                         : fmt::format("      <{}>{}</{}>\n", tag, escaped(text, false), element);
  }

  std::string out_;
};

}  // namespace

std::string render_junit(const Run& run, std::span<const UnreadFile> unread) {
  return SuitesWriter().write(run, unread);
}

}  // namespace admit::report
