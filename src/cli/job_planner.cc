// Targets -> jobs.
// Outside functions: JobPlanner.
#include "cli/job_planner.h"

#include "cli/options.h"
#include "report/text_renderer.h"

namespace admit::cli {

JobsOrExit JobPlanner::plan(const lint::Targets& targets) {
  std::vector<lint::Job> jobs;
  for (const lint::Target& target : targets.files) {
    if (const auto code = add(target, jobs)) return {.jobs = std::nullopt, .code = *code};
  }
  return {.jobs = std::move(jobs)};
}

std::optional<ExitCode> JobPlanner::add(const lint::Target& target, std::vector<lint::Job>& jobs) {
  const std::string& path = target.path == lint::kStdinArgument ? stdin_name_ : target.path;
  const lint::ConfigFile* file = nullptr;
  if (configs_ != nullptr) {
    const auto found = configs_->find(path);
    if (!found) {
      lint::print_error(streams_,
                        "cannot read `" + found.error().path + "`: " + found.error().reason);
      return ExitCode::failure;
    }
    file = found.value();
  }
  lint::OptionList configured;
  if (file != nullptr) {
    if (!file->outcome.config) return print_config(*file);
    const lint::Config& config = *file->outcome.config;
    const std::string below = lint::ConfigFinder::path_below(*file, path);
    if (!target.is_named && !config.takes(below)) {
      jobs.push_back({target, nullptr});
      return std::nullopt;
    }
    configured = config.options_for(below);
  }
  const auto engine = engines_.find(configured);
  if (!engine) return print_engine_fault(engine.error(), file);
  jobs.push_back({target, engine.value()});
  return std::nullopt;
}

// Why there is no configuration, as the report that a manifest would get.
ExitCode JobPlanner::print_config(const lint::ConfigFile& config) {
  const report::CheckedDocument document{.file = config.name, .report = config.outcome.report};
  streams_.errors.write(
      report::render_text(document, Source(config.text, Syntax::yaml), {}, {.colour = false}));
  streams_.errors.flush();
  return ExitCode::usage;
}

ExitCode JobPlanner::print_engine_fault(const BuildError& error, const lint::ConfigFile* config) {
  if (config == nullptr) return print_fault(error, streams_);
  // Is it the command line alone?
  if (const auto made = engines_.find({}); !made) return print_fault(made.error(), streams_);
  BuildError told = error;
  told.message = config->name + ": " + told.message;
  return print_fault(told, streams_);
}

}  // namespace admit::cli
