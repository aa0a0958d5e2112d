// Walker: one walk over the bytes of a request, led by a Program. It gets to the end, and there is
// nothing to report, or it stops somewhere and cannot say.
//
// Every step returns where it got to, or null. The items of an array that repeat each other are in
// repeated_items.h.
#pragma once

#include <bit>
#include <cstdint>
#include <string_view>

#include "prove/lesson_plan.h"
#include "prove/object_state.h"
#include "prove/program.h"
#include "prove/texts.h"

namespace admit::prove {

template <class Kernel>
class Walker : private Texts<Kernel> {
 public:
  /// `text` ends in a bracket.
  Walker(const Program& program, std::string_view text, ProofMemory& memory) noexcept
      : Texts<Kernel>(program, text, memory), program_(program) {}

  /// True where there is nothing to report. Throws std::bad_alloc, in checks of formats.
  bool run() {
    if (!index_.is_sound()) return false;
    const Step step = value(*program_.root, skip_blanks(begin_));
    const bool is_whole = step.at == kNothing.data() && is_done_;
    index_.ahead(1);  // reads the rest, where no quote is left
    return is_whole && index_.is_at_end() && index_.is_sound() && (step.facts & kBroken) == 0;
  }

 private:
  using Base = Texts<Kernel>;
  using Base::add_stranger;
  using Base::begin_;
  using Base::behind_bracket;
  using Base::behind_colon;
  using Base::closing_quote;
  using Base::conditions_;
  using Base::decode;
  using Base::depth_left_;
  using Base::endpoint_text;
  using Base::find_name;
  using Base::free_texts;
  using Base::has_escapes;
  using Base::index_;
  using Base::is_done_;
  using Base::is_in_reach;
  using Base::is_looked_at;
  using Base::max_array_items_;
  using Base::memory_;
  using Base::skip;
  using Base::skip_blanks;
  using Base::skip_literal;
  using Base::stands_at;
  using Base::strangers_;
  using Base::string;
  using Base::string_to;
  using typename Base::FreeTexts;

  // ---- Values ---------------------------------------------------------------------------------

  Step value(const Node& node, const char* at) {
    const char first = *at;
    if (node.shape == Shape::string && first == '"') return string(node, at);
    switch (node.shape) {
      case Shape::object:
        if (first == '{') return object(node, at + 1);
        break;
      case Shape::array:
        if (first == '[') return array(node, at + 1);
        break;
      case Shape::any:
        // Neither null nor the empty string is given.
        if (first != 'n' && first != '"') return {skip(at), kGiven};
        break;
      case Shape::string:
      case Shape::boolean:
      case Shape::mixed:
        break;
      case Shape::never:
        return {};
    }
    return any_kind(node, at);
  }

  [[gnu::noinline]] Step any_kind(const Node& node, const char* at) {
    using schema::Type;
    switch (*at) {
      case '"':
        if (!node.types.has(Type::string)) return {};
        return string(node, at);
      case '{':
        if (!node.types.has(Type::object)) return {};
        if (node.object != nullptr) return object(node, at + 1);
        return {skip(at), kGiven | node.broken_if_given};
      case '[':
        if (!node.types.has(Type::array)) return {};
        if (node.array != nullptr) return array(node, at + 1);
        return {skip(at), kGiven | node.broken_if_given};
      case 't':
      case 'f':
        if (!node.types.has(Type::boolean)) return {};
        if (!(*at == 't' ? node.takes_true : node.takes_false)) return {};
        return {skip_literal(at), kGiven | node.broken_if_given};
      case 'n':
        if (node.null_is_absent) return {skip_literal(at), kAbsent};
        return {node.types.has(Type::null) ? skip_literal(at) : nullptr, 0};
      default:
        return number(node, at);
    }
  }

  Step number(const Node& node, const char* at) {
    using schema::Type;
    const Number token = read_number(at);
    if (token.end == nullptr) return {};
    const bool is_typed =
        node.types.has(Type::number) || (!token.is_fraction && node.types.has(Type::integer));
    if (!is_typed) return {};
    if (node.number != nullptr) {
      if (token.is_fraction ? !node.number->takes_fractions : !holds(*node.number, token.integer)) {
        return {};
      }
    }
    return {token.end, kGiven | node.broken_if_given};
  }

  // ---- Objects --------------------------------------------------------------------------------

