// Conditions: which groups of rules have theirs met, while a request is being passed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "prove/memory.h"
#include "prove/program.h"

namespace admit::prove {

class Conditions {
 public:
  explicit Conditions(ProofMemory& memory) noexcept : slots_(memory.slots) {}

  /// At the start of an array or object: of the conditions that start here, nothing is known yet.
  void open(const Node& node) noexcept {
    for (const Settlement& settlement : node.settlements) {
      slots_[settlement.slot] = 0;
      dead_ &= ~settlement.groups;
    }
  }

  /// At its end: what has been broken, but for groups whose condition is not met.
  [[nodiscard]] Facts settled(const Node& node, Facts facts) const noexcept {
    for (const Settlement& settlement : node.settlements) {
      facts &= slots_[settlement.slot] | ~settlement.groups;
    }
    return facts;
  }

  /// What a text says to conditions, by its number in `check`; false where it is not allowed.
  bool note_text(const TextCheck& check, std::optional<std::uint32_t> number) noexcept {
    if (!number && check.is_closed) return false;
    for (const SlotWrite& write : check.writes) {
      const Facts met = number ? write.met[*number] : write.met_by_others;
      slots_[write.slot] = met;
      dead_ |= write.groups & ~met;
    }
    return true;
  }

  /// Groups that are known not to have their condition met: nobody has to look at their rules.
  [[nodiscard]] Facts dead() const noexcept { return dead_; }

 private:
  std::array<Facts, kMaxSlots>& slots_;
  Facts dead_ = 0;
};

}  // namespace admit::prove
