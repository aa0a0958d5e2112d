// ProofMemory: what a walk over a request needs beside the request; reused from request to request.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "prove/program.h"
#include "prove/segment.h"

namespace admit::prove {

/// Of a request in a buffer of its own, so many bytes may be read beyond its end.
inline constexpr std::size_t kPadding = 64;

/// Up to here a request is copied, so that nobody has to look where it ends.
inline constexpr std::size_t kMaxCopied = std::size_t{16} * 1024;

/// Names of one object that the schema does not know, by hash: two alike end the walk.
inline constexpr std::size_t kMaxStrangers = 256;

/// Deeper requests are not ordinary.
inline constexpr std::size_t kMaxDepth = 64;

struct ProofMemory {
  struct FreeFrame {
    bool is_object = false;
    std::uint32_t items = 0;
    std::uint32_t names = 0;  ///< where its names begin in `strangers`
  };

  std::array<Facts, kMaxSlots> slots;
  std::array<std::uint32_t, kMaxStrangers> strangers;
  std::array<FreeFrame, kMaxDepth> free_frames;
  Lesson lesson;
  std::string decoded;  ///< a string without its escapes
  std::array<char, kMaxCopied + kPadding> copy;
};

}  // namespace admit::prove
