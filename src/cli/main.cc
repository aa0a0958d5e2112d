// The command line tool: process -> streams, exit code, and the wall that no exception passes.
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <span>
#include <string>
#include <string_view>

#include "cli/command_line.h"

namespace {

std::string_view environment(const char* name) noexcept {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

// A terminal that understands colours, and a user who has not asked for none (no-color.org).
bool wants_colour() noexcept {
  return ::isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").empty() &&
         environment("TERM") != "dumb";
}

// A terminal whose last line can be erased.
bool has_status_line() noexcept {
  return ::isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb";
}

int run(std::span<const char* const> arguments) {
  admit::lint::Output out(STDOUT_FILENO);
  admit::lint::Output errors(STDERR_FILENO);
  admit::lint::Output status(STDERR_FILENO);
  admit::lint::Streams streams{.out = out,
                               .errors = errors,
                               .colour = wants_colour(),
                               .status = has_status_line() ? &status : nullptr};
  return static_cast<int>(admit::cli::run_command_line(arguments, streams));
}

// Without the heap: there may be none left.
int fail(std::string_view reason) noexcept {
  for (const std::string_view part :
       {std::string_view("admit: internal error: "), reason, std::string_view("\n")}) {
    if (::write(STDERR_FILENO, part.data(), part.size()) < 0) break;
  }
  return static_cast<int>(admit::cli::ExitCode::failure);
}

}  // namespace

int main(int count, char** arguments) {
  // A reader that goes away is an error of write(2), not the end of the process.
  if (std::signal(SIGPIPE, SIG_IGN) == SIG_ERR) return fail("cannot ignore SIGPIPE");
  try {
    return run({arguments, static_cast<std::size_t>(count)});
  } catch (const std::bad_alloc&) {
    return fail("out of memory");
  } catch (const std::exception& error) {
    return fail(error.what());
  } catch (...) {
    return fail("unknown exception");
  }
}
