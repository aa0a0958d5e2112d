// Matcher: whether a value meets a subschema, in silence.
#include "schema/matcher.h"

namespace admit::schema {
namespace {

using input::text_of;
using input::Value;

bool is_container(const Value& value) {
  return value.IsArray() || value.IsObject();
}

}  // namespace

bool Matcher::matches(NodeId node, const Value& value) {
  frames_.clear();
  std::optional<bool> verdict = ask({node, &value});
  while (!budget_.is_spent()) {
    if (verdict) {
      if (frames_.empty()) return *verdict;
      verdict = take(frames_.back(), *verdict);
    }
    std::optional<Question> question;
    if (!verdict) question = next(frames_.back(), verdict);
    if (question) {
      verdict = ask(*question);
    } else if (verdict) {
      close(*verdict);
    }
  }
  return false;
}

// The answer, where it needs no walk; else a frame is opened.
std::optional<bool> Matcher::ask(const Question& question) {
  budget_.spend(1);
  const PlanNode& node = plan_.node(question.node);
  const Value& value = *question.value;
  const Frame frame{question.node, question.value};
  if (is_remembered(frame)) {
    const auto known = known_.find(question);
    if (known != known_.end()) return known->second;
  }
  if (!tests_.holds(node, value)) return false;
  if (!node.has_in_place && !is_container(value)) return true;
  frames_.push_back(frame);
  return std::nullopt;
}

bool Matcher::is_remembered(const Frame& frame) const {
  return plan_.node(frame.node).has_in_place || is_container(*frame.value);
}

void Matcher::close(bool verdict) {
  const Frame& frame = frames_.back();
  if (is_remembered(frame)) known_.emplace(Visit{frame.node, frame.value}, verdict);
  frames_.pop_back();
}

// What the answer to its last question means for a frame: a verdict, or nothing yet.
std::optional<bool> Matcher::take(Frame& frame, bool answer) const {
  switch (frame.phase) {
    case Phase::any_of:
    case Phase::contains:
      if (answer) frame.fitting = 1;
      return std::nullopt;
    case Phase::one_of:
      if (answer && ++frame.fitting > 1) return false;
      return std::nullopt;
    case Phase::negation:
      return answer ? std::optional(false) : std::nullopt;
    case Phase::condition:
      frame.holds_if = answer;
      return std::nullopt;
    default:
      return answer ? std::nullopt : std::optional(false);
  }
}

// The next question that a frame has to ask; without one, its verdict.
std::optional<Matcher::Question> Matcher::next(Frame& frame, std::optional<bool>& verdict) const {
  while (frame.phase != Phase::done) {
    if (auto question = next_of_phase(frame)) return question;
    if (lacks_a_fit(frame)) {
      verdict = false;
      return std::nullopt;
    }
    frame.phase = static_cast<Phase>(static_cast<int>(frame.phase) + 1);
    frame.index = 0;
    frame.fitting = 0;
  }
  verdict = true;
  return std::nullopt;
}

// True where one of several had to fit, all have been asked, and none does.
bool Matcher::lacks_a_fit(const Frame& frame) const {
  const PlanNode& node = plan_.node(frame.node);
  if (frame.fitting > 0) return false;
  if (frame.phase == Phase::any_of) return !node.any_of.empty();
  if (frame.phase == Phase::one_of) return !node.one_of.empty();
  return frame.phase == Phase::contains && node.contains != kNoNode && frame.value->IsArray();
}

std::optional<Matcher::Question> Matcher::next_of_phase(Frame& frame) const {
  const PlanNode& node = plan_.node(frame.node);
  const bool is_array = frame.value->IsArray();
  const bool is_object = frame.value->IsObject();
  switch (frame.phase) {
    case Phase::all_of:
      return next_alternative(frame, node.all_of);
    case Phase::any_of:
      return frame.fitting > 0 ? std::nullopt : next_alternative(frame, node.any_of);
    case Phase::one_of:
      return next_alternative(frame, node.one_of);
    case Phase::negation:
      return ask_once(frame, node.not_);
    case Phase::condition:
      return ask_once(frame, node.if_);
    case Phase::branch:
      return ask_once(frame, frame.holds_if ? node.then_ : node.else_);
    case Phase::dependencies:
      return is_object ? next_dependency(frame) : std::nullopt;
    case Phase::items:
      return is_array ? next_item(frame) : std::nullopt;
    case Phase::contains:
      return is_array && frame.fitting == 0 ? next_contained(frame) : std::nullopt;
    case Phase::members:
      return is_object ? next_member(frame) : std::nullopt;
    case Phase::names:
      return is_object ? next_name(frame) : std::nullopt;
    case Phase::done:
      break;
  }
  return std::nullopt;
}

std::optional<Matcher::Question> Matcher::ask_once(Frame& frame, NodeId node) {
  if (node == kNoNode || frame.index++ > 0) return std::nullopt;
  return Question{node, frame.value};
}

std::optional<Matcher::Question> Matcher::next_contained(Frame& frame) const {
  const NodeId wanted = plan_.node(frame.node).contains;
  if (wanted == kNoNode || frame.index == frame.value->Size()) return std::nullopt;
  return Question{wanted, frame.value->Begin() + frame.index++};
}

std::optional<Matcher::Question> Matcher::next_name(Frame& frame) const {
  const NodeId names = plan_.node(frame.node).property_names;
  if (names == kNoNode || frame.index == frame.value->MemberCount()) return std::nullopt;
  const auto member = frame.value->MemberBegin() + static_cast<std::ptrdiff_t>(frame.index++);
  return Question{names, &member->name};
}

std::optional<Matcher::Question> Matcher::next_alternative(Frame& frame,
                                                           const std::vector<NodeId>& nodes) const {
  if (frame.index == nodes.size()) return std::nullopt;
  return Question{nodes[frame.index++], frame.value};
}

std::optional<Matcher::Question> Matcher::next_dependency(Frame& frame) const {
  const PlanNode& node = plan_.node(frame.node);
  while (frame.index < node.dependencies.size()) {
    const Dependency& dependency = node.dependencies[frame.index++];
    if (dependency.node == kNoNode) continue;
    if (tests_.find_present(node, *frame.value, dependency.name) == nullptr) continue;
    return Question{dependency.node, frame.value};
  }
  return std::nullopt;
}

std::optional<Matcher::Question> Matcher::next_item(Frame& frame) const {
  const PlanNode& node = plan_.node(frame.node);
  if (frame.index == frame.value->Size()) return std::nullopt;
  const bool in_tuple = frame.index < node.item_tuple.size();
  const NodeId id = in_tuple ? node.item_tuple[frame.index] : node.items;
  if (id == kNoNode) return std::nullopt;
  return Question{id, frame.value->Begin() + frame.index++};
}

std::optional<Matcher::Question> Matcher::next_member(Frame& frame) const {
  const PlanNode& node = plan_.node(frame.node);
  if (!node.has_properties && node.additional_properties == kNoNode) return std::nullopt;
  while (frame.index < frame.value->MemberCount()) {
    const auto member = frame.value->MemberBegin() + static_cast<std::ptrdiff_t>(frame.index);
    if (auto question = next_of_member(frame, *member)) return question;
    ++frame.index;
    frame.part = 0;
    frame.is_known = false;
  }
  return std::nullopt;
}

// The schemas of one member: that of `properties`, those of the patterns, or else the additional
// one.
std::optional<Matcher::Question> Matcher::next_of_member(Frame& frame,
                                                         const Value::Member& member) const {
  const PlanNode& node = plan_.node(frame.node);
  const std::string_view name = text_of(member.name);
  const std::size_t last = node.pattern_properties.size() + 1;
  while (frame.part <= last) {
    const std::size_t part = frame.part++;
    NodeId id = kNoNode;
    if (part == 0) {
      id = node.find_property(name);
    } else if (part < last) {
      const PatternProperty& property = node.pattern_properties[part - 1];
      if (tests_.matches_pattern(*property.pattern, name)) id = property.node;
    } else if (!frame.is_known) {
      id = node.additional_properties;
    }
    if (id == kNoNode) continue;
    frame.is_known = true;
    if (!tests_.is_absent(id, member.value)) return Question{id, &member.value};
  }
  return std::nullopt;
}

}  // namespace admit::schema
