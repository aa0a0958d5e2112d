// Plan and active rules -> Program. Places that no rule points to share the nodes of their schema.
#include "prove/compile.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "admit/codes.h"
#include "prove/rule_groups.h"
#include "prove/threads.h"
#include "prove/value_checks.h"

namespace admit::prove {
namespace {

using schema::kNoNode;
using schema::PlanNode;

constexpr std::size_t kMaxNodes = 4096;
constexpr std::size_t kMaxMembers = 64;  // bits of a mask

// A value that is refused wherever it stands.
const Node kNever{.shape = Shape::never};

bool is_reported(const schema::EvaluateOptions& options, Code code) {
  return options.severities[static_cast<std::size_t>(code)] != Severity::ignore;
}

// The keyword of `node` that a Program cannot hold, or nothing.
std::optional<std::string> find_foreign_keyword(const PlanNode& node) {
  const std::pair<bool, const char*> keywords[] = {
      {!node.all_of.empty(), "allOf"},
      {!node.any_of.empty(), "anyOf"},
      {!node.one_of.empty(), "oneOf"},
      {node.not_ != kNoNode, "not"},
      {node.if_ != kNoNode, "if"},
      {node.unique_items, "uniqueItems"},
      {!node.item_tuple.empty(), "items"},
      {node.contains != kNoNode, "contains"},
      {!node.pattern_properties.empty(), "patternProperties"},
      {node.property_names != kNoNode, "propertyNames"},
      {!node.dependencies.empty(), "dependencies"},
  };
  const auto* const found = std::ranges::find_if(keywords, [](const auto& k) { return k.first; });
  if (found == std::end(keywords)) return std::nullopt;
  const std::string place = node.location.empty() ? "#" : node.location;
  return "the keyword `" + std::string(found->second) + "` at `" + place + "`";
}

class Compiler {
 public:
  Compiler(const schema::Plan& plan, const schema::EvaluateOptions& evaluate,
           std::vector<ProvenRule> rules, std::vector<std::string>& obstacles)
      : plan_(plan), evaluate_(evaluate), rules_(std::move(rules)), obstacles_(obstacles) {}

  std::unique_ptr<Program> run(const Limits& limits) {
    Threads threads(rules_);
    for (std::size_t i = 0; i < rules_.size(); ++i) threads.add({ThreadKind::scope, i});
    program_->root = node_at(0, threads);
    while (!places_.empty() && obstacles_.empty()) {
      const Place place = std::move(places_.back());
      places_.pop_back();
      fill(place);
    }
    link_members();
    program_->max_depth = limits.max_depth;
    program_->max_array_items = limits.max_array_items;
    program_->max_bytes = std::min(limits.max_body_bytes, limits.max_work / steps_per_byte_);
    return std::move(program_);
  }

 private:
  // A node of the schema (kNoNode: none), and the rules that point there.
  struct Place {
    Node* out = nullptr;
    schema::NodeId node = kNoNode;
    Threads threads;
  };

  Node* node_at(schema::NodeId id, const Threads& threads) {
    if (threads.empty()) {
      if (const auto known = shared_.find(id); known != shared_.end()) return known->second;
    }
    if (program_->nodes.size() == kMaxNodes) {
      obstacles_.emplace_back("the schema has more places than a program can hold");
      return &program_->nodes.back();
    }
    Node* node = &program_->nodes.emplace_back();
    if (threads.empty()) shared_.emplace(id, node);
    places_.push_back({node, id, threads});
    return node;
  }

