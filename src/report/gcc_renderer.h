// render_gcc: a checked document -> the lines in which compilers report, for editors and logs.
#pragma once

#include <string>
#include <string_view>

#include "report/run.h"

namespace admit::report {

/// Each violation as `FILE:LINE:COLUMN: severity: message [code]`, where info is `note`, and its
/// related places behind it as notes of their own; then how many were not shown, or why there is
/// no verdict. Columns are code points, from 1. Empty for a document that is accepted without a
/// word. Nothing that comes from the document or its name can steer a terminal.
[[nodiscard]] std::string render_gcc(const CheckedDocument& document);

/// The lines of one violation of `file`.
[[nodiscard]] std::string gcc_lines(std::string_view file, const Violation& violation);

}  // namespace admit::report
