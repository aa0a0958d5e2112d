// A kernel for processors with AVX2.
#include "prove/kernels.h"

#if ADMIT_PROVE_X86

#include <immintrin.h>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <optional>

#include "input/json_token.h"
#include "prove/conditions.h"
#include "prove/lesson_plan.h"
#include "prove/masks.h"
#include "prove/memory.h"
#include "prove/number.h"
#include "prove/object_state.h"
#include "prove/target.h"
#include "prove/text_check.h"
#include "prove/utf8_tables.h"

namespace admit::prove {

bool has_avx2() noexcept {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
         __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("pclmul") &&
         __builtin_cpu_supports("popcnt");
}

}  // namespace admit::prove

ADMIT_TARGET_BEGIN("avx2,bmi,bmi2,pclmul,popcnt")

#include "prove/utf8_check.h"
#include "prove/walker.h"

namespace admit::prove {
namespace {

struct Avx2 {
  using Vector = __m256i;
  static constexpr unsigned kBytes = sizeof(Vector);

  static Vector load(const char* at) noexcept {
    return _mm256_loadu_si256(reinterpret_cast<const Vector*>(at));
  }
  static Vector all(char byte) noexcept { return _mm256_set1_epi8(byte); }
  static std::uint64_t bits(Vector low, Vector high) noexcept {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
           std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high))} << kBytes;
  }
  static Vector equal(Vector bytes, char byte) noexcept {
    return _mm256_cmpeq_epi8(bytes, all(byte));
  }
  // The bytes up to `limit`.
  static Vector up_to(Vector bytes, char limit) noexcept {
    return _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, all(limit)), bytes);
  }

  static BlockMasks masks(const char* block) noexcept {
    const Vector low = load(block);
    const Vector high = load(block + kBytes);
    BlockMasks masks;
    masks.quotes = bits(equal(low, '"'), equal(high, '"'));
    masks.backslashes = bits(equal(low, '\\'), equal(high, '\\'));
    masks.controls = bits(up_to(low, ' ' - 1), up_to(high, ' ' - 1));
    masks.non_ascii = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_or_si256(low, high)));
    return masks;
  }

  static void fill_block(char* block, const char* at, std::size_t size) noexcept {
    prove::fill_block<Avx2>(block, at, size);
  }

  static QuotePlace* write_places(std::uint64_t bits, QuotePlace base, QuotePlace* out) noexcept {
    return prove::write_places<Avx2>(bits, base, out);
  }

  static Vector blanks(Vector bytes) noexcept {
    return _mm256_cmpeq_epi8(bytes, _mm256_shuffle_epi8(table(kBlankByLowHalf), bytes));
  }
  static std::uint64_t solids(const char* block) noexcept {
    return ~bits(blanks(load(block)), blanks(load(block + kBytes)));
  }

  static std::uint64_t prefix_xor(std::uint64_t bits) noexcept {
    const __m128i word = _mm_set_epi64x(0, static_cast<std::int64_t>(bits));
    const __m128i parities = _mm_clmulepi64_si128(word, _mm_set1_epi8(-1), 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(parities));
  }

  static Vector table(const std::array<std::uint8_t, 16>& bytes) noexcept {
    return _mm256_broadcastsi128_si256(
        _mm_load_si128(reinterpret_cast<const __m128i*>(bytes.data())));
  }

  // A byte for each of those at `at`, with the bits of NibbleTables.
  static Vector classes(const char* at) noexcept {
    const Vector bytes = load(at);
    return both(look_up(table(NibbleTables::kLow), bytes),
                look_up(table(NibbleTables::kHigh), high_halves(bytes)));
  }

  template <unsigned kBit>
  static std::uint64_t has(Vector classes) noexcept {
    const Vector flags = _mm256_slli_epi16(classes, 7 - static_cast<int>(kBit));
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(flags));
  }

  static void add_bytes(Vector classes, unsigned shift, EndpointBytes& bytes) noexcept {
    using Tables = NibbleTables;
    bytes.digits |= has<Tables::kDigitBit>(classes) << shift;
    bytes.dots |= has<Tables::kDotBit>(classes) << shift;
    bytes.colons |= has<Tables::kColonBit>(classes) << shift;
    bytes.edges |= has<Tables::kEdgeBit>(classes) << shift;
    const auto foreign = static_cast<std::uint32_t>(_mm256_movemask_epi8(equal(classes, 0)));
    bytes.plain |= std::uint64_t{~foreign} << shift;
  }

  static EndpointBytes endpoint_bytes(const char* at, std::size_t size) noexcept {
    EndpointBytes bytes;
    add_bytes(classes(at), 0, bytes);
    if (size >= kBytes) add_bytes(classes(at + kBytes), kBytes, bytes);
    return bytes;
  }

  template <unsigned kBit>
  static std::uint64_t has(__m128i classes) noexcept {
    const __m128i flags = _mm_slli_epi16(classes, 7 - static_cast<int>(kBit));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(flags));
  }

  static DigitBytes digit_bytes(const char* at) noexcept {
    using Tables = NibbleTables;
    const auto* const table = reinterpret_cast<const __m128i*>(Tables::kDigit.data());
    const auto* const text = reinterpret_cast<const __m128i*>(at);
    const __m128i classes = _mm_shuffle_epi8(_mm_load_si128(table), _mm_loadu_si128(text));
    return {has<Tables::kZeroBit>(classes), has<Tables::kTwoBit>(classes),
            has<Tables::kFiveBit>(classes), has<Tables::kFromThreeBit>(classes),
            has<Tables::kFromSixBit>(classes)};
  }

  static Vector look_up(Vector table, Vector halves) noexcept {
    return _mm256_shuffle_epi8(table, halves);
  }
  static Vector high_halves(Vector bytes) noexcept {
    return both(_mm256_srli_epi16(bytes, 4), all(0x0F));
  }
  static Vector both(Vector a, Vector b) noexcept { return _mm256_and_si256(a, b); }
  static Vector either(Vector a, Vector b) noexcept { return _mm256_or_si256(a, b); }
  static Vector unlike(Vector a, Vector b) noexcept { return _mm256_xor_si256(a, b); }
  static Vector less(Vector bytes, Vector by) noexcept { return _mm256_subs_epu8(bytes, by); }
  template <int kCount>
  static Vector behind(Vector bytes, Vector last) noexcept {
    const Vector between = _mm256_permute2x128_si256(last, bytes, 0x21);
    return _mm256_alignr_epi8(bytes, between, 16 - kCount);
  }
  static bool is_ascii(Vector bytes) noexcept { return _mm256_movemask_epi8(bytes) == 0; }
  static bool is_zero(Vector bytes) noexcept { return _mm256_testz_si256(bytes, bytes) != 0; }

  static bool is_utf8(const char* text, std::size_t size) noexcept {
    return Utf8Check<Avx2>::is_utf8(text, size);
  }

  static bool matches(const char* at, const Segment& segment) noexcept {
    const char* bytes = segment.bytes.data();
    const std::uint64_t same = bits(_mm256_cmpeq_epi8(load(at), load(bytes)),
                                    _mm256_cmpeq_epi8(load(at + kBytes), load(bytes + kBytes)));
    return (same & segment.mask) == segment.mask;
  }

  static bool starts_with(const char* at, const NameTable::Name& name) noexcept {
    const Vector same = _mm256_cmpeq_epi8(load(at), load(name.head.data()));
    const auto bits = static_cast<std::uint32_t>(_mm256_movemask_epi8(same));
    return (bits & name.head_mask) == name.head_mask;
  }
};

}  // namespace

bool walk_avx2(const Program& program, std::string_view text, ProofMemory& memory) {
  return Walker<Avx2>(program, text, memory).run();
}

}  // namespace admit::prove

ADMIT_TARGET_END

#endif
