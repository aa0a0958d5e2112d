// Plan x Document -> observations: every keyword that does not hold, told once.
#include "schema/evaluate.h"

#include <algorithm>
#include <string>
#include <utility>

#include "input/json_text.h"
#include "schema/equal.h"
#include "schema/schema_wording.h"
#include "schema/strangers.h"
#include "text/suggest.h"

namespace admit::schema {
namespace {

using input::Anchor;
using input::Observation;
using input::Quoted;
using input::text_of;
using input::Value;

// A value that is to be checked. Pushed in reverse, so that the document is walked in its order.
struct Task {
  NodeId node = kNoNode;    ///< kNoNode: a member that the schema does not know
  NodeId parent = kNoNode;  ///< the node of the object, for members
  const Value* value = nullptr;
  const Value* name = nullptr;    ///< of a member
  const Value* object = nullptr;  ///< the object that a member belongs to
};

class Evaluator {
 public:
  Evaluator(const Plan& plan, const EvaluateOptions& options, const Evaluation& out)
      : plan_(plan), options_(options), out_(out) {}

  void run(const Value& root) {
    tasks_.push_back({0, kNoNode, &root, nullptr, nullptr});
    while (!tasks_.empty()) {
      const Task task = tasks_.back();
      tasks_.pop_back();
      if (task.node == kNoNode) {
        out_.strangers.push_back({task.value, task.name, task.object, task.parent});
      } else if (is_absent_null(task)) {
        out_.strangers.push_back({task.value, task.name, task.object, kNoNode});
      } else {
        check_value(plan_.node(task.node), task);
      }
    }
  }

 private:
  // A null member counts as absent, unless the schema asks for null by name.
  bool is_absent_null(const Task& task) const {
    if (!options_.null_is_absent || task.name == nullptr || !task.value->IsNull()) return false;
    const TypeSet types = plan_.node(task.node).types;
    return types.is_all() || !types.has(Type::null);
  }

  void check_value(const PlanNode& node, const Task& task) {
    const Value& value = *task.value;
    if (node.never) return refuse_false(node, task);
    const Type type = type_of(value);
    if (!node.types.allows(type)) return refuse_type(node, value, type);
    if (!is_enumerated(node, value)) return refuse_enum(node, value);
    if (node.constant != nullptr && !equal_values(*node.constant, value)) {
      return refuse_const(node, value);
    }
    if (value.IsNumber()) check_number(node, value);
    if (value.IsArray()) check_array(node, value);
    if (value.IsObject()) check_object(task.node, value);
  }

  static bool is_enumerated(const PlanNode& node, const Value& value) {
    const auto same = [&](const Value* allowed) { return equal_values(*allowed, value); };
    return node.enumeration.empty() || std::ranges::any_of(node.enumeration, same);
  }

  void refuse_false(const PlanNode& node, const Task& task) {
    out_.view.refuse(*task.value);
    const bool additional = task.parent != kNoNode &&
                            plan_.node(task.parent).find_property(text_of(*task.name)) == kNoNode;
    if (additional) return refuse_additional(task);
    Observation* seen = note(Code::schema_false, *task.value, Anchor::value);
    if (seen == nullptr) return;
    seen->schema = node.location;
    seen->wording = "{place} is not allowed";
    seen->hint = "delete it";
  }

  void refuse_additional(const Task& task) {
    Observation* seen = note(Code::schema_additional_properties, *task.value, Anchor::name);
    if (seen == nullptr) return;
    describe_stranger(plan_.node(task.parent), *task.name, *seen);
    seen->schema = plan_.node(task.parent).location + "/additionalProperties";
    seen->wording = "{place} is not allowed: the schema has no member {member} here";
  }

  void refuse_type(const PlanNode& node, const Value& value, Type type) {
    out_.view.refuse(value);
    Observation* seen = note(Code::schema_type, value, Anchor::value);
    if (seen == nullptr) return;
    seen->schema = node.location + "/type";
    seen->params.push_back({{"expected", node.types.names()}, Quoted::nothing});
    seen->params.push_back({{"found", std::string(name_of(type))}, Quoted::nothing});
    seen->wording =
        "{place} must be " + with_article(node.types) + ", not " + found_words(node.types, type);
    seen->hint = retype_hint(node.types, value);
  }

  void refuse_enum(const PlanNode& node, const Value& value) {
    out_.view.refuse(value);
    Observation* seen = note(Code::schema_enum, value, Anchor::value);
    if (seen == nullptr) return;
    std::vector<std::string> allowed;
    for (const Value* one : node.enumeration) allowed.push_back(input::to_words(*one));
    const std::vector<std::string_view> words(allowed.begin(), allowed.end());
    seen->schema = node.location + "/enum";
    const std::string_view since =
        value.IsString() ? node.since_of(text_of(value)) : std::string_view();
    if (!since.empty()) {
      seen->params.push_back({{"since", std::string(since)}, Quoted::nothing});
      seen->hint = "revision {since} of the API brings it: choose that one";
    } else if (value.IsString()) {
      if (const auto nearest = text::closest(text_of(value), words)) {
        seen->params.push_back({{"suggestion", std::string(*nearest)}, Quoted::value});
        seen->hint = "did you mean {suggestion}?";
      }
    }
    seen->params.push_back({{"allowed", std::move(allowed)}, Quoted::nothing});
    seen->wording = "{place} is {value}, which is none of {allowed}";
  }

