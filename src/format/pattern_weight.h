// PatternWeight: what a part of a regular expression will cost RE2, told before RE2 sees it. RE2
// bounds its program, yet not the memory in which it unfolds repetitions on the way to it.
#pragma once

#include <algorithm>
#include <cstddef>

#include "format/pattern_quantifier.h"

namespace admit::format {

struct PatternWeight {
  std::size_t instructions = 0;  ///< at least so many, as far as that is easy to say
  std::size_t repetitions = 1;   ///< nested counts, multiplied

  /// This, followed by `next`.
  constexpr void append(const PatternWeight& next) noexcept {
    instructions = std::min(kMost, instructions + next.instructions);
    repetitions = std::max(repetitions, next.repetitions);
  }

  /// This, or `other` instead: RE2 merges what alternatives have in common.
  constexpr void alternate(const PatternWeight& other) noexcept {
    instructions = std::max(instructions, other.instructions);
    repetitions = std::max(repetitions, other.repetitions);
  }

  constexpr void repeat(const Quantifier& quantifier) noexcept {
    const std::size_t count = quantifier.most.value_or(quantifier.least);
    const std::size_t copies = quantifier.most ? count : std::max<std::size_t>(1, count);
    instructions = std::min(kMost, instructions * copies);
    if (count > 0) repetitions = std::min(kMost, repetitions * count);
  }

  static constexpr std::size_t kMost = 1'000'000'000;  // times kMaxRepetition fits 64 bits
};

/// A program of 4 MiB has fewer instructions.
inline constexpr std::size_t kMaxInstructions = 50'000;

}  // namespace admit::format
