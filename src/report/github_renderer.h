// render_github: a checked document -> the workflow commands by which GitHub Actions annotates it.
#pragma once

#include <string>

#include "report/run.h"

namespace admit::report {

/// Each violation as one line:
///
///     ::error file=F,line=L,endLine=L,col=C,endColumn=C,title=CODE::message%0Ahint: repair
///
/// with `warning`, and `notice` for info; then how many were not shown, or why there is no verdict.
/// Lines and columns count from 1, the end is exclusive. A range over several lines has no columns:
/// GitHub takes none there. Empty for a document that is accepted without a word.
[[nodiscard]] std::string render_github(const CheckedDocument& document);

}  // namespace admit::report
