// Tests of one value by the keywords of one subschema, without the subschemas inside.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "input/value.h"
#include "schema/plan.h"
#include "schema/work_budget.h"

namespace admit::schema {

/// Two equal items of an array.
struct Twins {
  const input::Value* first = nullptr;
  const input::Value* second = nullptr;
};

/// How a document is read: shared by all tests of one evaluation.
class ValueTests {
 public:
  ValueTests(const Plan& plan, bool null_is_absent, WorkBudget& budget) noexcept
      : plan_(plan), null_is_absent_(null_is_absent), budget_(budget) {}

  // One keyword each; true also for values that it does not speak of. Strings and arrays are
  // charged to the budget by their size.
  [[nodiscard]] bool is_allowed(const PlanNode& node, const input::Value& value) const;
  [[nodiscard]] bool is_constant(const PlanNode& node, const input::Value& value) const;
  [[nodiscard]] bool matches_pattern(const format::Pattern& pattern, std::string_view text) const;
  [[nodiscard]] bool is_of_format(const PlanNode& node, std::string_view text) const;
  [[nodiscard]] std::optional<Twins> find_twins(const input::Value& array) const;

  /// The member of `object` called `name`, if it is there and does not count as absent. `node`: the
  /// schema of the object.
  [[nodiscard]] const input::Value* find_present(const PlanNode& node, const input::Value& object,
                                                 std::string_view name) const;

  /// A null that counts as absent, `node` being what the schema says of it.
  [[nodiscard]] bool is_absent(NodeId node, const input::Value& value) const;

  /// How many members of `object` there are, but for those that count as absent.
  [[nodiscard]] std::size_t count_members(const PlanNode& node, const input::Value& object) const;

  /// All keywords of `node` that hold no schema.
  [[nodiscard]] bool holds(const PlanNode& node, const input::Value& value) const;

 private:
  [[nodiscard]] bool number_holds(const PlanNode& node, const input::Value& number) const;
  [[nodiscard]] bool string_holds(const PlanNode& node, const input::Value& string) const;
  [[nodiscard]] bool array_holds(const PlanNode& node, const input::Value& array) const;
  [[nodiscard]] bool object_holds(const PlanNode& node, const input::Value& object) const;

  const Plan& plan_;
  bool null_is_absent_;
  WorkBudget& budget_;
};

}  // namespace admit::schema
