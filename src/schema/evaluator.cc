// Evaluator: one walk over a value, along all that a subschema asks of it. Keywords that look at
// the same value again (allOf, anyOf, if, ...) are in evaluator_in_place.cc.
#include "schema/evaluator.h"

#include <algorithm>

#include "schema/decimal.h"
#include "schema/equal.h"
#include "schema/keyword.h"
#include "schema/schema_wording.h"
#include "schema/strangers.h"
#include "text/utf8.h"

namespace admit::schema {

using input::text_of;
using input::Value;

void Evaluator::run(NodeId node, const Value& value) {
  tasks_.push_back({node, kNoNode, &value});
  while (!tasks_.empty() && tools_.budget.spend(1)) {
    const Task task = tasks_.back();
    tasks_.pop_back();
    perform(task);
  }
  if (plan_.may_meet_twice) drop_known_strangers();
}

void Evaluator::perform(const Task& task) {
  if (task.kind == TaskKind::stranger) {
    out_.strangers.push_back({task.value, task.name, task.object, task.parent});
    return;
  }
  if (task.kind == TaskKind::absent) {
    out_.strangers.push_back({task.value, task.name, task.object, kNoNode});
    return;
  }
  if (plan_.may_meet_twice && !visited_.insert({task.node, task.value}).second) return;
  teller_.set_cause(task.cause);
  check_value(plan_.node(task.node), task);
}

// A value of the wrong kind altogether is told as that, and nothing else of it.
void Evaluator::check_value(const PlanNode& node, const Task& task) {
  const Value& value = *task.value;
  const auto refuse = [&] { out_.view.refuse(value); };
  if (node.never) {
    refuse();
    return refuse_false(node, task);
  }
  if (!node.types.allows(type_of(value))) {
    refuse();
    return teller_.tell_type(node, value);
  }
  if (!tests_.is_allowed(node, value)) {
    refuse();
    return teller_.tell_enum(node, value);
  }
  if (!tests_.is_constant(node, value)) {
    refuse();
    return teller_.tell_const(node, value);
  }
  if (value.IsNumber()) check_number(node, value);
  if (value.IsString()) check_string(node, value);
  if (value.IsArray()) check_array(task);
  if (value.IsObject()) check_object(task);
  if (node.has_in_place) check_in_place(task);
}

void Evaluator::refuse_false(const PlanNode& node, const Task& task) {
  if (task.kind != TaskKind::additional) {
    const std::string reason =
        task.asker == kNoNode ? std::string() : reason_of(plan_.node(task.asker));
    return teller_.tell_false(node, *task.value, reason);
  }
  const PlanNode& parent = plan_.node(task.parent);
  if (task.name == nullptr) return teller_.tell_additional_item(parent, *task.value);
  teller_.tell_additional_property(parent, {task.value, task.name});
}

void Evaluator::check_number(const PlanNode& node, const Value& value) {
  const auto check = [&](Code code, const Value* bound, bool (*holds)(std::strong_ordering)) {
    if (bound != nullptr && !holds(compare_numbers(value, *bound))) {
      teller_.tell_bound(code, node, value, *bound);
    }
  };
  using Order = std::strong_ordering;
  check(Code::schema_minimum, node.minimum, [](Order order) { return order >= 0; });
  check(Code::schema_maximum, node.maximum, [](Order order) { return order <= 0; });
  check(Code::schema_exclusive_minimum, node.exclusive_minimum,
        [](Order order) { return order > 0; });
  check(Code::schema_exclusive_maximum, node.exclusive_maximum,
        [](Order order) { return order < 0; });
  if (node.multiple_of != nullptr && !is_multiple(value, *node.multiple_of)) {
    teller_.tell_multiple(node, value);
  }
}

void Evaluator::check_string(const PlanNode& node, const Value& value) {
  const std::string_view text = text_of(value);
  if (node.length.is_bounded()) {
    const std::size_t length = text::count_code_points(text);
    if (!node.length.holds(length)) teller_.tell_length(node, value, length);
    if (length > node.length.max) return;  // no pattern has to look at that
  }
  if (node.pattern && !tests_.matches_pattern(*node.pattern, text)) {
    if (!tools_.budget.is_spent()) teller_.tell_pattern(node, value);
  }
  if (!tests_.is_of_format(node, text) && !tools_.budget.is_spent()) {
    teller_.tell_format(node, value);
  }
}

void Evaluator::check_array(const Task& task) {
  const PlanNode& node = plan_.node(task.node);
  const Value& array = *task.value;
  if (!node.item_count.holds(array.Size())) teller_.tell_item_count(node, array);
  if (node.unique_items) {
    if (const auto twins = tests_.find_twins(array)) teller_.tell_twins(node, *twins);
  }
  if (node.contains != kNoNode) {
    const bool contains = std::any_of(array.Begin(), array.End(), [&](const Value& item) {
      return tools_.matcher.matches(node.contains, item);
    });
    if (!contains && !tools_.budget.is_spent()) {
      teller_.tell_contains(node, plan_.node(node.contains), array);
    }
  }
  const std::size_t in_tuple = node.item_tuple.size();
  const std::size_t last =
      node.items == kNoNode ? std::min<std::size_t>(in_tuple, array.Size()) : array.Size();
  for (std::size_t i = last; i > 0; --i) {
    const bool is_additional = i > in_tuple;
    tasks_.push_back({is_additional ? node.items : node.item_tuple[i - 1], task.node,
                      array.Begin() + (i - 1), nullptr, nullptr, task.cause,
                      is_additional && in_tuple > 0 ? TaskKind::additional : TaskKind::value});
  }
}

void Evaluator::check_object(const Task& task) {
  const PlanNode& node = plan_.node(task.node);
  const Value& object = *task.value;
  for (const std::string& name : node.required) require(node, object, name);
  if (node.property_count.is_bounded()) {
    const std::size_t count = tests_.count_members(node, object);
    if (!node.property_count.holds(count)) teller_.tell_property_count(node, object, count);
  }
  if (node.property_names != kNoNode) check_names(node, object);
  if (node.has_properties || node.additional_properties != kNoNode) check_members(task);
  check_dependencies(node, task);
}

void Evaluator::require(const PlanNode& node, const Value& object, std::string_view name) {
  if (tests_.find_present(node, object, name) != nullptr) return;
  const Value* null = find_member(object, name);
  const Severity severity = options_.severities[static_cast<std::size_t>(Code::schema_required)];
  if (severity != Severity::ignore) {
    if (null != nullptr) {
      out_.claims.claim_null(null, severity);
    } else {
      out_.claims.claim_missing(&object, name, severity);
    }
  }
  teller_.tell_required(node, object, name, null);
}

void Evaluator::check_names(const PlanNode& node, const Value& object) {
  for (const Value::Member& member : object.GetObject()) {
    const bool fits = tools_.matcher.matches(node.property_names, member.name);
    if (tools_.budget.is_spent()) return;
    if (fits) continue;
    teller_.tell_property_name(node, plan_.node(node.property_names),
                               {&member.value, &member.name});
  }
}

void Evaluator::check_members(const Task& task) {
  const Value& object = *task.value;
  if (wants_strangers_ && plan_.may_meet_twice) note_known(plan_.node(task.node), object);
  for (auto member = object.MemberEnd(); member != object.MemberBegin();) {
    --member;
    check_member(task, *member);
  }
}

// The schemas of one member: that of `properties`, those of the patterns, or else the additional
// one.
void Evaluator::check_member(const Task& task, const Value::Member& member) {
  const PlanNode& node = plan_.node(task.node);
  const std::string_view name = text_of(member.name);
  Task child{kNoNode, task.node, &member.value, &member.name, task.value, task.cause};
  bool is_known = false;
  const auto push = [&](NodeId id, TaskKind kind) {
    if (id == kNoNode) return;
    is_known = true;
    child.node = id;
    child.kind = tests_.is_absent(id, member.value) ? TaskKind::absent : kind;
    tasks_.push_back(child);
  };
  for (auto pattern = node.pattern_properties.rbegin(); pattern != node.pattern_properties.rend();
       ++pattern) {
    if (tests_.matches_pattern(*pattern->pattern, name)) push(pattern->node, TaskKind::value);
  }
  push(node.find_property(name), TaskKind::value);
  if (!is_known) push(node.additional_properties, TaskKind::additional);
  if (is_known) {
    if (wants_strangers_ && plan_.may_meet_twice) known_.insert(&member.value);
    return;
  }
  child.kind = TaskKind::stranger;
  if (wants_strangers_) tasks_.push_back(child);
}

// A member is known where some schema for the same object knows it, whether that one applies or
// not.
void Evaluator::note_known(const PlanNode& node, const Value& object) {
  if (!node.has_in_place) return;
  std::unordered_set<NodeId> closure;
  std::vector<NodeId> pending;
  const auto add = [&](NodeId id) {
    if (closure.insert(id).second) pending.push_back(id);
  };
  node.for_each_in_place(add);
  while (!pending.empty()) {
    const PlanNode& other = plan_.node(pending.back());
    pending.pop_back();
    other.for_each_in_place(add);
    if (!tools_.budget.spend(object.MemberCount())) return;
    for (const Value::Member& member : object.GetObject()) {
      const bool knows =
          other.additional_properties != kNoNode || other.knows(text_of(member.name));
      if (knows) known_.insert(&member.value);
    }
  }
}

void Evaluator::drop_known_strangers() {
  std::unordered_set<const Value*> told;
  std::erase_if(out_.strangers, [&](const Stranger& stranger) {
    const bool is_unknown = stranger.node != kNoNode;
    if (is_unknown && known_.contains(stranger.value)) return true;
    return !told.insert(stranger.value).second;
  });
}

}  // namespace admit::schema
