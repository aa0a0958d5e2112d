// Glob: a pattern of paths, as in `deploy/**/*.yaml`.
#pragma once

#include <string_view>
#include <utility>

#include "format/ecma_pattern.h"

namespace admit::lint {

/// `*` and `?` stand for anything within a name, `**` for any number of names, `[a-z]` for one
/// character. A pattern without a slash fits names in every folder; one that fits a folder fits all
/// that lies in it.
class Glob {
 public:
  explicit Glob(std::string_view pattern);

  /// Whether it fits `path`, with `/` between its names and none in front.
  [[nodiscard]] bool matches(std::string_view path) const;

 private:
  format::Pattern pattern_;
};

}  // namespace admit::lint
