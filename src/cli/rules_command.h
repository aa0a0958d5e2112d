// RulesCommand: `admit rules`, every code that the engine can report.
#pragma once

#include "cli/command.h"
#include "cli/options.h"

namespace admit::cli {

class RulesCommand final : public Command {
 public:
  /// Adds the command to `app`.
  explicit RulesCommand(CLI::App& app);

  ExitCode run(lint::Streams& streams) const override;

 private:
  lint::OptionList options_;
  Format format_ = Format::text;
};

}  // namespace admit::cli
