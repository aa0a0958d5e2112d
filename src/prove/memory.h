// ProofMemory: what a walk over a request needs beside the request; reused from request to request.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

#include "prove/program.h"
#include "prove/segment.h"

namespace admit::prove {

/// Of a request in a buffer of its own, so many bytes may be read beyond its end.
inline constexpr std::size_t kPadding = 128;

/// Names of one object that the schema does not know, by hash: two alike end the walk.
inline constexpr std::size_t kMaxStrangers = 256;

/// Deeper requests are not ordinary.
inline constexpr std::size_t kMaxDepth = 64;

/// Where a quote stands, from the start of the request on.
using QuotePlace = std::uint32_t;

/// Longer requests are not ordinary.
inline constexpr std::size_t kMaxBytes = std::numeric_limits<QuotePlace>::max() - kPadding;

/// Quotes are looked for in blocks of so many bytes, a window of blocks at a time.
inline constexpr std::size_t kQuoteBlock = 64;
inline constexpr std::size_t kQuoteWindow = 64 * kQuoteBlock;

/// Up to here a request is copied while it is read, so that nobody has to look where it ends: all
/// of it, before the walk begins.
inline constexpr std::size_t kMaxCopied = kQuoteWindow;

/// So many may be looked at before they are taken: those of a member and its text.
inline constexpr std::size_t kMostQuotesAhead = 4;

/// Room for those of a window, those left over from the one before, and what is written too much.
using QuotePlaces = std::array<QuotePlace, kMostQuotesAhead + kQuoteWindow + kQuoteBlock>;

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
  QuotePlaces quotes;
  /// What stood between the last two members, by the depth that is left.
  std::array<Segment, kMaxDepth + 1> separators;
  std::string decoded;  ///< a string without its escapes
  std::array<char, kMaxCopied + kQuoteBlock + kPadding> copy;
};

}  // namespace admit::prove
