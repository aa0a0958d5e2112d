// Tokens of JSON (RFC 8259 sections 2, 6 and 7) and the reasons why something is none.
#include "input/json_token.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "text/plain_bytes.h"
#include "text/utf8.h"

namespace admit::input {
namespace {

bool is_non_ascii(char c) noexcept {
  return static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

bool is_word_byte(char c) noexcept {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

int hex_value(char c) noexcept {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The four hexadecimal digits at `offset`, or -1.
std::int32_t read_hex4(std::string_view text, std::size_t offset) noexcept {
  if (offset + 4 > text.size()) return -1;
  std::int32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const int digit = hex_value(text[offset + i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

bool is_high_surrogate(std::int32_t unit) noexcept {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_surrogate(std::int32_t unit) noexcept {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

// One escape sequence: how long it is in the source and what it stands for.
struct Escape {
  std::size_t length = 0;  ///< bytes from the backslash; for a fault, the bytes to point at
  char32_t character = 0;
  std::optional<ScanFault> fault;
};

std::size_t utf8_length(char32_t character) noexcept {
  if (character < 0x80) return 1;
  if (character < 0x800) return 2;
  return character < 0x10000 ? 3 : 4;
}

constexpr std::string_view kEscapeLetters = "\"\\/bfnrt";
constexpr std::string_view kEscapeValues = "\"\\/\b\f\n\r\t";

Escape read_unicode_escape(std::string_view text, std::size_t backslash) noexcept {
  const std::int32_t unit = read_hex4(text, backslash + 2);
  if (unit < 0) {
    return {std::min<std::size_t>(6, text.size() - backslash), 0, ScanFault::bad_escape};
  }
  if (is_low_surrogate(unit)) return {6, 0, ScanFault::lone_surrogate};
  if (!is_high_surrogate(unit)) return {6, static_cast<char32_t>(unit), std::nullopt};
  const bool another = text.substr(std::min(backslash + 6, text.size()), 2) == "\\u";
  const std::int32_t low = another ? read_hex4(text, backslash + 8) : -1;
  if (!is_low_surrogate(low)) return {6, 0, ScanFault::lone_surrogate};
  const std::int32_t point = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
  return {12, static_cast<char32_t>(point), std::nullopt};
}

Escape read_escape(std::string_view text, std::size_t backslash) noexcept {
  if (backslash + 1 >= text.size()) return {1, 0, ScanFault::bad_escape};
  const char letter = text[backslash + 1];
  if (letter == 'u') return read_unicode_escape(text, backslash);
  const std::size_t known = kEscapeLetters.find(letter);
  if (known == std::string_view::npos) return {2, 0, ScanFault::bad_escape};
  return {2, static_cast<char32_t>(kEscapeValues[known]), std::nullopt};
}

// Walks over the bytes of a string that mean themselves; stops at a quote, backslash or control
// character, at the end of the text, or at a byte that is not UTF-8.
struct PlainRun {
  std::size_t end = 0;
  bool bad_utf8 = false;
};

PlainRun skip_plain(std::string_view text, std::size_t begin) noexcept {
  std::size_t at = begin;
  for (;;) {
    at = text::plain_end(text, at);
    if (at >= text.size() || !is_non_ascii(text[at])) return {at, false};
    std::size_t run = at;
    while (run < text.size() && is_non_ascii(text[run])) ++run;
    const std::size_t valid = text::valid_utf8_prefix(text.substr(at, run - at));
    if (valid < run - at) return {at + valid, true};
    at = run;
  }
}

StringToken string_error(ScanFault fault, text::Span span, std::size_t opening_quote) {
  StringToken token;
  const bool is_open = fault == ScanFault::unterminated_string || fault == ScanFault::line_break;
  token.error = ScanError{fault, span, opening_quote, is_open};
  return token;
}

}  // namespace

StringToken read_string(std::string_view text, std::size_t begin, std::string& memory) {
  std::size_t segment = begin + 1;
  bool escaped = false;
  for (std::size_t at = segment;;) {
    const PlainRun run = skip_plain(text, at);
    at = run.end;
    if (run.bad_utf8) return string_error(ScanFault::invalid_utf8, {at, at + 1}, begin);
    if (at >= text.size()) {
      return string_error(ScanFault::unterminated_string, {text.size(), text.size()}, begin);
    }
    if (text[at] == '"') {
      StringToken token;
      token.span = {begin, at + 1};
      const std::string_view rest = text.substr(segment, at - segment);
      if (escaped) memory.append(rest);
      token.decoded = {escaped ? std::string_view(memory) : rest, !escaped};
      return token;
    }
    if (text[at] != '\\') {
      const bool line_break = text[at] == '\n' || text[at] == '\r';
      const auto fault = line_break ? ScanFault::line_break : ScanFault::control_character;
      return string_error(fault, {at, at + 1}, begin);
    }
    if (!escaped) memory.clear();
    escaped = true;
    const Escape escape = read_escape(text, at);
    if (escape.fault) return string_error(*escape.fault, {at, at + escape.length}, begin);
    memory.append(text.substr(segment, at - segment));
    text::append_utf8(memory, escape.character);
    at += escape.length;
    segment = at;
  }
}

namespace {

NumberToken number_error(ScanFault fault, std::size_t begin, std::size_t end) noexcept {
  NumberToken token;
  token.error = ScanError{fault, {begin, end}};
  return token;
}

std::size_t skip_digits(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

bool is_number_byte(char c) noexcept {
  return is_word_byte(c) || c == '.' || c == '+' || c == '-';
}

// The whole run of bytes that a reader would take for one number, for pointing at.
std::size_t number_like_end(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_number_byte(text[at])) ++at;
  return at;
}

// The grammar of RFC 8259 section 6. `real` tells whether there is a fraction or an exponent.
struct NumberShape {
  std::size_t end = 0;
  bool real = false;
  std::optional<ScanFault> fault;
};

NumberShape read_number_shape(std::string_view text, std::size_t begin) noexcept {
  NumberShape shape;
  const std::size_t digits = begin + (text[begin] == '-' ? 1 : 0);
  std::size_t at = skip_digits(text, digits);
  if (at == digits) {
    shape.fault =
        at < text.size() && text[at] == '.' ? ScanFault::bare_fraction : ScanFault::bad_number;
    return shape;
  }
  if (text[digits] == '0' && at > digits + 1) {
    shape.fault = ScanFault::leading_zero;
    return shape;
  }
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skip_digits(text, fraction);
    if (at == fraction) shape.fault = ScanFault::bare_fraction;
    shape.real = true;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    std::size_t exponent = at + 1;
    if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
    at = skip_digits(text, exponent);
    if (at == exponent && !shape.fault) shape.fault = ScanFault::bad_number;
    shape.real = true;
  }
  if (at < text.size() && is_number_byte(text[at]) && !shape.fault) {
    shape.fault = ScanFault::bad_number;
  }
  shape.end = at;
  return shape;
}

// True where all digits of the mantissa are zero, so that the value is zero whatever the exponent.
bool has_zero_mantissa(std::string_view digits) noexcept {
  for (const char c : digits) {
    if (c >= '1' && c <= '9') return false;
    if (c == 'e' || c == 'E') break;
  }
  return true;
}

NumberToken read_real(std::string_view text, text::Span span) noexcept {
  NumberToken token;
  token.span = span;
  const std::string_view digits = span.of(text);
  if (has_zero_mantissa(digits)) {
    token.real = digits.front() == '-' ? -0.0 : 0.0;
    return token;
  }
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), token.real);
  if (result.ec != std::errc() || !std::isfinite(token.real) || token.real == 0.0) {
    return number_error(ScanFault::number_range, span.begin, span.end);
  }
  return token;
}

}  // namespace

NumberToken read_number(std::string_view text, std::size_t begin) noexcept {
  const NumberShape shape = read_number_shape(text, begin);
  if (shape.fault) return number_error(*shape.fault, begin, number_like_end(text, begin));
  const text::Span span{begin, shape.end};
  if (shape.real) return read_real(text, span);
  NumberToken token;
  token.span = span;
  const char* const first = text.data() + span.begin;
  const char* const last = text.data() + span.end;
  token.kind = NumberKind::integer;
  if (std::from_chars(first, last, token.integer).ec == std::errc()) return token;
  token.kind = NumberKind::unsigned_integer;
  if (*first != '-' && std::from_chars(first, last, token.unsigned_integer).ec == std::errc()) {
    return token;
  }
  return read_real(text, span);
}

std::string_view read_word(std::string_view text, std::size_t begin) noexcept {
  std::size_t end = begin;
  while (end < text.size() && is_word_byte(text[end])) ++end;
  return text.substr(begin, end - begin);
}

text::Span character_at(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return {text.size(), text.size()};
  std::size_t end = offset + 1;
  while (end < text.size() && end < offset + 4 && (text[end] & 0xC0) == 0x80) ++end;
  const std::string_view bytes = text.substr(offset, end - offset);
  const bool whole = text::valid_utf8_prefix(bytes) == bytes.size();
  return {offset, whole ? end : offset + 1};
}

std::optional<ScanError> find_foreign_encoding(std::string_view text) noexcept {
  using namespace std::string_view_literals;
  if (text.starts_with("\xEF\xBB\xBF"sv)) return ScanError{ScanFault::byte_order_mark, {0, 3}};
  if (text.starts_with("\xFE\xFF"sv) || text.starts_with("\xFF\xFE"sv)) {
    return ScanError{ScanFault::utf16, {0, 2}};
  }
  if (text.size() < 4) return std::nullopt;
  const bool little_endian = text[0] != '\0' && text[1] == '\0' && text[3] == '\0';
  const bool big_endian = text[0] == '\0' && text[2] == '\0' && text[3] != '\0';
  if (little_endian || big_endian) return ScanError{ScanFault::utf16, {0, 2}};
  return std::nullopt;
}

std::size_t source_offset(std::string_view token, std::size_t decoded_offset) noexcept {
  std::size_t at = 1;  // past the opening quote
  std::size_t decoded = 0;
  while (at + 1 < token.size() && decoded < decoded_offset) {
    if (token[at] != '\\') {
      ++at;
      ++decoded;
      continue;
    }
    const Escape escape = read_escape(token, at);
    at += escape.length;
    decoded += utf8_length(escape.character);
  }
  return std::min(at, token.empty() ? 0 : token.size() - 1);
}

namespace {

ScanError fault_at(ScanFault fault, std::string_view text, std::size_t offset) noexcept {
  return {fault, character_at(text, offset)};
}

// A byte outside of strings that no JSON has, whatever was expected there.
std::optional<ScanError> find_foreign_byte(std::string_view text, std::size_t offset) noexcept {
  const std::string_view rest = text.substr(offset);
  const text::Span character = character_at(text, offset);
  const bool ascii = static_cast<unsigned char>(rest.front()) < 0x80;
  if (!ascii && text::valid_utf8_prefix(character.of(text)) < character.size()) {
    return ScanError{ScanFault::invalid_utf8, character};
  }
  if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with("#")) {
    return ScanError{ScanFault::comment, {offset, offset + (rest.front() == '#' ? 1U : 2U)}};
  }
  return std::nullopt;
}

}  // namespace

ScanError misplaced_value(std::string_view text, std::size_t offset) noexcept {
  if (auto foreign = find_foreign_byte(text, offset)) return *foreign;
  switch (text[offset]) {
    case '\'':
      return fault_at(ScanFault::single_quote, text, offset);
    case '+':
      return fault_at(ScanFault::leading_plus, text, offset);
    case '.':
      return {ScanFault::bare_fraction, {offset, number_like_end(text, offset)}};
    default:
      return fault_at(ScanFault::expected_value, text, offset);
  }
}

ScanError misplaced_name(std::string_view text, std::size_t offset) noexcept {
  if (auto foreign = find_foreign_byte(text, offset)) return *foreign;
  if (text[offset] == '\'') return fault_at(ScanFault::single_quote, text, offset);
  const std::string_view word = read_word(text, offset);
  if (word.empty()) return fault_at(ScanFault::expected_name, text, offset);
  return {ScanFault::expected_name, {offset, offset + word.size()}};
}

ScanError misplaced_separator(std::string_view text, std::size_t offset) noexcept {
  if (auto foreign = find_foreign_byte(text, offset)) return *foreign;
  return fault_at(ScanFault::missing_comma, text, offset);
}

}  // namespace admit::input
