// Cursor: the text of a request on the way through it, and the small steps that all of a walk is
// made of.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "input/json_token.h"
#include "prove/memory.h"
#include "prove/name_table.h"
#include "prove/quote_index.h"
#include "prove/segment.h"

namespace admit::prove {

/// So many bytes can be read where a walk looks ahead: whatever is compared at once.
inline constexpr std::size_t kReach = 72;
static_assert(kReach <= kPadding && kReach <= kMaxCopied);
static_assert(kSegmentBytes <= kReach && kQuoteBlock <= kReach && kLookAhead + 8 <= kReach);

/// Bytes that fit nowhere: what stands where nothing is left to read.
inline constexpr auto kNothing = [] {
  std::array<char, kReach> bytes{};
  bytes.fill('!');
  return bytes;
}();

/// White space of JSON, by the lower half of a byte; elsewhere a byte with another lower half. For
/// kernels that look up sixteen bytes at a time.
alignas(16) inline constexpr std::array<std::uint8_t, 16> kBlankByLowHalf = {
    ' ', 0, 0, 0, 0, 0, 0, 0, 0, '\t', '\n', 0, 0, '\r', 0, 0};

/// `Kernel` has, beside what QuoteIndex asks for, all static:
///
///     std::uint64_t solids(const char* block);  // bytes that are no white space of JSON
///     bool starts_with(const char* at, const NameTable::Name& name);  // its head
///     bool matches(const char* at, const Segment& segment);
template <class Kernel>
class Cursor {
 public:
  /// `text` ends in a bracket.
  Cursor(std::string_view text, ProofMemory& memory) noexcept
      : memory_(memory),
        begin_(is_copied(text) ? memory.copy.data() : text.data()),
        end_(begin_ + text.size()),
        reach_end_(is_copied(text) ? end_ : end_ - kReach),
        index_(text, is_copied(text) ? memory.copy.data() : nullptr, memory.quotes) {}

 protected:
  static bool is_copied(std::string_view text) noexcept { return text.size() <= kMaxCopied; }

  // Whether kReach bytes can be read at a place of the text.
  [[nodiscard]] bool is_in_reach(const char* at) const noexcept { return at <= reach_end_; }

  const char* skip_blanks(const char* at) const noexcept {
    assert((at >= begin_ && at < end_) || at == kNothing.data());
    if (static_cast<unsigned char>(*at) > ' ') [[likely]]
      return at;
    return skip_some_blanks(at);
  }

  // The last byte of the text, a bracket, ends it.
  [[gnu::noinline]] const char* skip_some_blanks(const char* at) const noexcept {
    for (; is_in_reach(at); at += kQuoteBlock) {
      const std::uint64_t solids = Kernel::solids(at);
      if (solids != 0) return at + std::countr_zero(solids);
    }
    while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t') ++at;
    return at;
  }

  // Behind a bracket that closes: the last one of the text has nothing behind it.
  const char* behind_bracket(const char* bracket) noexcept {
    if (bracket + 1 != end_) return bracket + 1;
    is_done_ = true;
    return kNothing.data();
  }

  const char* behind_colon(const char* at) const noexcept {
    at = skip_blanks(at);
    return *at == ':' ? skip_blanks(at + 1) : kNothing.data();
  }

  // The quote that ends the string whose opening quote is at `open`; null where there is none.
  const char* closing_quote([[maybe_unused]] const char* open) noexcept {
    const QuotePlace* quotes = index_.ahead(2);
    if (index_.end() - quotes < 2) [[unlikely]]
      return nullptr;
    assert(begin_ + quotes[0] == open);
    index_.pass(2);
    return begin_ + quotes[1];
  }

  // Whether the string from `begin` to its closing quote has escapes.
  [[nodiscard]] bool has_escapes(const char* begin, const char* close) const noexcept {
    return index_.has_backslashes() && next_escape(begin, close) != nullptr;
  }

  static const char* next_escape(const char* at, const char* close) noexcept {
    const void* found = std::memchr(at, '\\', static_cast<std::size_t>(close - at));
    return static_cast<const char*>(found);
  }

