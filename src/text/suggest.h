// closest: a word that is not known to the known one that was probably meant.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace admit::text {

/// The candidate that `word` is a slip of, or nothing.
///
/// A candidate that differs in case, `_` and `-` alone comes first. Otherwise the nearest by edit
/// distance (insertions, deletions, replacements and swaps of neighbours, over bytes, case
/// ignored): at most 1 for words up to 4 bytes, 2 up to 9, 3 above; among equals the first. Then
/// the only one that `word`, of 4 bytes at least, is a part of; last, one that it is a misspelt
/// beginning of, from 8 bytes on. A word shorter than 3 has case slips alone, one longer than 64
/// none. The view returned is one of
/// `candidates`. Costs at most 64 x 64 steps per candidate.
[[nodiscard]] std::optional<std::string_view> closest(std::string_view word,
                                                      std::span<const std::string_view> candidates);

}  // namespace admit::text
