// The walk over a request, by the best of the kernels that this processor has.
#pragma once

#include <span>
#include <string_view>

#include "prove/memory.h"
#include "prove/program.h"

namespace admit::prove {

/// A walker, compiled for one kind of processor.
struct Kernel {
  std::string_view name;
  bool (*is_available)() noexcept;
  /// True where `text`, which ends in a bracket, has nothing to report; throws std::bad_alloc.
  bool (*walk)(const Program& program, std::string_view text, ProofMemory& memory);
};

/// All that this build has, the best one first.
std::span<const Kernel> kernels() noexcept;

/// The best one that is available.
const Kernel& best_kernel() noexcept;

/// True where there is nothing to report of `body`, JSON text; false where one cannot say. Throws
/// std::bad_alloc.
bool is_proven(const Kernel& kernel, const Program& program, std::string_view body,
               ProofMemory& memory);

}  // namespace admit::prove
