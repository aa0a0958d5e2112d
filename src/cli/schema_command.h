// SchemaCommand: `admit schema`, the printer of what is checked, and the judge of a schema.
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
  [[nodiscard]] ExitCode print(lint::Streams& streams) const;
  [[nodiscard]] ExitCode judge(lint::Streams& streams) const;

  SchemaArguments schema_;
  lint::OptionList options_;
  bool with_rules_ = false;
  Format format_ = Format::text;
};

}  // namespace admit::cli
