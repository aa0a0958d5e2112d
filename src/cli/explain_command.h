// ExplainCommand: `admit explain CODE`, the page of one code.
#pragma once

#include <string>

#include "cli/command.h"

namespace admit::cli {

class ExplainCommand final : public Command {
 public:
  /// Adds the command to `app`.
  explicit ExplainCommand(CLI::App& app);

  ExitCode run(lint::Streams& streams) const override;

 private:
  std::string code_;
};

}  // namespace admit::cli
