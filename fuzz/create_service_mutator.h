// The words and edits by which requests of CreateService are turned into other ones.
#pragma once

#include <span>

#include "json_mutator.h"

namespace admit::fuzz {

/// One valid request of each source type, the names of all members, and telling values.
const Vocabulary& create_service_words();

/// Those of json_edits, beside others that know source types and endpoints.
std::span<const Edit> create_service_edits();

}  // namespace admit::fuzz
