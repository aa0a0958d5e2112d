// A folder -> the paths of its JSON and YAML files, sorted, without hidden ones.
// Outside functions: walk_directory.
#include "lint/walk.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "lint/manifest.h"

namespace admit::lint {
namespace {

namespace fs = std::filesystem;

class Walker {
 public:
  Walk walk(std::string directory) {
    pending_.push_back(std::move(directory));
    while (!pending_.empty()) {
      const std::string next = std::move(pending_.back());
      pending_.pop_back();
      list(next);
    }
    std::ranges::sort(found_.files);
    std::ranges::sort(found_.unreadable, {}, &Unreadable::path);
    return std::move(found_);
  }

 private:
  void list(const std::string& directory) {
    const std::string prefix = directory.ends_with('/') ? directory : directory + '/';
    std::error_code error;
    fs::directory_iterator entries(directory, error);
    while (!error && entries != fs::directory_iterator()) {
      const std::string name = entries->path().filename().string();
      if (!name.starts_with('.')) visit(prefix + name, *entries);
      entries.increment(error);
    }
    if (error) note_unreadable(directory, error.message());
  }

  void visit(std::string path, const fs::directory_entry& entry) {
    std::error_code error;
    const fs::file_status own = entry.symlink_status(error);
    if (!error && fs::is_directory(own)) {
      pending_.push_back(std::move(path));
    } else if (is_manifest(path)) {
      add_file(std::move(path), entry);
    }
  }

  void add_file(std::string path, const fs::directory_entry& entry) {
    std::error_code error;
    const fs::file_status target = entry.status(error);
    if (target.type() == fs::file_type::none || target.type() == fs::file_type::not_found) {
      note_unreadable(std::move(path), error ? error.message() : "No such file or directory");
    } else if (fs::is_regular_file(target)) {
      found_.files.push_back(std::move(path));
    } else if (!fs::is_directory(target)) {
      // Reading a pipe or a device could block, or never end; leaving it out in silence would let
      // a run pass that has not checked everything.
      note_unreadable(std::move(path), "Not a regular file");
    }
  }

  void note_unreadable(std::string path, std::string reason) {
    found_.unreadable.push_back({.path = std::move(path), .reason = std::move(reason)});
  }

  Walk found_;
  std::vector<std::string> pending_;
};

}  // namespace

Walk walk_directory(const std::string& directory) {
  std::string_view trimmed = directory;
  while (trimmed.size() > 1 && trimmed.ends_with('/')) trimmed.remove_suffix(1);
  return Walker().walk(std::string(trimmed));
}

}  // namespace admit::lint
