// CharacterSet: a set of characters -> a bracketed class of RE2 (class_text).
#pragma once

#include <string>

namespace admit::format {

/// What stands between the brackets of a class of RE2, and whether the set is all the others.
struct CharacterSet {
  std::string members;
  bool is_complement = false;
};

/// Every character there is.
inline constexpr char kAnyCharacter[] = "[\\x{0}-\\x{10FFFF}]";

/// `set` with its brackets. RE2 has no empty ones.
inline std::string class_text(const CharacterSet& set) {
  if (!set.members.empty()) return (set.is_complement ? "[^" : "[") + set.members + ']';
  return set.is_complement ? kAnyCharacter : "[^\\x{0}-\\x{10FFFF}]";
}

}  // namespace admit::format
