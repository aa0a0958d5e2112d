// Arguments that the parser takes for something else, made safe for their way through it.
#pragma once

#include <string>

namespace admit::cli {

/// CLI11 2.1 reads `[a,b]` as a list and `++` as the end of a command; both may be files. A
/// shielded argument starts with a byte that keeps it whole.
std::string shielded(std::string argument);

/// What the user wrote.
std::string unshielded(std::string argument);

}  // namespace admit::cli
