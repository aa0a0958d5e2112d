// Matcher: whether a value meets a subschema, in silence; for alternatives and conditions.
//
// Walks without recursion, over a stack of its own. What it finds out about a value is remembered,
// so that a schema that asks the same many times over is no more work than one that asks once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "input/value.h"
#include "schema/plan.h"
#include "schema/value_tests.h"
#include "schema/visit.h"
#include "schema/work_budget.h"

namespace admit::schema {

class Matcher {
 public:
  Matcher(const Plan& plan, const ValueTests& tests, WorkBudget& budget) noexcept
      : plan_(plan), tests_(tests), budget_(budget) {}

  /// False also when the budget is spent, which the caller has to look at.
  bool matches(NodeId node, const input::Value& value);

 private:
  // What of a node is being looked at, in this order.
  enum class Phase : std::uint8_t {
    all_of,
    any_of,
    one_of,
    negation,
    condition,
    branch,
    dependencies,
    items,
    contains,
    members,
    names,
    done,
  };

  // A node and a value that are being compared.
  struct Frame {
    NodeId node = kNoNode;
    const input::Value* value = nullptr;
    Phase phase = Phase::all_of;
    std::size_t index = 0;    ///< within the phase
    std::size_t part = 0;     ///< of members: 0 for `properties`, then the patterns
    std::size_t fitting = 0;  ///< alternatives that fit, of one_of
    bool holds_if = false;
    bool is_known = false;  ///< of members: the current one has a schema
  };
  using Question = Visit;

  std::optional<bool> ask(const Question& question);
  std::optional<bool> take(Frame& frame, bool answer) const;
  std::optional<Question> next(Frame& frame, std::optional<bool>& verdict) const;
  std::optional<Question> next_of_phase(Frame& frame) const;
  [[nodiscard]] bool lacks_a_fit(const Frame& frame) const;
  static std::optional<Question> ask_once(Frame& frame, NodeId node);
  std::optional<Question> next_contained(Frame& frame) const;
  std::optional<Question> next_name(Frame& frame) const;
  std::optional<Question> next_alternative(Frame& frame, const std::vector<NodeId>& nodes) const;
  std::optional<Question> next_dependency(Frame& frame) const;
  std::optional<Question> next_item(Frame& frame) const;
  std::optional<Question> next_member(Frame& frame) const;
  std::optional<Question> next_of_member(Frame& frame, const input::Value::Member& member) const;
  [[nodiscard]] bool is_remembered(const Frame& frame) const;
  void close(bool verdict);

  const Plan& plan_;
  const ValueTests& tests_;
  WorkBudget& budget_;
  std::vector<Frame> frames_;
  std::unordered_map<Visit, bool, VisitHash> known_;
};

}  // namespace admit::schema
