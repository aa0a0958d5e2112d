// OptionList: options as the user wrote them, in order, so that several sources can be put
// together.
#pragma once

#include <string>
#include <vector>

#include "admit/options.h"
#include "named_options.h"

namespace admit::lint {

/// A name and a value that set_option takes.
struct OptionSetting {
  std::string name;
  std::string value;
};

using OptionList = std::vector<OptionSetting>;

/// `options` with all of `list`; a later setting counts more.
inline Options with(Options options, const OptionList& list) {
  for (const OptionSetting& one : list) (void)set_option(options, one.name, one.value);
  return options;
}

}  // namespace admit::lint
