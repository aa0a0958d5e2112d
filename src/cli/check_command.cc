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
#include "cli/job_planner.h"
#include "embedded/code_pages.h"
#include "lint/checker.h"
#include "lint/printer.h"
#include "lint/progress.h"
#include "report/gcc_renderer.h"
#include "report/github_renderer.h"
#include "report/jsonl_renderer.h"
#include "report/problem_renderer.h"

namespace admit::cli {
namespace {

constexpr std::size_t kMaxThreads = 256;
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

std::unique_ptr<lint::Printer> make_sarif_printer(lint::Streams& streams) {
  std::vector<report::CodePage> pages;
  for (const embedded::Page& page : embedded::code_pages()) pages.push_back({page.name, page.text});
  return std::make_unique<lint::SarifPrinter>(streams, std::move(pages));
}

std::unique_ptr<lint::Printer> make_printer(Format format, lint::Streams& streams,
                                            const Options& options, lint::TextExtent extent) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return std::make_unique<lint::JsonPrinter>(streams, options.revision);
    case Format::jsonl:
      return std::make_unique<lint::LinePrinter>(streams, report::render_jsonl);
    case Format::sarif:
      return make_sarif_printer(streams);
    case Format::junit:
      return std::make_unique<lint::JunitPrinter>(streams);
    case Format::github:
      return std::make_unique<lint::LinePrinter>(streams, report::render_github);
    case Format::gcc:
      return std::make_unique<lint::LinePrinter>(streams, report::render_gcc);
    case Format::problem:
      return std::make_unique<lint::LinePrinter>(streams, report::render_problem);
  }
  return std::make_unique<lint::TextPrinter>(streams, options.secret_members, extent);
}

