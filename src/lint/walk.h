// walk_directory: a folder -> the files below it that may be requests.
#pragma once

#include <string>
#include <vector>

#include "lint/file_source.h"

namespace admit::lint {

/// What stands below a folder.
struct Walk {
  std::vector<std::string>
      files;  ///< every `*.json`, `*.yaml` and `*.yml`, in the order of the bytes of its path
  std::vector<Unreadable> unreadable;  ///< folders that cannot be listed, files that are none
};

/// Looks through `directory` and all folders below it. Hidden entries are left out, and symbolic
/// links to folders are not followed, so that it comes to an end whatever they point at.
Walk walk_directory(const std::string& directory);

}  // namespace admit::lint
