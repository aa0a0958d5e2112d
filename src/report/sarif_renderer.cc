// Writes SARIF logs. See sarif_renderer.h. Static Analysis Results Interchange Format (SARIF)
// Version 2.1.0, OASIS Standard; section numbers below are of it.
#include "report/sarif_renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "admit/codes.h"
#include "format/byte_class.h"
#include "report/artifact_uri.h"
#include "report/fingerprint.h"
#include "report/json_writer.h"
#include "report/message.h"
#include "text/escape.h"

namespace admit::report {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// In the order of Severity.
constexpr std::array<std::string_view, 4> kLevels = {"none", "note", "warning", "error"};

std::string_view level_of(Severity severity) {
  return kLevels[static_cast<std::size_t>(severity)];
}

// `service.group-name-required` as ServiceGroupNameRequired.
std::string pascal_case(std::string_view code) {
  std::string name;
  bool is_start = true;
  for (const char c : code) {
    if (!format::is_in(c, format::kLetter | format::kDigit)) {
      is_start = true;
      continue;
    }
    const bool is_raised = is_start && format::is_in(c, format::kLower);
    name.push_back(is_raised ? static_cast<char>(c - 'a' + 'A') : c);
    is_start = false;
  }
  return name;
}

// The section `What` of a page, as one line; empty where there is none.
std::string description_in(std::string_view page) {
  constexpr std::string_view kHeading = "\n## What\n";
  const std::size_t heading = page.find(kHeading);
  if (heading == std::string_view::npos) return {};
  page.remove_prefix(heading + kHeading.size());
  std::string line(page.substr(0, page.find("\n\n## ")));
  std::ranges::replace(line, '\n', ' ');
  return line;
}

// `words` without links: what comes from the request must not become one (3.11.6).
std::string unlinked(std::string words) {
  for (std::size_t at = 0; (at = words.find("](", at)) != std::string::npos;) {
    words.insert(at + 1, " ");
  }
  return words;
}

std::string words_of(const Violation& violation) {
  std::string words = violation.message();
  if (!violation.hint.empty()) words += "\nhint: " + text::printable(violation.hint);
  return unlinked(std::move(words));
}

std::string words_of(const Related& related) {
  return related.message.empty() ? place_name(related.pointer)
                                 : unlinked(text::printable(related.message));
}

std::string_view member_of(const Violation& violation) {
  const ParamValue* param = violation.param("member");
  const auto* member = param == nullptr ? nullptr : std::get_if<std::string>(param);
  return member == nullptr ? std::string_view() : *member;
}

// The codes of a run, each with the first violation that has it, by name.
using Rules = std::map<std::string_view, const Violation*>;

Rules rules_of(const Run& run) {
  Rules rules;
  for (const CheckedDocument& document : run.documents) {
    for (const Violation& violation : document.report.violations()) {
      rules.emplace(violation.code, &violation);
    }
  }
  return rules;
}

class LogWriter : private JsonWriter {
 public:
  LogWriter(const Run& run, std::span<const UnreadFile> unread, const SarifTool& tool)
      : run_(run), unread_(unread), tool_(tool), rules_(rules_of(run)) {}

  using JsonWriter::take;

  void write() {
    start_object();
    member("version", "2.1.0");
    member("$schema", kSchema);
    key("runs");
    start_array();
    start_object();
    write_tool();
    write_invocation();
    member("columnKind", "unicodeCodePoints");
    key("results");
    start_array();
    for (const CheckedDocument& document : run_.documents) write_results(document);
    end_array();
    end_object();
    end_array();
    end_object();
  }

 private:
  // 3.18, 3.19.
  void write_tool() {
    key("tool");
    start_object();
    key("driver");
    start_object();
    member("name", "admit");
    member("version", tool_.version);
    key("rules");
    start_array();
    for (const auto& [code, violation] : rules_) write_rule(code, *violation);
    end_array();
    end_object();
    end_object();
  }

  // A reportingDescriptor (3.49). Codes of an engine's own rules have no row and no page, and yet a
  // help: GitHub asks for one.
  void write_rule(std::string_view code, const Violation& violation) {
    const CodeRow* row = find_code(code);
    const std::string_view title = row == nullptr ? code : row->title;
    const auto page = std::ranges::find(tool_.pages, code, &CodePage::code);
    const bool has_page = page != tool_.pages.end();
    const std::string description = has_page ? description_in(page->text) : std::string();
    start_object();
    member("id", code);
    member("name", pascal_case(code));
    write_text("shortDescription", title);
    write_text("fullDescription", description.empty() ? title : description);
    key("help");
    start_object();
    member("text", has_page ? page->text : title);
    if (has_page) member("markdown", page->text);
    end_object();
    key("defaultConfiguration");
    start_object();
    member("level", level_of(row == nullptr ? violation.severity : row->severity));
    end_object();
    end_object();
  }

