// interpolate: the wording of a violation and its details to the text that people read.
#pragma once

#include <string>
#include <string_view>

#include "admit/report.h"

namespace admit::report {

/// `wording` with its placeholders filled in from `violation`:
///
/// - `{place}`: the pointer in backticks, or "the request" for the root;
/// - `{value}`: the offending value in backticks;
/// - `{NAME}`: the parameter NAME: a text in backticks, a number plain, a list as "`a`, `b` or `c`"
///   (of a long one the first 12, "and 5 more");
/// - `{{`: one brace.
///
/// Any other text in braces stays as it is. What was filled in is not looked at again. The result
/// is one line that is safe to print (text/escape.h). For messages and hints alike.
[[nodiscard]] std::string interpolate(std::string_view wording, const Violation& violation);

/// `text` made printable, in backticks.
[[nodiscard]] std::string quoted(std::string_view text);

/// A pointer as `{place}` shows it.
[[nodiscard]] std::string place_name(std::string_view pointer);

}  // namespace admit::report
