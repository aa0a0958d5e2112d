// Streams: where a command writes to.
#pragma once

#include <string_view>

#include "lint/output.h"

namespace admit::lint {

/// `out` is for what the user asked for, `errors` for what keeps the tool from it.
struct Streams {
  Output& out;
  Output& errors;
  bool colour = false;       ///< whether `out` may be coloured
  Output* status = nullptr;  ///< the terminal, for a line that comes and goes; none: there is none
};

/// Writes `admit: MESSAGE` to `errors` at once, after all that `out` has been given, and the hint
/// on a line of its own. What could steer a terminal is escaped.
void print_error(Streams& streams, std::string_view message, std::string_view hint = {});

}  // namespace admit::lint
