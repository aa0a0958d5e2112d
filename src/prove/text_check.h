// What a Program asks of the text of a string, beyond comparing it.
#pragma once

#include <string_view>

#include "prove/program.h"

namespace admit::prove {

/// False where the schema refuses `text`; what rules it breaks is added to `facts`. Throws
/// std::bad_alloc.
bool look_at_text(const TextCheck& check, std::string_view text, Facts& facts);

}  // namespace admit::prove