  // Whether all escapes of a string are ones, from behind its opening quote to its closing one.
  // Where an escape is not ordinary, decode() has the last word.
  [[gnu::noinline]] bool has_sound_escapes(const char* begin, const char* close) {
    for (const char* at = begin; (at = next_escape(at, close)) != nullptr;) {
      const std::size_t size = ordinary_escape(at, close);
      if (size == 0) return decode(begin, close);
      at += size;
    }
    return true;
  }

  // The bytes of the escape at `at`; 0 where it is none, or half a surrogate pair.
  static std::size_t ordinary_escape(const char* at, const char* close) noexcept {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    if (at[1] != 'u') return kLetters.find(at[1]) == std::string_view::npos ? 0 : 2;
    constexpr std::ptrdiff_t kBytes = 6;
    if (close - at < kBytes) return 0;
    unsigned unit = 0;
    const auto parsed = std::from_chars(at + 2, at + kBytes, unit, 16);
    const bool is_surrogate = unit >= 0xD800 && unit <= 0xDFFF;
    return parsed.ptr == at + kBytes && !is_surrogate ? kBytes : 0;
  }

  const NameTable::Name* find_name(const NameTable& table, const char* at) const noexcept {
    if (!is_in_reach(at)) [[unlikely]]
      return find_near_end(table, at);
    const NameTable::Name* name = table.candidate(at);
    if (Kernel::starts_with(at, *name) && name->rest == nullptr) [[likely]]
      return name;
    return find_among(name, at, at);
  }

  // Among the candidates from `name` on; `head`: the bytes at `at`, kLookAhead of them.
  [[gnu::noinline]] const NameTable::Name* find_among(const NameTable::Name* name, const char* head,
                                                      const char* at) const noexcept {
    for (; name != nullptr; name = name->next) {
      if (Kernel::starts_with(head, *name) && (name->rest == nullptr || rest_fits(*name, at))) {
        return name;
      }
    }
    return nullptr;
  }

  [[gnu::noinline]] const NameTable::Name* find_near_end(const NameTable& table,
                                                         const char* at) const noexcept {
    std::array<char, kReach> bytes{};
    std::memcpy(bytes.data(), at, static_cast<std::size_t>(end_ - at));
    return find_among(table.candidate(bytes.data()), bytes.data(), at);
  }

  bool rest_fits(const NameTable::Name& name, const char* at) const noexcept {
    const auto left = static_cast<std::size_t>(end_ - at);
    return left >= name.size &&
           std::memcmp(at + kLookAhead, name.rest, name.size - kLookAhead) == 0;
  }

  [[nodiscard]] bool stands_at(const Segment& segment, const char* at) const noexcept {
    return segment.size != 0 && is_in_reach(at) && Kernel::matches(at, segment);
  }

  // The text of a string with escapes is put into the memory.
  [[gnu::noinline]] bool decode(const char* at, const char* close) {
    const std::string_view token(at - 1, static_cast<std::size_t>(close - at) + 2);
    return !input::read_string(token, 0, memory_.decoded).error;
  }

  // False where the object whose names begin at `first` may have the name already.
  bool add_stranger(std::string_view name, std::uint32_t first) noexcept {
    if (strangers_ == kMaxStrangers) return false;
    const std::uint32_t hash = hash_of(name);
    bool is_new = true;
    for (std::uint32_t i = first; i < strangers_; ++i) is_new &= memory_.strangers[i] != hash;
    memory_.strangers[strangers_++] = hash;
    return is_new;
  }

  static std::uint32_t hash_of(std::string_view text) noexcept {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = text.size();
    for (; text.size() >= 8; text.remove_prefix(8)) {
      hash = std::rotl((hash ^ load_word(text.data())) * kMultiplier, 29);
    }
    std::array<char, 8> rest{};
    std::memcpy(rest.data(), text.data(), text.size());
    hash = (hash ^ load_word(rest.data())) * kMultiplier;
    return static_cast<std::uint32_t>(hash >> 32);
  }

  ProofMemory& memory_;
  const char* begin_;
  const char* end_;
  const char* reach_end_;        ///< up to here kReach bytes can be read
  std::uint32_t strangers_ = 0;  ///< names in the memory
  bool is_done_ = false;
  QuoteIndex<Kernel> index_;
};

}  // namespace admit::prove
