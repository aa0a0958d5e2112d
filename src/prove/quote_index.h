// QuoteIndex: where the quotes of a request are that no backslash escapes, in their order, read by
// windows of 64 blocks of 64 bytes.
//
// The only pass that sees every byte. It refuses control characters inside of strings and bytes
// that are no UTF-8; the walker looks at what is outside of strings. A walk takes the quotes in the
// order in which it comes to them. So strings are passed without being read, and nobody waits for
// one value to be passed before the end of the next one is known.
#pragma once

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "prove/masks.h"
#include "prove/memory.h"

namespace admit::prove {

/// Writes the places of `bits`, each plus `base`, and returns where they end. As many as are usual
/// are written in any case, because how many there are is hard to foresee: up to a block of places
/// behind the end may be overwritten. (A template for the sake of target.h.)
template <class Kernel>
QuotePlace* write_places(std::uint64_t bits, QuotePlace base, QuotePlace* out) noexcept {
  constexpr std::size_t kUsual = 12;
  constexpr std::uint64_t kLast = std::uint64_t{1} << 63;  // so that there is always one to find
  QuotePlace* const end = out + std::popcount(bits);
  for (std::size_t i = 0; i < kUsual; ++i, bits &= bits - 1) {
    out[i] = base + static_cast<QuotePlace>(std::countr_zero(bits | kLast));
  }
  for (out += kUsual; out < end; ++out, bits &= bits - 1) {
    *out = base + static_cast<QuotePlace>(std::countr_zero(bits));
  }
  return end;
}

/// Copies `size` bytes, less than a block, and spaces behind them.
template <class Kernel>
void fill_block(char* block, const char* at, std::size_t size) noexcept {
  std::memset(block, ' ', kQuoteBlock);
  std::memcpy(block, at, size);
}

/// `Kernel` has, all static:
///
///     void fill_block(char* block, const char* at, std::size_t size);
///     BlockMasks masks(const char* block);
///     QuotePlace* write_places(std::uint64_t bits, QuotePlace base, QuotePlace* out);
///     std::uint64_t prefix_xor(std::uint64_t bits);    // bit n: the parity of bits 0 to n
///     bool is_utf8(const char* text, std::size_t size);
template <class Kernel>
class QuoteIndex {
 public:
  /// `copy`: where a text of at most kMaxCopied bytes goes to, kPadding spaces behind it; it is
  /// taken from there. Null: there is no copy.
  QuoteIndex(std::string_view text, char* copy, QuotePlaces& places) noexcept
      : text_(text),
        copy_(copy),
        begin_(copy == nullptr ? text.data() : copy),
        places_(places),
        unchecked_(text.data()) {
    read_window();
  }

  /// False where some byte that has been read cannot stand in a JSON text.
  [[nodiscard]] bool is_sound() const noexcept { return is_sound_; }

  /// True where a backslash has been read; the quotes that are known may be behind it.
  [[nodiscard]] bool has_backslashes() const noexcept { return has_backslashes_; }

  /// True where all quotes have been taken.
  [[nodiscard]] bool is_at_end() const noexcept { return is_last_ && next_ == end_; }

  /// The places of the next quotes, up to `end()`: at least `count` of them, at most
  /// kMostQuotesAhead, unless fewer are left.
  const QuotePlace* ahead(std::ptrdiff_t count) noexcept {
    if (end_ - next_ < count && !is_last_) [[unlikely]]
      read_on(count);
    return next_;
  }
  [[nodiscard]] const QuotePlace* end() const noexcept { return end_; }

  /// Takes those before `next`.
  void go_to(const QuotePlace* next) noexcept { next_ = next; }

  /// Takes `count` quotes, which are ahead.
  void pass(std::size_t count) noexcept { next_ += count; }

  /// How many have been taken.
  [[nodiscard]] std::size_t taken() const noexcept {
    return passed_ + static_cast<std::size_t>(next_ - places_.data());
  }

  /// The last of those, where one has just been taken.
  [[nodiscard]] const char* last_taken() const noexcept {
    assert(next_ > places_.data());
    return begin_ + next_[-1];
  }

  /// Takes the next quote; null where there is none.
  const char* take() noexcept {
    const QuotePlace* quote = ahead(1);
    if (quote == end_) [[unlikely]]
      return nullptr;
    return begin_ + *next_++;
  }

