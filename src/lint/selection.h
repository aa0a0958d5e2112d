// Selection: which of the JSON files of a folder are requests.
#pragma once

#include <string_view>

#include "admit/options.h"

namespace admit::lint {

/// True where `text` should be checked although nobody named its file: it does not parse, so that
/// nothing is known about it, or its root is an object with one of the members that make a request.
bool is_request(std::string_view text, const Limits& limits);

}  // namespace admit::lint
