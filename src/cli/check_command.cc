// `admit check FILE|DIR|-...`: options -> engine -> every document checked and printed.
// Outside functions: CheckCommand, exit_code_of.
#include "cli/check_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "cli/argument.h"
#include "lint/printer.h"

namespace admit::cli {
namespace {

constexpr std::array<std::string_view, 2> kFailOn = {"error", "warning"};

constexpr const char* kFooter =
    R"(A folder is searched for *.json files, hidden ones left out. Of those, the ones are checked
that do not parse, or are an object with `sourceType` or `serviceConfigs`; a file that is
named is always checked. Put `--` before names that may start with a dash.

Exit codes:
  0  nothing at or above --fail-on
  1  findings
  2  a wrong option or name, or nothing to check
  3  a file that could not be read, or no verdict

Examples:
  admit check manifests/
  admit check --strict --fail-on warning service.json
  admit check --severity 'endpoint.*=warning' --revision 2026-02-05 service.json
  generate-request | admit check --format json -
)";

std::unique_ptr<lint::Printer> make_printer(Format format, lint::Streams& streams,
                                            const Options& options) {
  if (format == Format::json) {
    return std::make_unique<lint::JsonPrinter>(streams, options.revision);
  }
  return std::make_unique<lint::TextPrinter>(streams, options.secret_members);
}

bool has_checked_nothing(const lint::Outcome& outcome) noexcept {
  return outcome.summary.documents == 0 && outcome.unreadable == 0;
}

}  // namespace

ExitCode exit_code_of(const lint::Outcome& outcome, FailOn fail_on) noexcept {
  const report::Summary& summary = outcome.summary;
  if (outcome.unreadable > 0 || summary.undecided > 0) return ExitCode::failure;
  if (has_checked_nothing(outcome)) return ExitCode::usage;
  const bool has_findings =
      summary.errors > 0 || (fail_on == FailOn::warning && summary.warnings > 0);
  return has_findings ? ExitCode::findings : ExitCode::clean;
}

CheckCommand::CheckCommand(CLI::App& app)
    : Command(*app.add_subcommand("check", "Check requests and say what is wrong with them")) {
  parser().footer(kFooter);
  add_format_option(parser(), format_);
  add_value_option(parser(), "--fail-on", "error|warning",
                   "The least severity that makes the exit code 1 (default: error)",
                   [this](const std::string& word) {
                     fail_on_ = static_cast<FailOn>(parse_choice("--fail-on", word, kFailOn));
                   });
  add_severity_options(parser(), options_);
  add_document_options(parser(), options_);
  const CLI::callback_t read_files = [this](const CLI::results_t& words) {
    for (const std::string& word : words) files_.push_back(unshielded(word));
    return true;
  };
  parser()
      .add_option("FILE", read_files, "Files, folders, or - for standard input")
      ->required()
      ->type_size(1)
      ->expected(1, CLI::detail::expected_max_vector_size)
      ->allow_extra_args()
      ->option_text(" ")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

ExitCode CheckCommand::run(lint::Streams& streams) const {
  const EngineOrExit built = build_engine(options_, streams);
  if (!built.engine) return built.code;

  const Engine& engine = *built.engine;
  const auto printer = make_printer(format_, streams, engine.options());
  const lint::Outcome outcome = lint::Checker(engine, *printer).check_all(files_);
  printer->finish(outcome.summary);
  if (has_checked_nothing(outcome)) {
    lint::print_error(streams, "nothing to check: none of the files found is a request",
                      "a file that is named is checked whatever it holds");
  }
  return exit_code_of(outcome, fail_on_);
}

}  // namespace admit::cli
