// Ordinary endpoints, judged by masks: a name or an IPv4 address of up to 63 bytes, perhaps with a
// port. Whatever else there is, parse_endpoint has to say.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "prove/name_table.h"

namespace admit::prove {

/// Endpoints of fewer bytes are judged.
inline constexpr std::size_t kEndpointBytes = 64;

/// So many bytes must be readable where one is judged: of its port, eight are read at once.
inline constexpr std::size_t kEndpointReach = kEndpointBytes + 8;

/// A bit for each of 64 bytes, those of the text at least.
struct EndpointBytes {
  std::uint64_t digits = 0;
  std::uint64_t letters = 0;
  std::uint64_t dots = 0;
  std::uint64_t colons = 0;
  std::uint64_t hyphens = 0;
};

/// The same for digits, of which there is nothing else; other bytes have any bits.
struct DigitBytes {
  std::uint64_t zeros = 0;
  std::uint64_t twos = 0;
  std::uint64_t fives = 0;
  std::uint64_t from_three = 0;  ///< 3 to 9
  std::uint64_t from_six = 0;    ///< 6 to 9
};

/// Bytes by their halves: a byte belongs to a class where both tables have its bit. For kernels
/// that look up sixteen bytes at a time.
struct NibbleTables {
  static constexpr unsigned kDigitBit = 0;
  static constexpr unsigned kColonBit = 1;
  static constexpr unsigned kDotBit = 2;
  static constexpr unsigned kHyphenBit = 3;
  static constexpr unsigned kFirstLettersBit = 4;   ///< A to O, a to o
  static constexpr unsigned kSecondLettersBit = 5;  ///< P to Z, p to z
  alignas(16) static constexpr std::array<std::uint8_t, 16> kLow = {33, 49, 49, 49, 49, 49, 49, 49,
                                                                    49, 49, 50, 16, 16, 24, 20, 16};
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

enum class EndpointKind : std::uint8_t { unusual, name, ipv4 };

struct EndpointJudgement {
  EndpointKind kind = EndpointKind::unusual;
  bool has_port = false;
};

/// `Kernel` has, both static:
///
///     EndpointBytes endpoint_bytes(const char* at, std::size_t size);
///     DigitBytes digit_bytes(const char* at);  // of 16 bytes
template <class Kernel>
class EndpointMasks {
 public:
  /// `at`: kEndpointReach bytes are readable; `size`: of the text that stands there.
  static EndpointJudgement judge(const char* at, std::size_t size) noexcept {
    if (size == 0 || size >= kEndpointBytes) return {};
    const EndpointBytes bytes = Kernel::endpoint_bytes(at, size);
    const std::uint64_t text = (std::uint64_t{1} << size) - 1;
    const std::uint64_t plain = bytes.digits | bytes.letters | bytes.dots | bytes.hyphens;
    const std::uint64_t colons = bytes.colons & text;
    if (((plain | colons) & text) != text || (colons & (colons - 1)) != 0) return {};
    const bool has_port = colons != 0;
    const std::size_t host = has_port ? static_cast<std::size_t>(std::countr_zero(colons)) : size;
    if (has_port && !is_port(at + host + 1, size - host - 1, bytes.digits >> host >> 1)) return {};
    return {judge_host(at, host, bytes), has_port};
  }

 private:
  // `digits`: the digits among its bytes.
  static bool is_port(const char* at, std::size_t size, std::uint64_t digits) noexcept {
    constexpr std::uint64_t kHighest = 0x3635353335;  // 65535, as text; shorter ones are below
    const bool is_number = size - 1 < 5 && (~digits & ((std::uint64_t{1} << size) - 1)) == 0;
    return is_number && *at != '0' && first_bytes(at, size) <= kHighest;
  }

  // The first `size` bytes, 1 to 8, as a number that grows like the text.
  static std::uint64_t first_bytes(const char* at, std::size_t size) noexcept {
    return __builtin_bswap64(load_word(at)) >> (64 - 8 * size);
  }

  static EndpointKind judge_host(const char* at, std::size_t size,
                                 const EndpointBytes& bytes) noexcept {
    if (size == 0) return EndpointKind::unusual;
    const std::uint64_t host = (std::uint64_t{1} << size) - 1;
    const std::uint64_t dots = bytes.dots & host;
    const std::uint64_t starts = 1 | dots << 1;
    const std::uint64_t ends = (std::uint64_t{1} << (size - 1)) | dots >> 1;
    // No label is empty, none has a hyphen at an edge, and no dot is the last byte.
    if (((dots | bytes.hyphens) & (starts | ends)) != 0) return EndpointKind::unusual;
    const auto label = static_cast<std::size_t>(std::bit_width(dots));  // where the last one begins
    if ((bytes.letters >> label & 1) != 0) return EndpointKind::name;
    const bool is_address =
        (bytes.digits | dots | ~host) == ~std::uint64_t{0} && is_ipv4(at, size, dots);
    return is_address ? EndpointKind::ipv4 : EndpointKind::unusual;
  }

  // Digits and dots, no two dots together.
  static bool is_ipv4(const char* at, std::size_t size, std::uint64_t dots) noexcept {
    const std::uint64_t two_dots = dots & (dots - 1);
    const std::uint64_t one_dot = two_dots & (two_dots - 1);
    if (size > 15 || one_dot == 0 || (one_dot & (one_dot - 1)) != 0) return false;
    const std::uint64_t breaks = dots | std::uint64_t{1} << size;
    const std::uint64_t starts = 1 | dots << 1;
    const std::uint64_t longer_than_one = starts & ~(breaks >> 1);
    const std::uint64_t longer_than_two = longer_than_one & ~(breaks >> 2);
    const std::uint64_t longer_than_three = longer_than_two & ~(breaks >> 3);
    const DigitBytes digits = Kernel::digit_bytes(at);
    const std::uint64_t from_56 = digits.fives >> 1 & digits.from_six >> 2;
    const std::uint64_t over_255 =
        digits.from_three | (digits.twos & (digits.from_six >> 1 | from_56));
    return ((longer_than_one & digits.zeros) | longer_than_three | (longer_than_two & over_255)) ==
           0;
  }
};

}  // namespace admit::prove
