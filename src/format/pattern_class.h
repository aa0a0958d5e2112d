// Bracketed classes of a regular expression: `[...]` -> one atom in RE2 syntax (read_class).
// Source: ECMA-262 (2023), sections 22.2.1 (CharacterClass) and B.1.2 (`[\w-.]`).
#pragma once

#include <string>

#include "format/pattern_reader.h"

namespace admit::format {

/// Reads the class whose `[` comes next, and tells the reader what is wrong with it.
std::string read_class(PatternReader& reader);

/// Appends `character` so that RE2 takes it for itself, in a class and outside.
void append_literal(std::string& out, char32_t character);

}  // namespace admit::format
