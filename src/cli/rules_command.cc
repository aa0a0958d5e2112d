// `admit rules`: options -> engine -> its codes, as an aligned table or as JSON.
// Outside functions: RulesCommand.
#include "cli/rules_command.h"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace admit::cli {
namespace {

constexpr const char* kFooter = R"(Provenance:
  D   stated by the API reference or the comments of its SDK
  D2  stated by a sibling document of the API
  I   inferred
  S   security of host:port text
  N   a standard, or the own rule of another system

Examples:
  admit rules
  admit rules --strict --revision 2026-02-05
  admit rules --format json
)";

// The order of the columns: code, severity, since, provenance, title.
using Row = std::array<std::string_view, 5>;

constexpr Row kNames = {"code", "severity", "since", "provenance", "title"};

Row row_of(const EngineCode& code) noexcept {
  const CodeInfo& info = code.info;
  return {info.id, to_string(code.severity), info.since, info.provenance, info.title};
}

std::array<std::size_t, kNames.size()> measure(const std::vector<Row>& rows) {
  std::array<std::size_t, kNames.size()> widths{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  widths.back() = 0;  // the last column needs no padding
  return widths;
}

std::string render_table(std::span<const EngineCode> codes) {
  std::vector<Row> rows = {kNames};
  for (const EngineCode& code : codes) rows.push_back(row_of(code));
  const auto widths = measure(rows);
  std::string table;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      table += fmt::format("{:<{}}{}", row[i], widths[i], i + 1 < row.size() ? "  " : "\n");
    }
  }
  return table;
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_string(Writer& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_member(Writer& writer, std::string_view name, std::string_view text) {
  write_string(writer, name);
  write_string(writer, text);
}

std::string render_rules_json(const Engine& engine) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  write_string(writer, "tool");
  writer.StartObject();
  write_member(writer, "name", "admit");
  write_member(writer, "version", ADMIT_VERSION);
  writer.EndObject();
  write_member(writer, "revision", engine.options().revision);
  write_string(writer, "rules");
  writer.StartArray();
  for (const EngineCode& code : engine.codes()) {
    const Row row = row_of(code);
    writer.StartObject();
    for (std::size_t i = 0; i < row.size(); ++i) write_member(writer, kNames[i], row[i]);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

}  // namespace

RulesCommand::RulesCommand(CLI::App& app)
    : Command(*app.add_subcommand("rules", "List every code that can be reported")) {
  parser().footer(kFooter);
  add_plain_format_option(parser(), format_);
  add_severity_options(parser(), options_);
}

ExitCode RulesCommand::run(lint::Streams& streams) const {
  const EngineOrExit built = build_engine(lint::with(linter_options(), options_), streams);
  if (!built.engine) return built.code;
  const Engine& engine = *built.engine;
  streams.out.write(format_ == Format::json ? render_rules_json(engine)
                                            : render_table(engine.codes()));
  return ExitCode::clean;
}

}  // namespace admit::cli
