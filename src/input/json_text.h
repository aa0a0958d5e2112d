// JSON text of a value, compact, for messages.
#pragma once

#include <string>

#include "input/value.h"

namespace admit::input {

/// `value` as JSON without white space.
std::string to_json(const Value& value);

/// The text of a string, the JSON text of anything else.
std::string to_words(const Value& value);

}  // namespace admit::input
