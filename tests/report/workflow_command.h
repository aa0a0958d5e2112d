// parse_workflow_command: a line of a log -> the command in it, as the runner of GitHub Actions
// reads it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace admit::test {

struct WorkflowCommand {
  std::string name;
  std::map<std::string, std::string> properties;
  std::string data;
};

/// Nothing where the line is no command. `line` has no line feed.
std::optional<WorkflowCommand> parse_workflow_command(std::string_view line);

}  // namespace admit::test
