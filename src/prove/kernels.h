// The walker, compiled for each kind of processor.
#pragma once

#include <string_view>

#include "prove/memory.h"
#include "prove/program.h"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define ADMIT_PROVE_X86 1
#else
#define ADMIT_PROVE_X86 0
#endif

namespace admit::prove {

// See Kernel::walk.
bool walk_portable(const Program& program, std::string_view text, ProofMemory& memory);

#if ADMIT_PROVE_X86
bool walk_sse2(const Program& program, std::string_view text, ProofMemory& memory);
bool walk_avx2(const Program& program, std::string_view text, ProofMemory& memory);
bool walk_avx512(const Program& program, std::string_view text, ProofMemory& memory);

bool has_avx2() noexcept;
bool has_avx512() noexcept;
#endif

}  // namespace admit::prove
