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
  const PlanNode& node = plan_.node(frame.node);
  const auto once = [&](NodeId id) {
    const bool asks = id != kNoNode && frame.index++ == 0;
    return asks ? std::optional(Question{id, frame.value}) : std::nullopt;
  };
  for (;;) {
    std::optional<Question> question;
    bool fails = false;
    switch (frame.phase) {
      case Phase::all_of:
        question = next_alternative(frame, node.all_of);
        break;
      case Phase::any_of:
        if (frame.fitting == 0) question = next_alternative(frame, node.any_of);
        fails = !question && frame.fitting == 0 && !node.any_of.empty();
        break;
      case Phase::one_of:
        question = next_alternative(frame, node.one_of);
        fails = !question && frame.fitting == 0 && !node.one_of.empty();
        break;
      case Phase::negation:
        question = once(node.not_);
        break;
      case Phase::condition:
        question = once(node.if_);
        break;
      case Phase::branch:
        if (node.if_ != kNoNode) question = once(frame.holds_if ? node.then_ : node.else_);
        break;
      case Phase::dependencies:
        if (frame.value->IsObject()) question = next_dependency(frame);
        break;
      case Phase::items:
        if (frame.value->IsArray()) question = next_item(frame);
        break;
      case Phase::contains:
        if (!frame.value->IsArray() || node.contains == kNoNode) break;
        if (frame.fitting == 0 && frame.index < frame.value->Size()) {
          question = Question{node.contains, frame.value->Begin() + frame.index++};
        }
        fails = !question && frame.fitting == 0;
        break;
      case Phase::members:
        if (frame.value->IsObject()) question = next_member(frame);
        break;
      case Phase::names:
        if (!frame.value->IsObject() || node.property_names == kNoNode) break;
        if (frame.index < frame.value->MemberCount()) {
          question = Question{
              node.property_names,
              &(frame.value->MemberBegin() + static_cast<std::ptrdiff_t>(frame.index++))->name};
        }
        break;
      case Phase::done:
        verdict = true;
        return std::nullopt;
    }
    if (question) return question;
    if (fails) {
      verdict = false;
      return std::nullopt;
    }
    frame.phase = static_cast<Phase>(static_cast<int>(frame.phase) + 1);
    frame.index = 0;
    frame.fitting = 0;
  }
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
