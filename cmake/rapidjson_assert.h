// What a failed assertion inside RapidJSON does: it throws, and the nearest catch wall of admit
// turns that into a BuildError or an undecided verdict. Forced into every translation unit that
// sees RapidJSON, so that all of them agree.
#pragma once

#include <stdexcept>

#define RAPIDJSON_ASSERT(x) \
  ((x) ? static_cast<void>(0) : throw std::logic_error("RapidJSON assertion failed: " #x))
