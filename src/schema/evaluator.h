// Evaluator: one walk over a value, along all that a subschema asks of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "admit/codes.h"
#include "schema/alternatives.h"
#include "schema/evaluate.h"
#include "schema/matcher.h"
#include "schema/teller.h"
#include "schema/value_tests.h"
#include "schema/visit.h"

namespace admit::schema {

/// What the evaluators of one document share.
struct Tools {
  const Plan& plan;
  bool null_is_absent = false;
  const ValueTests& tests;
  Matcher& matcher;
  WorkBudget& budget;
};

class Evaluator {
 public:
  /// `nesting`: how many failing alternatives are being explained around this one.
  Evaluator(Tools& tools, const EvaluateOptions& options, const Evaluation& out,
            std::size_t nesting = 0)
      : tools_(tools),
        plan_(tools.plan),
        tests_(tools.tests),
        options_(options),
        out_(out),
        nesting_(nesting),
        wants_strangers_(wants_strangers(options)),
        teller_(options, out.log) {}

  /// Everything that `value` lacks of what `node` asks; stops when the budget is spent.
  void run(NodeId node, const input::Value& value);

 private:
  enum class TaskKind : std::uint8_t {
    value,
    additional,  ///< a member or an item that no other keyword speaks of
    stranger,    ///< a member that `parent` does not know
    absent,      ///< a null that counts as absent
  };

  // A value that is to be checked. Pushed in reverse, so that the document is walked in its order.
  struct Task {
    NodeId node = kNoNode;
    NodeId parent = kNoNode;  ///< the node of the object or array around it
    const input::Value* value = nullptr;
    const input::Value* name = nullptr;    ///< of a member
    const input::Value* object = nullptr;  ///< the object that a member belongs to
    const input::Value* cause = nullptr;   ///< what made `node` apply
    TaskKind kind = TaskKind::value;
    NodeId asker = kNoNode;  ///< the node that `node` stands in place of
  };
  struct Closest {
    NodeId node = kNoNode;
    std::size_t known = 0;
    std::size_t faults = 0;
    std::vector<input::Observation> observations;
  };

  void perform(const Task& task);
  void check_value(const PlanNode& node, const Task& task);
  void push_in_place(NodeId node, const Task& task, const input::Value* cause);

  void check_number(const PlanNode& node, const input::Value& value);
  void check_string(const PlanNode& node, const input::Value& value);
  void check_array(const Task& task);
  void check_object(const Task& task);
  void check_names(const PlanNode& node, const input::Value& object);
  void check_members(const Task& task);
  void check_member(const Task& task, const input::Value::Member& member);
  void note_known(const PlanNode& node, const input::Value& object);
  void require(const PlanNode& node, const input::Value& object, std::string_view name);
  void refuse_false(const PlanNode& node, const Task& task);

  void check_in_place(const Task& task);
  void check_alternatives(Code code, const std::vector<NodeId>& alternatives, const Task& task);
  void check_condition(const PlanNode& node, const Task& task);
  void check_dependencies(const PlanNode& node, const Task& task);
  void tell_none_fits(Code code, const std::vector<NodeId>& alternatives, const Task& task);
  void tell_several_fit(const std::vector<NodeId>& fitting, const Task& task);
  bool tell_by_discriminator(Code code, const Discriminator& discriminator, const Task& task);
  bool tell_by_type(Code code, const std::vector<NodeId>& alternatives, const Task& task);
  Closest find_closest(const std::vector<NodeId>& alternatives, const input::Value& value);
  Closest explain(const Candidate& candidate, const input::Value& value);
  void drop_known_strangers();

  Tools& tools_;
  const Plan& plan_;
  const ValueTests& tests_;
  const EvaluateOptions& options_;
  const Evaluation& out_;
  std::size_t nesting_;
  bool wants_strangers_;
  Teller teller_;
  std::vector<Task> tasks_;
  std::unordered_set<Visit, VisitHash> visited_;   ///< where nodes may meet a value twice
  std::unordered_set<const input::Value*> known_;  ///< members that some node knows
};

}  // namespace admit::schema
