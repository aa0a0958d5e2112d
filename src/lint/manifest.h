// Names of manifests: which files may be one, and in which syntax.
#pragma once

#include <string_view>

#include "admit/source.h"

namespace admit::lint {

/// `yaml` for a name in `.yaml` or `.yml`, else `json`.
[[nodiscard]] inline Syntax syntax_of(std::string_view file) noexcept {
  return file.ends_with(".yaml") || file.ends_with(".yml") ? Syntax::yaml : Syntax::json;
}

/// Whether a file of a folder may be a manifest.
[[nodiscard]] inline bool is_manifest(std::string_view file) noexcept {
  return file.ends_with(".json") || syntax_of(file) == Syntax::yaml;
}

}  // namespace admit::lint
