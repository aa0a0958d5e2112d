// Probe: a quick look at what a text is, without building a document.
#pragma once

#include <span>
#include <string_view>

#include "admit/options.h"
#include "admit/source.h"

namespace admit::input {

enum class Probe {
  unreadable,  ///< it does not parse, or breaks a limit
  has_member,  ///< an object whose root has one of the members
  other,       ///< any other document
};

/// Looks whether the root of `source` is an object with one of `members`.
Probe probe_document(const Source& source, const Limits& limits,
                     std::span<const std::string_view> members);

}  // namespace admit::input
