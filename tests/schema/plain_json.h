// Values as JSON Schema draft-07 compares and counts them, each in the most obvious way; for the
// oracles.
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <string>

namespace admit::test {

/// The text of a string.
std::string plain_text(const rapidjson::Value& string);

/// How many code points `text`, well-formed UTF-8, has.
std::size_t plain_length(const std::string& text);

/// A number, exactly: 64 bits of mantissa hold every 64-bit integer and every double.
long double plain_number(const rapidjson::Value& number);

/// Whether `value` is of the type called `type` (validation, section 6.1.1).
bool is_plain_type(const rapidjson::Value& value, const std::string& type);

/// Core, section 4.2.3.
bool are_plainly_equal(const rapidjson::Value& a, const rapidjson::Value& b);

/// Whether `value` is a multiple of `divisor`, above 0, by long division of their decimal digits.
bool is_plain_multiple(const rapidjson::Value& value, const rapidjson::Value& divisor);

}  // namespace admit::test
