// The Bidi rule for names (keeps_bidi_rule). Sources: RFC 5893 section 2, conditions 1, 3, 4 and 6;
// Unicode 15, DerivedBidiClass.txt, of which the table holds what IDNA allows in labels.
#include "format/bidi_rule.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace admit::format {
namespace {

enum class Direction { left, right, european_digit, arabic_digit, neutral, mark };

struct DirectionRange {
  char32_t first;
  char32_t last;
  Direction direction;
};

/// The first range that holds a character decides; what is in none runs from left to right. So do
/// marks of left-to-right scripts, which is lenient: behind a neutral character they hide it.
constexpr DirectionRange kDirections[] = {
    {'-', '-', Direction::neutral},
    {'0', '9', Direction::european_digit},
    {0x00b7, 0x00b7, Direction::neutral},  // middle dot
    {0x02b9, 0x02ba, Direction::neutral},  // modifier letters: primes
    {0x02c6, 0x02cf, Direction::neutral},
    {0x02ec, 0x02ec, Direction::neutral},
    {0x0374, 0x0375, Direction::neutral},         // Greek numeral signs
    {0x0660, 0x0669, Direction::arabic_digit},    // Arabic-Indic digits
    {0x06f0, 0x06f9, Direction::european_digit},  // extended Arabic-Indic digits
    {0x0300, 0x036f, Direction::mark},
    {0x0591, 0x05bd, Direction::mark},
    {0x05bf, 0x05bf, Direction::mark},
    {0x05c1, 0x05c2, Direction::mark},
    {0x05c4, 0x05c5, Direction::mark},
    {0x05c7, 0x05c7, Direction::mark},
    {0x0610, 0x061a, Direction::mark},
    {0x064b, 0x065f, Direction::mark},
    {0x0670, 0x0670, Direction::mark},
    {0x06d6, 0x06dc, Direction::mark},
    {0x06df, 0x06e4, Direction::mark},
    {0x06e7, 0x06e8, Direction::mark},
    {0x06ea, 0x06ed, Direction::mark},
    {0x0711, 0x0711, Direction::mark},
    {0x0730, 0x074a, Direction::mark},
    {0x07a6, 0x07b0, Direction::mark},
    {0x07eb, 0x07f3, Direction::mark},
    {0x07fd, 0x07fd, Direction::mark},
    {0x0816, 0x0819, Direction::mark},
    {0x081b, 0x0823, Direction::mark},
    {0x0825, 0x0827, Direction::mark},
    {0x0829, 0x082d, Direction::mark},
    {0x0859, 0x085b, Direction::mark},
    {0x0898, 0x089f, Direction::mark},
    {0x08ca, 0x08e1, Direction::mark},
    {0x08e3, 0x08ff, Direction::mark},
    {0xfb1e, 0xfb1e, Direction::mark},
    {0x10a01, 0x10a03, Direction::mark},
    {0x10a05, 0x10a06, Direction::mark},
    {0x10a0c, 0x10a0f, Direction::mark},
    {0x10a38, 0x10a3a, Direction::mark},
    {0x10a3f, 0x10a3f, Direction::mark},
    {0x10ae5, 0x10ae6, Direction::mark},
    {0x10d24, 0x10d27, Direction::mark},
    {0x10eab, 0x10eac, Direction::mark},
    {0x10efd, 0x10eff, Direction::mark},
    {0x10f46, 0x10f50, Direction::mark},
    {0x10f82, 0x10f85, Direction::mark},
    {0x1e8d0, 0x1e8d6, Direction::mark},
    {0x1e944, 0x1e94a, Direction::mark},
    {0x0590, 0x08ff, Direction::right},           // Hebrew to Arabic extended
    {0x200c, 0x200d, Direction::neutral},         // joiners
    {0x2e2f, 0x2e2f, Direction::neutral},         // vertical tilde
    {0x30fb, 0x30fb, Direction::neutral},         // Katakana middle dot
    {0xa67f, 0xa67f, Direction::neutral},         // Cyrillic payerok
    {0xa717, 0xa71f, Direction::neutral},         // modifier letters: tones
    {0xa788, 0xa788, Direction::neutral},         // modifier letter low circumflex
    {0x10d30, 0x10d39, Direction::arabic_digit},  // Hanifi Rohingya digits
    {0x10800, 0x10fff, Direction::right},
    {0x1e800, 0x1efff, Direction::right},
};

Direction direction_of(char32_t value) noexcept {
  for (const DirectionRange& range : kDirections) {
    if (value >= range.first && value <= range.last) return range.direction;
  }
  return Direction::left;
}

struct LabelDirections {
  Direction first = Direction::left;
  Direction last = Direction::left;  ///< that is no mark
  bool has_right = false;
  bool has_european_digit = false;
  bool has_arabic_digit = false;

  [[nodiscard]] bool runs_right_to_left() const noexcept { return has_right || has_arabic_digit; }
};

LabelDirections directions_of(std::string_view label) noexcept {
  LabelDirections found;
  for (std::size_t at = 0; at < label.size();) {
    const text::Decoded next = text::decode_utf8(label, at);
    const Direction direction = direction_of(next.code_point);
    if (at == 0) found.first = direction;
    if (direction != Direction::mark) found.last = direction;
    found.has_right |= direction == Direction::right;
    found.has_european_digit |= direction == Direction::european_digit;
    found.has_arabic_digit |= direction == Direction::arabic_digit;
    at += next.size;
  }
  return found;
}

/// In a name of which some label runs from right to left.
bool is_well_directed(const LabelDirections& label) noexcept {
  if (label.last == Direction::neutral) return false;
  if (!label.runs_right_to_left()) return label.first == Direction::left;
  return label.first == Direction::right && !(label.has_european_digit && label.has_arabic_digit);
}

}  // namespace

bool keeps_bidi_rule(const std::vector<std::string>& labels) noexcept {
  const bool is_bidi = std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
    return directions_of(label).runs_right_to_left();
  });
  return !is_bidi || std::all_of(labels.begin(), labels.end(), [&](const std::string& label) {
    return is_well_directed(directions_of(label));
  });
}

}  // namespace admit::format