  void refuse_const(const PlanNode& node, const Value& value) {
    out_.view.refuse(value);
    Observation* seen = note(Code::schema_const, value, Anchor::value);
    if (seen == nullptr) return;
    seen->schema = node.location + "/const";
    seen->params.push_back({{"allowed", input::to_words(*node.constant)}, Quoted::nothing});
    seen->wording = "{place} must be {allowed}";
    seen->hint = "write {allowed}";
  }

  void check_number(const PlanNode& node, const Value& value) {
    if (node.minimum != nullptr && compare_numbers(value, *node.minimum) < 0) {
      note_bound(Code::schema_minimum, node, value, *node.minimum, "minimum", "below");
    }
    if (node.maximum != nullptr && compare_numbers(value, *node.maximum) > 0) {
      note_bound(Code::schema_maximum, node, value, *node.maximum, "maximum", "above");
    }
  }

  void note_bound(Code code, const PlanNode& node, const Value& value, const Value& bound,
                  const std::string& keyword, const std::string& relation) {
    Observation* seen = note(code, value, Anchor::value);
    if (seen == nullptr) return;
    seen->schema = node.location + "/" + keyword;
    seen->params.push_back({{keyword, number_param(bound)}, Quoted::nothing});
    seen->wording = "{place} is {value}, " + relation + " the " + keyword + " of {" + keyword + "}";
    seen->hint = "write a number of " + std::string(keyword == "minimum" ? "at least" : "at most") +
                 " {" + keyword + "}";
  }

  void check_array(const PlanNode& node, const Value& value) {
    if (value.Size() < node.min_items) note_min_items(node, value);
    if (node.items == kNoNode) return;
    for (const Value* item = value.End(); item != value.Begin();) {
      tasks_.push_back({node.items, kNoNode, --item, nullptr, nullptr});
    }
  }

  void note_min_items(const PlanNode& node, const Value& value) {
    Observation* seen = note(Code::schema_min_items, value, Anchor::value);
    if (seen == nullptr) return;
    seen->schema = node.location + "/minItems";
    seen->params.push_back({{"minimum", node.min_items}, Quoted::nothing});
    seen->params.push_back({{"found", std::uint64_t{value.Size()}}, Quoted::nothing});
    seen->wording = "{place} has {found} items, fewer than {minimum}";
    seen->hint = "add items";
  }

  void check_object(NodeId id, const Value& object) {
    const PlanNode& node = plan_.node(id);
    for (const std::string& name : node.required) check_required(node, object, name);
    if (!node.has_properties && node.additional_properties == kNoNode) return;
    for (auto member = object.MemberEnd(); member != object.MemberBegin();) {
      --member;
      NodeId child = node.find_property(text_of(member->name));
      if (child == kNoNode) child = node.additional_properties;
      tasks_.push_back({child, id, &member->value, &member->name, &object});
    }
  }

  void check_required(const PlanNode& node, const Value& object, const std::string& name) {
    const Value* found = nullptr;
    for (const Value::Member& member : object.GetObject()) {
      if (text_of(member.name) == name) found = &member.value;
    }
    const bool null = found != nullptr && options_.null_is_absent && found->IsNull();
    if (found != nullptr && !null) return;
    claim_required(null ? found : nullptr, object, name);
    Observation* seen = null ? note(Code::schema_required, *found, Anchor::value)
                             : note(Code::schema_required, object, Anchor::opening);
    if (seen == nullptr) return;
    seen->member = name;
    seen->is_missing = !null;
    seen->schema = node.location + "/required";
    seen->params.push_back({{"member", name}, Quoted::nothing});
    seen->wording = null ? "{place} is null, and it is required" : "{member} is missing in {place}";
    seen->hint = null ? "give it a value" : "add {member}";
  }

  void claim_required(const Value* null, const Value& object, const std::string& name) {
    const Severity severity = severity_of(Code::schema_required);
    if (severity == Severity::ignore) return;
    if (null != nullptr) return out_.claims.claim_null(null, severity);
    out_.claims.claim_missing(&object, name, severity);
  }

  [[nodiscard]] Severity severity_of(Code code) const noexcept {
    return options_.severities[static_cast<std::size_t>(code)];
  }

  Observation* note(Code code, const Value& value, Anchor anchor) {
    return schema::note(options_, out_.log, code, value, anchor);
  }

  const Plan& plan_;
  const EvaluateOptions& options_;
  const Evaluation& out_;
  std::vector<Task> tasks_;
};

}  // namespace

Observation* note(const EvaluateOptions& options, input::ObservationLog& log, Code code,
                  const Value& value, Anchor anchor) {
  const Severity severity = options.severities[static_cast<std::size_t>(code)];
  Observation* seen = severity == Severity::ignore ? nullptr : log.add(severity);
  if (seen == nullptr) return nullptr;
  seen->code = static_cast<std::size_t>(code);
  seen->at = &value;
  seen->anchor = anchor;
  return seen;
}

void evaluate(const Plan& plan, const Value& root, const EvaluateOptions& options,
              const Evaluation& out) {
  Evaluator(plan, options, out).run(root);
}

}  // namespace admit::schema
