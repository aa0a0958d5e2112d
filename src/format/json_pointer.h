// JSON Pointers as text: well-formed or not. Sources: RFC 6901 section 3; Relative JSON Pointers,
// draft-handrews-relative-json-pointer-01, section 3.
#pragma once

#include <string_view>

namespace admit::format {

/// "" or tokens that each begin with `/`; `~` only as `~0` and `~1`.
bool is_json_pointer(std::string_view text) noexcept;

/// Digits without leading zeros, then a JSON Pointer or `#`.
bool is_relative_json_pointer(std::string_view text) noexcept;

}  // namespace admit::format
