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

#include "format/ecma_pattern.h"
#include "format/format.h"
#include "input/value.h"
#include "schema/allowed_values.h"
#include "schema/schema_source.h"
#include "schema/type_set.h"

namespace admit::schema {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = std::numeric_limits<NodeId>::max();

struct Property {
  std::string name;
  NodeId node = kNoNode;
};

struct PatternProperty {
  std::string source;  ///< the pattern as the author wrote it
  NodeId node = kNoNode;
  std::optional<format::Pattern> pattern;  ///< set in a finished plan
};

/// `dependencies`: what the presence of a member asks for, one of both.
struct Dependency {
  std::string name;
  NodeId node = kNoNode;           ///< a schema that the object must meet
  std::vector<std::string> names;  ///< members that must stand beside it, in the author's order
};

/// A property or an enum value that a later revision has; for hints.
struct LaterName {
  std::string name;
  std::string since;
};

/// How many of something there may be.
struct CountRange {
  static constexpr std::uint64_t kUnbounded = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t min = 0;
  std::uint64_t max = kUnbounded;

  [[nodiscard]] bool is_bounded() const noexcept { return min > 0 || max != kUnbounded; }
  [[nodiscard]] bool holds(std::uint64_t count) const noexcept {
    return count >= min && count <= max;
  }
};

/// One subschema. Values (of enum, const and numbers) are those of the source, exact.
struct PlanNode {
  // Any value.
  bool never = false;  ///< the schema `false`
  TypeSet types = TypeSet::all();
  std::optional<AllowedValues> enumeration;
  const input::Value* constant = nullptr;
  std::vector<NodeId> all_of;
  std::vector<NodeId> any_of;
  std::vector<NodeId> one_of;
  NodeId not_ = kNoNode;
  NodeId if_ = kNoNode;
  NodeId then_ = kNoNode;
  NodeId else_ = kNoNode;

  // Numbers.
  const input::Value* minimum = nullptr;
  const input::Value* maximum = nullptr;
  const input::Value* exclusive_minimum = nullptr;
  const input::Value* exclusive_maximum = nullptr;
  const input::Value* multiple_of = nullptr;

  // Strings.
  CountRange length;  ///< in code points
  std::optional<format::Pattern> pattern;
  std::string pattern_source;
  const format::FormatRow* format = nullptr;  ///< one that asserts

  // Arrays.
  CountRange item_count;
  bool unique_items = false;
  NodeId items = kNoNode;          ///< for all items; or, with a tuple, for those beyond it
  std::vector<NodeId> item_tuple;  ///< for the first items, one each
  NodeId contains = kNoNode;

  // Objects.
  CountRange property_count;
  std::vector<std::string> required;          ///< in the author's order
  std::vector<Property> properties;           ///< sorted by name
  std::vector<std::uint32_t> shortest_first;  ///< `properties`, by length, then by name
  std::vector<std::uint32_t> by_length;       ///< where those of a length begin there; longest last
  std::vector<PatternProperty> pattern_properties;
  bool has_properties = false;  ///< `properties` or `patternProperties` stands there, be it empty
  NodeId additional_properties = kNoNode;
  NodeId property_names = kNoNode;
  std::vector<Dependency> dependencies;

  // For the report.
  std::vector<LaterName> later;  ///< left out of this revision
  std::string location;          ///< `#` and the JSON Pointer of the subschema in the author's
                                 ///< schema; with its URI, in another document
  const input::Value* source = nullptr;
  bool has_in_place = false;   ///< other nodes look at the same value
  bool asks_for_null = false;  ///< it, or one in its place, takes null by name

  /// Makes `shortest_first` and `by_length`: most names are told apart by their length alone.
  void index_properties();

  /// The schema of the member called `name`; kNoNode where `properties` has none.
  [[nodiscard]] NodeId find_property(std::string_view name) const noexcept;

  /// True where the node says something of the member, `additionalProperties` aside.
  [[nodiscard]] bool knows(std::string_view name) const;

  /// The revision that brings `name`, where this one has been left without it; else empty.
  [[nodiscard]] std::string_view since_of(std::string_view name) const noexcept;

  /// The nodes that look at the same value, whatever their verdict means for this one.
  template <class Visit>
  void for_each_in_place(Visit&& visit) const {
    for (const auto* list : {&all_of, &any_of, &one_of}) {
      for (const NodeId node : *list) visit(node);
    }
    for (const NodeId node : {not_, if_, then_, else_}) {
      if (node != kNoNode) visit(node);
    }
    for (const Dependency& dependency : dependencies) {
      if (dependency.node != kNoNode) visit(dependency.node);
    }
  }
};

/// Immutable once built; shared by threads. The root is node 0.
struct Plan {
  std::vector<std::unique_ptr<SchemaSource>> sources;  ///< own the values that nodes refer to
  std::vector<PlanNode> nodes;
  bool may_meet_twice = false;  ///< several nodes may look at one value

  [[nodiscard]] const PlanNode& node(NodeId id) const noexcept { return nodes[id]; }
};

}  // namespace admit::schema
