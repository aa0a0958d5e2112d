// NameTable: choosing a hash that tells a few names apart.
#include "prove/name_table.h"

#include <algorithm>
#include <bit>

#include "prove/program.h"

namespace admit::prove {
namespace {

constexpr std::size_t kKeyBytes = 8;
constexpr unsigned kTries = 64;

// Where a JSON text can hold the name only with escapes, it is not found by its bytes.
bool stands_as_it_is(std::string_view name) {
  return std::ranges::none_of(
      name, [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; });
}

std::uint64_t next_multiplier(std::uint64_t& state) noexcept {
  state += 0x9E3779B97F4A7C15U;  // the golden ratio: splitmix64
  std::uint64_t mixed = state;
  mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
  return (mixed ^ mixed >> 31) | 1;
}

std::uint64_t mask_of(std::size_t bytes) noexcept {
  return bytes == kKeyBytes ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * bytes) - 1;
}

std::uint64_t key_of(const std::string& quoted, std::size_t offset, std::uint64_t mask) noexcept {
  std::array<char, kLookAhead + kKeyBytes> bytes{};
  std::copy_n(quoted.data(), std::min(quoted.size(), kLookAhead), bytes.data());
  return load_word(bytes.data() + offset) & mask;
}

}  // namespace

NameTable::NameTable(std::vector<std::string> names) : names_(std::move(names)) {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    if (!stands_as_it_is(names_[i])) continue;
    quoted_.push_back(names_[i] + '"');
    Name name;
    name.number = static_cast<std::uint32_t>(i);
    entries_.push_back(name);
  }
  const Hash hash = choose_hash();
  offset_ = hash.offset;
  mask_ = hash.mask;
  multiplier_ = hash.multiplier;
  shift_ = hash.shift;
  fill_slots();
}

// The stretch of up to eight bytes, inside every name, and the multiplier with the fewest names
// that share a slot; short stretches and small tables first.
NameTable::Hash NameTable::choose_hash() const {
  Hash best;
  std::size_t shortest = kLookAhead;
  for (const std::string& name : quoted_) shortest = std::min(shortest, name.size());
  const auto bits = static_cast<unsigned>(std::bit_width(quoted_.size() | 1));
  std::uint64_t seed = 0;
  std::vector<std::uint64_t> keys(quoted_.size());
  for (std::size_t bytes = 1; bytes <= std::min(kKeyBytes, shortest); ++bytes) {
    const std::size_t last = std::min(shortest, kLookAhead) - bytes;
    for (std::size_t offset = 0; offset <= std::min(last, kLookAhead - kKeyBytes); ++offset) {
      for (std::size_t i = 0; i < keys.size(); ++i) {
        keys[i] = key_of(quoted_[i], offset, mask_of(bytes));
      }
      std::vector<std::uint64_t> distinct = keys;
      std::ranges::sort(distinct);
      const auto repeated = distinct.end() - std::unique(distinct.begin(), distinct.end());
      if (static_cast<std::size_t>(repeated) >= best.collisions) continue;
      for (unsigned attempt = 0; attempt < kTries; ++attempt) {
        Hash hash{offset, mask_of(bytes), next_multiplier(seed), 64 - bits - attempt / (kTries / 2),
                  0};
        std::vector<bool> taken(std::size_t{1} << (64 - hash.shift));
        for (const std::uint64_t key : keys) {
          const auto slot = static_cast<std::size_t>(key * hash.multiplier >> hash.shift);
          hash.collisions += taken[slot] ? 1 : 0;
          taken[slot] = true;
        }
        if (hash.collisions < best.collisions) best = hash;
        if (best.collisions == 0) return best;
      }
    }
  }
  return best;
}

void NameTable::fill_slots() {
  // What no text of a request matches: a control character, and more behind it than there can be.
  Name nobody;
  nobody.head[0] = '\x01';
  nobody.head_mask = 1;
  nobody.size = std::numeric_limits<std::uint32_t>::max();
  nobody.rest = "";
  for (std::size_t i = 0; i < quoted_.size(); ++i) {
    Name& name = entries_[i];
    const std::string& text = quoted_[i];
    const std::size_t head = std::min(text.size(), kLookAhead);
    std::copy_n(text.data(), head, name.head.data());
    name.head_mask = head == kLookAhead ? ~std::uint32_t{0} : (std::uint32_t{1} << head) - 1;
    name.size = static_cast<std::uint32_t>(text.size());
    if (text.size() > kLookAhead) name.rest = text.data() + kLookAhead;
  }
  entries_.push_back(nobody);
  slots_.assign(std::size_t{1} << (64 - shift_), &entries_.back());
  for (std::size_t i = 0; i < quoted_.size(); ++i) {
    const std::uint64_t key = key_of(quoted_[i], offset_, mask_);
    const Name*& slot = slots_[static_cast<std::size_t>(key * multiplier_ >> shift_)];
    if (slot != &entries_.back()) entries_[i].next = slot;
    slot = &entries_[i];
  }
}

void NameTable::link(std::span<const Member> members) noexcept {
  for (std::size_t i = 0; i < quoted_.size(); ++i) {
    entries_[i].member = &members[entries_[i].number];
  }
}

std::optional<std::uint32_t> NameTable::find(std::string_view text) const noexcept {
  const auto found = std::ranges::find(names_, text);
  if (found == names_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - names_.begin());
}

}  // namespace admit::prove
