// Properties of Unicode as `\p{...}` names them -> sets in RE2 syntax (find_property).
// Source: ECMA-262 (2023), section 22.2.1, static semantics of UnicodePropertyValueExpression, and
// its tables of property names; names are told apart by case, as there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "format/character_set.h"

namespace admit::format {

/// What a name between the braces of `\p{...}` stands for.
struct UnicodeProperty {
  std::optional<CharacterSet> set;  ///< nothing if RE2 has no table for it, or there is none
  std::string complaint;            ///< why the name is none; "" if it is one
};

/// `Letter`, `L`, `General_Category=Letter`, `gc=L`, `Script=Greek`, `sc=Grek`, `ASCII`, ...
UnicodeProperty find_property(std::string_view expression);

/// All characters that are not in `set`, if possible without `is_complement`.
CharacterSet complement(CharacterSet set);

}  // namespace admit::format
