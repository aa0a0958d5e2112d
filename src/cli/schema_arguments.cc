// --schema or --check, --schema-dir, --relaxed-keywords -> the text of schemas, and an engine.
// Outside functions: add_schema_options, read_schemas, build_schema_engine, print_left_out.
#include "cli/schema_arguments.h"

#include <CLI/CLI.hpp>
#include <utility>

#include "cli/options.h"
#include "lint/file_source.h"
#include "lint/targets.h"

namespace admit::cli {
namespace {

using lint::SchemaFolder;

}  // namespace

CLI::Option& add_schema_options(CLI::App& parser, const std::string& name,
                                const std::string& description, SchemaArguments& arguments) {
  CLI::Option& file =
      add_value_option(parser, name, "FILE", description,
                       [&arguments](std::string word) { arguments.file = std::move(word); });
  add_value_option(parser, "--schema-dir", "DIR",
                   "Folder with the schemas that it refers to,\nfound by their $id",
                   [&arguments](std::string word) { arguments.folder = std::move(word); })
      .needs(&file);
  parser
      .add_flag("--relaxed-keywords", arguments.relaxed_keywords,
                "Ignore keywords of other drafts, and misspelt ones")
      ->needs(&file)
      ->option_text(" ");
  return file;
}

SchemasOrExit read_schemas(const SchemaArguments& arguments, ExitCode when_unreadable,
                           lint::Streams& streams) {
  const std::string& path = *arguments.file;
  const bool is_stdin = path == lint::kStdinArgument;
  lint::FileSource source(lint::kMaxSchemaBytes);
  const auto text = is_stdin ? source.read_stdin() : source.read_file(path);
  if (!text) {
    lint::print_error(streams,
                      "cannot read the schema `" + text.error().path + "`: " + text.error().reason);
    return {.schemas = {}, .code = when_unreadable};
  }
  lint::SchemaSet schemas{.file = is_stdin ? std::string(lint::kStdinName) : path,
                          .text = std::string(text.value()),
                          .folder = {}};
  if (!arguments.folder) return {.schemas = std::move(schemas)};
  const std::string base = lint::read_root_id(schemas.text).uri.value_or("");
  Result<SchemaFolder, lint::SchemaFolderFault> folder =
      SchemaFolder::read(*arguments.folder, base);
  if (!folder) {
    lint::print_error(streams, folder.error().message, folder.error().hint);
    return {.schemas = {}, .code = ExitCode::usage};
  }
  schemas.folder = std::move(folder).value();
  return {.schemas = std::move(schemas)};
}

Result<Engine, BuildError> build_schema_engine(const lint::SchemaSet& schemas,
                                               const SchemaArguments& arguments, Options options) {
  if (arguments.folder) options.resolver = schemas.folder.resolver();
  options.relaxed_keywords = arguments.relaxed_keywords;
  return Engine::build(schemas.text, {}, std::move(options));
}

void print_left_out(const lint::SchemaSet& schemas, const BuildError& error,
                    lint::Streams& streams) {
  if (error.code != "build.reference") return;
  for (const std::string& path : schemas.folder.unparsed()) {
    lint::print_error(streams, "`" + path + "` is left out of the schemas: it does not parse",
                      "`admit schema --check` says why");
  }
}

}  // namespace admit::cli
