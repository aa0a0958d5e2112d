// CheckCommand: `admit check`, the linter.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "admit/options.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/schema_arguments.h"
#include "lint/checker.h"

namespace admit::cli {

/// The least severity that makes the exit code 1.
enum class FailOn : std::uint8_t { error, warning };

/// What a run of the linter means to the caller, apart from the output being written.
ExitCode exit_code_of(const lint::Outcome& outcome, FailOn fail_on) noexcept;

class CheckCommand final : public Command {
 public:
  /// Adds the command to `app`.
  explicit CheckCommand(CLI::App& app);

  ExitCode run(lint::Streams& streams) const override;

 private:
  void add_choice_of_codes();
  void add_run_options();
  [[nodiscard]] bool checks_requests() const noexcept { return !is_response_ && !schema_.file; }
  [[nodiscard]] EngineOrExit build_fixed(lint::Streams& streams) const;
  [[nodiscard]] lint::Selection selection() const;
  [[nodiscard]] std::string reason_for_nothing() const;
  [[nodiscard]] bool has_two_uses_of_stdin(lint::Streams& streams) const;
  ExitCode read_list(lint::Streams& streams, std::vector<std::string>& names) const;
  [[nodiscard]] ExitCode check_requests(lint::Streams& streams) const;
  [[nodiscard]] ExitCode check_fixed(lint::Streams& streams) const;
  [[nodiscard]] lint::Outcome check_files(std::span<const lint::Job> jobs, lint::Listener& listener,
                                          lint::Streams& streams) const;
  [[nodiscard]] ExitCode check_jobs(std::span<const lint::Job> jobs, const lint::Targets& targets,
                                    lint::Streams& streams) const;

  lint::OptionList options_;
  SchemaArguments schema_;    // instead of the request
  bool is_response_ = false;  // the response instead of the request
  Format format_ = Format::text;
  FailOn fail_on_ = FailOn::error;
  std::vector<std::string> files_;
  std::optional<std::string> files_from_;
  std::string stdin_name_{lint::kStdinName};
  std::optional<std::string> config_;  ///< instead of those that are looked for
  bool has_no_config_ = false;
  bool is_quiet_ = false;
  bool has_statistics_ = false;
  std::vector<std::string> selected_;
  std::size_t threads_ = 1;
};

}  // namespace admit::cli
