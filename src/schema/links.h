// Links: which subschema leads to which; circles among them, and the order to visit them in.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "schema/plan.h"

namespace admit::schema {

struct Link {
  NodeId to = kNoNode;
  bool in_place = false;  ///< both look at the same value: allOf, not, if, ...
};

/// The links of each subschema, in the order in which valijson follows them.
using Links = std::vector<std::vector<Link>>;

/// A subschema that leads back to itself without consuming anything, if there is one.
std::optional<NodeId> find_loop(const Links& links);

/// Those that can be reached from 0, each after what it leads to, but for circles.
std::vector<NodeId> visiting_order(const Links& links);

/// All of them, each after those that look at the same value. There must be no loop.
std::vector<NodeId> in_place_order(const Links& links);

}  // namespace admit::schema
