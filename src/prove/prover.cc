// Kernels, and the way of a request into one of them.
#include "prove/prover.h"

#include <algorithm>
#include <array>

#include "prove/kernels.h"

namespace admit::prove {
namespace {

[[maybe_unused]] bool always() noexcept {
  return true;
}

constexpr Kernel kKernels[] = {
#if ADMIT_PROVE_X86
    {"avx512", has_avx512, walk_avx512},
    {"avx2", has_avx2, walk_avx2},
    {"sse2", always, walk_sse2},
#endif
    {"portable", always, walk_portable},
};

// Without white space at the end.
std::string_view trimmed(std::string_view text) noexcept {
  const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::span<const Kernel> kernels() noexcept {
  return kKernels;
}

const Kernel& best_kernel() noexcept {
  return *std::ranges::find_if(kKernels,
                               [](const Kernel& kernel) { return kernel.is_available(); });
}

bool is_proven(const Kernel& kernel, const Program& program, std::string_view body,
               ProofMemory& memory) {
  if (body.size() > std::min(program.max_bytes, kMaxBytes)) return false;
  const std::string_view text = trimmed(body);
  if (text.size() < 2 || (text.back() != '}' && text.back() != ']')) return false;
  return kernel.walk(program, text, memory);
}

}  // namespace admit::prove
