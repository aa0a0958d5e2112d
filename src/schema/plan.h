// Plan: a schema made ready to be evaluated; flat nodes that refer to each other by number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/value.h"
#include "schema/schema_source.h"
#include "schema/type_set.h"

namespace admit::schema {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = std::numeric_limits<NodeId>::max();

struct Property {
  std::string name;
  NodeId node = kNoNode;
};

/// A property or an enum value that a later revision has; for hints.
struct LaterName {
  std::string name;
  std::string since;
};

/// One subschema. Values (of enum, const and bounds) are those of the source, exact.
struct PlanNode {
  bool never = false;  ///< the schema `false`
  TypeSet types = TypeSet::all();
  std::vector<const input::Value*> enumeration;  ///< empty: no enum
  const input::Value* constant = nullptr;
  const input::Value* minimum = nullptr;
  const input::Value* maximum = nullptr;
  std::uint64_t min_items = 0;
  NodeId items = kNoNode;
  std::vector<std::string> required;  ///< in the author's order
  std::vector<Property> properties;   ///< sorted by name
  bool has_properties = false;        ///< the keyword stands there, be it empty
  NodeId additional_properties = kNoNode;
  std::vector<LaterName> later;  ///< left out of this revision
  std::string location;  ///< `#` and the JSON Pointer of the subschema in the author's schema

  /// The schema of the member called `name`; kNoNode where `properties` has none.
  [[nodiscard]] NodeId find_property(std::string_view name) const noexcept;

  /// The revision that brings `name`, where this one has been left without it; else empty.
  [[nodiscard]] std::string_view since_of(std::string_view name) const noexcept;
};

/// Immutable once built; shared by threads. The root is node 0.
struct Plan {
  std::unique_ptr<SchemaSource> source;  ///< owns the values that nodes refer to
  std::vector<PlanNode> nodes;

  [[nodiscard]] const PlanNode& node(NodeId id) const noexcept { return nodes[id]; }
};

}  // namespace admit::schema
