// Quantifiers of a regular expression: `*`, `+`, `?`, `{2}`, `{2,}`, `{2,5}`, each with or without
// a `?` behind -> how often (read_quantifier). Sources: ECMA-262 (2023), sections 22.2.1
// (Quantifier) and B.1.2: a brace that begins none of these stands for itself.
#pragma once

#include <cstddef>
#include <optional>

#include "format/pattern_reader.h"

namespace admit::format {

struct Quantifier {
  std::size_t least = 0;
  std::optional<std::size_t> most;  ///< nothing for any number
  bool is_lazy = false;
};

/// Reads the quantifier that comes next; nothing, and nothing read, where there is none. Counts
/// over kMaxRepetition are told to the reader and come out as kMaxRepetition.
std::optional<Quantifier> read_quantifier(PatternReader& reader);

}  // namespace admit::format
