// Upwards from folder to folder, each looked into once.
// Outside functions: ConfigFinder.
#include "lint/config_finder.h"

#include <system_error>
#include <utility>

#include "lint/targets.h"

namespace admit::lint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxConfigBytes = std::size_t{1} << 20;

fs::path absolute(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  return (error ? path : whole).lexically_normal();
}

// As short as it can be written from here.
std::string shown(const fs::path& file) {
  std::error_code error;
  const fs::path near = fs::proximate(file, error);
  return error || near.native().starts_with("..") ? file.string() : near.string();
}

bool is_there(const fs::path& file) {
  std::error_code error;
  return fs::exists(fs::symlink_status(file, error));
}

}  // namespace

Result<const ConfigFile*, Unreadable> ConfigFinder::find(const std::string& path) {
  if (fixed_) return load(absolute(*fixed_));
  const fs::path file = absolute(path == kStdinArgument ? std::string(kStdinName) : path);
  return find_above(file.parent_path());
}

Result<const ConfigFile*, Unreadable> ConfigFinder::find_above(const fs::path& start) {
  std::vector<fs::path> passed;
  const ConfigFile* found = nullptr;
  for (fs::path folder = start;; folder = folder.parent_path()) {
    if (const auto known = by_folder_.find(folder); known != by_folder_.end()) {
      found = known->second;
      break;
    }
    passed.push_back(folder);
    if (const fs::path file = folder / kConfigName; is_there(file)) {
      auto loaded = load(file);
      if (!loaded) return loaded;
      found = loaded.value();
      break;
    }
    if (folder == folder.parent_path()) break;
  }
  for (const fs::path& folder : passed) by_folder_[folder] = found;
  return found;
}

Result<const ConfigFile*, Unreadable> ConfigFinder::load(const fs::path& file) {
  if (const auto known = files_.find(file); known != files_.end()) return &known->second;
  FileSource source(kMaxConfigBytes);
  const auto text = source.read_file(file.string());
  if (!text) return text.error();
  if (!reader_) reader_.emplace();
  ConfigFile& made = files_[file];
  made.name = shown(file);
  made.folder = file.parent_path();
  made.text = std::string(text.value());
  made.outcome = reader_->read(Source(made.text, Syntax::yaml));
  return &made;
}

std::string ConfigFinder::path_below(const ConfigFile& config, const std::string& path) {
  return absolute(path).lexically_relative(config.folder).generic_string();
}

}  // namespace admit::lint
