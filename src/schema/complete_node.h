// What valijson's tree does not hold of a subschema, from the author's text.
#pragma once

#include <optional>
#include <string_view>

#include "schema/library.h"
#include "schema/normalise.h"
#include "schema/valijson_front.h"

namespace admit::schema {

/// Bounds the size of all compiled patterns of one schema.
struct PatternBudget {
  std::size_t left = 400'000;  ///< instructions
};

/// Completes the node of `tree` that stands for `entry`: values, order, patterns, formats,
/// location.
std::optional<BuildError> complete_node(TreeNode& tree, const HoistedEntry& entry,
                                        const Library& library, std::string_view revision,
                                        PatternBudget& budget);

}  // namespace admit::schema
