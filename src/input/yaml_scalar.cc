// Plain scalars: the regular expressions of the core schema, and of YAML 1.1's types, by hand.
#include "input/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace admit::input {
namespace {

using Kind = YamlScalar::Kind;

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

template <std::size_t size>
bool is_one_of(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, text) != words.end();
}

constexpr std::array<std::string_view, 5> kNulls = {"", "~", "null", "Null", "NULL"};
constexpr std::array<std::string_view, 3> kTrue = {"true", "True", "TRUE"};
constexpr std::array<std::string_view, 3> kFalse = {"false", "False", "FALSE"};
constexpr std::array<std::string_view, 12> kNoNumbers = {".inf",  ".Inf",  ".INF",  "+.inf",
                                                         "+.Inf", "+.INF", "-.inf", "-.Inf",
                                                         "-.INF", ".nan",  ".NaN",  ".NAN"};
constexpr std::array<std::string_view, 16> kBooleansOf11 = {"y",  "Y",   "yes", "Yes", "YES", "n",
                                                            "N",  "no",  "No",  "NO",  "on",  "On",
                                                            "ON", "off", "Off", "OFF"};

// How a decimal number is made up.
struct Decimal {
  bool is_negative = false;
  std::string_view whole;     // digits before the point
  std::string_view fraction;  // digits after it
  std::string_view exponent;  // with its sign
  bool has_point = false;
  bool has_exponent = false;
};

std::string_view take_digits(std::string_view& rest) {
  const auto end = std::ranges::find_if_not(rest, is_digit);
  const std::string_view digits = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  rest.remove_prefix(digits.size());
  return digits;
}

// [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
bool read_decimal(std::string_view rest, Decimal& out) {
  if (rest.starts_with('-') || rest.starts_with('+')) {
    out.is_negative = rest.front() == '-';
    rest.remove_prefix(1);
  }
  out.whole = take_digits(rest);
  if (rest.starts_with('.')) {
    out.has_point = true;
    rest.remove_prefix(1);
    out.fraction = take_digits(rest);
  }
  if (out.whole.empty() && out.fraction.empty()) return false;
  if (rest.starts_with('e') || rest.starts_with('E')) {
    out.has_exponent = true;
    const std::string_view whole = rest.substr(1);
    rest.remove_prefix(1);
    if (rest.starts_with('-') || rest.starts_with('+')) rest.remove_prefix(1);
    const std::string_view digits = take_digits(rest);
    if (digits.empty()) return false;
    out.exponent = whole.substr(0, whole.size() - rest.size());
  }
  return rest.empty();
}

// The number as JSON writes it.
void to_json(const Decimal& number, std::string& out) {
  const std::size_t first = std::min(number.whole.find_first_not_of('0'), number.whole.size());
  const std::string_view whole = number.whole.substr(first);
  out = number.is_negative ? "-" : "";
  out += whole.empty() ? "0" : whole;
  if (!number.fraction.empty()) out.append(".").append(number.fraction);
  // `5.` is a real number: JSON says so with a digit behind the point.
  if (number.has_point && number.fraction.empty()) out += ".0";
  if (number.has_exponent) out.append("e").append(number.exponent);
}

YamlScalar of_decimal(const Decimal& number, std::string& memory) {
  to_json(number, memory);
  const NumberToken token = read_number(memory, 0);
  YamlScalar scalar;
  if (token.error) {
    scalar.kind = Kind::out_of_range;
    return scalar;
  }
  scalar.kind = token.kind == NumberKind::integer            ? Kind::integer
                : token.kind == NumberKind::unsigned_integer ? Kind::unsigned_integer
                                                             : Kind::real;
  scalar.integer = token.integer;
  scalar.unsigned_integer = token.unsigned_integer;
  scalar.real = token.real;
  // YAML 1.1 reads a leading zero as octal, and an exponent only after a point and with a sign.
  const bool is_octal = !number.has_point && !number.has_exponent && number.whole.size() > 1 &&
                        number.whole.front() == '0';
  const bool is_text = number.has_exponent && (!number.has_point || is_digit(number.exponent[0]));
  if (is_octal) scalar.other = OtherReading::octal;
  if (is_text) scalar.other = OtherReading::text;
  return scalar;
}

