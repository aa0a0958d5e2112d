// set_option: Options by name, for everything that has them as text: command line, C interface.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "admit/options.h"

namespace admit {

/// Why an option could not be set.
struct OptionFault {
  std::string message;  ///< one line, quotes the value or the name
  std::string hint;     ///< the nearest known name; may be empty
};

/// Sets the option called `name` to what `value` says; on a fault nothing is changed.
///
/// Names are the fields of Options and Limits, and `severity` (CODE=LEVEL) and `secret_member`,
/// which add one each time. Booleans are `true` and `false`, numbers decimal. Whether a revision or
/// a code exists is for Engine::build to say.
std::optional<OptionFault> set_option(Options& options, std::string_view name,
                                      std::string_view value);

}  // namespace admit
