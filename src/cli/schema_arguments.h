// SchemaArguments: the schema that a command is about, as the command line names it.
#pragma once

#include <optional>
#include <string>

#include "admit/engine.h"
#include "cli/exit_code.h"
#include "lint/schema_report.h"
#include "lint/streams.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace admit::cli {

struct SchemaArguments {
  std::optional<std::string> file;    ///< `-` for standard input
  std::optional<std::string> folder;  ///< where the schemas are that it refers to
  bool relaxed_keywords = false;
};

/// Adds the option `name` for the file, --schema-dir and --relaxed-keywords, which need it. Returns
/// the first one.
CLI::Option& add_schema_options(CLI::App& parser, const std::string& name,
                                const std::string& description, SchemaArguments& arguments);

/// What `arguments`, whose file is set, name; nothing, and an error message, where it cannot be
/// used. `when_unreadable`: the exit code for a schema that cannot be read.
struct SchemasOrExit {
  std::optional<lint::SchemaSet> schemas;
  ExitCode code = ExitCode::clean;
};
SchemasOrExit read_schemas(const SchemaArguments& arguments, ExitCode when_unreadable,
                           lint::Streams& streams);

/// An engine for the schema of `schemas` alone: without rules, and with the defaults of the
/// library.
Result<Engine, BuildError> build_schema_engine(const lint::SchemaSet& schemas,
                                               const SchemaArguments& arguments, Options options);

/// Says which files of the folder were left out because they do not parse, where that may be why
/// `error` came about.
void print_left_out(const lint::SchemaSet& schemas, const BuildError& error,
                    lint::Streams& streams);

}  // namespace admit::cli
