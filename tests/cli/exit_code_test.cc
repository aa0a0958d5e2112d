// exit_code_of: what a run means to the caller; of several reasons, the highest code.
#include <doctest/doctest.h>

#include "cli/check_command.h"

namespace {

using admit::cli::exit_code_of;
using admit::cli::ExitCode;
using admit::cli::FailOn;
using admit::lint::Outcome;

TEST_CASE("the exit code of a run") {
  struct Row {
    Outcome outcome;
    ExitCode failing_on_errors;
    ExitCode failing_on_warnings;
  };
  const Row rows[] = {
      {{.summary = {.documents = 1, .accepted = 1}}, ExitCode::clean, ExitCode::clean},
      {{.summary = {.documents = 1, .accepted = 1, .warnings = 2}},
       ExitCode::clean,
       ExitCode::findings},
      {{.summary = {.documents = 2, .rejected = 1, .errors = 1}},
       ExitCode::findings,
       ExitCode::findings},
      {{.summary = {.documents = 1, .undecided = 1}}, ExitCode::failure, ExitCode::failure},
      {{.summary = {.documents = 2, .rejected = 1, .undecided = 1, .errors = 1}},
       ExitCode::failure,
       ExitCode::failure},
      {{.summary = {.documents = 1, .accepted = 1}, .unreadable = 1},
       ExitCode::failure,
       ExitCode::failure},
      {{.unreadable = 1}, ExitCode::failure, ExitCode::failure},
      {{.summary = {.skipped = 3}}, ExitCode::usage, ExitCode::usage},
      {{}, ExitCode::usage, ExitCode::usage},
  };
  for (const Row& row : rows) {
    CAPTURE(&row - rows);
    CHECK(exit_code_of(row.outcome, FailOn::error) == row.failing_on_errors);
    CHECK(exit_code_of(row.outcome, FailOn::warning) == row.failing_on_warnings);
  }
}

TEST_CASE("of two exit codes the higher one counts") {
  using admit::cli::worse_of;
  CHECK(worse_of(ExitCode::clean, ExitCode::failure) == ExitCode::failure);
  CHECK(worse_of(ExitCode::usage, ExitCode::findings) == ExitCode::usage);
}

}  // namespace