  void fill(const Place& place) {
    const PlanNode* plan = place.node == kNoNode ? nullptr : &plan_.node(place.node);
    Node& out = *place.out;
    const bool nulls_count = plan != nullptr && plan->asks_for_null;
    out.null_is_absent =
        evaluate_.null_is_absent && !nulls_count && !is_reported(evaluate_, Code::schema_null);
    // A null that is to be reported is refused here, by a node that takes none.
    const bool null_is_told = evaluate_.null_is_absent && !nulls_count && !out.null_is_absent;
    if (plan != nullptr) {
      if (auto foreign = find_foreign_keyword(*plan)) obstacles_.push_back(std::move(*foreign));
      if (plan->never) {
        out.shape = Shape::never;
        return;
      }
      out.types = plan->types;
      out.number = make_number_check(*plan);
      restrict_literals(*plan, out);
      charge(*plan);
    }
    refuses_null_ = null_is_told;
    const Threads threads = expand(place.threads, out);
    fill_text(plan, threads, out);
    fill_array(plan, threads, out);
    fill_object(plan, threads, out);
    apply_ends(threads, out);
    choose_shape(out);
  }

  // Once all nodes are known: what a walk asks first about a member stands beside its name.
  void link_members() {
    for (Node& node : program_->nodes) {
      if (!node.object || !node.object->names) continue;
      for (Member& member : node.object->members) {
        member.broken_if_given = member.node->broken_if_given;
        const bool is_string = member.node->shape == Shape::string;
        if (is_string) member.text_groups = member.node->text_groups | kEscaped;
      }
      node.object->names->link(node.object->members);
    }
  }

  // What explaining would charge to its budget, for each byte of a body, at most.
  void charge(const PlanNode& node) {
    const std::size_t pattern = node.pattern ? 1 + node.pattern->program_size() / 256 : 0;
    steps_per_byte_ = std::max(steps_per_byte_, 8 + 2 * node.required.size() + pattern);
  }

  // Scopes that are reached go on to their members; conditions that start here get their slots.
  Threads expand(const Threads& threads, Node& out) {
    Threads expanded(rules_);
    std::map<std::vector<std::string>, std::uint32_t> slots;
    for (const Thread& thread : threads.all()) {
      if (thread.kind != ThreadKind::scope) {
        expanded.add(thread);
        continue;
      }
      start_conditions(thread, slots, expanded, out);
      if (!threads.is_at_end(thread)) {
        expanded.add(thread);
        continue;
      }
      const bool is_given = declared(thread).expectation == Expectation::given;
      expanded.add({is_given ? ThreadKind::given : ThreadKind::member, thread.rule});
    }
    return expanded;
  }

  void start_conditions(const Thread& scope,
                        std::map<std::vector<std::string>, std::uint32_t>& slots, Threads& expanded,
                        Node& out) {
    const ProvenRule& rule = rules_[scope.rule];
    for (std::size_t i = 0; i < rule.rule->conditions().size(); ++i) {
      const auto& bound = rule.rule->conditions()[i];
      if (bound.from != scope.at) continue;
      std::vector<std::string> path;
      path.reserve(bound.rest.size());
      for (const rules::PatternToken& token : bound.rest) path.push_back(token.name);
      const auto [slot, added] = slots.try_emplace(path, static_cast<std::uint32_t>(tests_.size()));
      if (added) {
        tests_.emplace_back();
        out.settlements.push_back({slot->second, 0});
        if (tests_.size() > kMaxSlots) {
          obstacles_.emplace_back("the rules have conditions on more than " +
                                  std::to_string(kMaxSlots) + " members");
        }
      }
      const auto settlement = std::ranges::find(out.settlements, slot->second, &Settlement::slot);
      settlement->groups |= Facts{1} << rule.group;
      tests_[slot->second].push_back({rule.group, &rule.rule->declared().conditions[i]});
      expanded.add({ThreadKind::condition, scope.rule, 0, i, slot->second});
    }
  }

  void fill_text(const PlanNode* plan, const Threads& threads, Node& out) {
    std::map<std::uint32_t, SlotTests> slots;
    for (const Thread& thread : threads.all()) {
      if (thread.kind == ThreadKind::condition && threads.is_at_end(thread)) {
        slots.insert({thread.slot, {thread.slot, &tests_[thread.slot]}});
      }
    }
    std::vector<SlotTests> list;
    list.reserve(slots.size());
    for (const auto& [slot, tests] : slots) list.push_back(tests);
    out.text = make_text_check(plan, list);
  }

