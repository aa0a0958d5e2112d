// Canonical texts of JSON values: equal exactly when the values are, as JSON Schema means it
// (draft-07, core section 4.2.3).
#pragma once

#include <string>

#include "input/value.h"

namespace admit::schema {

/// Appends the canonical text of `root`: numbers by mathematical value, members sorted by name.
/// Not meant to be read. Needs stack that does not depend on the value.
void append_canonical(std::string& out, const input::Value& root);

inline std::string canonical(const input::Value& value) {
  std::string out;
  append_canonical(out, value);
  return out;
}

}  // namespace admit::schema
