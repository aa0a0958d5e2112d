// ConfigFinder: a file -> the `admit.yaml` that speaks of it.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "admit/result.h"
#include "lint/config.h"
#include "lint/file_source.h"

namespace admit::lint {

/// A configuration that was read, or that cannot be used: then `config` is empty and `report` says
/// why.
struct ConfigFile {
  std::string name;              ///< as it is shown
  std::filesystem::path folder;  ///< absolute
  std::string text;
  ConfigOutcome outcome;
};

class ConfigFinder {
 public:
  /// `fixed`: the file to use for all; without it, one is looked for in the folder of each file,
  /// and upwards.
  explicit ConfigFinder(std::optional<std::string> fixed) : fixed_(std::move(fixed)) {}

  /// The configuration for the file at `path`, or null where there is none. It lives as long as the
  /// finder.
  Result<const ConfigFile*, Unreadable> find(const std::string& path);

  /// `path` as seen from the folder of `config`, with `/` between names.
  static std::string path_below(const ConfigFile& config, const std::string& path);

 private:
  Result<const ConfigFile*, Unreadable> find_above(const std::filesystem::path& start);
  Result<const ConfigFile*, Unreadable> load(const std::filesystem::path& file);

  std::optional<std::string> fixed_;
  std::optional<ConfigReader> reader_;                            ///< made with the first one
  std::map<std::filesystem::path, ConfigFile> files_;             ///< by absolute path
  std::map<std::filesystem::path, const ConfigFile*> by_folder_;  ///< null: none above it
};

}  // namespace admit::lint
