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
#include <cstring>

#include "prove/utf8_tables.h"

namespace admit::prove {

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
