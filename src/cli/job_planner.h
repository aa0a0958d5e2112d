// JobPlanner: the files of a run -> each with the engine that its configuration asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "lint/config_finder.h"
#include "lint/engines.h"
#include "lint/file_checker.h"
#include "lint/streams.h"
#include "lint/targets.h"

namespace admit::cli {

/// Jobs; nothing, and an error message, where a configuration or an option cannot be used.
struct JobsOrExit {
  std::optional<std::vector<lint::Job>> jobs;
  ExitCode code = ExitCode::clean;
};

class JobPlanner {
 public:
  /// All three must outlive the planner, and the engines the jobs. Without `configs`, there is no
  /// configuration. `stdin_name`: where standard input would lie.
  JobPlanner(lint::Engines& engines, lint::ConfigFinder* configs, std::string stdin_name,
             lint::Streams& streams)
      : engines_(engines),
        configs_(configs),
        stdin_name_(std::move(stdin_name)),
        streams_(streams) {}

  JobsOrExit plan(const lint::Targets& targets);

 private:
  std::optional<ExitCode> add(const lint::Target& target, std::vector<lint::Job>& jobs);
  ExitCode print_config(const lint::ConfigFile& config);
  ExitCode print_engine_fault(const BuildError& error, const lint::ConfigFile* config);

  lint::Engines& engines_;
  lint::ConfigFinder* configs_;
  std::string stdin_name_;
  lint::Streams& streams_;
};

}  // namespace admit::cli
