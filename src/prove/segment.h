// Segments: what stands between the values of items that repeat each other.
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
  alignas(kSegmentBytes) std::array<char, kSegmentBytes> bytes;
  std::uint64_t mask = 0;  ///< a bit for each byte that counts
  std::uint32_t size = 0;
  const Member* member = nullptr;  ///< whose value follows
};

/// How the last item was written, from the bracket that ends one item to that of the next.
struct Lesson {
  static constexpr std::size_t kMaxMembers = 16;

  std::array<Segment, kMaxMembers> before;  ///< before each value; the first begins at the comma
  Segment end;                              ///< behind the last value, closing bracket included
  Segment joint;                            ///< `end`, and then before[0]
  std::size_t size = 0;                     ///< members; 0: nothing has been learnt

  /// True where it can be followed.
  [[nodiscard]] bool is_whole() const noexcept {
    bool is_whole = size > 0 && joint.size > 0;
    for (std::size_t i = 0; i < size; ++i) is_whole = is_whole && before[i].size > 0;
    return is_whole;
  }
};

inline std::string_view between(const char* begin, const char* end) noexcept {
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// A text that is empty or too long makes a segment that matches nothing: its mask and size are 0.
inline void set_segment(Segment& segment, std::string_view text) noexcept {
  segment.mask = segment.size = 0;
  if (text.empty() || text.size() > kSegmentBytes) return;
  std::memcpy(segment.bytes.data(), text.data(), text.size());
  segment.size = static_cast<std::uint32_t>(text.size());
  segment.mask = ~std::uint64_t{0} >> (kSegmentBytes - text.size());
}

/// Sets `lesson.joint`; it matches nothing where one of its parts does not.
inline void join_ends(Lesson& lesson) noexcept {
  const Segment& first = lesson.before[0];
  std::array<char, 2 * kSegmentBytes> bytes;
  std::memcpy(bytes.data(), lesson.end.bytes.data(), lesson.end.size);
  std::memcpy(bytes.data() + lesson.end.size, first.bytes.data(), first.size);
  const bool is_whole = lesson.end.size > 0 && first.size > 0;
  set_segment(lesson.joint, {bytes.data(), is_whole ? lesson.end.size + first.size : 0});
}

// Behind an item: learns how the next one is written, and passes those that are written the same
// way. Returns where an item ends.

}  // namespace admit::prove
