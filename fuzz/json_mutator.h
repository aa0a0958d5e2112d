// mutate_json: the bytes of a JSON document -> those of another one, for LLVMFuzzerCustomMutator.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "json_edits.h"

namespace admit::fuzz {

using Edit = void (*)(JsonTree& root, Random& random);

/// Changes `bytes` in place, which has room for `max_size`; the new size. Bytes that are no JSON,
/// results that are too large, and one call in eight are left to LLVMFuzzerMutate; some calls start
/// again from a document of `words`.
std::size_t mutate_json(std::uint8_t* bytes, std::size_t size, std::size_t max_size,
                        unsigned int seed, std::span<const Edit> edits, const Vocabulary& words);

}  // namespace admit::fuzz
