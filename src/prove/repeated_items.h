// Items that repeat each other: from one, the walker learns what stands between its values, and
// then compares that at once. Most of what Walker does for arrays of objects.
#pragma once

#include "prove/walker.h"

namespace admit::prove {

// From the brace of an item to behind the last one that is written as it is.
template <class Kernel>
[[gnu::noinline]] const char* Walker<Kernel>::repeated_items(const Node& item, const char* at,
                                                             std::size_t& count, Facts& facts) {
  is_learning_ = true;
  at = learn(item, at, facts);
  if (at != nullptr && memory_.lesson.is_whole()) at = follow_lesson(item, at, count, facts);
  is_learning_ = false;
  return at;
}

// One item, from its brace.
template <class Kernel>
[[gnu::noinline]] const char* Walker<Kernel>::learn(const Node& item, const char* at,
                                                    Facts& facts) {
  Lesson& lesson = memory_.lesson;
  lesson.size = 0;
  ObjectState state = open_item(item);
  const char* before = at;
  at = skip_blanks(at + 1);
  if (*at == '}') return finish_item(item, state, at, facts);
  for (;;) {
    if (*at != '"') return nullptr;
    const NameTable::Name* name = find_name(*item.object->names, at + 1);
    if (name == nullptr || lesson.size == Lesson::kMaxMembers || !is_in_reach(before)) {
      lesson.size = 0;
      return finish_item(item, state, members(*item.object, state, at), facts);
    }
    if (closing_quote(at) == nullptr) return nullptr;
    at = behind_colon(at + 1 + name->size);
    before = learn_value(*name->member, state, before, at);
    if (before == nullptr) return nullptr;
    at = skip_blanks(at);
    if (*at != ',') break;
    at = skip_blanks(at + 1);
  }
  if (*at != '}') return nullptr;
  lesson.values_end = before;
  return finish_item(item, state, at, facts);
}

// One value, from where the one before ended; behind it, or behind the only item of an array.
template <class Kernel>
const char* Walker<Kernel>::learn_value(const Member& known, ObjectState& state, const char* before,
                                        const char*& at) {
  const Node& node = *known.node;
  const bool is_of_strings = *at == '[' && node.shape == Shape::array &&
                             node.array->item->shape == Shape::string && node.settlements.empty();
  const char* first = is_of_strings ? skip_blanks(at + 1) : at;
  const char* const value_begin = at;
  const std::size_t taken = index_.taken();
  at = member(known, state, at);
  if (at == nullptr) return nullptr;
  Lesson& lesson = memory_.lesson;
  Segment& segment = lesson.before[lesson.size++];
  segment.member = &known;
  segment.is_item = is_of_strings && index_.taken() - taken == 2;
  const char* begin = segment.is_item ? first : value_begin;
  const bool is_text = segment.is_item || node.shape == Shape::string;
  const std::uint32_t opening = is_text && *begin == '"' ? 1 : 0;
  set_segment(segment, between(before, begin + opening), 2 + opening);
  return segment.is_item ? index_.last_taken() + 1 : at;
}

template <class Kernel>
ObjectState Walker<Kernel>::open_item(const Node& item) noexcept {
  conditions_.open(item);
  --depth_left_;
  ObjectState state;
  state.strangers = strangers_;
  return state;
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
  Lesson& lesson = memory_.lesson;
  const char* next = skip_blanks(at);
  if (*next != ',') return at;
  next = skip_blanks(next + 1);
  if (*next != '{' || !is_in_reach(lesson.values_end)) return at;
  Segment& joint = lesson.before[lesson.size];
  const Segment& first = lesson.before[0];
  set_segment(joint, between(lesson.values_end, next + first.size), first.quotes);
  if (joint.size == 0 || !pass_segment(first, next)) return at;
  at = next;
  for (;;) {
    if (count == max_array_items_) return nullptr;
    ++count;
    ObjectState state = open_item(item);
    if (!learnt_members(state, at)) {
      if (at == nullptr) return nullptr;
      return finish_item(item, state, rest_of_members(*item.object, state, at), facts);
    }
    if (!close_item(item, state, facts)) return nullptr;
  }
}

// From the first value of an item to that of the next one. False where this item goes on in another
// way, or ends; then `at` is behind one of its values, or null.
template <class Kernel>
bool Walker<Kernel>::learnt_members(ObjectState& state, const char*& at) {
  const Lesson& lesson = memory_.lesson;
  const Segment* before = lesson.before.data();
  const Segment* const last = before + lesson.size;
  while (before != last) {
    before = learnt_texts(before, last, state, at);
    if (before == last) return true;
    const Segment& value = *before++;
    if (value.is_item) {
      if (!learnt_item(value, *before, state, at)) return false;
    } else {
      at = learnt_value(value, state, at);
    }
    if (at == nullptr || !pass_segment(*before, at)) return false;
  }
  return true;
}

// Strings that nothing else is asked of, as far as they follow each other and the lesson holds:
// `before` the next value.
template <class Kernel>
const Segment* Walker<Kernel>::learnt_texts(const Segment* before, const Segment* last,
                                            ObjectState& state, const char*& at) noexcept {
  FreeTexts texts = free_texts();
  const char* text = at;
  for (; before != last && texts.has_text(); ++before) {
    if (before->quotes % 2 == 0 || before->is_item ||
        (before->member->text_groups & texts.alive) != 0)
      break;
    const char* const close = begin_ + *texts.quotes;
    const Segment& behind = before[1];
    if (!is_in_reach(close + 1) || !Kernel::matches(close + 1, behind)) break;
    state.add_text(*before->member, close == text);
    text = close + 1 + behind.size;
    texts.quotes += 1 + behind.quotes;
  }
  index_.go_to(texts.quotes);
  at = text;
  return before;
}

// Where `segment` stands at `at`, goes behind it.
template <class Kernel>
bool Walker<Kernel>::pass_segment(const Segment& segment, const char*& at) noexcept {
  if (!stands_at(segment, at)) return false;
  const QuotePlace* quotes = index_.ahead(kMostQuotesAhead);
  if (index_.end() - quotes < segment.quotes) return false;
  at += segment.size;
  index_.pass(segment.quotes);
  return true;
}

// The value behind `before`: of a string, behind its opening quote, which has been taken.
template <class Kernel>
[[gnu::noinline]] const char* Walker<Kernel>::learnt_value(const Segment& before,
                                                           ObjectState& state, const char* at) {
  const Member& known = *before.member;
  const Node& node = *known.node;
  if (before.quotes % 2 == 0) return member(known, state, at);
  const Step step = string_to(node, at, index_.take());
  state.add(step.facts, known.bit);
  return step.at;
}

// The item behind `before`, from behind its opening quote, which has been taken. True where
// `behind` stands behind it. Otherwise the lesson is over: then `at` is behind the array, or null.
template <class Kernel>
[[gnu::noinline]] bool Walker<Kernel>::learnt_item(const Segment& before, const Segment& behind,
                                                   ObjectState& state, const char*& at) {
  const Node& node = *before.member->node;
  const Node& item = *node.array->item;
  const Step step = string_item(item, at, index_.take());
  at = step.at;
  if (at == nullptr) return false;
  const bool goes_on = stands_at(behind, at);
  Facts facts = step.facts & kBroken;
  std::size_t count = 1;
  if (!goes_on) at = rest_of_strings(item, at, count, facts);
  if (at == nullptr) return false;
  if (!holds_counts(*node.array, count, facts)) at = nullptr;
  state.add(facts | node.broken_if_given | kGiven, before.member->bit);
  return goes_on && at != nullptr;
}

// Behind an item; behind the array.
template <class Kernel>
const char* Walker<Kernel>::rest_of_strings(const Node& item, const char* at, std::size_t& count,
                                            Facts& facts) {
  at = skip_blanks(at);
  if (*at == ',') at = strings(item, skip_blanks(at + 1), count, facts);
  return at != nullptr && *at == ']' ? behind_bracket(at) : nullptr;
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
