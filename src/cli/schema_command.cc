// `admit schema`: what is checked, as a schema for others; with `--check FILE`, a schema -> an
// engine, or everything that keeps it from one.
// Outside functions: SchemaCommand.
#include "cli/schema_command.h"

#include <CLI/CLI.hpp>
#include <utility>
#include <vector>

#include "admit/create_service.h"
#include "lint/option_list.h"
#include "lint/printer.h"
#include "report/text_renderer.h"
#include "text/escape.h"

namespace admit::cli {
namespace {

using lint::SchemaReport;

constexpr const char* kFooter =
    R"(Without --check, prints the schema of a request to CreateService as one draft-07 document;
with --with-rules, also what the rules refuse, as if/then, for editors and other validators.
A $comment names the codes that no schema can say.

With --check, judges a schema. It is good when an engine can be made of it: every keyword is one of draft-07, every
pattern and reference can be enforced. - is standard input.

--schema-dir: every *.json file below DIR, hidden ones left out, that is an object with an
$id. A relative $id is relative to that of the schema. Nothing is fetched from a network.

Exit codes:
  0  printed; admit can enforce the schema, there may be warnings
  1  admit cannot enforce it
  2  a wrong option, or a folder that cannot be used
  3  a schema that could not be read

Examples:
  admit schema --with-rules --strict > create-service.schema.json
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
    : Command(*app.add_subcommand("schema",
                                  "Print the schema of a request, or judge one of your own")) {
  parser().footer(kFooter);
  CLI::Option* with_rules =
      parser().add_flag("--with-rules", with_rules_, "Print what the rules refuse, too");
  with_rules->option_text(" ");
  CLI::Option& check = add_schema_options(parser(), "--check",
                                          "Judge this schema, or - for standard input", schema_);
  check.excludes(with_rules);
  check.excludes(&add_revision_option(parser(), options_));
  // Severities are those of rules.
  add_strict_option(parser(), options_).needs(with_rules);
  add_unknown_members_option(parser(), options_).needs(with_rules);
  add_plain_format_option(parser(), format_);
  parser().get_option("--format")->needs(&check);
}

ExitCode SchemaCommand::run(lint::Streams& streams) const {
  return schema_.file ? judge(streams) : print(streams);
}

ExitCode SchemaCommand::print(lint::Streams& streams) const {
  const Result<Engine, BuildError> engine = create_service_engine(lint::with({}, options_));
  if (!engine) return print_fault(engine.error(), streams);
  const auto schema = with_rules_ ? engine.value().schema_with_rules() : engine.value().schema();
  if (!schema) return print_fault(schema.error(), streams);
  streams.out.write(schema.value().json);
  return ExitCode::clean;
}

ExitCode SchemaCommand::judge(lint::Streams& streams) const {
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
  if (format_ == Format::text) print_text(reports, last_line, streams);
  if (format_ == Format::json) print_json(std::move(reports), streams);
  if (!built) print_left_out(schemas, built.error(), streams);
  return built ? ExitCode::clean : ExitCode::findings;
}

}  // namespace admit::cli
