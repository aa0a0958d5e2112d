// Ordinary endpoints, judged by masks: a name or an IPv4 address of up to 63 bytes, perhaps with a
// port. Whatever else there is, parse_endpoint has to say.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "prove/masks.h"
#include "prove/name_table.h"

namespace admit::prove {

/// Endpoints of fewer bytes are judged.
inline constexpr std::size_t kEndpointBytes = 64;

/// So many bytes must be readable where one is judged: of its port, eight are read at once.
inline constexpr std::size_t kEndpointReach = kEndpointBytes + 8;

/// Bytes by their halves: a byte belongs to a class where both tables have its bit. For kernels
/// that look up sixteen bytes at a time.
struct NibbleTables {
  static constexpr unsigned kDigitBit = 0;
  static constexpr unsigned kColonBit = 1;
  static constexpr unsigned kDotBit = 2;
  static constexpr unsigned kEdgeBit = 3;           ///< dots and hyphens
  static constexpr unsigned kFirstLettersBit = 4;   ///< A to O, a to o
  static constexpr unsigned kSecondLettersBit = 5;  ///< P to Z, p to z
  alignas(16) static constexpr std::array<std::uint8_t, 16> kLow = {33, 49, 49, 49, 49, 49, 49, 49,
                                                                    49, 49, 50, 16, 16, 24, 28, 16};
  alignas(16) static constexpr std::array<std::uint8_t, 16> kHigh = {0, 0, 12, 3, 16, 32, 16, 32};

  // Of digits, by the lower half alone.
  static constexpr unsigned kZeroBit = 0;
  static constexpr unsigned kTwoBit = 1;
  static constexpr unsigned kFiveBit = 2;
  static constexpr unsigned kFromThreeBit = 3;
  static constexpr unsigned kFromSixBit = 4;
  alignas(16) static constexpr std::array<std::uint8_t, 16> kDigit = {1,  0,  2,  8,  8,
                                                                      12, 24, 24, 24, 24};
};

/// What an endpoint is, as bits of one number, which stays in a register. Without the first, the
/// others say nothing.
using EndpointKind = unsigned;
inline constexpr EndpointKind kOrdinary = 1;
inline constexpr EndpointKind kIsName = 2;  ///< or an address
inline constexpr EndpointKind kHasPort = 4;

/// `Kernel` has, both static:
///
///     EndpointBytes endpoint_bytes(const char* at, std::size_t size);
///     DigitBytes digit_bytes(const char* at);  // of 16 bytes
template <class Kernel>
class EndpointMasks {
 public:
  /// `at`: kEndpointReach bytes are readable; `size`: of the text that stands there.
  ///
  /// Whether it is a name or an address cannot be foreseen, so there is no branch on it: both are
  /// judged. In a function of its own, because its masks fill all registers.
  [[gnu::noinline]] static EndpointKind judge(const char* at, std::size_t size) noexcept {
    if (size == 0 || size >= kEndpointBytes) return 0;
    const EndpointBytes bytes = Kernel::endpoint_bytes(at, size);
    const std::uint64_t text = (std::uint64_t{1} << size) - 1;
    const std::uint64_t colons = bytes.colons & text;
    const std::uint64_t host = (colons - 1) & text;  // up to the colon; without one, all of it
    const std::uint64_t dots = bytes.dots & host;
    const std::uint64_t starts = (1 | dots << 1) & host;
    std::uint64_t faults = text & ~bytes.plain;
    faults |= colons & (colons - 1);  // a second one
    // No label is empty, and none has a hyphen at an edge.
    const std::uint64_t ends = (host ^ host >> 1) | dots >> 1;
    faults |= bytes.edges & host & (starts | ends);
    // Labels begin with letters or digits: with which the last one does, the greater number tells.
    const bool is_name = (starts & ~bytes.digits) > (starts & bytes.digits);
    const std::uint64_t foreign = (host & ~(bytes.digits | dots)) | ipv4_faults(at, host, dots);
    const bool is_host = (host != 0) & (faults == 0) & (is_name | (foreign == 0));
    const EndpointKind kind = (is_host ? kOrdinary : 0) | (is_name ? kIsName : 0);
    if (colons == 0) return kind;
    return is_port(at, text & ~host & ~colons, bytes.digits) ? kind | kHasPort : 0;
  }

 private:
  // `port`: the bytes behind the colon.
  static bool is_port(const char* at, std::uint64_t port, std::uint64_t digits) noexcept {
    constexpr std::uint64_t kHighest = 0x3635353335;  // 65535, as text; shorter ones are below
    const auto size = static_cast<unsigned>(std::popcount(port));
    if (size - 1 >= 5) return false;
    const char* const begin = at + std::countr_zero(port);
    const std::uint64_t number = __builtin_bswap64(load_word(begin)) >> (64 - 8 * size);
    return ((port & ~digits) == 0) & (*begin != '0') & (number <= kHighest);
  }

  // What keeps digits and dots, no two dots together, from being an address.
  static std::uint64_t ipv4_faults(const char* at, std::uint64_t host,
                                   std::uint64_t dots) noexcept {
    const std::uint64_t breaks = dots | (host + 1);
    const std::uint64_t longer_than_one = (1 | dots << 1) & ~(breaks >> 1);
    const std::uint64_t longer_than_two = longer_than_one & ~(breaks >> 2);
    const std::uint64_t longer_than_three = longer_than_two & ~(breaks >> 3);
    const DigitBytes digits = Kernel::digit_bytes(at);
    const std::uint64_t from_56 = digits.fives >> 1 & digits.from_six >> 2;
    const std::uint64_t over_255 =
        digits.from_three | (digits.twos & (digits.from_six >> 1 | from_56));
    const auto count = static_cast<std::uint64_t>(std::popcount(dots));
    return (count ^ 3) | host >> 15 | longer_than_three | (longer_than_one & digits.zeros) |
           (longer_than_two & over_255);
  }
};

}  // namespace admit::prove
