// The valijson front end: a hoisted schema -> PlanNodes, by way of valijson's constraint tree.
//
// valijson::SchemaParser builds the tree, a ConstraintVisitor of ours reads it. This is the one
// place that knows valijson; its exceptions end here.
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <string>
#include <vector>

#include "admit/result.h"
#include "schema/keyword.h"
#include "schema/plan.h"

namespace admit::schema {

/// A node as valijson's tree has it: structure, counts, names, types and patterns (not compiled).
/// Values of enum, const and bounds, the author's order and the locations are not in the tree.
struct TreeNode {
  PlanNode node;
  KeywordSet seen;  ///< every keyword that the tree holds for this node
  std::size_t enum_size = 0;
  std::string format;
  int visits = 0;  ///< how often the node was read; once, if all is well
};

/// Reads a document in the form that normalise() makes, with `count` definitions. Fails with a
/// message when valijson refuses the document or its tree is not of the expected form.
Result<std::vector<TreeNode>, std::string> read_tree(const rapidjson::Document& hoisted,
                                                     std::size_t count);

}  // namespace admit::schema
