// restate: the schema of an engine -> one draft-07 document that says it to other validators.
#pragma once

#include <string_view>

#include "input/value.h"

namespace admit::schema {

struct RestateOptions {
  std::string_view revision;     ///< what came later is left out; empty: nothing
  bool admits_null = false;      ///< a member that is null counts as absent
  bool refuses_unknown = false;  ///< an object that names its properties takes no others
};

/// Copies the schema `source` into `out`, with all its annotations; `out` gets no view of it. Takes
/// stack by the depth of the schema.
///
/// Where null counts as absent, minProperties, maxProperties, dependencies and propertyNames would
/// still count it.
void restate(const input::Value& source, const RestateOptions& options, input::Dom& out);

}  // namespace admit::schema