  // Behind the brace.
  [[gnu::noinline]] Step object(const Node& node, const char* at) {
    const ObjectCheck& check = *node.object;
    if (depth_left_ == 0) return {};
    --depth_left_;
    conditions_.open(node);
    ObjectState state;
    state.strangers = strangers_;
    at = skip_blanks(at);
    if (*at != '}') {
      at = members(check, state, at);
      if (at == nullptr) return {};
    }
    strangers_ = state.strangers;
    ++depth_left_;
    if (!close(node, state)) return {};
    return {behind_bracket(at), state.facts | kGiven};
  }

  // From the quote of a name to the closing brace.
  const char* members(const ObjectCheck& check, ObjectState& state, const char* at) {
    if (*at != '"') return nullptr;
    const Segment& separator = memory_.separators[depth_left_];
    FreeTexts texts = free_texts();
    for (;;) {
      // That a text is next can be seen without the name, which takes longer to find.
      const NameTable::Name* name = is_text_next(texts) ? find_name(*check.names, at + 1) : nullptr;
      if (name != nullptr && (name->member->text_groups & texts.alive) == 0) [[likely]] {
        const Member& member = *name->member;
        if ((state.seen & member.bit) != 0) return nullptr;
        state.add_text(member, texts.quotes[3] - texts.quotes[2] == 1);
        at = begin_ + texts.quotes[3] + 1;
        texts.quotes += kMostQuotesAhead;
      } else {
        index_.go_to(texts.quotes);
        at = any_member(check, state, at);
        if (at == nullptr) return nullptr;
        texts = free_texts();
      }
      if (at[0] == ',' && at[1] == '"') [[likely]] {
        ++at;
      } else if (*at == '}') {
        break;
      } else if (stands_at(separator, at)) {
        at += separator.size - 1;
      } else {
        at = separate(at);
        if (at == nullptr || *at == '}') break;
      }
    }
    index_.go_to(texts.quotes);
    return at;
  }

  // Behind a value: at the quote of the next name or at the closing brace, or null.
  [[gnu::noinline]] const char* separate(const char* at) {
    const char* next = skip_blanks(at);
    if (*next != ',') return *next == '}' ? next : nullptr;
    next = skip_blanks(next + 1);
    if (*next != '"') return nullptr;
    if (is_in_reach(at)) set_segment(memory_.separators[depth_left_], between(at, next + 1), 1);
    return next;
  }

  // At the quote of a name; behind its value, or null.
  [[gnu::noinline]] const char* any_member(const ObjectCheck& check, ObjectState& state,
                                           const char* at) {
    const NameTable::Name* name = find_name(*check.names, at + 1);
    if (name == nullptr) return stranger(check, state, at);
    const char* close = at + name->size;
    if (closing_quote(at) != close) return nullptr;
    return member(*name->member, state, behind_colon(close + 1));
  }

  // Whether a colon, and a space at most, is all that stands between the quote that closes a name
  // and one that opens a string.
  bool is_text_next(const FreeTexts& texts) const noexcept {
    if (!texts.has_text()) return false;
    const QuotePlace distance = texts.quotes[2] - texts.quotes[1];
    const char* const close = begin_ + texts.quotes[1];
    return close[1] == ':' && (distance == 2 || (distance == 3 && close[2] == ' '));
  }

  const char* member(const Member& member, ObjectState& state, const char* at) {
    if ((state.seen & member.bit) != 0) return nullptr;
    const Step step = value(*member.node, at);
    state.add(step.facts, member.bit);
    return step.at;
  }

  // A member that has no name in the program, or one that is written with escapes; at the quote.
  [[gnu::noinline]] const char* stranger(const ObjectCheck& check, ObjectState& state,
                                         const char* at) {
    const char* close = closing_quote(at);
    if (close == nullptr) return nullptr;
    std::string_view name = between(++at, close);
    if (has_escapes(at, close)) {
      if (!decode(at, close)) return nullptr;
      name = memory_.decoded;
      if (const auto number = check.names->find(name)) {
        return member(check.members[*number], state, behind_colon(close + 1));
      }
    }
    if (check.refuses_unknown || !add_stranger(name, state.strangers)) return nullptr;
    const Step step = value(*check.others, behind_colon(close + 1));
    state.add_other(step.facts);
    return step.at;
  }

  // Where an object ends: what it lacks, and whose conditions are met. False where the schema asks
  // for more.
  bool close(const Node& node, ObjectState& state) noexcept {
    const ObjectCheck& check = *node.object;
    if ((check.required & ~state.present()) != 0) return false;
    if (check.count.is_bounded() && !check.count.holds(state.count())) return false;
    std::uint64_t missing = check.wanted & ~state.given();
    for (; missing != 0; missing &= missing - 1) {
      const Member& member = check.members[static_cast<std::size_t>(std::countr_zero(missing))];
      state.facts |= member.broken_if_missing;
    }
    state.facts = conditions_.settled(node, state.facts) | node.broken_if_given;
    return true;
  }

