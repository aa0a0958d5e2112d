// `admit check FILE|DIR|-...`: options, and a schema -> engine -> every document checked and
// printed.
// Outside functions: CheckCommand, exit_code_of.
#include "cli/check_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "admit/create_service.h"
#include "cli/argument.h"
#include "lint/printer.h"

namespace admit::cli {
namespace {

constexpr std::size_t kMaxListBytes = std::size_t{64} << 20;
constexpr std::array<std::string_view, 2> kFailOn = {"error", "warning"};

constexpr const char* kFooter =
    R"(A folder is searched for *.json, *.yaml and *.yml files, hidden ones left out. Of those, the
documents are checked that do not parse, or are an object with `sourceType` or `serviceConfigs`;
a file that is named is always checked. Put `--` before names that may start with a dash.

With --schema, documents are checked against that schema alone, with --response against the
answer to a request that succeeded: without rules, and null is not absent. Of a folder, every
such file is checked, but for the schema and what lies in --schema-dir.

Exit codes:
  0  nothing at or above --fail-on
  1  findings
  2  a wrong option, name or schema, or nothing to check
  3  a file that could not be read, or no verdict

Examples:
  admit check manifests/
  admit check --strict --fail-on warning service.json
  admit check --severity 'endpoint.*=warning' --revision 2026-02-05 service.json
  generate-request | admit check --format json -
  git ls-files -z | admit check --files-from -
  admit check --schema order.schema.json --schema-dir schemas/ orders/
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

EngineOrExit build_response_engine(const Options& options, lint::Streams& streams) {
  Result<Engine, BuildError> built = Engine::build(create_service_response_schema(), {}, options);
  if (built) return {.engine = std::move(built).value()};
  return {.engine = {}, .code = print_fault(built.error(), streams)};
}

ExitCode print_schema_fault(const lint::SchemaSet& schemas, const BuildError& error,
                            lint::Streams& streams) {
  if (!lint::is_about_schema(error)) return print_fault(error, streams);
  streams.errors.write(lint::render_schema_report(lint::report_fault(schemas, error), false));
  print_left_out(schemas, error, streams);
  streams.errors.flush();
  return ExitCode::usage;
}

EngineOrExit build_own_engine(const SchemaArguments& arguments, const Options& options,
                              lint::Streams& streams) {
  const SchemasOrExit read = read_schemas(arguments, ExitCode::usage, streams);
  if (!read.schemas) return {.engine = {}, .code = read.code};
  auto built = build_schema_engine(*read.schemas, arguments, options);
  if (!built) {
    return {.engine = {}, .code = print_schema_fault(*read.schemas, built.error(), streams)};
  }
  for (const BuildError& warning : built.value().warnings()) {
    lint::print_error(streams, "warning: " + lint::warning_line(*read.schemas, warning),
                      warning.hint);
  }
  return {.engine = std::move(built).value()};
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
  CLI::Option& schema = add_schema_options(parser(), "--schema",
                                           "Check against this schema, not as requests", schema_);
  parser()
      .add_flag("--response", is_response_, "Check as responses, not as requests")
      ->excludes(&schema)
      ->excludes(parser().get_option("--revision"))
      ->option_text(" ");
  add_value_option(parser(), "--stdin-filename", "NAME",
                   "What standard input is called in reports, and by its\n"
                   "ending, whether it is YAML (default: JSON)",
                   [this](std::string name) { stdin_name_ = std::move(name); });
  add_value_option(parser(), "--files-from", "LIST",
                   "Check the files that LIST names, one a line (or NUL behind\n"
                   "each); - reads the list from standard input",
                   [this](std::string list) { files_from_ = std::move(list); });
  const CLI::callback_t read_files = [this](const CLI::results_t& words) {
    for (const std::string& word : words) files_.push_back(unshielded(word));
    return true;
  };
  parser()
      .add_option("FILE", read_files, "Files, folders, or - for standard input")
      ->type_size(1)
      ->expected(1, CLI::detail::expected_max_vector_size)
      ->allow_extra_args()
      ->option_text(" ")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

EngineOrExit CheckCommand::build(lint::Streams& streams) const {
  if (is_response_) return build_response_engine(options_, streams);
  if (schema_.file) return build_own_engine(schema_, options_, streams);
  return build_engine(options_, streams);
}

lint::Selection CheckCommand::selection() const {
  if (!is_response_ && !schema_.file) return {};
  std::vector<std::string> left_out;
  for (const auto& path : {schema_.file, schema_.folder}) {
    if (path) left_out.push_back(*path);
  }
  return lint::Selection::every_file_but(left_out);
}

std::string CheckCommand::reason_for_nothing() const {
  if (is_response_) return "there is no JSON or YAML file";
  if (schema_.file) return "there is no JSON or YAML file beside the schemas";
  return "none of the files found is a request";
}

// Standard input can be one thing only.
bool CheckCommand::has_two_uses_of_stdin(lint::Streams& streams) const {
  std::vector<std::string_view> uses;
  if (schema_.file == lint::kStdinArgument) uses.push_back("the schema");
  if (files_from_ == lint::kStdinArgument) uses.push_back("the list of files");
  if (std::ranges::find(files_, lint::kStdinArgument) != files_.end()) uses.push_back("a document");
  if (uses.size() < 2) return false;
  lint::print_error(streams, "standard input cannot be both " + std::string(uses[0]) + " and " +
                                 std::string(uses[1]));
  return true;
}

ExitCode CheckCommand::run(lint::Streams& streams) const {
  if (files_.empty() && !files_from_) {
    lint::print_error(
        streams, "FILE is required",
        "name files, folders or -, or use --files-from; `admit check --help` tells more");
    return ExitCode::usage;
  }
  if (has_two_uses_of_stdin(streams)) return ExitCode::usage;
  const EngineOrExit built = build(streams);
  return built.engine ? check(*built.engine, streams) : built.code;
}

ExitCode CheckCommand::read_list(lint::Streams& streams, std::vector<std::string>& names) const {
  lint::FileSource source(kMaxListBytes);
  const bool is_stdin = *files_from_ == lint::kStdinArgument;
  const auto list = is_stdin ? source.read_stdin() : source.read_file(*files_from_);
  if (!list) {
    lint::print_error(streams, "cannot read `" + list.error().path + "`: " + list.error().reason);
    return ExitCode::failure;
  }
  if (list.value().size() > kMaxListBytes) {
    lint::print_error(streams, "the list of files is larger than 64 MiB");
    return ExitCode::usage;
  }
  names = lint::split_names(list.value());
  return ExitCode::clean;
}

ExitCode CheckCommand::check(const Engine& engine, lint::Streams& streams) const {
  std::vector<std::string> listed;
  if (files_from_) {
    const ExitCode code = read_list(streams, listed);
    if (code != ExitCode::clean) return code;
  }
  const auto printer = make_printer(format_, streams, engine.options());
  lint::Checker checker(engine, *printer, selection(), stdin_name_);
  const lint::Outcome outcome = checker.check_all(files_, listed);
  printer->finish(outcome.summary);
  if (has_checked_nothing(outcome) && !files_from_) {
    lint::print_error(streams, "nothing to check: " + reason_for_nothing(),
                      "a file that is named is checked whatever it holds");
  }
  if (has_checked_nothing(outcome) && files_from_) return ExitCode::clean;
  return exit_code_of(outcome, fail_on_);
}

}  // namespace admit::cli
