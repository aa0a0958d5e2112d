// Internationalised names: UTF-8 text -> its ASCII form (A-labels), for hints only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace admit::format {

/// The ASCII form of `text` after the compatibility mapping of UTS #46: full-width digits and dots
/// become plain ones, a U-label becomes its A-label. Nothing where there is none, or in a build
/// without libidn2 (ADMIT_WITH_IDN2).
std::optional<std::string> to_ascii_name(std::string_view text);

}  // namespace admit::format
