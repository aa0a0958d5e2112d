// Rules with the same conditions form a group: one bit says that something in a value breaks one of
// them.
#pragma once

#include <string>
#include <vector>

#include "prove/threads.h"

namespace admit::prove {

/// The declarative ones of `active`, each in its group. Others, and those that find no room for
/// their group, are named in `obstacles`.
std::vector<ProvenRule> group_rules(const std::vector<rules::ActiveRule>& active,
                                    std::vector<std::string>& obstacles);

}  // namespace admit::prove
