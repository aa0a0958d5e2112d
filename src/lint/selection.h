// Selection: which of the files of a folder are checked.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "admit/options.h"
#include "admit/source.h"

namespace admit::lint {

/// True where `document` should be checked although nobody named its file: it does not parse, so
/// that nothing is known about it, or its root is an object with one of the members that make a
/// request.
bool is_request(const Source& document, const Limits& limits);

/// Chooses among the files that were found in folders; a file that is named is always checked.
class Selection {
 public:
  /// Requests to CreateService alone, see is_request.
  Selection() = default;

  /// Every file but `left_out`: files, and folders with all that lies below them.
  static Selection every_file_but(std::span<const std::string> left_out);

  /// Whether the file at `path` is to be looked at.
  [[nodiscard]] bool takes_path(const std::string& path) const;

  /// Whether this document of such a file is to be checked.
  [[nodiscard]] bool takes(const Source& document, const Limits& limits) const;

 private:
  bool takes_requests_alone_ = true;
  std::vector<std::filesystem::path> left_out_;  // canonical
};

}  // namespace admit::lint
