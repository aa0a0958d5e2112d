// BodySets: the bodies that everything is measured with, by size and by how they are written.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "bodies.h"

namespace admit::bench {

/// Of every body, so many bytes may be read beyond its end: some parsers want that.
inline constexpr std::size_t kPadding = 64;

/// What an engine has to be allowed: a large body that is indented exceeds the default.
inline constexpr std::size_t kMaxBodyBytes = std::size_t{4} << 20;

struct BodySet {
  const char* name;
  std::size_t count;     ///< different bodies
  std::size_t services;  ///< in each of them
  BodyStyle style;
};

/// All of them: valid ones, minified and indented, and those with a fault.
std::span<const BodySet> body_sets() noexcept;

/// The bodies of a set, made when they are first asked for.
const std::vector<std::string>& bodies_of(const BodySet& set);

}  // namespace admit::bench
