// render_text: the outcome of one document to what a person reads on a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "admit/source.h"
#include "report/run.h"
#include "text/span.h"

namespace admit::report {

struct TextStyle {
  bool colour = false;  ///< ANSI escape sequences, for a terminal
};

/// Each violation with its place, its line of the source and a caret below:
///
///     orders.json:3:5: error: `namespace` is missing in `/serviceConfigs/0`
///     [service.namespace-required]
///       3 |     { "name": "a" }
///         |     ^
///       because: `/sourceType`
///       also: orders.json:2:17: the first one
///       hint: add `"namespace"` to the service
///
/// then how many were not shown, or why there is no verdict. Empty for a document that is accepted
/// without a word; else ends in a line feed.
///
/// `source`: what was checked. `secrets`: what input::find_secrets found in it. Nothing
/// that comes from source or file name can steer the terminal.
[[nodiscard]] std::string render_text(const CheckedDocument& document, const Source& source,
                                      const std::vector<text::Span>& secrets, TextStyle style);

/// One line, with its line feed, such as "3 documents: 1 accepted, 2 rejected; 3 errors, 1 warning;
/// 2 files skipped".
[[nodiscard]] std::string render_summary(const Summary& summary);

}  // namespace admit::report