  void fill_array(const PlanNode* plan, const Threads& threads, Node& out) {
    const Threads of_items = threads.at_member(nullptr);
    const bool asks = plan != nullptr && (plan->items != kNoNode || plan->item_count.is_bounded());
    if (!asks && of_items.empty() && out.settlements.empty() && !counts_items(threads)) return;
    out.array = std::make_unique<ArrayCheck>();
    out.array->item = node_at(plan == nullptr ? kNoNode : plan->items, of_items);
    if (plan != nullptr && plan->item_count.is_bounded()) {
      out.array->counts.push_back({plan->item_count, 0});
    }
  }

  [[nodiscard]] bool counts_items(const Threads& threads) const {
    return std::ranges::any_of(threads.all(), [&](const Thread& thread) {
      const Declaration& rule = declared(thread);
      return threads.is_at_end(thread) &&
             (rule.expectation == Expectation::max_items || rule.min_items > 0);
    });
  }

  void fill_object(const PlanNode* plan, const Threads& threads, Node& out) {
    std::set<std::string> names = threads.names();
    const bool asks =
        plan != nullptr && (plan->has_properties || plan->additional_properties != kNoNode ||
                            !plan->required.empty() || plan->property_count.is_bounded());
    const Threads of_others = threads.at_member(nullptr);
    if (!asks && names.empty() && of_others.empty() && out.settlements.empty()) return;
    out.object = std::make_unique<ObjectCheck>();
    ObjectCheck& object = *out.object;
    if (plan != nullptr) {
      for (const schema::Property& property : plan->properties) names.insert(property.name);
      for (const std::string& name : plan->required) names.insert(name);
      object.count = plan->property_count;
    }
    if (names.size() > kMaxMembers) {
      obstacles_.push_back("more than " + std::to_string(kMaxMembers) + " properties at `" +
                           (plan == nullptr ? "#" : plan->location) + "`");
      return;
    }
    const schema::NodeId additional = plan == nullptr ? kNoNode : plan->additional_properties;
    const bool has_strangers = plan != nullptr && plan->has_properties && additional == kNoNode;
    object.refuses_unknown = has_strangers && is_reported(evaluate_, Code::schema_unknown_member);
    object.others = node_at(additional, of_others);
    for (const std::string& name : names) add_member(plan, name, threads, object);
    object.names =
        std::make_unique<NameTable>(std::vector<std::string>(names.begin(), names.end()));
  }

  void add_member(const PlanNode* plan, const std::string& name, const Threads& threads,
                  ObjectCheck& object) {
    Member member;
    member.bit = std::uint64_t{1} << object.members.size();
    schema::NodeId id = plan == nullptr ? kNoNode : plan->find_property(name);
    const bool is_unknown = id == kNoNode;
    if (is_unknown && plan != nullptr) id = plan->additional_properties;
    for (const Thread& thread : threads.all()) {
      if (thread.kind != ThreadKind::given || threads.is_at_end(thread)) continue;
      if (threads.path_of(thread)[thread.at].name != name) continue;
      member.broken_if_missing |= group_bit(thread);
    }
    if (member.broken_if_missing != 0) object.wanted |= member.bit;
    if (plan != nullptr && std::ranges::find(plan->required, name) != plan->required.end()) {
      object.required |= member.bit;
    }
    member.node =
        is_unknown && object.refuses_unknown ? &kNever : node_at(id, threads.at_member(&name));
    object.members.push_back(member);
  }

  // What rules ask of the value that their patterns end at.
  void apply_ends(const Threads& threads, Node& out) {
    for (const Thread& thread : threads.all()) {
      const bool is_end = threads.is_at_end(thread) && thread.kind != ThreadKind::condition;
      if (is_end) apply(thread, out);
    }
    TextCheck& text = *out.text;
    for (const FormatCheck& format : text.formats) text.format_groups |= format.broken;
    text.endpoint_groups = text.endpoint.groups();
    text.is_of_schema =
        text.length.is_bounded() || text.format != nullptr || text.pattern != nullptr;
  }

