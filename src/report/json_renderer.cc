// Writes the JSON report by RapidJSON's Writer. See json_renderer.h.
#include "report/json_renderer.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <cstdint>
#include <variant>
#include <vector>

#include "text/utf8.h"

namespace admit::report {
namespace {

std::string to_valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded next = text::decode_utf8(text, at);
    text::append_utf8(out, next.valid ? next.code_point : text::kReplacementCharacter);
    at += next.size;
  }
  return out;
}

class RunWriter {
 public:
  explicit RunWriter(rapidjson::StringBuffer& out) : json_(out) {}

  void write(const Run& run, std::string_view version) {
    json_.StartObject();
    member("report_version", std::size_t{1});
    key("tool");
    json_.StartObject();
    member("name", "admit");
    member("version", version);
    json_.EndObject();
    member("revision", run.revision);
    key("summary");
    write(run.summary);
    key("documents");
    write_list(run.documents);
    json_.EndObject();
  }

 private:
  void write(const Summary& summary) {
    json_.StartObject();
    member("documents", summary.documents);
    member("accepted", summary.accepted);
    member("rejected", summary.rejected);
    member("undecided", summary.undecided);
    member("skipped", summary.skipped);
    member("errors", summary.errors);
    member("warnings", summary.warnings);
    json_.EndObject();
  }

  void write(const CheckedDocument& document) {
    const Report& report = document.report;
    json_.StartObject();
    member("file", document.file);
    member("index", document.index);
    member("verdict", to_string(report.verdict()));
    if (report.verdict() == Verdict::undecided) member("reason", report.undecided_reason());
    member("omitted", report.omitted());
    key("violations");
    write_list(report.violations());
    json_.EndObject();
  }

  void write(const Violation& violation) {
    json_.StartObject();
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
    json_.EndObject();
  }

  void write(const Range& range) {
    json_.StartObject();
    key("start");
    write(range.start);
    key("end");
    write(range.end);
    json_.EndObject();
  }

  void write(const Position& position) {
    json_.StartObject();
    member("offset", position.offset);
    member("line", position.line);
    member("column", position.column);
    json_.EndObject();
  }

  void write(const Related& related) {
    json_.StartObject();
    member("pointer", related.pointer);
    key("range");
    write(related.range);
    member("message", related.message);
    json_.EndObject();
  }

  // Of parameters with one name the first counts, as in Violation::param.
  void write_params(const Violation& violation) {
    key("params");
    json_.StartObject();
    for (const Param& param : violation.params) {
      if (violation.param(param.name) != &param.value) continue;
      key(param.name);
      std::visit([this](const auto& value) { write_value(value); }, param.value);
    }
    json_.EndObject();
  }

  void write_value(std::int64_t number) { json_.Int64(number); }
  void write_value(std::uint64_t number) { json_.Uint64(number); }
  void write_value(std::string_view text) { string(text); }
  void write_value(const std::vector<std::string>& texts) {
    json_.StartArray();
    for (const std::string& text : texts) string(text);
    json_.EndArray();
  }

  // JSON has no infinity and no NaN: those become text.
  void write_value(double number) {
    if (std::isfinite(number)) {
      json_.Double(number);
    } else {
      string(fmt::format("{}", number));
    }
  }

  template <class List>
  void write_list(const List& list) {
    json_.StartArray();
    for (const auto& item : list) write(item);
    json_.EndArray();
  }

  void member(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }

  void member(std::string_view name, std::size_t number) {
    key(name);
    json_.Uint64(number);
  }

  void member_if_any(std::string_view name, std::string_view text) {
    if (!text.empty()) member(name, text);
  }

  void key(std::string_view name) {
    const std::string valid = to_valid_utf8(name);
    json_.Key(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
  }

  void string(std::string_view text) {
    const std::string valid = to_valid_utf8(text);
    json_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
  }

  rapidjson::Writer<rapidjson::StringBuffer> json_;
};

}  // namespace

std::string render_json(const Run& run, std::string_view version) {
  rapidjson::StringBuffer out;
  RunWriter(out).write(run, version);
  return std::string(out.GetString(), out.GetSize()) + '\n';
}

}  // namespace admit::report
