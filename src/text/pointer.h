// JSON Pointer: made token by token, and taken apart again (RFC 6901, sections 3 and 4).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace admit::text {

/// Appends `/name`, with `~` as `~0` and `/` as `~1`.
void append_token(std::string& pointer, std::string_view name);

/// Appends `/index`.
void append_index(std::string& pointer, std::size_t index);

/// The tokens of `pointer`, unescaped; none for the empty pointer. Nothing where `pointer` does not
/// start with `/` or holds a `~` that is not followed by 0 or 1.
[[nodiscard]] std::optional<std::vector<std::string>> parse_pointer(std::string_view pointer);

}  // namespace admit::text
