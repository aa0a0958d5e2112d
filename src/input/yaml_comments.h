// find_comments: the comments of a YAML document.
#pragma once

#include <optional>
#include <vector>

#include "admit/source.h"
#include "input/json_scanner.h"
#include "text/span.h"

namespace admit::input {

struct YamlComment {
  text::Span span;        ///< from its `#` to the end of its line
  bool is_alone = false;  ///< nothing but blanks stands before it in its line
};

/// The comments of `document`, in order; nothing where it cannot be read. libyaml drops comments:
/// they are found as the `#` behind a blank or at the start of a line, outside every scalar.
std::optional<std::vector<YamlComment>> find_comments(const Source& document, ScanLimits limits);

}  // namespace admit::input