  // An object with nothing but a text in it: a message (3.11), a multiformatMessageString (3.12).
  void write_text(std::string_view name, std::string_view text) {
    key(name);
    start_object();
    member("text", text);
    end_object();
  }

  // 3.20. Nothing that could not be judged may look like a success.
  void write_invocation() {
    key("invocations");
    start_array();
    start_object();
    key("executionSuccessful");
    boolean(unread_.empty() && run_.summary.undecided == 0);
    key("toolExecutionNotifications");
    start_array();
    for (const CheckedDocument& document : run_.documents) write_notifications(document);
    for (const UnreadFile& file : unread_) {
      write_notification(file.path, "error", "cannot be read: " + text::printable(file.reason));
    }
    end_array();
    end_object();
    end_array();
  }

  void write_notifications(const CheckedDocument& document) {
    const Report& report = document.report;
    if (report.verdict() == Verdict::undecided) {
      write_notification(document.file, "error",
                         "undecided: " + text::printable(report.undecided_reason()));
    }
    if (report.omitted() > 0) {
      write_notification(document.file, "note", fmt::format("{} more not shown", report.omitted()));
    }
  }

  // 3.58.
  void write_notification(std::string_view file, std::string_view level, std::string_view words) {
    start_object();
    member("level", level);
    write_text("message", words);
    key("locations");
    start_array();
    start_object();
    key("physicalLocation");
    start_object();
    write_artifact(artifact_uri(file));
    end_object();
    end_object();
    end_array();
    end_object();
  }

  void write_results(const CheckedDocument& document) {
    const std::string uri = artifact_uri(document.file);
    for (const Violation& violation : document.report.violations()) write_result(uri, violation);
  }

  // 3.27.
  void write_result(const std::string& uri, const Violation& violation) {
    const auto rule = rules_.find(violation.code);
    start_object();
    member("ruleId", violation.code);
    member("ruleIndex", static_cast<std::uint64_t>(std::distance(rules_.begin(), rule)));
    member("level", level_of(violation.severity));
    write_text("message", words_of(violation));
    key("locations");
    start_array();
    start_object();
    write_location(uri, violation.range, violation.pointer);
    end_object();
    end_array();
    if (!violation.related.empty()) write_related(uri, violation.related);
    key("partialFingerprints");
    start_object();
    member("pointerHash/v1", fingerprint(uri, violation));
    end_object();
    end_object();
  }

  void write_related(const std::string& uri, const std::vector<Related>& related) {
    key("relatedLocations");
    start_array();
    for (const Related& place : related) {
      start_object();
      write_location(uri, place.range, place.pointer);
      write_text("message", words_of(place));
      end_object();
    }
    end_array();
  }

  // What a location (3.28) has but its message. The whole document needs no name.
  void write_location(const std::string& uri, const Range& range, std::string_view pointer) {
    key("physicalLocation");
    start_object();
    write_artifact(uri);
    key("region");
    start_object();
    member("startLine", range.start.line);
    member("startColumn", range.start.column);
    member("endLine", range.end.line);
    member("endColumn", range.end.column);
    member("byteOffset", range.start.offset);
    member("byteLength", range.end.offset - range.start.offset);
    end_object();
    end_object();
    if (pointer.empty()) return;
    key("logicalLocations");
    start_array();
    start_object();
    member("fullyQualifiedName", pointer);
    end_object();
    end_array();
  }

  void write_artifact(const std::string& uri) {
    key("artifactLocation");
    start_object();
    member("uri", uri);
    end_object();
  }

  std::string fingerprint(const std::string& uri, const Violation& violation) {
    const std::string hash = Fingerprint()
                                 .add(uri)
                                 .add(violation.code)
                                 .add(violation.pointer)
                                 .add(member_of(violation))
                                 .hex();
    return fmt::format("{}:{}", hash, ++seen_[hash]);
  }

  const Run& run_;
  std::span<const UnreadFile> unread_;
  const SarifTool& tool_;
  Rules rules_;
  std::map<std::string, std::size_t> seen_;  // how often each fingerprint
};

}  // namespace

std::string render_sarif(const Run& run, std::span<const UnreadFile> unread,
                         const SarifTool& tool) {
  LogWriter writer(run, unread, tool);
  writer.write();
  return writer.take() + '\n';
}

}  // namespace admit::report
