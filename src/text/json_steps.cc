// Steps through raw JSON text. See json_steps.h; RFC 8259.
#include "text/json_steps.h"

#include "text/plain_bytes.h"

namespace admit::text {
namespace {

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

std::size_t hex_digit(char c) noexcept {
  if (is_digit(c)) return static_cast<std::size_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::size_t>(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return static_cast<std::size_t>(c - 'A') + 10;
  return kNoMatch;
}

// Past one digit or more.
std::size_t skip_digits(std::string_view text, std::size_t at) noexcept {
  if (!is_digit(peek(text, at))) return kNoMatch;
  while (is_digit(peek(text, at))) ++at;
  return at;
}

// Past the backslash at `at` and what belongs to it.
std::size_t skip_escape(std::string_view text, std::size_t at) noexcept {
  const char kind = peek(text, at + 1);
  if (kind == 'u') return read_hex4(text, at + 2) == kNoMatch ? kNoMatch : at + 6;
  const bool is_simple = kind != '\0' && std::string_view("\"\\/bfnrt").find(kind) != kNoMatch;
  return is_simple ? at + 2 : kNoMatch;
}

std::size_t skip_number(std::string_view text, std::size_t at) noexcept {
  if (peek(text, at) == '-') ++at;
  at = peek(text, at) == '0' ? at + 1 : skip_digits(text, at);
  if (at == kNoMatch) return kNoMatch;
  if (peek(text, at) == '.') at = skip_digits(text, at + 1);
  if (at == kNoMatch) return kNoMatch;
  if (peek(text, at) != 'e' && peek(text, at) != 'E') return at;
  ++at;
  if (peek(text, at) == '+' || peek(text, at) == '-') ++at;
  return skip_digits(text, at);
}

}  // namespace

std::size_t skip_space(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

std::size_t skip_string(std::string_view text, std::size_t at) noexcept {
  if (peek(text, at) != '"') return kNoMatch;
  ++at;
  while (at != kNoMatch && (at = plain_end(text, at)) < text.size()) {
    const char c = text[at];
    if (c == '"') return at + 1;
    if (static_cast<unsigned char>(c) < 0x20) return kNoMatch;
    at = c == '\\' ? skip_escape(text, at) : at + 1;
  }
  return kNoMatch;
}

std::size_t skip_scalar(std::string_view text, std::size_t at) noexcept {
  const char first = peek(text, at);
  if (first == '"') return skip_string(text, at);
  if (first == '-' || is_digit(first)) return skip_number(text, at);
  for (const std::string_view literal : {"true", "false", "null"}) {
    if (at < text.size() && text.substr(at).starts_with(literal)) return at + literal.size();
  }
  return kNoMatch;
}

std::size_t skip_name_and_colon(std::string_view text, std::size_t at) noexcept {
  at = skip_string(text, at);
  if (at == kNoMatch) return kNoMatch;
  at = skip_space(text, at);
  return peek(text, at) == ':' ? skip_space(text, at + 1) : kNoMatch;
}

std::size_t read_hex4(std::string_view text, std::size_t at) noexcept {
  std::size_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t digit = hex_digit(peek(text, at + i));
    if (digit == kNoMatch) return kNoMatch;
    value = value << 4 | digit;
  }
  return value;
}

}  // namespace admit::text