  // ---- Arrays ---------------------------------------------------------------------------------

  // Behind the bracket.
  [[gnu::noinline]] Step array(const Node& node, const char* at) {
    const ArrayCheck& check = *node.array;
    if (depth_left_ == 0) return {};
    --depth_left_;
    conditions_.open(node);
    std::size_t count = 0;
    Facts facts = 0;
    at = skip_blanks(at);
    if (*at != ']') {
      const bool is_of_strings = check.item->shape == Shape::string;
      at = is_of_strings ? strings(*check.item, at, count, facts)
                         : items(*check.item, at, count, facts);
      if (at == nullptr) return {};
    }
    ++depth_left_;
    if (!holds_counts(check, count, facts)) return {};
    return {behind_bracket(at), conditions_.settled(node, facts) | node.broken_if_given | kGiven};
  }

  // From the first item to the closing bracket.
  [[gnu::noinline]] const char* items(const Node& item, const char* at, std::size_t& count,
                                      Facts& facts) {
    LessonPlan plan(item.shape == Shape::object && !is_learning_);
    for (;;) {
      if (count == max_array_items_) return nullptr;
      ++count;
      if (*at == '{' && is_in_reach(at) && plan.is_due(at, count) && depth_left_ > 0) {
        at = repeated_items(item, at, count, facts);
        plan.note_end(count);
      } else {
        const Step step = value(item, at);
        // A null is absent from an object only.
        if ((step.facts & kAbsent) != 0 && !item.types.has(schema::Type::null)) return nullptr;
        facts |= step.facts & kBroken;
        at = step.at;
      }
      if (at == nullptr) return nullptr;
      at = skip_blanks(at);
      if (*at != ',') return *at == ']' ? at : nullptr;
      at = skip_blanks(at + 1);
    }
  }

  const char* strings(const Node& item, const char* at, std::size_t& count, Facts& facts) {
    for (;;) {
      if (*at != '"' || count == max_array_items_) return nullptr;
      ++count;
      const Step step = string_item(item, at + 1, closing_quote(at));
      if (step.at == nullptr) return nullptr;
      facts |= step.facts & kBroken;
      at = skip_blanks(step.at);
      if (*at != ',') return *at == ']' ? at : nullptr;
      at = skip_blanks(at + 1);
    }
  }

  // From behind the opening quote to the closing one; null where there is none.
  Step string_item(const Node& item, const char* at, const char* close) {
    const bool is_endpoint = item.text != nullptr && item.text->is_only_endpoint;
    if (close != nullptr && is_endpoint && is_looked_at(item) && !index_.has_backslashes()) {
      return endpoint_text(item, at, close);
    }
    return string_to(item, at, close);
  }

  // Whether an array may have so many items; what is broken otherwise.
  static bool holds_counts(const ArrayCheck& check, std::size_t count, Facts& facts) noexcept {
    for (const ItemCount& bound : check.counts) {
      if (bound.range.holds(count)) continue;
      if (bound.broken == 0) return false;
      facts |= bound.broken;
    }
    return true;
  }

  // Defined in repeated_items.h.
  const char* repeated_items(const Node& item, const char* at, std::size_t& count, Facts& facts);
  const char* learn(const Node& item, const char* at, Facts& facts);
  const char* learn_value(const Member& known, ObjectState& state, const char* before,
                          const char*& at);
  ObjectState open_item(const Node& item) noexcept;
  bool close_item(const Node& item, ObjectState& state, Facts& facts) noexcept;
  const char* finish_item(const Node& item, ObjectState& state, const char* at, Facts& facts);
  const char* follow_lesson(const Node& item, const char* at, std::size_t& count, Facts& facts);
  bool learnt_members(ObjectState& state, const char*& at);
  const Segment* learnt_texts(const Segment* before, const Segment* last, ObjectState& state,
                              const char*& at) noexcept;
  bool pass_segment(const Segment& segment, const char*& at) noexcept;
  const char* learnt_value(const Segment& before, ObjectState& state, const char* at);
  bool learnt_item(const Segment& before, const Segment& behind, ObjectState& state,
                   const char*& at);
  const char* rest_of_strings(const Node& item, const char* at, std::size_t& count, Facts& facts);
  const char* rest_of_members(const ObjectCheck& check, ObjectState& state, const char* at);

  const Program& program_;
  bool is_learning_ = false;
};

}  // namespace admit::prove

#include "prove/repeated_items.h"
