// Probe: a quick look at what a text is, without building a document.
#pragma once

#include <span>
#include <string_view>

#include "admit/options.h"

namespace admit::input {

enum class Probe {
  no_json,     ///< it does not parse, or breaks a limit
  has_member,  ///< an object whose root has one of the members
  other,       ///< any other JSON document
};

/// Looks whether the root of `text` is an object with one of `members`.
Probe probe_document(std::string_view text, const Limits& limits,
                     std::span<const std::string_view> members);

}  // namespace admit::input
