// Escapes of a regular expression: what a backslash starts -> a character, a set, or what else it
// means (read_escape). Source: ECMA-262 (2023), sections 22.2.1 and 22.2.2.7.
#pragma once

#include <cstddef>
#include <string>

#include "format/character_set.h"
#include "format/pattern_reader.h"

namespace admit::format {

struct Escape {
  enum class Kind { character, set, boundary, not_boundary, numbered_group, named_group };

  Kind kind = Kind::character;
  char32_t character = 0;
  CharacterSet set;
  std::size_t group = 0;  ///< of a back-reference
  std::string name;       ///< of a back-reference
};

enum class EscapePlace { term, in_class };

/// Reads the escape whose backslash comes next, and tells the reader what is wrong with it.
Escape read_escape(PatternReader& reader, EscapePlace place);

/// Reads the name of a group up to and with its `>`; escapes in it are decoded.
std::string read_group_name(PatternReader& reader);

}  // namespace admit::format
