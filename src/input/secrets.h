// find_secrets: a document in either syntax -> the stretches of it that must never be shown.
#pragma once

#include <vector>

#include "admit/source.h"
#include "text/mask.h"
#include "text/span.h"

namespace admit::input {

/// As text::find_secrets says of JSON. In YAML that can be read: the scalars below the name of a
/// secret member, and a comment in which such a name stands. In other YAML: as in malformed JSON.
[[nodiscard]] std::vector<text::Span> find_secrets(const Source& source,
                                                   const text::SecretNames& names);

}  // namespace admit::input
