// A kernel for every x86-64.
#include "prove/kernels.h"

#if ADMIT_PROVE_X86

#include <emmintrin.h>

#include "prove/walker.h"
#include "text/utf8.h"

namespace admit::prove {
namespace {

struct Sse2 {
  using Vector = __m128i;
  static constexpr unsigned kBytes = sizeof(Vector);

  static Vector load(const char* at) noexcept {
    return _mm_loadu_si128(reinterpret_cast<const Vector*>(at));
  }
  static Vector all(char byte) noexcept { return _mm_set1_epi8(byte); }
  static std::uint64_t bits(Vector flags) noexcept {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(flags));
  }
  // The bytes up to `limit`.
  static Vector up_to(Vector bytes, char limit) noexcept {
    return _mm_cmpeq_epi8(_mm_min_epu8(bytes, all(limit)), bytes);
  }

  static BlockMasks masks(const char* block) noexcept {
    BlockMasks masks;
    Vector seen = _mm_setzero_si128();
    for (unsigned i = 0; i < 64; i += kBytes) {
      const Vector bytes = load(block + i);
      masks.quotes |= bits(_mm_cmpeq_epi8(bytes, all('"'))) << i;
      masks.backslashes |= bits(_mm_cmpeq_epi8(bytes, all('\\'))) << i;
      masks.controls |= bits(up_to(bytes, ' ' - 1)) << i;
      seen = _mm_or_si128(seen, bytes);
    }
    masks.non_ascii = bits(seen);
    return masks;
  }

  static void fill_block(char* block, const char* at, std::size_t size) noexcept {
    prove::fill_block<Sse2>(block, at, size);
  }

  static QuotePlace* write_places(std::uint64_t bits, QuotePlace base, QuotePlace* out) noexcept {
    return prove::write_places<Sse2>(bits, base, out);
  }

  static std::uint64_t solids(const char* block) noexcept {
    std::uint64_t blanks = 0;
    for (unsigned i = 0; i < 64; i += kBytes) {
      const Vector bytes = load(block + i);
      const Vector ends = _mm_or_si128(equal(bytes, '\n'), equal(bytes, '\r'));
      const Vector gaps = _mm_or_si128(equal(bytes, ' '), equal(bytes, '\t'));
      blanks |= bits(_mm_or_si128(ends, gaps)) << i;
    }
    return ~blanks;
  }

  static std::uint64_t prefix_xor(std::uint64_t bits) noexcept {
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
  }

  static Vector equal(Vector bytes, char byte) noexcept { return _mm_cmpeq_epi8(bytes, all(byte)); }
  // The bytes from `first` to `last`.
  static Vector within(Vector bytes, char first, char last) noexcept {
    return up_to(_mm_sub_epi8(bytes, all(first)), static_cast<char>(last - first));
  }

  static EndpointBytes endpoint_bytes(const char* at, std::size_t size) noexcept {
    EndpointBytes found;
    for (unsigned i = 0; i < size; i += kBytes) {
      const Vector bytes = load(at + i);
      found.digits |= bits(within(bytes, '0', '9')) << i;
      found.plain |= bits(within(_mm_or_si128(bytes, all('a' ^ 'A')), 'a', 'z')) << i;
      found.dots |= bits(equal(bytes, '.')) << i;
      found.colons |= bits(equal(bytes, ':')) << i;
      found.edges |= bits(equal(bytes, '-')) << i;
    }
    found.edges |= found.dots;
    found.plain |= found.digits | found.colons | found.edges;
    return found;
  }

  static DigitBytes digit_bytes(const char* at) noexcept {
    const Vector bytes = load(at);
    return {bits(equal(bytes, '0')), bits(equal(bytes, '2')), bits(equal(bytes, '5')),
            bits(within(bytes, '3', '9')), bits(within(bytes, '6', '9'))};
  }

  static bool is_utf8(const char* text, std::size_t size) noexcept {
    return text::valid_utf8_prefix({text, size}) == size;
  }

  static bool matches(const char* at, const Segment& segment) noexcept {
    std::uint64_t same = 0;
    for (unsigned i = 0; i < kSegmentBytes; i += kBytes) {
      same |= bits(_mm_cmpeq_epi8(load(at + i), load(segment.bytes.data() + i))) << i;
    }
    return (same & segment.mask) == segment.mask;
  }

  static bool starts_with(const char* at, const NameTable::Name& name) noexcept {
    const char* head = name.head.data();
    const std::uint64_t low = bits(_mm_cmpeq_epi8(load(at), load(head)));
    const std::uint64_t high = bits(_mm_cmpeq_epi8(load(at + kBytes), load(head + kBytes)));
    return ((low | high << kBytes) & name.head_mask) == name.head_mask;
  }
};

}  // namespace

bool walk_sse2(const Program& program, std::string_view text, ProofMemory& memory) {
  return Walker<Sse2>(program, text, memory).run();
}

}  // namespace admit::prove

#endif
