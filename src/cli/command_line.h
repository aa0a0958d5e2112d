// run_command_line: the arguments of the process -> a command that has been run.
#pragma once

#include <span>

#include "cli/exit_code.h"
#include "lint/streams.h"

namespace admit::cli {

/// Reads `arguments` (the first is the name of the program, and is ignored) and does what they say.
/// What is wrong with them is told on the error stream. Afterwards all output has been handed to
/// the system; where that failed, the result is `failure`.
ExitCode run_command_line(std::span<const char* const> arguments, lint::Streams& streams);

}  // namespace admit::cli
