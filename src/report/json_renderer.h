// render_json: a whole run to the JSON report, version 1 (schemas/report.schema.json).
#pragma once

#include <string>
#include <string_view>

#include "report/run.h"

namespace admit::report {

/// The report on one line, with its line feed. The same run always gives the same bytes. What does
/// not apply to a violation (`because`, `hint`, `params`, `related`, `value`, `schema`, `source`)
/// is left out; an undecided document has a `reason`. Bytes that are not UTF-8, in a file name say,
/// become U+FFFD. `version`: that of the tool.
[[nodiscard]] std::string render_json(const Run& run, std::string_view version);

}  // namespace admit::report
