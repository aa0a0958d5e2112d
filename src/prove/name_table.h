// NameTable: a few texts, found by the bytes at the place where one of them may stand.
//
// A perfect hash, in nearly all cases: some bytes that tell the texts apart, closing quote
// included, so that nobody has to know how long the text in the request is before it is compared.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace admit::prove {

struct Member;

/// So many bytes must be readable at a place where a text is looked up.
inline constexpr std::size_t kLookAhead = 32;

/// The eight bytes at `at`, the first of them lowest whatever the machine's order of bytes.
inline std::uint64_t load_word(const char* at) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

class NameTable {
 public:
  struct Name {
    alignas(kLookAhead) std::array<char, kLookAhead> head{};  ///< its first bytes, quote included
    std::uint32_t head_mask = 0;     ///< a bit for each byte of `head` that counts
    std::uint32_t size = 0;          ///< closing quote included
    std::uint32_t number = 0;        ///< its place in the list that the table was made from
    const Name* next = nullptr;      ///< where several share a slot
    const char* rest = nullptr;      ///< the bytes beyond `head`; null where there are none
    const Member* member = nullptr;  ///< that has it, among the names of an object
  };

  /// `names`: all different.
  explicit NameTable(std::vector<std::string> names);
  NameTable(const NameTable&) = delete;
  NameTable& operator=(const NameTable&) = delete;

  /// The only names that may stand at `at`, where kLookAhead bytes are readable: this one and those
  /// behind `next`. Never null.
  [[nodiscard]] const Name* candidate(const char* at) const noexcept {
    const std::uint64_t key = load_word(at + offset_) & mask_;
    return slots_[(key * multiplier_) >> shift_];
  }

  /// The number of the name `text`, whatever its characters.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view text) const noexcept;

  [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

  /// `members`: what has the names, one for each; they stay where they are.
  void link(std::span<const Member> members) noexcept;

 private:
  struct Hash {
    std::size_t offset = 0;
    std::uint64_t mask = 0;
    std::uint64_t multiplier = 0;
    unsigned shift = 63;
    std::size_t collisions = std::numeric_limits<std::size_t>::max();
  };
  [[nodiscard]] Hash choose_hash() const;
  void fill_slots();

  std::size_t offset_ = 0;
  std::uint64_t mask_ = 0;
  std::uint64_t multiplier_ = 0;
  unsigned shift_ = 63;
  std::vector<const Name*> slots_;
  std::vector<Name> entries_;  ///< the names that a request can hold as they are, then the sentinel
  std::vector<std::string> quoted_;
  std::vector<std::string> names_;
};

}  // namespace admit::prove
