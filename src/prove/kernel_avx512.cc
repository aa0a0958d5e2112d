// A kernel for processors with AVX-512 and its second set of byte manipulation (VBMI2).
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

bool has_avx512() noexcept {
  return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi2");
}

namespace {

alignas(64) constexpr auto kCounting = [] {
  std::array<char, 64> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i);
  return bytes;
}();

}  // namespace

}  // namespace admit::prove

ADMIT_TARGET_BEGIN("avx512f,avx512bw,avx512vl,avx512vbmi2,avx2,bmi,bmi2,pclmul,popcnt")

#include "prove/utf8_check.h"
#include "prove/walker.h"

namespace admit::prove {
namespace {

struct Avx512 {
  using Vector = __m512i;

  // Masks of all elements: of functions that come without one, GCC 12 warns of a value inside that
  // is not initialised.
  static constexpr __mmask16 kAll16 = 0xFFFF;
  static constexpr __mmask8 kAll8 = 0xFF;

  static Vector load(const char* at) noexcept { return _mm512_loadu_si512(at); }
  static Vector all(char byte) noexcept { return _mm512_set1_epi8(byte); }
  static std::uint64_t equal(Vector bytes, char byte) noexcept {
    return _mm512_cmpeq_epi8_mask(bytes, all(byte));
  }

  static BlockMasks masks(const char* block) noexcept {
    const Vector bytes = load(block);
    BlockMasks masks;
    masks.quotes = equal(bytes, '"');
    masks.backslashes = equal(bytes, '\\');
    masks.controls = _mm512_cmplt_epu8_mask(bytes, all(' '));
    masks.non_ascii = _mm512_movepi8_mask(bytes);
    return masks;
  }

  static void fill_block(char* block, const char* at, std::size_t size) noexcept {
    const std::uint64_t bytes = (std::uint64_t{1} << size) - 1;
    _mm512_storeu_si512(block, _mm512_mask_loadu_epi8(all(' '), bytes, at));
  }

  static QuotePlace* write_places(std::uint64_t bits, QuotePlace base, QuotePlace* out) noexcept {
    constexpr std::size_t kAtOnce = 16;
    QuotePlace* const end = out + std::popcount(bits);
    Vector places = _mm512_maskz_compress_epi8(bits, load(kCounting.data()));
    const Vector bases = _mm512_set1_epi32(static_cast<int>(base));
    for (;;) {
      const Vector wide =
          _mm512_maskz_cvtepu8_epi32(kAll16, _mm512_maskz_extracti32x4_epi32(kAll8, places, 0));
      _mm512_storeu_si512(out, _mm512_add_epi32(wide, bases));
      out += kAtOnce;
      if (out >= end) [[likely]]
        return end;
      places = _mm512_maskz_alignr_epi64(kAll8, places, places, 2);
    }
  }

  static std::uint64_t solids(const char* block) noexcept {
    const Vector bytes = load(block);
    return _mm512_cmpneq_epi8_mask(bytes, _mm512_shuffle_epi8(table(kBlankByLowHalf), bytes));
  }

  static std::uint64_t prefix_xor(std::uint64_t bits) noexcept {
    const __m128i word = _mm_set_epi64x(0, static_cast<std::int64_t>(bits));
    const __m128i parities = _mm_clmulepi64_si128(word, _mm_set1_epi8(-1), 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(parities));
  }

  static Vector table(const std::array<std::uint8_t, 16>& bytes) noexcept {
    const auto* const table = reinterpret_cast<const __m128i*>(bytes.data());
    return _mm512_maskz_broadcast_i32x4(kAll16, _mm_load_si128(table));
  }

  template <unsigned kBit>
  static std::uint64_t has(Vector classes) noexcept {
    return _mm512_movepi8_mask(_mm512_slli_epi16(classes, 7 - kBit));
  }

  static EndpointBytes endpoint_bytes(const char* at, std::size_t) noexcept {
    using Tables = NibbleTables;
    const Vector bytes = load(at);
    const Vector classes = both(look_up(table(Tables::kLow), bytes),
                                look_up(table(Tables::kHigh), high_halves(bytes)));
    EndpointBytes found;
    found.plain = _mm512_test_epi8_mask(classes, classes);
    found.digits = has<Tables::kDigitBit>(classes);
    found.dots = has<Tables::kDotBit>(classes);
    found.colons = has<Tables::kColonBit>(classes);
    found.edges = has<Tables::kEdgeBit>(classes);
    return found;
  }

  static DigitBytes digit_bytes(const char* at) noexcept {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto equal_to = [bytes](char c) { return _mm_cmpeq_epi8_mask(bytes, _mm_set1_epi8(c)); };
    const auto above = [bytes](char c) { return _mm_cmpgt_epi8_mask(bytes, _mm_set1_epi8(c)); };
    return {equal_to('0'), equal_to('2'), equal_to('5'), above('2'), above('5')};
  }

  static Vector look_up(Vector table, Vector halves) noexcept {
    return _mm512_shuffle_epi8(table, halves);
  }
  static Vector high_halves(Vector bytes) noexcept {
    return both(_mm512_srli_epi16(bytes, 4), all(0x0F));
  }
  static Vector both(Vector a, Vector b) noexcept { return _mm512_and_si512(a, b); }
  static Vector either(Vector a, Vector b) noexcept { return _mm512_or_si512(a, b); }
  static Vector unlike(Vector a, Vector b) noexcept { return _mm512_xor_si512(a, b); }
  static Vector less(Vector bytes, Vector by) noexcept { return _mm512_subs_epu8(bytes, by); }
  template <int kCount>
  static Vector behind(Vector bytes, Vector last) noexcept {
    const Vector between = _mm512_maskz_alignr_epi64(kAll8, bytes, last, 6);
    return _mm512_alignr_epi8(bytes, between, 16 - kCount);
  }
  static bool is_ascii(Vector bytes) noexcept { return _mm512_movepi8_mask(bytes) == 0; }
  static bool is_zero(Vector bytes) noexcept { return _mm512_test_epi8_mask(bytes, bytes) == 0; }

  static bool is_utf8(const char* text, std::size_t size) noexcept {
    return Utf8Check<Avx512>::is_utf8(text, size);
  }

  static bool matches(const char* at, const Segment& segment) noexcept {
    return _mm512_mask_cmpneq_epi8_mask(segment.mask, load(at), load(segment.bytes.data())) == 0;
  }

  static __m256i half(const char* at) noexcept {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
  }
  static bool starts_with(const char* at, const NameTable::Name& name) noexcept {
    return _mm256_mask_cmpneq_epi8_mask(name.head_mask, half(at), half(name.head.data())) == 0;
  }
};

}  // namespace

bool walk_avx512(const Program& program, std::string_view text, ProofMemory& memory) {
  return Walker<Avx512>(program, text, memory).run();
}

}  // namespace admit::prove

ADMIT_TARGET_END

#endif
