// Plain scalars of YAML: text -> value, by the core schema of YAML 1.2 (section 10.3.2).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "input/json_token.h"

namespace admit::input {

/// What readers of YAML 1.1 take a plain scalar for, where they differ from those of 1.2.
enum class OtherReading : std::uint8_t { same, boolean, number, octal, date, text };

struct YamlScalar {
  enum class Kind : std::uint8_t {
    null,
    boolean,
    integer,
    unsigned_integer,
    real,
    string,
    out_of_range,  ///< a number beyond a double, an infinity, no number
  };

  Kind kind = Kind::string;
  bool boolean = false;
  std::int64_t integer = 0;
  std::uint64_t unsigned_integer = 0;
  double real = 0;
  OtherReading other = OtherReading::same;
};

/// The value of the plain scalar `text`. `memory` is used for numbers that JSON writes otherwise.
YamlScalar resolve_plain(std::string_view text, std::string& memory);

/// "a boolean", "a number", "an octal number", "a date", "a string"; empty for `same`.
std::string_view words_for(OtherReading reading) noexcept;

}  // namespace admit::input
