// Arguments -> files, folders replaced by their content, each path once.
// Outside functions: list_targets, split_names.
#include "lint/targets.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "lint/manifest.h"
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

  void add_listed(const std::string& path) {
    if (is_manifest(path) || named_.contains(path)) {
      add_file(path);
    } else {
      ++targets_.left_out;
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

Targets list_targets(std::span<const std::string> arguments, std::span<const std::string> listed) {
  Collector collector(arguments);
  for (const std::string& argument : arguments) collector.add(argument);
  for (const std::string& path : listed) collector.add_listed(path);
  return collector.take();
}

std::vector<std::string> split_names(std::string_view list) {
  const char separator = list.find('\0') != std::string_view::npos ? '\0' : '\n';
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    std::string_view name = list.substr(0, end);
    if (separator == '\n' && name.ends_with('\r')) name.remove_suffix(1);
    if (!name.empty()) names.emplace_back(name);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

}  // namespace admit::lint
