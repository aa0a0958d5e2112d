// Bodies: request bodies to measure with, made from a fixed seed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace admit::bench {

/// How many different bodies of a size there are: enough that no branch predictor learns one.
inline constexpr std::size_t kBodyCount = 128;

/// How a body is written.
struct BodyStyle {
  bool is_shuffled =
      true;  ///< members in another order in every object, instead of always the same
  bool is_indented = false;  ///< by two spaces a level, instead of minified
  bool has_fault = false;    ///< the last service lacks its namespace
};

/// `count` different CreateService bodies with `services` services each.
std::vector<std::string> make_bodies(std::size_t count, std::size_t services,
                                     const BodyStyle& style = {});

}  // namespace admit::bench
