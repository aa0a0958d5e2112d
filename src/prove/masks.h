// What kernels find in 64 bytes at once. Apart from the templates that use it, because it is
// compiled for every processor: see target.h.
#pragma once

#include <cstdint>

namespace admit::prove {

/// A bit for each byte of a block of 64.
struct BlockMasks {
  std::uint64_t quotes = 0;
  std::uint64_t backslashes = 0;
  std::uint64_t controls = 0;   ///< below space
  std::uint64_t non_ascii = 0;  ///< some bit where there is some byte
};

/// A bit for each of 64 bytes, those of the text at least.
struct EndpointBytes {
  std::uint64_t digits = 0;
  std::uint64_t dots = 0;
  std::uint64_t colons = 0;
  std::uint64_t edges = 0;  ///< dots and hyphens
  std::uint64_t plain = 0;  ///< all of these, and letters
};

/// The same for digits, of which there is nothing else; other bytes have any bits.
struct DigitBytes {
  std::uint64_t zeros = 0;
  std::uint64_t twos = 0;
  std::uint64_t fives = 0;
  std::uint64_t from_three = 0;  ///< 3 to 9
  std::uint64_t from_six = 0;    ///< 6 to 9
};

}  // namespace admit::prove
