// list_targets: what the user named on the command line -> the files to look at, in order.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lint/file_source.h"

namespace admit::lint {

/// A file to look at.
struct Target {
  std::string path;       ///< `-` for standard input
  bool is_named = false;  ///< by the user; otherwise it was found in a folder
};

struct Targets {
  std::vector<Target> files;
  std::vector<Unreadable> unreadable;
};

/// The argument that stands for standard input.
inline constexpr std::string_view kStdinArgument = "-";

/// Replaces every folder of `arguments` by the files in it and leaves out what came before under
/// the same path. A file that is named as well as found in a folder counts as named.
Targets list_targets(std::span<const std::string> arguments);

}  // namespace admit::lint
