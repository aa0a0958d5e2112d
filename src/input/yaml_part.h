// yaml_part: a part of a decoded YAML scalar -> where in its source it stands.
#pragma once

#include <string_view>

#include "text/span.h"

namespace admit::input {

/// The stretch of `source` (a scalar as written, quotes included) that `part` of its decoded text
/// `value` came from. All of `source` where lines were folded, and for block scalars.
text::Span yaml_part(std::string_view source, std::string_view value, text::Span part) noexcept;

}  // namespace admit::input
