// list_targets: what the user named on the command line -> the files to look at, in order.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/file_source.h"

namespace admit::lint {

/// A file to look at.
struct Target {
  std::string path;       ///< `-` for standard input
  bool is_named = false;  ///< by the user; otherwise it was found in a folder, or listed
};

struct Targets {
  std::vector<Target> files;
  std::vector<Unreadable> unreadable;
  std::size_t left_out = 0;  ///< of those listed: no manifests by their names
};

/// The argument that stands for standard input.
inline constexpr std::string_view kStdinArgument = "-";

/// Replaces every folder of `arguments` by the files in it, adds those of `listed` that may be
/// manifests by their names, and leaves out what came before under the same path. A file that is
/// named as well as found or listed counts as named.
Targets list_targets(std::span<const std::string> arguments,
                     std::span<const std::string> listed = {});

/// The names in a list: one a line, or with a NUL behind each where the list holds one.
std::vector<std::string> split_names(std::string_view list);

}  // namespace admit::lint
