// Words for what a keyword expects.
#pragma once

#include <string>

#include "admit/report.h"
#include "input/value.h"
#include "schema/type_set.h"

namespace admit::schema {

/// "a string", "an array"; for several, "a string, an array or null".
std::string with_article(Type type);
std::string with_article(TypeSet types);

/// What was found instead of `expected`: "a string", or "a number with a fraction".
std::string found_words(TypeSet expected, Type found);

/// The smallest repair of a value of the wrong type; empty where there is no obvious one.
std::string retype_hint(TypeSet expected, const input::Value& found);

/// A number as a parameter, exact for 64-bit integers.
ParamValue number_param(const input::Value& number);

}  // namespace admit::schema
