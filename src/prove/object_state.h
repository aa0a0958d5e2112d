// ObjectState: what is known of an object while it is being passed.
#pragma once

#include <bit>
#include <cstdint>

#include "prove/program.h"

namespace admit::prove {

/// Where a walk has got to, null where it ends, and what is known of the value that it has passed.
struct Step {
  const char* at = nullptr;
  Facts facts = 0;
};

struct ObjectState {
  std::uint64_t seen = 0;       ///< members by name, a bit each
  std::uint64_t absent = 0;     ///< of those, what counts as absent
  std::uint64_t not_given = 0;  ///< absent, null, or the empty string
  Facts facts = 0;
  std::uint64_t others = 0;     ///< members without a name that do not count as absent
  std::uint32_t strangers = 0;  ///< where those begin in the memory

  /// A member of the program, whose value has these facts.
  void add(Facts value, std::uint64_t bit) noexcept {
    seen |= bit;
    facts |= value & kBroken;
    if ((value & kGiven) != 0) [[likely]]
      return;
    not_given |= bit;
    if ((value & kAbsent) != 0) absent |= bit;
  }

  /// A member of the program, whose value is a string that nothing else is asked of.
  void add_text(const Member& member, bool is_empty) noexcept {
    seen |= member.bit;
    if (is_empty) [[unlikely]] {
      not_given |= member.bit;
    } else {
      facts |= member.broken_if_given;
    }
  }

  /// A member that has no name in the program.
  void add_other(Facts value) noexcept {
    facts |= value & kBroken;
    others += (value & kAbsent) == 0 ? 1 : 0;
  }

  [[nodiscard]] std::uint64_t present() const noexcept { return seen & ~absent; }
  [[nodiscard]] std::uint64_t given() const noexcept { return seen & ~not_given; }
  [[nodiscard]] std::uint64_t count() const noexcept {
    return others + static_cast<std::uint64_t>(std::popcount(present()));
  }
};

}  // namespace admit::prove
