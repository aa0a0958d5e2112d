// Words for what a keyword expects.
#pragma once

#include <string>

#include <string_view>

#include "admit/report.h"
#include "input/value.h"
#include "schema/plan.h"
#include "schema/type_set.h"

namespace admit::schema {

/// "a string", "an array"; for several, "a string, an array or null".
std::string with_article(Type type);
std::string with_article(TypeSet types);

/// What was found instead of `expected`: "a string", or "a number with a fraction".
std::string found_words(TypeSet expected, Type found);

/// The smallest repair of a value of the wrong type; empty where there is no obvious one.
std::string retype_hint(TypeSet expected, const input::Value& found);

/// An example of a format as a hint; empty where none helps.
std::string format_hint(std::string_view format);

/// ": " and what the author says of a subschema, its title or else its description, as part of a
/// wording; empty where it says nothing.
std::string reason_of(const PlanNode& node);

/// What to call a subschema: its title, or else its location.
std::string name_of(const PlanNode& node);

/// A number as a parameter, exact for 64-bit integers.
ParamValue number_param(const input::Value& number);

}  // namespace admit::schema