// 0o[0-7]+ and 0x[0-9a-fA-F]+
bool read_based(std::string_view text, YamlScalar& scalar) {
  const bool is_octal = text.starts_with("0o");
  if ((!is_octal && !text.starts_with("0x")) || text.size() < 3) return false;
  const std::string_view digits = text.substr(2);
  std::uint64_t value = 0;
  const auto [stop, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, is_octal ? 8 : 16);
  if (stop != digits.data() + digits.size()) return false;
  scalar.kind = error == std::errc() ? Kind::unsigned_integer : Kind::out_of_range;
  if (scalar.kind == Kind::unsigned_integer && value <= INT64_MAX) {
    scalar.kind = Kind::integer;
    scalar.integer = static_cast<std::int64_t>(value);
  }
  scalar.unsigned_integer = value;
  if (is_octal) scalar.other = OtherReading::text;
  return true;
}

bool has_only(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

// [0-5]?[0-9], the parts of a number in sixties.
bool is_sixtieth(std::string_view part) {
  return (part.size() == 1 || (part.size() == 2 && part.front() <= '5')) &&
         has_only(part, "0123456789");
}

// Numbers of YAML 1.1 with `_` between digits, in sixties between colons, or binary.
bool is_number_of_11(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.front())) return false;
  if (text.starts_with("0b")) return has_only(text.substr(2), "01_");
  if (text.starts_with("0x")) return has_only(text.substr(2), "0123456789abcdefABCDEF_");
  if (const std::size_t point = text.rfind('.'); point != std::string_view::npos) {
    const std::string_view fraction = text.substr(point + 1);
    if (!fraction.empty() && !has_only(fraction, "0123456789_")) return false;
    text = text.substr(0, point);
  }
  const std::size_t colon = text.find(':');
  if (!has_only(text.substr(0, colon), "0123456789_")) return false;
  while (text.find(':') != std::string_view::npos) {
    text.remove_prefix(text.find(':') + 1);
    if (!is_sixtieth(text.substr(0, text.find(':')))) return false;
  }
  return true;
}

// A date, or a date and a time: four digits, one or two, one or two, with hyphens between.
bool is_date(std::string_view text) {
  const auto take = [&](std::size_t least, std::size_t most) {
    std::string_view rest = text;
    const std::size_t digits = take_digits(rest).size();
    text = rest;
    return digits >= least && digits <= most;
  };
  const auto hyphen = [&] {
    const bool is_there = text.starts_with('-');
    if (is_there) text.remove_prefix(1);
    return is_there;
  };
  if (!take(4, 4) || !hyphen() || !take(1, 2) || !hyphen() || !take(1, 2)) return false;
  if (text.empty()) return true;
  const bool is_time =
      text.front() == 'T' || text.front() == 't' || text.front() == ' ' || text.front() == '\t';
  return is_time && text.find(':') != std::string_view::npos;
}

OtherReading reading_of_11(std::string_view text) {
  if (is_one_of(text, kBooleansOf11)) return OtherReading::boolean;
  if (is_date(text)) return OtherReading::date;
  return is_number_of_11(text) ? OtherReading::number : OtherReading::same;
}

}  // namespace

YamlScalar resolve_plain(std::string_view text, std::string& memory) {
  YamlScalar scalar;
  if (is_one_of(text, kNulls)) {
    scalar.kind = Kind::null;
  } else if (is_one_of(text, kTrue) || is_one_of(text, kFalse)) {
    scalar.kind = Kind::boolean;
    scalar.boolean = is_one_of(text, kTrue);
  } else if (is_one_of(text, kNoNumbers)) {
    scalar.kind = Kind::out_of_range;
  } else if (Decimal decimal; read_decimal(text, decimal)) {
    scalar = of_decimal(decimal, memory);
  } else if (!read_based(text, scalar)) {
    scalar.other = reading_of_11(text);
  }
  return scalar;
}

std::string_view words_for(OtherReading reading) noexcept {
  switch (reading) {
    case OtherReading::same:
      return "";
    case OtherReading::boolean:
      return "a boolean";
    case OtherReading::number:
      return "a number";
    case OtherReading::octal:
      return "an octal number";
    case OtherReading::date:
      return "a date";
    case OtherReading::text:
      return "a string";
  }
  return "";
}

}  // namespace admit::input
