// GenerateCommand: `admit generate`, the files that packages install beside the tool.
#pragma once

#include <cstddef>

#include "cli/command.h"

namespace admit::cli {

class GenerateCommand final : public Command {
 public:
  /// Adds the command to `app`, hidden from the help.
  explicit GenerateCommand(CLI::App& app);

  ExitCode run(lint::Streams& streams) const override;

 private:
  const CLI::App& app_;
  std::size_t what_ = 0;
};

}  // namespace admit::cli
