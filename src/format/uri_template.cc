// URI templates: text -> well-formed or not (is_uri_template).
// Source: RFC 6570 sections 2.1 (literals), 2.2 (expressions), 2.3 (variables), 2.4 (modifiers).
#include "format/uri_template.h"

#include <cstddef>

#include "format/byte_class.h"
#include "format/iri_character.h"
#include "text/utf8.h"

namespace admit::format {
namespace {

/// Takes `%41` off the front.
bool take_escape(std::string_view& text) noexcept {
  if (text.size() < 3 || text[0] != '%' || !all_in(text.substr(1, 2), kHexDigit)) return false;
  text.remove_prefix(3);
  return true;
}

/// Takes one character, or one percent escape, off the front.
bool take_literal(std::string_view& text) noexcept {
  if (take_escape(text)) return true;
  const text::Decoded next = text::decode_utf8(text, 0);
  const bool is_literal =
      next.code_point < 0x80
          ? next.code_point > ' ' && next.code_point < 0x7f &&
                std::string_view("\"%<>\\^`{|}").find(text[0]) == std::string_view::npos
          : is_ucschar(next.code_point) || is_iprivate(next.code_point);
  if (!next.valid || !is_literal) return false;
  text.remove_prefix(next.size);
  return true;
}

bool take_name_character(std::string_view& text) noexcept {
  if (take_escape(text)) return true;
  if (text.empty() || !is_in(text[0], kLetter | kDigit | kUnderscore)) return false;
  text.remove_prefix(1);
  return true;
}

bool take(std::string_view& text, char c) noexcept {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

/// `name`, `first.second`
bool take_name(std::string_view& text) noexcept {
  do {
    if (!take_name_character(text)) return false;
    while (take_name_character(text)) {
    }
  } while (take(text, '.'));
  return true;
}

/// Nothing, `*`, or `:` and 1 to 9999.
bool take_modifier(std::string_view& text) noexcept {
  if (take(text, '*') || !take(text, ':')) return true;
  const std::size_t digits = end_of_run(text, 0, kDigit);
  if (digits == 0 || digits > 4 || text[0] == '0') return false;
  text.remove_prefix(digits);
  return true;
}

/// What stands behind an opening brace, up to and with the closing one.
bool take_expression(std::string_view& text) noexcept {
  constexpr std::string_view kOperators = "+#./;?&=,!@|";  // the last five are reserved
  if (!text.empty() && kOperators.find(text[0]) != std::string_view::npos) text.remove_prefix(1);
  do {
    if (!take_name(text) || !take_modifier(text)) return false;
  } while (take(text, ','));
  return take(text, '}');
}

}  // namespace

bool is_uri_template(std::string_view text) noexcept {
  while (!text.empty()) {
    const bool is_taken = take(text, '{') ? take_expression(text) : take_literal(text);
    if (!is_taken) return false;
  }
  return true;
}

}  // namespace admit::format
