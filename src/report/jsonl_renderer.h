// render_jsonl: a checked document -> one line of JSON, as it stands in the JSON report.
#pragma once

#include <string>

#include "report/run.h"

namespace admit::report {

/// The object of `documents` in the JSON report (schemas/report.schema.json, definition
/// `document`), with its line feed. Every document has one, one that is accepted too.
[[nodiscard]] std::string render_jsonl(const CheckedDocument& document);

}  // namespace admit::report
