// render_problem: a checked document -> what a gateway would answer to the client, on one line.
#pragma once

#include <string>

#include "report/run.h"

namespace admit::report {

/// The problem details (RFC 9457) of render_answer, with a line feed: of a document that is
/// refused, and of one without a verdict. Empty for a document that is accepted. It is what a
/// client would see, so that no file is named in it.
[[nodiscard]] std::string render_problem(const CheckedDocument& document);

}  // namespace admit::report
