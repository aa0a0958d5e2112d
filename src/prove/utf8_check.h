// Utf8Check: whether bytes are UTF-8, a vector at a time.
//
// What is wrong with two neighbouring bytes can be told from three halves of bytes: both of the
// first, and the upper one of the second. Each half has the faults that it allows as bits in a
// table of sixteen; a fault is there where all three have its bit. (John Keiser, Daniel Lemire:
// "Validating UTF-8 in less than one instruction per byte", 2021.)
//
// @see RFC 3629, section 4
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

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

/// `Kernel` has, all static, for the bytes of its Vector:
///
///     Vector load(const char* at);
///     Vector all(char byte);
///     Vector table(const std::array<std::uint8_t, 16>& bytes);
///     Vector look_up(Vector table, Vector halves);
///     Vector high_halves(Vector bytes);
///     Vector both(Vector a, Vector b);    // the bits that both have
///     Vector either(Vector a, Vector b);  // the bits that one has
///     Vector unlike(Vector a, Vector b);  // the bits that one has and the other has not
///     Vector less(Vector bytes, Vector by);  // 0 where it would be below
///     Vector behind<kBytes>(Vector bytes, Vector last);  // moved, the end of `last` in front
///     bool is_ascii(Vector bytes);
///     bool is_zero(Vector bytes);
template <class Kernel>
class Utf8Check {
 public:
  static bool is_utf8(const char* text, std::size_t size) noexcept {
    std::array<char, kBytes> tail;
    tail.fill(' ');  // so that nothing can be left unfinished
    const std::size_t whole = size / kBytes * kBytes;
    std::memcpy(tail.data(), text + whole, size - whole);
    Vector faults = Kernel::all(0);
    Vector last = Kernel::all(' ');
    bool was_ascii = true;
    for (std::size_t at = 0; at <= whole; at += kBytes) {
      const Vector bytes = Kernel::load(at < whole ? text + at : tail.data());
      const bool is_ascii = Kernel::is_ascii(bytes);
      if (!is_ascii || !was_ascii) faults = Kernel::either(faults, faults_in(bytes, last));
      was_ascii = is_ascii;
      last = bytes;
    }
    return Kernel::is_zero(faults);
  }

 private:
  using Vector = typename Kernel::Vector;
  static constexpr std::size_t kBytes = sizeof(Vector);

  // What is wrong in `bytes`, or between them and `last`, those before.
  static Vector faults_in(Vector bytes, Vector last) noexcept {
    const Vector one_before = Kernel::template behind<1>(bytes, last);
    const Vector low = Kernel::both(one_before, Kernel::all(0x0F));
    const Vector of_first = Kernel::both(found(kUtf8FirstHigh, Kernel::high_halves(one_before)),
                                         found(kUtf8FirstLow, low));
    const Vector faults =
        Kernel::both(of_first, found(kUtf8SecondHigh, Kernel::high_halves(bytes)));
    // Behind a leading byte of three or four, and two behind one of four, continuations go on.
    const Vector third = Kernel::less(Kernel::template behind<2>(bytes, last), above(0xE0));
    const Vector fourth = Kernel::less(Kernel::template behind<3>(bytes, last), above(0xF0));
    const Vector continued =
        Kernel::both(Kernel::either(third, fourth), Kernel::all(static_cast<char>(0x80)));
    return Kernel::unlike(continued, faults);
  }

  static Vector found(const Utf8Tables::Table& table, Vector halves) noexcept {
    return Kernel::look_up(Kernel::table(table), halves);
  }

  // What has to be taken off, so that bytes from `lead` on keep their highest bit.
  static Vector above(unsigned lead) noexcept {
    return Kernel::all(static_cast<char>(lead - 0x80));
  }
};

}  // namespace admit::prove