 private:
  [[gnu::noinline]] void read_on(std::ptrdiff_t count) noexcept {
    const auto left = static_cast<std::size_t>(end_ - next_);
    std::memmove(places_.data(), next_, left * sizeof(QuotePlace));
    passed_ += static_cast<std::size_t>(next_ - places_.data());
    next_ = places_.data();
    end_ = places_.data() + left;
    while (end_ - next_ < count && !is_last_) {
      read_window();
      if (!is_sound_) stop();
    }
  }

  // Nobody goes on in a text that is known to be bad.
  void stop() noexcept {
    end_ = places_.data();
    next_ = end_;
    is_last_ = true;
  }

  // Reads the next blocks, up to a window of them.
  void read_window() noexcept {
    const char* const begin = text_.data() + read_;
    const std::size_t left = text_.size() - read_;
    is_last_ = left <= kQuoteWindow;
    const std::size_t size = is_last_ ? left : kQuoteWindow;
    const std::size_t whole = size / kQuoteBlock * kQuoteBlock;
    Reading reading{end_};
    for (std::size_t i = 0; i < whole; i += kQuoteBlock) {
      if (copy_ != nullptr) std::memcpy(copy_ + i, begin + i, kQuoteBlock);
      read(begin + i, i, reading);
    }
    if (is_last_) reading = read_tail(begin + whole, size - whole, whole, reading);
    read_ += size;
    end_ = reading.end;
    if (reading.non_ascii == 0 && unchecked_ == begin) {
      unchecked_ += size;
    } else {
      check_utf8();
    }
    if (is_last_ && is_in_string(end_)) is_sound_ = false;
  }

  // What is known while a window is being read; apart from the rest, so that it stays in registers.
  struct Reading {
    QuotePlace* end = nullptr;
    std::uint64_t non_ascii = 0;
  };

  [[gnu::noinline]] Reading read_tail(const char* at, std::size_t size, std::size_t behind,
                                      Reading reading) noexcept {
    std::array<char, kQuoteBlock> bytes;
    Kernel::fill_block(bytes.data(), at, size);
    if (copy_ != nullptr) {
      std::memcpy(copy_ + behind, bytes.data(), kQuoteBlock);
      std::memset(copy_ + behind + kQuoteBlock, ' ', kPadding);
    }
    read(bytes.data(), behind, reading);
    return reading;
  }

  // `behind`: where the block begins, from the beginning of the window on.
  void read(const char* block, std::size_t behind, Reading& reading) noexcept {
    BlockMasks masks = Kernel::masks(block);
    if ((masks.backslashes | escape_) != 0) [[unlikely]] {
      has_backslashes_ = true;
      masks.quotes &= ~escaped(masks.backslashes);
    }
    if (masks.controls != 0) {
      const std::uint64_t before = is_in_string(reading.end) ? ~std::uint64_t{0} : 0;
      if ((masks.controls & (Kernel::prefix_xor(masks.quotes) ^ before)) != 0) is_sound_ = false;
    }
    reading.end =
        Kernel::write_places(masks.quotes, static_cast<QuotePlace>(read_ + behind), reading.end);
    reading.non_ascii |= masks.non_ascii;
  }

  // Whether the bytes behind the last of the quotes up to `end` are those of a string.
  [[nodiscard]] bool is_in_string(const QuotePlace* end) const noexcept {
    return ((passed_ + static_cast<std::size_t>(end - places_.data())) & 1) != 0;
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

  // Checks the bytes that have been read, but for a character that goes on behind them.
  [[gnu::noinline]] void check_utf8() noexcept {
    const char* end = text_.data() + read_;
    if (!is_last_) {
      for (int back = 0; back < 3 && (static_cast<unsigned char>(end[-1]) & 0xC0) == 0x80; ++back) {
        --end;
      }
      if (static_cast<unsigned char>(end[-1]) >= 0xC0) --end;
    }
    if (!Kernel::is_utf8(unchecked_, static_cast<std::size_t>(end - unchecked_))) is_sound_ = false;
    unchecked_ = end;
  }

  std::string_view text_;
  char* copy_;
  const char* begin_;  ///< of the text that quotes are taken from
  bool is_last_ = false;
  bool is_sound_ = true;
  bool has_backslashes_ = false;
  std::uint64_t escape_ = 0;
  std::size_t read_ = 0;    ///< bytes
  std::size_t passed_ = 0;  ///< quotes that are no longer in `places_`
  QuotePlaces& places_;
  const QuotePlace* next_ = places_.data();
  QuotePlace* end_ = places_.data();
  const char* unchecked_;
};

}  // namespace admit::prove
