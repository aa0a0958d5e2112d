// Command: one word after `admit`, with its options and what it does.
#pragma once

#include "cli/exit_code.h"
#include "lint/streams.h"

namespace CLI {
class App;
}

namespace admit::cli {

class Command {
 public:
  virtual ~Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;

  /// Does what the parsed options say.
  virtual ExitCode run(lint::Streams& streams) const = 0;

  /// The options of the command; belongs to the parser of the whole command line.
  [[nodiscard]] CLI::App& parser() const noexcept { return parser_; }

 protected:
  explicit Command(CLI::App& parser) noexcept : parser_(parser) {}

 private:
  CLI::App& parser_;
};

}  // namespace admit::cli
