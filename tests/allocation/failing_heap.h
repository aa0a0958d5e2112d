// FailingHeap: the heap of this program, made to run out at an allocation of one's choice.
#pragma once

#include <cstddef>
#include <cstdint>

namespace admit::test {

/// While one lives, the allocations of its thread are counted: `new` everywhere, and malloc and
/// realloc of what is linked statically (RapidJSON in our library among it). One lives at a time.
class FailingHeap {
 public:
  static constexpr std::size_t kNever = SIZE_MAX;

  /// The allocation `first` (from 0) fails; with `for_good`, all behind it as well.
  explicit FailingHeap(std::size_t first = kNever, bool for_good = false) noexcept;
  ~FailingHeap();
  FailingHeap(const FailingHeap&) = delete;
  FailingHeap& operator=(const FailingHeap&) = delete;

  /// How many have been asked for.
  [[nodiscard]] std::size_t count() const noexcept;
};

/// Blocks of `new` that have not been given back, in this thread.
std::int64_t live_blocks() noexcept;

}  // namespace admit::test
