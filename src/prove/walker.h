// Walker: one walk over the bytes of a request, led by a Program. It gets to the end, and there is
// nothing to report, or it stops somewhere and cannot say.
//
// Every step returns where it got to, or null. The items of an array that repeat each other are in
// repeated_items.h.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

#include "prove/conditions.h"
#include "prove/endpoint_masks.h"
#include "prove/free_form.h"
#include "prove/object_state.h"
#include "prove/program.h"
#include "prove/text_check.h"

namespace admit::prove {

template <class Kernel>
class Walker : private FreeForm<Kernel> {
 public:
  /// `text` ends in a bracket. `is_padded`: kPadding spaces follow it.
  Walker(const Program& program, std::string_view text, bool is_padded,
         ProofMemory& memory) noexcept
      : FreeForm<Kernel>(program, text, is_padded, memory), program_(program) {}

  /// True where there is nothing to report. Throws std::bad_alloc, in checks of formats.
  bool run() {
    if (!index_.is_sound()) return false;
    const Step step = value(*program_.root, skip_blanks(text_.data()));
    const bool is_whole = step.at == kNothing.data() && is_done_ && index_.is_sound();
    return is_whole && (step.facts & kBroken) == 0;
  }

 private:
  using Base = FreeForm<Kernel>;
  using Base::add_stranger;
  using Base::behind_bracket;
  using Base::behind_colon;
  using Base::decode;
  using Base::depth_left_;
  using Base::find_name;
  using Base::has_escapes;
  using Base::index_;
  using Base::is_done_;
  using Base::max_array_items_;
  using Base::memory_;
  using Base::readable_;
  using Base::skip;
  using Base::skip_blanks;
  using Base::skip_literal;
  using Base::strangers_;
  using Base::text_;

  struct Step {
    const char* at = nullptr;
    Facts facts = 0;
  };

  static constexpr std::size_t kItemsBeforeLesson = 3;
  static constexpr std::size_t kShortRun = 4;

  // ---- Values ---------------------------------------------------------------------------------

