// A kernel in plain C++, eight bytes at a time.
#include "format/byte_class.h"
#include "prove/kernels.h"
#include "prove/walker.h"
#include "text/utf8.h"

namespace admit::prove {
namespace {

constexpr std::uint64_t kOnes = 0x0101010101010101;
constexpr std::uint64_t kHighBits = 0x8080808080808080;
constexpr std::uint64_t kLowBits = ~kHighBits;

// The high bits of the bytes of `flags`, gathered in eight bits.
std::uint64_t gathered(std::uint64_t flags) noexcept {
  return (flags >> 7) * 0x0102040810204080 >> 56;
}

// The high bit of each byte of `word` that is zero.
std::uint64_t zeros(std::uint64_t word) noexcept {
  return ~(((word & kLowBits) + kLowBits) | word | kLowBits);
}

// The high bit of each byte of `word` that is below `limit`, at most 128.
std::uint64_t below(std::uint64_t word, std::uint64_t limit) noexcept {
  return ~((word & kLowBits) + kOnes * (128 - limit)) & ~word & kHighBits;
}

struct Portable {
  static BlockMasks masks(const char* block) noexcept {
    BlockMasks masks;
    for (unsigned i = 0; i < 8; ++i) {
      const std::uint64_t word = load_word(block + std::size_t{8} * i);
      masks.quotes |= gathered(zeros(word ^ kOnes * '"')) << 8 * i;
      masks.backslashes |= gathered(zeros(word ^ kOnes * '\\')) << 8 * i;
      masks.controls |= gathered(below(word, ' ')) << 8 * i;
      masks.non_ascii |= word & kHighBits;
    }
    return masks;
  }

  static void fill_block(char* block, const char* at, std::size_t size) noexcept {
    prove::fill_block<Portable>(block, at, size);
  }

  static QuotePlace* write_places(std::uint64_t bits, QuotePlace base, QuotePlace* out) noexcept {
    return prove::write_places<Portable>(bits, base, out);
  }

  static std::uint64_t solids(const char* block) noexcept {
    std::uint64_t blanks = 0;
    for (unsigned i = 0; i < 8; ++i) {
      const std::uint64_t word = load_word(block + std::size_t{8} * i);
      const std::uint64_t found = zeros(word ^ kOnes * ' ') | zeros(word ^ kOnes * '\n') |
                                  zeros(word ^ kOnes * '\r') | zeros(word ^ kOnes * '\t');
      blanks |= gathered(found) << 8 * i;
    }
    return ~blanks;
  }

  static std::uint64_t prefix_xor(std::uint64_t bits) noexcept {
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
  }

  static EndpointBytes endpoint_bytes(const char* at, std::size_t size) noexcept {
    EndpointBytes found;
    for (std::size_t i = 0; i < size; ++i) {
      const char c = at[i];
      const std::uint64_t bit = std::uint64_t{1} << i;
      found.digits |= format::is_in(c, format::kDigit) ? bit : 0;
      found.plain |= format::is_in(c, format::kLetter) ? bit : 0;
      found.dots |= c == '.' ? bit : 0;
      found.colons |= c == ':' ? bit : 0;
      found.edges |= c == '-' ? bit : 0;
    }
    found.edges |= found.dots;
    found.plain |= found.digits | found.colons | found.edges;
    return found;
  }

  static DigitBytes digit_bytes(const char* at) noexcept {
    DigitBytes found;
    for (std::size_t i = 0; i < 16; ++i) {
      const char c = at[i];
      const std::uint64_t bit = std::uint64_t{1} << i;
      found.zeros |= c == '0' ? bit : 0;
      found.twos |= c == '2' ? bit : 0;
      found.fives |= c == '5' ? bit : 0;
      found.from_three |= c >= '3' && c <= '9' ? bit : 0;
      found.from_six |= c >= '6' && c <= '9' ? bit : 0;
    }
    return found;
  }

  static bool is_utf8(const char* text, std::size_t size) noexcept {
    return text::valid_utf8_prefix({text, size}) == size;
  }

  static bool matches(const char* at, const Segment& segment) noexcept {
    return std::memcmp(at, segment.bytes.data(), segment.size) == 0;
  }

  static bool starts_with(const char* at, const NameTable::Name& name) noexcept {
    return std::memcmp(at, name.head.data(), std::min<std::size_t>(name.size, kLookAhead)) == 0;
  }
};

}  // namespace

bool walk_portable(const Program& program, std::string_view text, ProofMemory& memory) {
  return Walker<Portable>(program, text, memory).run();
}

}  // namespace admit::prove
