// Arguments -> files, folders replaced by their content, each path once.
// Outside functions: list_targets.
#include "lint/targets.h"

#include <filesystem>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "lint/walk.h"

namespace admit::lint {
namespace {

bool is_folder(const std::string& argument) {
  std::error_code error;
  return argument != kStdinArgument && std::filesystem::is_directory(argument, error);
}

class Collector {
 public:
  explicit Collector(std::span<const std::string> arguments)
      : named_(arguments.begin(), arguments.end()) {}

  void add(const std::string& argument) {
    if (!is_folder(argument)) {
      add_file(argument);
      return;
    }
    Walk walk = walk_directory(argument);
    for (std::string& path : walk.files) add_file(std::move(path));
    for (Unreadable& what : walk.unreadable) {
      if (seen_.insert(what.path).second) targets_.unreadable.push_back(std::move(what));
    }
  }

  Targets take() { return std::move(targets_); }

 private:
  void add_file(std::string path) {
    if (!seen_.insert(path).second) return;
    const bool is_named = named_.contains(path);
    targets_.files.push_back({.path = std::move(path), .is_named = is_named});
  }

  std::unordered_set<std::string> named_;
  std::unordered_set<std::string> seen_;
  Targets targets_;
};

}  // namespace

Targets list_targets(std::span<const std::string> arguments) {
  Collector collector(arguments);
  for (const std::string& argument : arguments) collector.add(argument);
  return collector.take();
}

}  // namespace admit::lint