  Step value(const Node& node, const char* at) {
    const char first = *at;
    if (node.shape == Shape::string && first == '"') return string(node, at + 1);
    switch (node.shape) {
      case Shape::object:
        if (first == '{') return object(node, at + 1);
        break;
      case Shape::array:
        if (first == '[') return array(node, at + 1);
        break;
      case Shape::any:
        if (first != 'n') return {skip(at), kGiven};
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
        return string(node, at + 1);
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

  // Behind the opening quote.
  Step string(const Node& node, const char* at) {
    const char* close = index_.quote_from(at);
    if (close == nullptr) [[unlikely]]
      return {};
    if ((node.text_groups & ~conditions_.dead()) != 0) {
      const bool is_plain = node.text->is_only_endpoint && !has_escapes(at, close);
      return is_plain ? endpoint_text(node, at, close) : text(node, at, close);
    }
    if (has_escapes(at, close) && !decode(at, close)) return {};
    return {close + 1, close == at ? 0 : kGiven | node.broken_if_given};
  }

  // A string that is looked at, up to its closing quote.
  [[gnu::noinline]] Step text(const Node& node, const char* at, const char* close) {
    std::string_view text = between(at, close);
    const TextCheck& check = *node.text;
    Facts facts = text.empty() ? 0 : kGiven | node.broken_if_given;
    if (has_escapes(at, close)) [[unlikely]] {
      if (!decode(at, close)) return {};
      text = memory_.decoded;
      if (check.texts != nullptr && !conditions_.note_text(check, check.texts->find(text)))
        return {};
    } else if (check.texts != nullptr) {
      const NameTable::Name* name = find_name(*check.texts, at);
      const auto number = name == nullptr ? std::nullopt : std::optional(name->number);
      if (!conditions_.note_text(check, number)) return {};
    }
    if ((check.endpoint_groups & ~conditions_.dead()) != 0) facts |= endpoint(check.endpoint, text);
    if ((check.format_groups & ~conditions_.dead()) != 0)
      facts |= look_at_formats(check, text, conditions_.dead());
    if (check.is_of_schema && !is_of_schema(check, text)) return {};
    return {close + 1, facts};
  }

  // A string of which nothing is asked but to be an endpoint.
  [[gnu::noinline]] Step endpoint_text(const Node& node, const char* at, const char* close) {
    const Facts broken = endpoint(node.text->endpoint, between(at, close));
    return {close + 1, broken | (close == at ? 0 : kGiven | node.broken_if_given)};
  }

  [[nodiscard]] Facts endpoint(const EndpointCheck& check, std::string_view text) const noexcept {
    const bool is_readable =
        text.data() >= text_.data() && text.data() + kEndpointReach <= readable_;
    if (is_readable) [[likely]] {
      const EndpointJudgement ordinary = EndpointMasks<Kernel>::judge(text.data(), text.size());
      const Facts broken = ordinary.has_port ? 0 : check.no_port;
      if (ordinary.kind == EndpointKind::name) return broken | check.name_host;
      if (ordinary.kind == EndpointKind::ipv4) return broken | check.ip_host;
    }
    return look_at_endpoint(check, text);
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
  const char* members(const ObjectCheck& check, ObjectState& out, const char* at) {
    if (*at != '"') return nullptr;
    ++at;
    ObjectState state = out;
    for (;;) {
      const NameTable::Name* name = find_name(*check.names, at);
      if (name != nullptr) [[likely]] {
        at = member_behind_name(check.members[name->number], state, at + name->size);
      } else {
        ObjectState copy = state;  // so that this one can stay in registers
        at = stranger(check, copy, at);
        state = copy;
      }
      if (at == nullptr) return nullptr;
      if (this->template stands_at<kCommaQuote>(at)) [[likely]] {
        at += kCommaQuote.size();
        continue;
      }
      at = skip_blanks(at);
      if (*at != ',') break;
      at = skip_blanks(at + 1);
      if (*at != '"') return nullptr;
      ++at;
    }
    out = state;
    return *at == '}' ? at : nullptr;
  }

  // Behind the quote that closes the name.
  const char* member_behind_name(const Member& member, ObjectState& state, const char* at) {
    if ((state.seen & member.bit) != 0) return nullptr;
    const Node& node = *member.node;
    const char* text = nullptr;
    if (this->template stands_at<kColonQuote>(at)) {
      text = at + kColonQuote.size();
    } else if (this->template stands_at<kColonBlankQuote>(at)) {
      text = at + kColonBlankQuote.size();
    }
    const bool is_string = text != nullptr && node.shape == Shape::string;
    const Step step = is_string ? string(node, text) : value(node, behind_colon(at));
    state.add(step.facts, member.bit);
    return step.at;
  }

  static constexpr std::string_view kCommaQuote = ",\"";
  static constexpr std::string_view kColonQuote = ":\"";
  static constexpr std::string_view kColonBlankQuote = ": \"";

  const char* member(const Member& member, ObjectState& state, const char* at) {
    if ((state.seen & member.bit) != 0) return nullptr;
    const Step step = value(*member.node, at);
    state.add(step.facts, member.bit);
    return step.at;
  }

  // A member that has no name in the program, or one that is written with escapes; behind the
  // quote.
  [[gnu::noinline]] const char* stranger(const ObjectCheck& check, ObjectState& state,
                                         const char* at) {
    const char* close = index_.quote_from(at);
    if (close == nullptr) return nullptr;
    std::string_view name(at, static_cast<std::size_t>(close - at));
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
      at = items(*check.item, at, count, facts);
      if (at == nullptr) return {};
    }
    ++depth_left_;
    for (const ItemCount& bound : check.counts) {
      if (bound.range.holds(count)) continue;
      if (bound.broken == 0) return {};
      facts |= bound.broken;
    }
    return {behind_bracket(at), conditions_.settled(node, facts) | node.broken_if_given | kGiven};
  }

  // From the first item to the closing bracket.
  const char* items(const Node& item, const char* at, std::size_t& count, Facts& facts) {
    if (item.shape == Shape::string) return strings(item, at, count, facts);
    std::size_t next_lesson = item.shape == Shape::object && !is_learning_ ? kItemsBeforeLesson : 0;
    for (;;) {
      if (count == max_array_items_) return nullptr;
      ++count;
      const Step step = value(item, at);
      if (step.at == nullptr) return nullptr;
      // A null is absent from an object only.
      if ((step.facts & kAbsent) != 0 && !item.types.has(schema::Type::null)) return nullptr;
      facts |= step.facts & kBroken;
      at = step.at;
      if (count == next_lesson) [[unlikely]] {
        at = repeated_items(item, at, count, facts);
        if (at == nullptr) return nullptr;
        // Items that do not repeat each other are not worth many lessons.
        const bool is_first = next_lesson == kItemsBeforeLesson;
        const bool is_short = count < next_lesson + kShortRun;
        next_lesson = is_first || !is_short ? count + kItemsBeforeLesson : 0;
      }
      at = skip_blanks(at);
      if (*at != ',') return *at == ']' ? at : nullptr;
      at = skip_blanks(at + 1);
    }
  }

  const char* strings(const Node& item, const char* at, std::size_t& count, Facts& facts) {
    for (;;) {
      if (*at != '"' || count == max_array_items_) return nullptr;
      ++count;
      const Step step = string(item, at + 1);
      if (step.at == nullptr) return nullptr;
      facts |= step.facts & kBroken;
      at = skip_blanks(step.at);
      if (*at != ',') return *at == ']' ? at : nullptr;
      at = skip_blanks(at + 1);
    }
  }

  // Defined in repeated_items.h.
  const char* repeated_items(const Node& item, const char* at, std::size_t& count, Facts& facts);
  const char* learn(const Node& item, const char* before, const char* at, Facts& facts);
  bool close_item(const Node& item, ObjectState& state, Facts& facts) noexcept;
  const char* finish_item(const Node& item, ObjectState& state, const char* at, Facts& facts);
  const char* follow_lesson(const Node& item, const char* at, std::size_t& count, Facts& facts);
  Step learnt_value(const Node& node, const char* at);
  const char* rest_of_members(const ObjectCheck& check, ObjectState& state, const char* at);

  const Program& program_;
  bool is_learning_ = false;
  Conditions conditions_{memory_};
};

}  // namespace admit::prove

#include "prove/repeated_items.h"