// What the renderers need to know of the engines: all secret names, and the revision that they have
// in common.
Options shown_options(std::span<const lint::Job> jobs) {
  Options shown;
  bool is_first = true;
  const Engine* last = nullptr;
  for (const lint::Job& job : jobs) {
    if (job.engine == nullptr || job.engine == last) continue;
    last = job.engine;
    const Options& options = job.engine->options();
    if (is_first) shown.revision = options.revision;
    if (shown.revision != options.revision) shown.revision.clear();
    is_first = false;
    shown.secret_members.insert(shown.secret_members.end(), options.secret_members.begin(),
                                options.secret_members.end());
  }
  return shown;
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
  add_choice_of_codes();
  add_run_options();
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

void CheckCommand::add_choice_of_codes() {
  const auto family_or_code = [](const std::string& word) {
    return word.find('.') == std::string::npos ? word + ".*" : word;
  };
  add_value_option(parser(), "--select", "CODE",
                   "Look for this code or family alone; may be repeated",
                   [this, family_or_code](const std::string& word) {
                     selected_.push_back(family_or_code(word));
                   })
      .multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add_value_option(parser(), "--ignore", "CODE",
                   "Do not look for this code or family; may be repeated",
                   [this, family_or_code](const std::string& word) {
                     options_.push_back({"severity", family_or_code(word) + "=ignore"});
                   })
      .multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void CheckCommand::add_run_options() {
  add_value_option(parser(), "--config", "FILE",
                   "Use this configuration (default: the admit.yaml in\n"
                   "the folder of each file, or above)",
                   [this](std::string file) { config_ = std::move(file); });
  parser()
      .add_flag("--no-config", has_no_config_, "Use no configuration")
      ->excludes(parser().get_option("--config"))
      ->option_text(" ");
  parser()
      .add_flag("--quiet,-q", is_quiet_, "Print findings alone: no summary, no progress")
      ->option_text(" ");
  parser()
      .add_flag("--statistics", has_statistics_,
                "Print how often each code was found; with --format text\nalone")
      ->option_text(" ");
  add_value_option(
      parser(), "--jobs,-j", "N", "Check N files at the same time (default: 1)",
      [this](const std::string& word) { threads_ = parse_count("--jobs", word, kMaxThreads); });
}

// The engine where it is not one for requests: it has no configuration.
EngineOrExit CheckCommand::build_fixed(lint::Streams& streams) const {
  const auto build = [&](const Options& options) {
    return is_response_ ? build_response_engine(options, streams)
                        : build_own_engine(schema_, options, streams);
  };
  const Options options = lint::with(linter_options(), options_);
  EngineOrExit built = build(options);
  if (!built.engine || selected_.empty()) return built;
  const auto selected = lint::narrowed(options, built.engine->codes(), selected_);
  if (!selected) return {.engine = {}, .code = print_fault(selected.error(), streams)};
  return build(selected.value());
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
  if (schema_.file == lint::kStdinArgument) uses.emplace_back("the schema");
  if (files_from_ == lint::kStdinArgument) uses.emplace_back("the list of files");
  if (std::ranges::find(files_, lint::kStdinArgument) != files_.end())
    uses.emplace_back("a document");
  if (uses.size() < 2) return false;
  lint::print_error(streams, "standard input cannot be both " + std::string(uses[0]) + " and " +
                                 std::string(uses[1]));
  return true;
}

ExitCode CheckCommand::read_list(lint::Streams& streams, std::vector<std::string>& names) const {
  if (!files_from_) return ExitCode::clean;
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

ExitCode CheckCommand::run(lint::Streams& streams) const {
  if (files_.empty() && !files_from_) {
    lint::print_error(
        streams, "FILE is required",
        "name files, folders or -, or use --files-from; `admit check --help` tells more");
    return ExitCode::usage;
  }
  if (has_two_uses_of_stdin(streams)) return ExitCode::usage;
  if (has_statistics_ && format_ != Format::text) {
    lint::print_error(streams, "--statistics is for --format text",
                      "the other formats are for programs that count by themselves");
    return ExitCode::usage;
  }
  return checks_requests() ? check_requests(streams) : check_fixed(streams);
}

ExitCode CheckCommand::check_requests(lint::Streams& streams) const {
  std::vector<std::string> listed;
  if (const ExitCode code = read_list(streams, listed); code != ExitCode::clean) return code;
  const lint::Targets targets = lint::list_targets(files_, listed);
  lint::Engines engines(create_service_engine, linter_options(), options_, selected_);
  lint::ConfigFinder configs(config_);
  JobPlanner planner(engines, has_no_config_ ? nullptr : &configs, stdin_name_, streams);
  const JobsOrExit planned = planner.plan(targets);
  if (!planned.jobs) return planned.code;
  // Even where there is nothing to check, what the command line says must make an engine.
  if (std::ranges::all_of(*planned.jobs, [](const lint::Job& job) { return !job.engine; })) {
    if (const auto made = engines.find({}); !made) return print_fault(made.error(), streams);
  }
  return check_jobs(*planned.jobs, targets, streams);
}

ExitCode CheckCommand::check_fixed(lint::Streams& streams) const {
  if (config_) {
    lint::print_error(streams, "--config is for requests, not for --schema and --response");
    return ExitCode::usage;
  }
  std::vector<std::string> listed;
  if (const ExitCode code = read_list(streams, listed); code != ExitCode::clean) return code;
  const EngineOrExit built = build_fixed(streams);
  if (!built.engine) return built.code;
  const auto same = [&](const Options&) { return Result<Engine, BuildError>(*built.engine); };
  lint::Engines engines(same, {}, {});
  const lint::Targets targets = lint::list_targets(files_, listed);
  const JobsOrExit planned = JobPlanner(engines, nullptr, stdin_name_, streams).plan(targets);
  return check_jobs(*planned.jobs, targets, streams);
}

lint::Outcome CheckCommand::check_files(std::span<const lint::Job> jobs, lint::Listener& listener,
                                        lint::Streams& streams) const {
  lint::CheckerOptions options{
      .selection = selection(), .stdin_name = stdin_name_, .threads = threads_, .on_file = {}};
  std::optional<lint::Progress> progress;
  if (!is_quiet_) {
    progress.emplace(streams, jobs.size());
    options.on_file = [&progress] { progress->step(); };
  }
  return lint::Checker(listener, std::move(options)).check_all(jobs);
}

ExitCode CheckCommand::check_jobs(std::span<const lint::Job> jobs, const lint::Targets& targets,
                                  lint::Streams& streams) const {
  const auto printer = make_printer(format_, streams, shown_options(jobs),
                                    {.has_summary = !is_quiet_, .has_statistics = has_statistics_});
  for (const lint::Unreadable& what : targets.unreadable) printer->on_unreadable(what);
  lint::Outcome outcome = check_files(jobs, *printer, streams);
  outcome.summary.skipped += targets.left_out;
  outcome.unreadable += targets.unreadable.size();
  printer->finish(outcome.summary);
  if (!has_checked_nothing(outcome)) return exit_code_of(outcome, fail_on_);
  if (files_from_) return ExitCode::clean;  // a list may hold none of ours
  lint::print_error(streams, "nothing to check: " + reason_for_nothing(),
                    "a file that is named is checked whatever it holds");
  return ExitCode::usage;
}

}  // namespace admit::cli
