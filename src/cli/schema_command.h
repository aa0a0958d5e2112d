// SchemaCommand: `admit schema --check`, the judge of a schema.
#pragma once

#include "cli/command.h"
#include "cli/options.h"
#include "cli/schema_arguments.h"

namespace admit::cli {

class SchemaCommand final : public Command {
 public:
  /// Adds the command to `app`.
  explicit SchemaCommand(CLI::App& app);

  ExitCode run(lint::Streams& streams) const override;

 private:
  SchemaArguments schema_;
  Format format_ = Format::text;
};

}  // namespace admit::cli