  void apply(const Thread& thread, Node& out) const {
    const Declaration& rule = declared(thread);
    const Facts broken = group_bit(thread);
    constexpr std::uint64_t kUnbounded = schema::CountRange::kUnbounded;
    switch (rule.expectation) {
      case Expectation::given:
        if (rule.min_items > 0) out.array->counts.push_back({{rule.min_items, kUnbounded}, broken});
        return;
      case Expectation::unused:
        out.broken_if_given |= broken;
        return;
      case Expectation::format:
        out.text->formats.push_back({rule.format, rule.checks_empty, broken});
        return;
      case Expectation::max_items:
        out.array->counts.push_back({{0, rule.max_items}, broken});
        return;
      case Expectation::endpoint:
        apply_endpoint(thread, broken, out.text->endpoint);
        return;
      case Expectation::ip_host:
        out.text->endpoint.name_host |= broken;
        return;
      case Expectation::name_host:
        out.text->endpoint.ip_host |= broken;
        return;
      case Expectation::port:
        out.text->endpoint.no_port |= broken;
        return;
    }
  }

  void apply_endpoint(const Thread& thread, Facts broken, EndpointCheck& check) const {
    for (const rules::RuleCode& code : rules_[thread.rule].active->codes) {
      if (code.severity == Severity::ignore) continue;
      const bool is_notice = code.id == code_row(Code::endpoint_underscore).id ||
                             code.id == code_row(Code::endpoint_trailing_dot).id;
      (is_notice ? check.notice : check.fault) |= broken;
    }
  }

  void choose_shape(Node& out) const {
    const TextCheck& text = *out.text;
    out.text_groups = text.format_groups | text.endpoint_groups;
    if (text.texts != nullptr || text.is_of_schema) out.text_groups |= kAlways;
    const bool is_compared = text.texts != nullptr || text.is_of_schema || !text.formats.empty();
    out.text->is_only_endpoint = text.endpoint_groups != 0 && !is_compared;
    if (out.text_groups == 0) out.text.reset();
    schema::TypeSet& types = out.types;
    if (refuses_null_) types.remove(schema::Type::null);
    const auto is_only = [&](schema::Type type) {
      schema::TypeSet only;
      only.add(type);
      return types == only;
    };
    const bool asks = out.text || out.number || out.array || out.object || !out.takes_true ||
                      !out.takes_false || out.broken_if_given != 0;
    if (is_only(schema::Type::string)) {
      out.shape = Shape::string;
    } else if (is_only(schema::Type::boolean)) {
      out.shape = Shape::boolean;
    } else if (is_only(schema::Type::object) && out.object) {
      out.shape = Shape::object;
    } else if (is_only(schema::Type::array) && out.array) {
      out.shape = Shape::array;
    } else {
      out.shape = asks || !types.is_all() ? Shape::mixed : Shape::any;
    }
  }

  [[nodiscard]] const Declaration& declared(const Thread& thread) const {
    return rules_[thread.rule].rule->declared();
  }
  [[nodiscard]] Facts group_bit(const Thread& thread) const {
    return Facts{1} << rules_[thread.rule].group;
  }

  const schema::Plan& plan_;
  const schema::EvaluateOptions& evaluate_;
  std::vector<ProvenRule> rules_;
  std::vector<std::string>& obstacles_;
  std::unique_ptr<Program> program_ = std::make_unique<Program>();
  std::vector<Place> places_;
  std::map<schema::NodeId, Node*> shared_;
  std::deque<std::vector<TextTest>> tests_;  // by slot
  std::size_t steps_per_byte_ = 8;
  bool refuses_null_ = false;
};

}  // namespace

Compiled compile(const schema::Plan& plan, const std::vector<rules::ActiveRule>& rules,
                 const schema::EvaluateOptions& evaluate, const Limits& limits) {
  Compiled compiled;
  std::vector<ProvenRule> proven = group_rules(rules, compiled.obstacles);
  Compiler compiler(plan, evaluate, std::move(proven), compiled.obstacles);
  auto program = compiler.run(limits);
  if (compiled.obstacles.empty()) compiled.program = std::move(program);
  return compiled;
}

}  // namespace admit::prove
