// ExitCode: what the tool tells its caller. Of several that apply, the highest wins.
#pragma once

#include <algorithm>

namespace admit::cli {

enum class ExitCode : int {
  clean = 0,     ///< nothing at or above the level that fails
  findings = 1,  ///< something at or above it
  usage = 2,     ///< an option, a name or a schema is wrong, or there is nothing to lint
  failure = 3,   ///< no verdict, a file that cannot be read, or an internal error
};

inline ExitCode worse_of(ExitCode a, ExitCode b) noexcept {
  return std::max(a, b);
}

}  // namespace admit::cli
