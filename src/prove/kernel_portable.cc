// A kernel in plain C++, eight bytes at a time.
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
      masks.blanks |= gathered(below(word, ' ' + 1)) << 8 * i;
      masks.non_ascii |= word & kHighBits;
    }
    return masks;
  }

  static std::uint64_t controls(const char* block) noexcept {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < 8; ++i) {
      bits |= gathered(below(load_word(block + std::size_t{8} * i), ' ')) << 8 * i;
    }
    return bits;
  }

  static std::uint64_t line_blanks(const char* block) noexcept {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < 8; ++i) {
      const std::uint64_t word = load_word(block + std::size_t{8} * i);
      const std::uint64_t found =
          zeros(word ^ kOnes * '\n') | zeros(word ^ kOnes * '\r') | zeros(word ^ kOnes * '\t');
      bits |= gathered(found) << 8 * i;
    }
    return bits;
  }

  static std::uint64_t prefix_xor(std::uint64_t bits) noexcept {
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
  }

  static bool is_utf8(const char* text, std::size_t size) noexcept {
    return text::valid_utf8_prefix({text, size}) == size;
  }

  static bool starts_with(const char* at, const NameTable::Name& name) noexcept {
    return std::memcmp(at, name.head.data(), std::min<std::size_t>(name.size, kLookAhead)) == 0;
  }
};

}  // namespace

bool walk_portable(const Program& program, std::string_view text, bool is_padded,
                   ProofMemory& memory) {
  return Walker<Portable>(program, text, is_padded, memory).run();
}

}  // namespace admit::prove
