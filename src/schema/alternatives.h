// Alternatives: which branch of anyOf or oneOf the author of a request probably meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "input/value.h"
#include "schema/plan.h"
#include "schema/value_tests.h"

namespace admit::schema {

/// A member whose value tells the alternatives apart: each has a const or an enum for it.
struct Discriminator {
  const input::Value* value = nullptr;  ///< of the member, in the request
  std::string name;
  std::vector<NodeId> fitting;               ///< alternatives that take the value
  std::vector<const input::Value*> allowed;  ///< what all of them take together
  bool is_in_all = false;                    ///< no alternative goes without it
};

/// The discriminator of `alternatives` in `value`, if there is one: the member that most of them,
/// two at least, have a const or an enum for.
std::optional<Discriminator> find_discriminator(const Plan& plan,
                                                const std::vector<NodeId>& alternatives,
                                                const input::Value& value, const ValueTests& tests);

/// Those of `alternatives` that take values of the type of `value`.
std::vector<NodeId> of_same_type(const Plan& plan, const std::vector<NodeId>& alternatives,
                                 const input::Value& value);

struct Candidate {
  NodeId node = kNoNode;
  std::size_t known = 0;  ///< members of the value that it knows, misspelt ones included
};

/// `alternatives`, those first that know most of the members of `value`: what its author meant is
/// told by the members written, rather than by how little an alternative asks. Among equals the
/// order of the schema stays.
std::vector<Candidate> by_known_members(const Plan& plan, const std::vector<NodeId>& alternatives,
                                        const input::Value& value);

/// What made the condition `condition` hold, or not: the member of `value` that it asks for a const
/// or an enum, or for its presence; null where it asks for something else.
const input::Value* find_cause(const Plan& plan, NodeId condition, const input::Value& value);

}  // namespace admit::schema
