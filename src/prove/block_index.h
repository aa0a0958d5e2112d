// BlockIndex: where quotes and white space are, as bits, for a window of 64 blocks of 64 bytes.
//
// The only pass that sees every byte. It refuses control characters where they must not stand and
// bytes that are no UTF-8; the walker looks at what is outside of strings.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "prove/memory.h"

namespace admit::prove {

/// A bit for each byte of a block of 64.
struct BlockMasks {
  std::uint64_t quotes = 0;
  std::uint64_t backslashes = 0;
  std::uint64_t blanks = 0;     ///< space and below
  std::uint64_t non_ascii = 0;  ///< some bit where there is some byte
};

/// `Kernel` has, all static:
///
///     BlockMasks masks(const char* block);
///     std::uint64_t controls(const char* block);       // bytes below space
///     std::uint64_t line_blanks(const char* block);    // tab, line feed, carriage return
///     std::uint64_t prefix_xor(std::uint64_t bits);    // bit n: the parity of bits 0 to n
///     bool is_utf8(const char* text, std::size_t size);
///     bool starts_with(const char* at, const NameTable::Name& name);  // its head
template <class Kernel>
class BlockIndex {
 public:
  static constexpr std::size_t kBlock = 64;
  static constexpr std::size_t kBlocks = 64;

  BlockIndex(std::string_view text, bool is_padded) noexcept
      : begin_(text.data()), size_(text.size()), is_padded_(is_padded), window_(text.data()) {
    fill();
  }

  /// False where some byte that has been passed cannot stand in a JSON text.
  [[nodiscard]] bool is_sound() const noexcept { return is_sound_; }

  /// True where a backslash may have been passed.
  [[nodiscard]] bool has_backslashes() const noexcept { return has_backslashes_; }

  /// The first quote at or behind `at` that no backslash escapes; null where there is none.
  const char* quote_from(const char* at) noexcept { return first_from(at, quotes_); }

  /// The first byte at or behind `at` that is no white space; null where there is none.
  const char* solid_from(const char* at) noexcept { return first_from(at, solids_); }

 private:
  using Bits = std::array<std::uint64_t, kBlocks + 1>;  ///< nothing in the block behind the last

  // The 64 bits from `at` on, of two words: where a block ends is no branch.
  const char* first_from(const char* at, const Bits& bits) noexcept {
    const auto offset = static_cast<std::size_t>(at - window_);
    if (offset < filled_) [[likely]] {
      const std::size_t block = offset / kBlock;
      const std::uint64_t here = bits[block] >> (offset % kBlock);
      const std::uint64_t next = bits[block + 1] << 1 << (~offset % kBlock);
      if (const std::uint64_t rest = here | next; rest != 0) [[likely]] {
        return at + std::countr_zero(rest);
      }
    }
    return find_from(at, bits);
  }

  [[gnu::noinline]] const char* find_from(const char* at, const Bits& bits) noexcept {
    for (;;) {
      const auto offset = static_cast<std::size_t>(at - window_);
      if (offset < filled_) {
        std::size_t block = offset / kBlock;
        std::uint64_t rest = bits[block] >> (offset % kBlock) << (offset % kBlock);
        while (rest == 0 && ++block < filled_ / kBlock) rest = bits[block];
        if (rest != 0) {
          const char* found = window_ + block * kBlock + std::countr_zero(rest);
          return found < begin_ + size_ ? found : nullptr;
        }
        at = window_ + filled_;
      }
      if (is_last_ || !is_sound_) return nullptr;
      window_ += filled_;
      fill();
    }
  }

  // Reads the next blocks, up to a window of them.
  void fill() noexcept {
    const std::size_t left = size_ - static_cast<std::size_t>(window_ - begin_);
    is_last_ = left <= kBlock * kBlocks;
    const std::size_t whole = is_last_ ? left / kBlock : kBlocks;
    std::uint64_t non_ascii = 0;
    for (std::size_t i = 0; i < whole; ++i) non_ascii |= read(window_ + i * kBlock, i);
    filled_ = whole * kBlock;
    if (const std::size_t tail = left - filled_; is_last_ && tail > 0) {
      non_ascii |= is_padded_ ? read(window_ + filled_, whole) : read_tail(whole, tail);
      filled_ += kBlock;
    }
    quotes_[filled_ / kBlock] = solids_[filled_ / kBlock] = 0;
    if (non_ascii == 0 && unchecked_ == window_) {
      unchecked_ += filled_;
    } else {
      check_utf8();
    }
    if (is_last_ && in_string_ != 0) is_sound_ = false;
  }

  [[gnu::noinline]] std::uint64_t read_tail(std::size_t block, std::size_t size) noexcept {
    std::array<char, kBlock> bytes;
    bytes.fill(' ');
    std::memcpy(bytes.data(), window_ + filled_, size);
    return read(bytes.data(), block);
  }

  std::uint64_t read(const char* block, std::size_t index) noexcept {
    BlockMasks masks = Kernel::masks(block);
    if ((masks.backslashes | escape_) != 0) [[unlikely]] {
      has_backslashes_ = true;
      masks.quotes &= ~escaped(masks.backslashes);
    }
    const std::uint64_t in_string = Kernel::prefix_xor(masks.quotes) ^ in_string_;
    in_string_ = static_cast<std::uint64_t>(static_cast<std::int64_t>(in_string) >> 63);
    if (masks.blanks != 0) {
      const std::uint64_t controls = Kernel::controls(block);
      if (controls != 0 &&
          (controls != Kernel::line_blanks(block) || (controls & in_string) != 0)) {
        is_sound_ = false;
      }
    }
    quotes_[index] = masks.quotes;
    solids_[index] = ~masks.blanks;
    return masks.non_ascii;
  }

  // The characters that a backslash stands before, itself not escaped.
  std::uint64_t escaped(std::uint64_t backslashes) noexcept {
    std::uint64_t escaped = escape_;
    escape_ = 0;
    for (std::uint64_t rest = backslashes & ~escaped; rest != 0;) {
      const int at = std::countr_zero(rest);
      if (at == 63) {
        escape_ = 1;
        break;
      }
      const std::uint64_t next = std::uint64_t{2} << at;
      escaped |= next;
      rest &= ~(next | (next - 1));
    }
    return escaped;
  }

  // Checks the bytes up to the end of the window, but for a character that goes on behind it.
  [[gnu::noinline]] void check_utf8() noexcept {
    const char* end = is_last_ ? begin_ + size_ : window_ + filled_;
    if (!is_last_) {
      for (int back = 0; back < 3 && (static_cast<unsigned char>(end[-1]) & 0xC0) == 0x80; ++back) {
        --end;
      }
      if (static_cast<unsigned char>(end[-1]) >= 0xC0) --end;
    }
    if (!Kernel::is_utf8(unchecked_, static_cast<std::size_t>(end - unchecked_))) is_sound_ = false;
    unchecked_ = end;
  }

  const char* begin_;
  std::size_t size_;
  bool is_padded_;
  bool is_last_ = false;
  bool is_sound_ = true;
  bool has_backslashes_ = false;
  const char* window_;
  std::size_t filled_ = 0;  ///< bytes of the window, in whole blocks
  std::uint64_t escape_ = 0;
  std::uint64_t in_string_ = 0;
  const char* unchecked_ = begin_;
  Bits quotes_;
  Bits solids_;
};

}  // namespace admit::prove
