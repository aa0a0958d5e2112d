// Utf8Tables: which faults a half of a byte allows.
//
// What is wrong with two neighbouring bytes can be told from three halves of bytes: both of the
// first, and the upper one of the second. Each half has the faults that it allows as bits in a
// table of sixteen; a fault is there where all three have its bit. (John Keiser, Daniel Lemire:
// "Validating UTF-8 in less than one instruction per byte", 2021.)
//
// @see RFC 3629, section 4
#pragma once

#include <array>
#include <cstdint>

namespace admit::prove {

struct Utf8Tables {
  using Table = std::array<std::uint8_t, 16>;

  enum Fault : std::uint8_t {
    kTooShort = 1,      ///< a leading byte, and no continuation
    kTooLong = 2,       ///< ASCII, then a continuation
    kOverlong2 = 4,     ///< C0, C1
    kOverlong3 = 8,     ///< E0 80 to E0 9F
    kSurrogate = 16,    ///< ED A0 to ED BF
    kTooLarge = 32,     ///< F4 90 and above
    kEdgeOfFour = 64,   ///< F0 80 to F0 8F, which is overlong; F5 80 and above, which is too large
    kContinued = 0x80,  ///< two continuations: a fault unless a longer character has begun before
  };

  static constexpr bool is_within(unsigned half, unsigned first, unsigned last) noexcept {
    return half >= first && half <= last;
  }

  static constexpr std::uint8_t of_first_high(unsigned half) noexcept {
    if (half < 0x8) return kTooLong;
    if (half < 0xC) return kContinued;
    if (half == 0xC) return kTooShort | kOverlong2;
    if (half == 0xE) return kTooShort | kOverlong3 | kSurrogate;
    return half == 0xF ? kTooShort | kTooLarge | kEdgeOfFour : kTooShort;
  }

  static constexpr std::uint8_t of_first_low(unsigned half) noexcept {
    unsigned faults = kTooShort | kTooLong | kContinued;
    if (half <= 0x1) faults |= kOverlong2;
    if (half == 0x0) faults |= kOverlong3 | kEdgeOfFour;
    if (half == 0xD) faults |= kSurrogate;
    if (half >= 0x4) faults |= kTooLarge;
    if (half >= 0x5) faults |= kEdgeOfFour;
    return static_cast<std::uint8_t>(faults);
  }

  static constexpr std::uint8_t of_second_high(unsigned half) noexcept {
    if (!is_within(half, 0x8, 0xB)) return kTooShort;
    unsigned faults = kTooLong | kContinued | kOverlong2;
    faults |= half <= 0x9 ? kOverlong3 : kSurrogate;
    faults |= half == 0x8 ? kEdgeOfFour : kTooLarge;
    return static_cast<std::uint8_t>(faults);
  }

  static constexpr Table table_of(std::uint8_t (*faults)(unsigned)) noexcept {
    Table table{};
    for (unsigned half = 0; half < table.size(); ++half) table[half] = faults(half);
    return table;
  }
};

alignas(16) inline constexpr auto kUtf8FirstHigh = Utf8Tables::table_of(Utf8Tables::of_first_high);
alignas(16) inline constexpr auto kUtf8FirstLow = Utf8Tables::table_of(Utf8Tables::of_first_low);
alignas(16) inline constexpr auto kUtf8SecondHigh =
    Utf8Tables::table_of(Utf8Tables::of_second_high);

}  // namespace admit::prove
