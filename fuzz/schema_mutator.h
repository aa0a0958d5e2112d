// The words and edits by which JSON Schemas are turned into other ones.
#pragma once

#include <span>

#include "json_mutator.h"

namespace admit::fuzz {

/// Small schemas, the keywords of draft-07, and values that they take.
const Vocabulary& schema_words();

/// Those of json_edits, beside others that nest schemas and link them.
std::span<const Edit> schema_edits();

}  // namespace admit::fuzz
