// Escapes of a regular expression -> a character, a set, or what else they mean (read_escape,
// read_group_name). Source: ECMA-262 (2023), sections 22.2.1, 22.2.2.7 and 22.2.2.9.
#include "format/pattern_escape.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "format/quote.h"
#include "format/unicode_property.h"

namespace admit::format {
namespace {

struct ControlEscape {
  char32_t letter;
  char32_t character;
};

constexpr ControlEscape kControlEscapes[] = {
    {'t', '\t'}, {'n', '\n'}, {'v', '\v'}, {'f', '\f'}, {'r', '\r'},
};

struct SetEscape {
  char32_t letter;
  std::string_view members;
};

// White space and line terminators (sections 12.2 and 12.3): the category Zs is that of Unicode 6.3
// and later. RE2 has `\s` for ASCII alone. `\d` and `\w` are ASCII in both.
#define ADMIT_SPACE                                                                       \
  "\\t-\\r\\x{20}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}" \
  "\\x{3000}\\x{FEFF}"
#define ADMIT_NOT_SPACE                                                                     \
  "\\x{0}-\\x{8}\\x{E}-\\x{1F}\\x{21}-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}" \
  "-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}"  \
  "\\x{FF00}-\\x{10FFFF}"
constexpr SetEscape kSetEscapes[] = {
    {'d', "\\d"}, {'D', "\\D"},       {'w', "\\w"},
    {'W', "\\W"}, {'s', ADMIT_SPACE}, {'S', ADMIT_NOT_SPACE},
};
#undef ADMIT_SPACE
#undef ADMIT_NOT_SPACE

template <class Row, std::size_t size>
const Row* find_letter(const Row (&rows)[size], char32_t letter) noexcept {
  const Row* const found = std::find_if(std::begin(rows), std::end(rows),
                                        [=](const Row& row) { return row.letter == letter; });
  return found == std::end(rows) ? nullptr : found;
}

Escape character(char32_t value) {
  Escape escape;
  escape.character = value;
  return escape;
}

Escape of_kind(Escape::Kind kind) {
  Escape escape;
  escape.kind = kind;
  return escape;
}

constexpr bool is_high_surrogate(char32_t value) noexcept {
  return value >= 0xd800 && value <= 0xdbff;
}

constexpr bool is_low_surrogate(char32_t value) noexcept {
  return value >= 0xdc00 && value <= 0xdfff;
}

char32_t hex_number(std::string_view digits) noexcept {
  char32_t value = 0;
  for (const char digit : digits) value = value << 4 | hex_value(digit);
  return value;
}

/// Exactly `count` hex digits.
char32_t read_hex(PatternReader& reader, std::size_t begin, std::size_t count) {
  const std::string_view digits = reader.take_run(kHexDigit, count);
  if (digits.size() != count) {
    reader.malformed(begin, quoted(reader.since(begin)) + " lacks hexadecimal digits");
  }
  return hex_number(digits);
}

/// `\u{1F600}`, behind its brace.
char32_t read_braced_hex(PatternReader& reader, std::size_t begin) {
  std::string_view digits = reader.take_run(kHexDigit);
  const bool is_complete = !digits.empty() && reader.take("}");
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  if (!is_complete || digits.size() > 6 || hex_number(digits) > 0x10ffff) {
    reader.malformed(begin, quoted(reader.since(begin)) + " is no code point");
    return 0;
  }
  return hex_number(digits);
}

/// The low half of a pair that a high one began; goes back where there is none.
char32_t read_low_half(PatternReader& reader, char32_t high) {
  const std::size_t begin = reader.at();
  if (reader.take("\\u")) {
    const std::string_view digits = reader.take_run(kHexDigit, 4);
    const char32_t low = hex_number(digits);
    if (digits.size() == 4 && is_low_surrogate(low)) {
      return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
    }
  }
  reader.rewind(begin);
  return high;
}

/// The rest of `\u`: a code point, or two escapes for the two halves of one.
char32_t read_unicode(PatternReader& reader, std::size_t begin) {
  const bool is_braced = reader.take("{");
  char32_t value = is_braced ? read_braced_hex(reader, begin) : read_hex(reader, begin, 4);
  if (!is_braced && is_high_surrogate(value)) value = read_low_half(reader, value);
  if (!is_high_surrogate(value) && !is_low_surrogate(value)) return value;
  reader.refuse(begin, quoted(reader.since(begin)) + " is half a character, which no text holds");
  return text::kReplacementCharacter;
}

char32_t read_control_letter(PatternReader& reader, std::size_t begin) {
  const std::string_view letter = reader.take_run(kLetter, 1);
  if (letter.empty()) {
    reader.malformed(begin, "`\\c` without a letter");
    return 0;
  }
  return static_cast<char32_t>(letter.front()) % 32;
}

/// `\p{...}` and `\P{...}`.
Escape read_property(PatternReader& reader, std::size_t begin, bool is_negated) {
  Escape escape = of_kind(Escape::Kind::set);
  const std::size_t brace = reader.at();
  const std::size_t name_begin = brace + 1;
  const bool has_brace = reader.take("{");
  reader.take_run(kLetter | kDigit | kUnderscore | kHyphen);
  if (reader.take("=")) reader.take_run(kLetter | kDigit | kUnderscore | kHyphen);
  const std::string_view name = has_brace ? reader.since(name_begin) : std::string_view();
  if (!has_brace || !reader.take("}")) {
    reader.malformed(begin, quoted(reader.since(begin)) + " lacks a name in braces");
    return escape;
  }
  UnicodeProperty property = find_property(name);
  reader.count_property(begin);
  if (!property.complaint.empty()) {
    reader.malformed(begin, std::move(property.complaint));
  } else if (!property.set) {
    reader.refuse(begin, "RE2 has no table of the property " + quoted(name));
  } else {
    escape.set = is_negated ? complement(*std::move(property.set)) : *std::move(property.set);
  }
  return escape;
}

/// A back-reference, or `\0`.
Escape read_number(PatternReader& reader, std::size_t begin, EscapePlace place) {
  const std::string_view digits = reader.take_run(kDigit);
  if (digits == "0") return character(0);
  if (digits.front() == '0') {
    reader.malformed(begin, quoted(reader.since(begin)) + " is an octal escape");
  } else if (place == EscapePlace::in_class) {
    reader.malformed(begin, "a back-reference inside a class");
  }
  Escape escape = of_kind(Escape::Kind::numbered_group);
  // There are fewer groups than that in any text that fits in memory.
  constexpr std::size_t kMost = std::size_t{1} << 48;
  for (const char digit : digits) {
    escape.group = std::min(kMost, 10 * escape.group + static_cast<std::size_t>(digit - '0'));
  }
  return escape;
}

Escape read_named_reference(PatternReader& reader, std::size_t begin, EscapePlace place) {
  Escape escape = of_kind(Escape::Kind::named_group);
  if (place == EscapePlace::in_class || !reader.take("<")) {
    reader.malformed(begin, "`\\k` without the name of a group");
  } else {
    escape.name = read_group_name(reader);
  }
  return escape;
}

/// `\b` and `\B`; in a class, the first is a backspace and the second nothing.
Escape read_boundary(PatternReader& reader, std::size_t begin, EscapePlace place, char32_t letter) {
  if (place == EscapePlace::term) {
    return of_kind(letter == 'b' ? Escape::Kind::boundary : Escape::Kind::not_boundary);
  }
  if (letter == 'B') reader.malformed(begin, "`\\B` inside a class");
  return character('\b');
}

/// Any character but an ASCII letter or digit may stand for itself behind a backslash; of letters,
/// those that are taken have been dealt with, and others may get a meaning.
Escape read_identity(PatternReader& reader, std::size_t begin, char32_t letter) {
  if (letter < 0x80 && is_in(static_cast<char>(letter), kLetter | kDigit)) {
    reader.malformed(begin, quoted(reader.since(begin)) + " is no escape of ECMA-262");
  }
  return character(letter);
}

bool is_name_character(char32_t value, bool is_first) noexcept {
  if (value >= 0x80) return true;
  const unsigned classes = kLetter | kUnderscore | (is_first ? 0U : unsigned{kDigit});
  return value == '$' || is_in(static_cast<char>(value), classes);
}

}  // namespace

Escape read_escape(PatternReader& reader, EscapePlace place) {
  const std::size_t begin = reader.at();
  reader.take("\\");
  if (reader.done()) {
    reader.malformed(begin, "a backslash at the end");
    return {};
  }
  if (is_in(reader.peek(), kDigit)) return read_number(reader, begin, place);
  const char32_t letter = reader.take_character();
  if (const auto* control = find_letter(kControlEscapes, letter)) {
    return character(control->character);
  }
  if (const auto* set = find_letter(kSetEscapes, letter)) {
    Escape escape = of_kind(Escape::Kind::set);
    escape.set.members = set->members;
    return escape;
  }
  switch (letter) {
    case 'b':
    case 'B':
      return read_boundary(reader, begin, place, letter);
    case 'c':
      return character(read_control_letter(reader, begin));
    case 'x':
      return character(read_hex(reader, begin, 2));
    case 'u':
      return character(read_unicode(reader, begin));
    case 'p':
    case 'P':
      return read_property(reader, begin, letter == 'P');
    case 'k':
      return read_named_reference(reader, begin, place);
    default:
      return read_identity(reader, begin, letter);
  }
}

std::string read_group_name(PatternReader& reader) {
  const std::size_t begin = reader.at();
  std::string name;
  while (!reader.done() && reader.peek() != '>') {
    const std::size_t at = reader.at();
    const char32_t value = reader.take("\\u") ? read_unicode(reader, at) : reader.take_character();
    if (!is_name_character(value, name.empty())) {
      reader.malformed(at, quoted(reader.since(at)) + " in the name of a group");
    }
    text::append_utf8(name, value);
  }
  if (name.empty() || !reader.take(">")) {
    reader.malformed(begin, "a group without a name in angle brackets");
  }
  return name;
}

}  // namespace admit::format
