// Items that repeat each other: after some, the walker learns what stands between the values of
// one, and then compares that at once. Most of what Walker does for arrays of objects.
#pragma once

#include "prove/walker.h"

namespace admit::prove {

template <class Kernel>
[[gnu::noinline]] const char* Walker<Kernel>::repeated_items(const Node& item, const char* at,
                                                             std::size_t& count, Facts& facts) {
  const char* next = skip_blanks(at);
  if (*next != ',') return at;
  next = skip_blanks(next + 1);
  if (*next != '{' || depth_left_ == 0 || count >= max_array_items_) return at;
  is_learning_ = true;
  ++count;
  at = learn(item, at, next + 1, facts);
  if (at != nullptr && memory_.lesson.is_whole()) at = follow_lesson(item, at, count, facts);
  is_learning_ = false;
  return at;
}

// One item, from behind its brace; `before`: the end of the item before.
template <class Kernel>
[[gnu::noinline]] const char* Walker<Kernel>::learn(const Node& item, const char* before,
                                                    const char* at, Facts& facts) {
  Lesson& lesson = memory_.lesson;
  lesson.size = 0;
  ObjectState state;
  state.strangers = strangers_;
  conditions_.open(item);
  --depth_left_;
  at = skip_blanks(at);
  if (*at == '}') return finish_item(item, state, at, facts);
  for (;;) {
    if (*at != '"') return nullptr;
    const NameTable::Name* name = find_name(*item.object->names, at + 1);
    if (name == nullptr || lesson.size == Lesson::kMaxMembers) {
      lesson.size = 0;
      return finish_item(item, state, members(*item.object, state, at), facts);
    }
    at = behind_colon(at + 1 + name->size);
    if (*at == kNothing.front()) return nullptr;
    const Member& member = item.object->members[name->number];
    Segment& segment = lesson.before[lesson.size++];
    segment.member = &member;
    set_segment(segment, between(before, at + (*at == '"' ? 1 : 0)));
    at = before = this->member(member, state, at);
    if (at == nullptr) return nullptr;
    at = skip_blanks(at);
    if (*at != ',') break;
    at = skip_blanks(at + 1);
  }
  if (*at != '}') return nullptr;
  set_segment(lesson.end, between(before, at + 1));
  join_ends(lesson);
  return finish_item(item, state, at, facts);
}

// Where an item ends; false where the schema asks for more.
template <class Kernel>
bool Walker<Kernel>::close_item(const Node& item, ObjectState& state, Facts& facts) noexcept {
  strangers_ = state.strangers;
  ++depth_left_;
  if (!close(item, state)) return false;
  facts |= state.facts & kBroken;
  return true;
}

// At the closing brace of an item, or null; behind it.
template <class Kernel>
const char* Walker<Kernel>::finish_item(const Node& item, ObjectState& state, const char* at,
                                        Facts& facts) {
  return at != nullptr && close_item(item, state, facts) ? behind_bracket(at) : nullptr;
}

// Behind the item that the lesson is of.
template <class Kernel>
const char* Walker<Kernel>::follow_lesson(const Node& item, const char* at, std::size_t& count,
                                          Facts& facts) {
  const Lesson& lesson = memory_.lesson;
  if (!this->stands_at(lesson.before[0], at)) return at;
  at += lesson.before[0].size;
  for (;;) {
    if (count == max_array_items_) return nullptr;
    ++count;
    conditions_.open(item);
    --depth_left_;
    ObjectState state;
    state.strangers = strangers_;
    std::size_t passed = 0;
    for (;;) {
      const Member& member = *lesson.before[passed].member;
      const Step step = learnt_value(*member.node, at);
      if (step.at == nullptr) return nullptr;
      state.add(step.facts, member.bit);
      at = step.at;
      if (++passed == lesson.size || !this->stands_at(lesson.before[passed], at)) break;
      at += lesson.before[passed].size;
    }
    if (passed == lesson.size && this->stands_at(lesson.joint, at)) [[likely]] {
      if (!close_item(item, state, facts)) return nullptr;
      at += lesson.joint.size;
      continue;
    }
    return finish_item(item, state, rest_of_members(*item.object, state, at), facts);
  }
}

// Of a string, behind its quote.
template <class Kernel>
typename Walker<Kernel>::Step Walker<Kernel>::learnt_value(const Node& node, const char* at) {
  if (at[-1] != '"') return value(node, at);
  return node.shape == Shape::string ? string(node, at) : value(node, at - 1);
}

// Behind a value; at the closing brace.
template <class Kernel>
[[gnu::noinline]] const char* Walker<Kernel>::rest_of_members(const ObjectCheck& check,
                                                              ObjectState& state, const char* at) {
  at = skip_blanks(at);
  if (*at == '}') return at;
  return *at == ',' ? members(check, state, skip_blanks(at + 1)) : nullptr;
}

}  // namespace admit::prove
