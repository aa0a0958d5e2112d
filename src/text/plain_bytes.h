// Runs of bytes that need no look at each of them, found eight at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace admit::text {

/// Eight bytes of a text at once. Of the masks that it makes, a bit is set where a byte is meant;
/// one that follows a byte that is meant may be set, too, so only "any" and "the first" can be
/// relied on.
class ByteWord {
 public:
  static constexpr std::size_t kSize = 8;

  /// Reads kSize bytes.
  explicit ByteWord(const char* bytes) noexcept { std::memcpy(&word_, bytes, kSize); }

  /// Bytes from 0x80.
  [[nodiscard]] std::uint64_t non_ascii() const noexcept { return word_ & each(0x80); }

  /// What a string of JSON has to escape, and what ends one.
  [[nodiscard]] std::uint64_t quotes_or_escapes() const noexcept {
    return below(word_, 0x20) | below(word_ ^ each('"'), 1) | below(word_ ^ each('\\'), 1);
  }

  /// The index of the first byte of a mask; kSize where it has none, or cannot be told.
  [[nodiscard]] static std::size_t first(std::uint64_t mask) noexcept {
    if constexpr (std::endian::native != std::endian::little) return kSize;
    return static_cast<std::size_t>(std::countr_zero(mask)) / 8;
  }

 private:
  static constexpr std::uint64_t each(unsigned char byte) noexcept {
    return 0x0101010101010101ULL * byte;
  }
  static constexpr std::uint64_t below(std::uint64_t word, unsigned char bound) noexcept {
    return (word - each(bound)) & ~word & each(0x80);
  }

  std::uint64_t word_ = 0;
};

/// The first offset from `at` where `mask_of(ByteWord)` may mean a byte, or one so near to the end,
/// or to such a byte, that the bytes have to be looked at one by one.
template <class MaskOf>
[[nodiscard]] std::size_t skip_words(std::string_view text, std::size_t at,
                                     MaskOf mask_of) noexcept {
  for (; text.size() - at >= ByteWord::kSize; at += ByteWord::kSize) {
    const std::uint64_t mask = mask_of(ByteWord(text.data() + at));
    if (mask == 0) continue;
    const std::size_t first = ByteWord::first(mask);
    return first < ByteWord::kSize ? at + first : at;
  }
  return at;
}

/// The offset of the first byte at or after `at`, which is not past the end, that is not ASCII.
[[nodiscard]] inline std::size_t ascii_end(std::string_view text, std::size_t at) noexcept {
  at = skip_words(text, at, [](ByteWord word) { return word.non_ascii(); });
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

/// The same of the first byte that is a quote, a backslash, a control character or not ASCII.
[[nodiscard]] inline std::size_t plain_end(std::string_view text, std::size_t at) noexcept {
  at = skip_words(text, at,
                  [](ByteWord word) { return word.quotes_or_escapes() | word.non_ascii(); });
  const auto is_plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
  };
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

}  // namespace admit::text
