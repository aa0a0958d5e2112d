// Writes documents as JSON. See json_document_writer.h.
#include "report/json_document_writer.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace admit::report {
namespace {

// Writes the value of a parameter.
class ValueWriter {
 public:
  explicit ValueWriter(JsonWriter& json) noexcept : json_(json) {}

  void operator()(std::int64_t value) { json_.number(value); }
  void operator()(std::uint64_t value) { json_.number(value); }
  void operator()(double value) { json_.number(value); }
  void operator()(std::string_view text) { json_.string(text); }
  void operator()(const std::vector<std::string>& texts) {
    json_.start_array();
    for (const std::string& text : texts) json_.string(text);
    json_.end_array();
  }

 private:
  JsonWriter& json_;
};

}  // namespace

void JsonDocumentWriter::write(const CheckedDocument& document) {
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

void JsonDocumentWriter::write(const Violation& violation) {
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

void JsonDocumentWriter::write(const Range& range) {
  start_object();
  key("start");
  write(range.start);
  key("end");
  write(range.end);
  end_object();
}

void JsonDocumentWriter::write(const Position& position) {
  start_object();
  member("offset", position.offset);
  member("line", position.line);
  member("column", position.column);
  end_object();
}

void JsonDocumentWriter::write(const Related& related) {
  start_object();
  member("pointer", related.pointer);
  key("range");
  write(related.range);
  member("message", related.message);
  end_object();
}

// Of parameters with one name the first counts, as in Violation::param.
void JsonDocumentWriter::write_params(const Violation& violation) {
  key("params");
  start_object();
  for (const Param& param : violation.params) {
    if (violation.param(param.name) != &param.value) continue;
    key(param.name);
    std::visit(ValueWriter(*this), param.value);
  }
  end_object();
}

}  // namespace admit::report
