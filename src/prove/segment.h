// Segments: what stands between values, learnt where it is likely to stand again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace admit::prove {

struct Member;

/// So many bytes must be readable where a segment is looked for; no segment is longer.
inline constexpr std::size_t kSegmentBytes = 64;

/// The bytes from the end of a value to the next one: of a string, its quote included.
struct Segment {
  alignas(kSegmentBytes) std::array<char, kSegmentBytes> bytes{};
  std::uint64_t mask = 0;          ///< a bit for each byte that counts
  std::uint32_t size = 0;          ///< 0: it stands nowhere
  std::uint32_t quotes = 0;        ///< among its bytes; odd where the last one opens a string
  const Member* member = nullptr;  ///< whose value follows
  bool is_item = false;            ///< of its value, an array, the only item follows, a string
};

/// How the last item was written.
struct Lesson {
  static constexpr std::size_t kMaxMembers = 16;

  /// Before each value. The first begins at the brace; behind the last one there is what stands
  /// before the first value of the next item.
  std::array<Segment, kMaxMembers + 1> before;
  std::size_t size = 0;              ///< members; 0: nothing has been learnt
  const char* values_end = nullptr;  ///< where the last value ended

  /// True where it can be followed.
  [[nodiscard]] bool is_whole() const noexcept {
    bool is_whole = size > 0;
    for (std::size_t i = 0; i < size; ++i) is_whole = is_whole && before[i].size > 0;
    return is_whole;
  }
};

inline std::string_view between(const char* begin, const char* end) noexcept {
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// `text`: behind its begin kSegmentBytes can be read. One that is too long stands nowhere.
inline void set_segment(Segment& segment, std::string_view text, std::uint32_t quotes) noexcept {
  std::memcpy(segment.bytes.data(), text.data(), kSegmentBytes);
  const bool fits = text.size() - 1 < kSegmentBytes;
  segment.size = fits ? static_cast<std::uint32_t>(text.size()) : 0;
  segment.mask = ~std::uint64_t{0} >> (kSegmentBytes - (fits ? text.size() : kSegmentBytes));
  segment.quotes = quotes;
}

}  // namespace admit::prove
