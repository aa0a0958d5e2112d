// Writes the JSON report. See json_renderer.h.
#include "report/json_renderer.h"

#include <cstdint>
#include <variant>
#include <vector>

#include "report/json_writer.h"

namespace admit::report {
namespace {

class RunWriter : private JsonWriter {
 public:
  using JsonWriter::JsonWriter;
  using JsonWriter::take;

  void write(const Run& run, std::string_view version) {
    start_object();
    member("report_version", std::size_t{1});
    key("tool");
    start_object();
    member("name", "admit");
    member("version", version);
    end_object();
    member("revision", run.revision);
    key("summary");
    write(run.summary);
    key("documents");
    write_list(run.documents);
    end_object();
  }

 private:
  void write(const Summary& summary) {
    start_object();
    member("documents", summary.documents);
    member("accepted", summary.accepted);
    member("rejected", summary.rejected);
    member("undecided", summary.undecided);
    member("skipped", summary.skipped);
    member("errors", summary.errors);
    member("warnings", summary.warnings);
    end_object();
  }

  void write(const CheckedDocument& document) {
    const Report& report = document.report;
    start_object();
    member("file", document.file);
    member("index", document.index);
    member("verdict", to_string(report.verdict()));
    if (report.verdict() == Verdict::undecided) member("reason", report.undecided_reason());
    member("omitted", report.omitted());
    key("violations");
    write_list(report.violations());
    end_object();
  }

  void write(const Violation& violation) {
    start_object();
    member("code", violation.code);
    member("severity", to_string(violation.severity));
    member("pointer", violation.pointer);
    if (violation.because) member("because", *violation.because);
    key("range");
    write(violation.range);
    member("message", violation.message());
    member_if_any("hint", violation.hint);
    if (!violation.params.empty()) write_params(violation);
    if (!violation.related.empty()) {
      key("related");
      write_list(violation.related);
    }
    member_if_any("value", violation.value);
    member_if_any("schema", violation.schema);
    member_if_any("source", violation.source);
    end_object();
  }

  void write(const Range& range) {
    start_object();
    key("start");
    write(range.start);
    key("end");
    write(range.end);
    end_object();
  }

  void write(const Position& position) {
    start_object();
    member("offset", position.offset);
    member("line", position.line);
    member("column", position.column);
    end_object();
  }

  void write(const Related& related) {
    start_object();
    member("pointer", related.pointer);
    key("range");
    write(related.range);
    member("message", related.message);
    end_object();
  }

  // Of parameters with one name the first counts, as in Violation::param.
  void write_params(const Violation& violation) {
    key("params");
    start_object();
    for (const Param& param : violation.params) {
      if (violation.param(param.name) != &param.value) continue;
      key(param.name);
      std::visit([this](const auto& value) { write_value(value); }, param.value);
    }
    end_object();
  }

  void write_value(std::int64_t value) { number(value); }
  void write_value(std::uint64_t value) { number(value); }
  void write_value(std::string_view text) { string(text); }
  void write_value(const std::vector<std::string>& texts) {
    start_array();
    for (const std::string& text : texts) string(text);
    end_array();
  }

  void write_value(double value) { number(value); }

  template <class List>
  void write_list(const List& list) {
    start_array();
    for (const auto& item : list) write(item);
    end_array();
  }
};

}  // namespace

std::string render_json(const Run& run, std::string_view version) {
  RunWriter writer;
  writer.write(run, version);
  return writer.take() + '\n';
}

}  // namespace admit::report
