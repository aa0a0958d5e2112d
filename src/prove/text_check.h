// What a Program asks of the text of a string, beyond comparing it.
#pragma once

#include <string_view>

#include "prove/program.h"

namespace admit::prove {

/// Whether the schema's length, format and pattern hold. Throws std::bad_alloc.
bool is_of_schema(const TextCheck& check, std::string_view text);

/// What the formats of rules find broken; `dead`: groups that need not be looked at.
Facts look_at_formats(const TextCheck& check, std::string_view text, Facts dead) noexcept;

/// What `text` breaks.
Facts look_at_endpoint(const EndpointCheck& check, std::string_view text) noexcept;

}  // namespace admit::prove
