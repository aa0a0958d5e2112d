// Bodies: request bodies to measure with, made from a fixed seed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace admit::bench {

/// How many different bodies of a size there are: enough that no branch predictor learns one.
inline constexpr std::size_t kBodyCount = 128;

/// `count` different valid CreateService bodies, minified, with `services` services each; members
/// stand in random order.
std::vector<std::string> make_bodies(std::size_t count, std::size_t services);

}  // namespace admit::bench
