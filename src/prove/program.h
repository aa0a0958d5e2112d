// Program: schema and declarative rules as one flat structure that is walked along the bytes of a
// request. Where a rule points into the schema, the schema's node is there once for each place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "admit/conditional_rule.h"
#include "format/ecma_pattern.h"
#include "format/format.h"
#include "prove/name_table.h"
#include "schema/plan.h"
#include "schema/type_set.h"

namespace admit::prove {

/// What is known of a value once it has been passed: a bit for each group of rules that something
/// in it breaks, if the conditions of that group hold; and two bits for the object around it.
using Facts = std::uint64_t;

inline constexpr Facts kGiven = Facts{1} << 63;   ///< not null, not the empty string
inline constexpr Facts kAbsent = Facts{1} << 62;  ///< null, and counts as absent
inline constexpr unsigned kMaxGroups = 62;
inline constexpr Facts kBroken = kAbsent - 1;  ///< the bits of the groups
inline constexpr Facts kAlways = kGiven;       ///< as a group: one that no condition stops
inline constexpr Facts kEscaped = kAbsent;     ///< as a group: one for texts with escapes

/// Which groups have their condition met by a member: one word for each such member, while the walk
/// is inside the value that the condition starts from.
inline constexpr std::size_t kMaxSlots = 64;

/// A condition that is settled where a value ends: what `groups` has been broken inside counts only
/// where the slot has it.
struct Settlement {
  std::uint32_t slot = 0;
  Facts groups = 0;
};

/// The text of a string decides about conditions.
struct SlotWrite {
  std::uint32_t slot = 0;
  Facts groups = 0;        ///< those that the slot speaks of
  std::vector<Facts> met;  ///< by number of the text in TextCheck::texts
  Facts met_by_others = 0;
};

/// What expect_endpoint and its kin say of one string.
struct EndpointCheck {
  Facts fault = 0;
  Facts notice = 0;
  Facts name_host = 0;  ///< broken by a name
  Facts ip_host = 0;    ///< broken by an address
  Facts no_port = 0;

  /// All groups that it can break.
  [[nodiscard]] Facts groups() const noexcept {
    return fault | notice | name_host | ip_host | no_port;
  }
};

struct FormatCheck {
  Format holds = nullptr;
  bool checks_empty = false;
  Facts broken = 0;
};

struct TextCheck {
  std::unique_ptr<NameTable> texts;  ///< of enum and const, and those that conditions name
  bool is_closed = false;            ///< no other text is allowed
  std::vector<SlotWrite> writes;
  schema::CountRange length;  ///< in code points
  EndpointCheck endpoint;
  Facts endpoint_groups = 0;         ///< those that `endpoint` can break
  std::vector<FormatCheck> formats;  ///< of rules
  const format::FormatRow* format = nullptr;
  const format::Pattern* pattern = nullptr;
  Facts format_groups = 0;  ///< those that `formats` can break
  bool is_only_endpoint = false;
  bool is_of_schema = false;  ///< there is length, format or pattern
};

struct NumberCheck {
  std::int64_t minimum = std::numeric_limits<std::int64_t>::min();
  std::int64_t maximum = std::numeric_limits<std::int64_t>::max();
  std::int64_t multiple_of = 1;
  bool is_closed = false;  ///< no other integer than these is allowed
  std::vector<std::int64_t> allowed;
  bool takes_fractions = true;  ///< false where one would need a closer look
};

struct Node;

/// A bound on the number of items, of the schema (`broken` is 0) or of a rule.
struct ItemCount {
  schema::CountRange range;
  Facts broken = 0;
};

struct ArrayCheck {
  const Node* item = nullptr;
  std::vector<ItemCount> counts;
};

struct Member {
  const Node* node = nullptr;
  std::uint64_t bit = 0;         ///< its place in the masks of its object
  Facts broken_if_missing = 0;   ///< where it is not given
  Facts broken_if_given = 0;     ///< as in its node
  Facts text_groups = ~Facts{};  ///< those of its node, kEscaped; all where it may be no string
};

struct ObjectCheck {
  std::unique_ptr<NameTable> names;
  std::vector<Member> members;   ///< by number of the name
  std::uint64_t required = 0;    ///< by the schema
  std::uint64_t wanted = 0;      ///< by rules
  const Node* others = nullptr;  ///< members that have no name above
  bool refuses_unknown = false;  ///< a member that the schema does not know is to be reported
  schema::CountRange count;
};

enum class Shape : std::uint8_t {
  any,  ///< well-formed is enough
  string,
  boolean,
  object,
  array,
  mixed,  ///< by its first byte, see `types`
  never,
};

/// What is asked of one value.
struct Node {
  Shape shape = Shape::any;
  bool null_is_absent = false;  ///< and nobody is to hear of it
  bool takes_true = true;       ///< where `types` has boolean
  bool takes_false = true;
  schema::TypeSet types = schema::TypeSet::all();
  Facts broken_if_given = 0;
  /// Of strings: any text will do while these groups are known not to have their conditions met.
  Facts text_groups = 0;
  std::unique_ptr<TextCheck> text;      ///< null: of any text
  std::unique_ptr<NumberCheck> number;  ///< null: any number
  std::unique_ptr<ArrayCheck> array;    ///< null: of any items
  std::unique_ptr<ObjectCheck> object;  ///< null: of any members
  std::vector<Settlement> settlements;  ///< for arrays and objects
};

/// Immutable once built; shared by threads.
struct Program {
  std::deque<Node> nodes;  ///< at addresses that stay
  const Node* root = nullptr;
  std::size_t max_depth = 0;
  std::size_t max_array_items = 0;
  std::size_t max_bytes = 0;  ///< of a body: the engine's limit, or what its limit of work allows
};

}  // namespace admit::prove
