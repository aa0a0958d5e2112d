// The Bidi rule for names: labels in two directions -> shown in one order only, or not. libidn2
// asks each label alone; a name is asked as a whole here. Source: RFC 5893 section 2.
#pragma once

#include <string>
#include <vector>

namespace admit::format {

/// Whether U-labels and LDH labels that are valid alone may stand together in one name, and whether
/// those that run from right to left do not mix both kinds of digits.
bool keeps_bidi_rule(const std::vector<std::string>& labels) noexcept;

}  // namespace admit::format
