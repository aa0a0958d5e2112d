// `admit schema --check FILE`: a schema -> an engine, or everything that keeps it from one.
// Outside functions: SchemaCommand.
#include "cli/schema_command.h"

#include <CLI/CLI.hpp>
#include <utility>
#include <vector>

#include "lint/printer.h"
#include "report/text_renderer.h"
#include "text/escape.h"

namespace admit::cli {
namespace {

using lint::SchemaReport;

constexpr const char* kFooter =
    R"(The schema is good when an engine can be made of it: every keyword is one of draft-07, every
pattern and reference can be enforced. - is standard input.

--schema-dir: every *.json file below DIR, hidden ones left out, that is an object with an
$id. A relative $id is relative to that of the schema. Nothing is fetched from a network.

Exit codes:
  0  admit can enforce it; there may be warnings
  1  it cannot
  2  a wrong option, or a folder that cannot be used
  3  a schema that could not be read

Examples:
  admit schema --check service.schema.json
  admit schema --check order.json --schema-dir schemas/ --format json
)";

report::Summary summarise(const std::vector<SchemaReport>& reports) {
  report::Summary summary;
  for (const SchemaReport& one : reports) summary.add(one.document.report);
  return summary;
}

void print_json(std::vector<SchemaReport> reports, lint::Streams& streams) {
  const report::Summary summary = summarise(reports);
  lint::JsonPrinter printer(streams, "");
  for (SchemaReport& one : reports) printer.on_document(std::move(one.document), one.source);
  printer.finish(summary);
}

// `last_line`: what stands below the reports; a summary where it is empty.
void print_text(const std::vector<SchemaReport>& reports, const std::string& last_line,
                lint::Streams& streams) {
  for (const SchemaReport& one : reports) {
    streams.out.write(lint::render_schema_report(one, streams.colour));
  }
  streams.out.write(last_line.empty() ? report::render_summary(summarise(reports)) : last_line);
}

}  // namespace

SchemaCommand::SchemaCommand(CLI::App& app)
    : Command(*app.add_subcommand("schema", "Judge a JSON Schema: can admit enforce it?")) {
  parser().footer(kFooter);
  add_schema_options(parser(), "--check", "The schema to judge, or - for standard input", schema_)
      .required();
  add_plain_format_option(parser(), format_);
}

ExitCode SchemaCommand::run(lint::Streams& streams) const {
  const SchemasOrExit read = read_schemas(schema_, ExitCode::failure, streams);
  if (!read.schemas) {
    const bool is_report_due = format_ == Format::json && read.code == ExitCode::failure;
    if (is_report_due) print_json({}, streams);
    return read.code;
  }
  const lint::SchemaSet& schemas = *read.schemas;
  const auto built = build_schema_engine(schemas, schema_, linter_options());
  if (!built && !lint::is_about_schema(built.error())) return print_fault(built.error(), streams);

  std::vector<SchemaReport> reports;
  std::string last_line;
  if (built) {
    reports = lint::report_warnings(schemas, built.value().warnings());
    last_line = text::printable(schemas.file) + ": a draft-07 schema that admit can enforce\n";
  } else {
    reports.push_back(lint::report_fault(schemas, built.error()));
  }
  if (format_ == Format::json) print_json(std::move(reports), streams);
  if (format_ == Format::text) print_text(reports, last_line, streams);
  if (!built) print_left_out(schemas, built.error(), streams);
  return built ? ExitCode::clean : ExitCode::findings;
}

}  // namespace admit::cli
