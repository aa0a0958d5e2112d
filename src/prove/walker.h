// Walker: one walk over the bytes of a request, led by a Program. It gets to the end, and there is
// nothing to report, or it stops somewhere and cannot say.
//
// Every step returns where it got to, or null. A place where nothing is left to read is shown as
// kNothing, a byte that fits nowhere.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "input/json_token.h"
#include "prove/block_index.h"
#include "prove/endpoint_masks.h"
#include "prove/memory.h"
#include "prove/program.h"
#include "prove/text_check.h"

namespace admit::prove {

template <class Kernel>
class Walker {
 public:
  /// `text` ends in a bracket. `is_padded`: kPadding spaces follow it.
  Walker(const Program& program, std::string_view text, bool is_padded,
         ProofMemory& memory) noexcept
      : program_(program),
        memory_(memory),
        text_(text),
        end_(text.data() + text.size()),
        readable_(is_padded ? end_ + kPadding : end_),
        safe_end_(is_padded ? end_ : end_ - std::min(text.size(), kLookAhead)),
        depth_left_(std::min(program.max_depth, kMaxDepth)),
        index_(text, is_padded) {}

  /// True where there is nothing to report. Throws std::bad_alloc, in checks of formats.
  bool run() {
    if (!index_.is_sound()) return false;
    const Step step = value(*program_.root, skip_blanks(text_.data()));
    return step.at == &kNothing && is_done_ && (step.facts & kBroken) == 0 && index_.is_sound();
  }

 private:
  struct Step {
    const char* at = nullptr;
    Facts facts = 0;
  };
  using FreeFrame = ProofMemory::FreeFrame;

  // What is known of an object while it is being passed.
  struct ObjectState {
    std::uint64_t seen = 0;       ///< members by name
    std::uint64_t absent = 0;     ///< of those, what counts as absent
    std::uint64_t not_given = 0;  ///< absent, null, or the empty string
    Facts facts = 0;
    std::uint64_t others = 0;     ///< members without a name that do not count as absent
    std::uint32_t strangers = 0;  ///< where those begin in the memory
  };

  static constexpr char kNothing = '!';
  static constexpr std::size_t kItemsBeforeLesson = 3;
  static constexpr std::size_t kShortRun = 4;

  // ---- Small steps ----------------------------------------------------------------------------

  static std::string_view between(const char* begin, const char* end) noexcept {
    return {begin, static_cast<std::size_t>(end - begin)};
  }

  const char* skip_blanks(const char* at) noexcept {
    if (static_cast<unsigned char>(*at) > ' ') [[likely]]
      return at;
    const char* solid = index_.solid_from(at);
    return solid == nullptr ? &kNothing : solid;
  }

  // Behind a bracket that closes: the last one of the text has nothing behind it.
  const char* behind_bracket(const char* bracket) noexcept {
    if (bracket + 1 != end_) return bracket + 1;
    is_done_ = true;
    return &kNothing;
  }

  const char* behind_colon(const char* at) noexcept {
    at = skip_blanks(at);
    return *at == ':' ? skip_blanks(at + 1) : &kNothing;
  }

  // Whether the string from `begin` to its closing quote has escapes.
  [[nodiscard]] bool has_escapes(const char* begin, const char* close) const noexcept {
    if (!index_.has_backslashes()) [[likely]]
      return false;
    return std::memchr(begin, '\\', static_cast<std::size_t>(close - begin)) != nullptr;
  }

  const NameTable::Name* find_name(const NameTable& table, const char* at) const noexcept {
    if (at > safe_end_) [[unlikely]]
      return find_near_end(table, at);
    for (const auto* name = table.candidate(at); name != nullptr; name = name->next) {
      if (Kernel::starts_with(at, *name) && (name->rest == nullptr || rest_fits(*name, at))) {
        return name;
      }
    }
    return nullptr;
  }

  [[gnu::noinline]] const NameTable::Name* find_near_end(const NameTable& table,
                                                         const char* at) const noexcept {
    std::array<char, kLookAhead> bytes{};
    std::memcpy(bytes.data(), at, static_cast<std::size_t>(end_ - at));
    for (const auto* name = table.candidate(bytes.data()); name != nullptr; name = name->next) {
      if (name->rest == nullptr && Kernel::starts_with(bytes.data(), *name)) return name;
    }
    return nullptr;
  }

  [[gnu::noinline]] bool rest_fits(const NameTable::Name& name, const char* at) const noexcept {
    const std::size_t left = static_cast<std::size_t>(end_ - at);
    return left >= name.size &&
           std::memcmp(at + kLookAhead, name.rest, name.size - kLookAhead) == 0;
  }

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
    if ((node.text_groups & ~dead_) != 0) {
      return node.text->is_only_endpoint ? endpoint_text(node, at) : text(node, at);
    }
    const char* close = index_.quote_from(at);
    if (close == nullptr) [[unlikely]]
      return {};
    if (has_escapes(at, close) && !decode(at, close)) return {};
    return {close + 1, close == at ? 0 : kGiven | node.broken_if_given};
  }

  // The text of a string with escapes is put into the memory.
  [[gnu::noinline]] bool decode(const char* at, const char* close) {
    const std::string_view token(at - 1, static_cast<std::size_t>(close - at) + 2);
    return !input::read_string(token, 0, memory_.decoded).error;
  }

  [[gnu::noinline]] Step text(const Node& node, const char* at) {
    const char* close = index_.quote_from(at);
    if (close == nullptr) [[unlikely]]
      return {};
    std::string_view text(at, static_cast<std::size_t>(close - at));
    const TextCheck& check = *node.text;
    Facts facts = text.empty() ? 0 : kGiven | node.broken_if_given;
    if (has_escapes(at, close)) [[unlikely]] {
      if (!decode(at, close)) return {};
      text = memory_.decoded;
      if (check.texts != nullptr && !note_text(check, check.texts->find(text))) return {};
    } else if (check.texts != nullptr) {
      const NameTable::Name* name = find_name(*check.texts, at);
      const auto number = name == nullptr ? std::nullopt : std::optional(name->number);
      if (!note_text(check, number)) return {};
    }
    if ((check.endpoint_groups & ~dead_) != 0) facts |= endpoint(check.endpoint, text);
    if ((check.format_groups & ~dead_) != 0) facts |= look_at_formats(check, text, dead_);
    if (check.is_of_schema && !is_of_schema(check, text)) return {};
    return {close + 1, facts};
  }

  // A string of which nothing is asked but to be an endpoint.
  [[gnu::noinline]] Step endpoint_text(const Node& node, const char* at) {
    const char* close = index_.quote_from(at);
    if (close == nullptr || has_escapes(at, close)) [[unlikely]] {
      return close == nullptr ? Step() : text(node, at);
    }
    const Facts broken = endpoint(node.text->endpoint, between(at, close));
    return {close + 1, broken | (close == at ? 0 : kGiven | node.broken_if_given)};
  }

  [[nodiscard]] Facts endpoint(const EndpointCheck& check, std::string_view text) const noexcept {
    const bool is_readable =
        text.data() >= text_.data() && text.data() + kEndpointBytes <= readable_;
    if (is_readable) [[likely]] {
      const EndpointJudgement ordinary = EndpointMasks<Kernel>::judge(text.data(), text.size());
      const Facts broken = ordinary.has_port ? 0 : check.no_port;
      if (ordinary.kind == EndpointKind::name) return broken | check.name_host;
      if (ordinary.kind == EndpointKind::ipv4) return broken | check.ip_host;
    }
    return look_at_endpoint(check, text);
  }

  // What the text says to conditions; false where it is not allowed.
  bool note_text(const TextCheck& check, std::optional<std::uint32_t> number) noexcept {
    if (!number && check.is_closed) return false;
    for (const SlotWrite& write : check.writes) {
      const Facts met = number ? write.met[*number] : write.met_by_others;
      memory_.slots[write.slot] = met;
      dead_ |= write.groups & ~met;
    }
    return true;
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
    open_slots(node);
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
      if (stands_at<kCommaQuote>(at)) [[likely]] {
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
    if (stands_at<kColonQuote>(at)) {
      text = at + kColonQuote.size();
    } else if (stands_at<kColonBlankQuote>(at)) {
      text = at + kColonBlankQuote.size();
    }
    const bool is_string = text != nullptr && node.shape == Shape::string;
    const Step step = is_string ? string(node, text) : value(node, behind_colon(at));
    add(state, step, member.bit);
    return step.at;
  }

  static constexpr std::string_view kCommaQuote = ",\"";
  static constexpr std::string_view kColonQuote = ":\"";
  static constexpr std::string_view kColonBlankQuote = ": \"";

  // What is ordinary between two tokens, at once.
  template <const std::string_view& kText>
  [[nodiscard]] bool stands_at(const char* at) const noexcept {
    return at + kText.size() <= readable_ && std::memcmp(at, kText.data(), kText.size()) == 0;
  }

  const char* member(const Member& member, ObjectState& state, const char* at) {
    if ((state.seen & member.bit) != 0) return nullptr;
    const Step step = value(*member.node, at);
    add(state, step, member.bit);
    return step.at;
  }

  static void add(ObjectState& state, const Step& step, std::uint64_t bit) noexcept {
    state.seen |= bit;
    state.facts |= step.facts & kBroken;
    if ((step.facts & kGiven) != 0) [[likely]]
      return;
    state.not_given |= bit;
    if ((step.facts & kAbsent) != 0) state.absent |= bit;
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
    state.facts |= step.facts & kBroken;
    state.others += (step.facts & kAbsent) == 0 ? 1 : 0;
    return step.at;
  }

  // Where an object ends: what it lacks, and whose conditions are met. False where the schema asks
  // for more.
  bool close(const Node& node, ObjectState& state) noexcept {
    const ObjectCheck& check = *node.object;
    const std::uint64_t present = state.seen & ~state.absent;
    if ((check.required & ~present) != 0) return false;
    if (check.count.is_bounded() &&
        !check.count.holds(state.others + static_cast<std::uint64_t>(std::popcount(present)))) {
      return false;
    }
    std::uint64_t missing = check.wanted & ~(state.seen & ~state.not_given);
    for (; missing != 0; missing &= missing - 1) {
      const Member& member = check.members[static_cast<std::size_t>(std::countr_zero(missing))];
      state.facts |= member.broken_if_missing;
    }
    state.facts = settled(node, state.facts) | node.broken_if_given;
    return true;
  }

  void open_slots(const Node& node) noexcept {
    for (const Settlement& settlement : node.settlements) {
      memory_.slots[settlement.slot] = 0;
      dead_ &= ~settlement.groups;
    }
  }

  Facts settled(const Node& node, Facts facts) const noexcept {
    for (const Settlement& settlement : node.settlements) {
      facts &= memory_.slots[settlement.slot] | ~settlement.groups;
    }
    return facts;
  }

  // ---- Arrays ---------------------------------------------------------------------------------

  // Behind the bracket.
  [[gnu::noinline]] Step array(const Node& node, const char* at) {
    const ArrayCheck& check = *node.array;
    if (depth_left_ == 0) return {};
    --depth_left_;
    open_slots(node);
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
    return {behind_bracket(at), settled(node, facts) | node.broken_if_given | kGiven};
  }

  // From the first item to the closing bracket.
  const char* items(const Node& item, const char* at, std::size_t& count, Facts& facts) {
    if (item.shape == Shape::string) return strings(item, at, count, facts);
    std::size_t next_lesson = item.shape == Shape::object && !is_learning_ ? kItemsBeforeLesson : 0;
    for (;;) {
      if (count == program_.max_array_items) return nullptr;
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
      if (*at != '"' || count == program_.max_array_items) return nullptr;
      ++count;
      const Step step = string(item, at + 1);
      if (step.at == nullptr) return nullptr;
      facts |= step.facts & kBroken;
      at = skip_blanks(step.at);
      if (*at != ',') return *at == ']' ? at : nullptr;
      at = skip_blanks(at + 1);
    }
  }

  // ---- Items that repeat each other -----------------------------------------------------------

  // Behind an item: learns how the next one is written, and passes those that are written the same
  // way. Returns where an item ends.
  [[gnu::noinline]] const char* repeated_items(const Node& item, const char* at, std::size_t& count,
                                               Facts& facts) {
    const char* next = skip_blanks(at);
    if (*next != ',') return at;
    next = skip_blanks(next + 1);
    if (*next != '{' || depth_left_ == 0 || count >= program_.max_array_items) return at;
    is_learning_ = true;
    ++count;
    at = learn(item, at, next + 1, facts);
    if (at != nullptr && memory_.lesson.is_whole()) at = follow_lesson(item, at, count, facts);
    is_learning_ = false;
    return at;
  }

  // One item, from behind its brace; `before`: the end of the item before.
  [[gnu::noinline]] const char* learn(const Node& item, const char* before, const char* at,
                                      Facts& facts) {
    Lesson& lesson = memory_.lesson;
    lesson.size = 0;
    ObjectState state;
    state.strangers = strangers_;
    open_slots(item);
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
      if (*at == kNothing) return nullptr;
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

  // Segments that are too long match nothing, here or there.
  static void join_ends(Lesson& lesson) noexcept {
    const Segment& first = lesson.before[0];
    std::array<char, 2 * kSegmentBytes> bytes;
    std::memcpy(bytes.data(), lesson.end.bytes.data(), lesson.end.size);
    std::memcpy(bytes.data() + lesson.end.size, first.bytes.data(), first.size);
    const bool is_whole = lesson.end.size > 0 && first.size > 0;
    set_segment(lesson.joint, {bytes.data(), is_whole ? lesson.end.size + first.size : 0});
  }

  // Where an item ends; false where the schema asks for more.
  bool close_item(const Node& item, ObjectState& state, Facts& facts) noexcept {
    strangers_ = state.strangers;
    ++depth_left_;
    if (!close(item, state)) return false;
    facts |= state.facts & kBroken;
    return true;
  }

  // At the closing brace of an item, or null; behind it.
  const char* finish_item(const Node& item, ObjectState& state, const char* at, Facts& facts) {
    return at != nullptr && close_item(item, state, facts) ? behind_bracket(at) : nullptr;
  }

  [[nodiscard]] bool stands_at(const Segment& segment, const char* at) const noexcept {
    return at + kSegmentBytes <= readable_ && Kernel::matches(at, segment);
  }

  // Behind the item that the lesson is of.
  const char* follow_lesson(const Node& item, const char* at, std::size_t& count, Facts& facts) {
    const Lesson& lesson = memory_.lesson;
    if (!stands_at(lesson.before[0], at)) return at;
    at += lesson.before[0].size;
    for (;;) {
      if (count == program_.max_array_items) return nullptr;
      ++count;
      open_slots(item);
      --depth_left_;
      ObjectState state;
      state.strangers = strangers_;
      std::size_t passed = 0;
      for (;;) {
        const Member& member = *lesson.before[passed].member;
        const Step step = learnt_value(*member.node, at);
        if (step.at == nullptr) return nullptr;
        add(state, step, member.bit);
        at = step.at;
        if (++passed == lesson.size || !stands_at(lesson.before[passed], at)) break;
        at += lesson.before[passed].size;
      }
      if (passed == lesson.size && stands_at(lesson.joint, at)) [[likely]] {
        if (!close_item(item, state, facts)) return nullptr;
        at += lesson.joint.size;
        continue;
      }
      return finish_item(item, state, rest_of_members(*item.object, state, at), facts);
    }
  }

  // Of a string, behind its quote.
  Step learnt_value(const Node& node, const char* at) {
    if (at[-1] != '"') return value(node, at);
    return node.shape == Shape::string ? string(node, at) : value(node, at - 1);
  }

  // Behind a value; at the closing brace.
  [[gnu::noinline]] const char* rest_of_members(const ObjectCheck& check, ObjectState& state,
                                                const char* at) {
    at = skip_blanks(at);
    if (*at == '}') return at;
    return *at == ',' ? members(check, state, skip_blanks(at + 1)) : nullptr;
  }

  // ---- Numbers and literals -------------------------------------------------------------------

  struct Number {
    const char* end = nullptr;
    std::int64_t integer = 0;  ///< where there is no fraction
    bool is_fraction = false;
  };

  static bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

  // A number of few digits without exponent; others are not ordinary.
  static Number read_number(const char* at) noexcept {
    constexpr std::ptrdiff_t kMaxDigits = 18;
    const bool is_negative = *at == '-';
    const char* const digits = at + (is_negative ? 1 : 0);
    std::int64_t integer = 0;
    const char* end = digits;
    for (; is_digit(*end) && end - digits < kMaxDigits; ++end)
      integer = integer * 10 + (*end - '0');
    if (end == digits || is_digit(*end) || (*digits == '0' && end - digits > 1)) return {};
    if (*end != '.') return {end, is_negative ? -integer : integer, false};
    const char* const fraction = ++end;
    bool is_whole = true;
    for (; is_digit(*end) && end - fraction < kMaxDigits; ++end) is_whole &= *end == '0';
    if (end == fraction || is_digit(*end)) return {};
    return {end, is_negative ? -integer : integer, !is_whole};
  }

  [[nodiscard]] static bool holds(const NumberCheck& check, std::int64_t integer) noexcept {
    if (integer < check.minimum || integer > check.maximum) return false;
    if (check.multiple_of != 1 && (check.multiple_of == 0 || integer % check.multiple_of != 0)) {
      return false;
    }
    return !check.is_closed || std::ranges::find(check.allowed, integer) != check.allowed.end();
  }

  // true, false or null; what stands behind is looked at by who asks.
  const char* skip_literal(const char* at) const noexcept {
    if (end_ - at < 5) return nullptr;
    if (std::memcmp(at, "true", 4) == 0 || std::memcmp(at, "null", 4) == 0) return at + 4;
    return std::memcmp(at, "false", 5) == 0 ? at + 5 : nullptr;
  }

  // ---- What the schema does not look at -------------------------------------------------------

  // A value of any kind, well-formed; null where it is not, or is not ordinary.
  [[gnu::noinline]] const char* skip(const char* at) {
    if (*at == '{' || *at == '[') return skip_container(at);
    if (*at == '"') return string(kAnyString, at + 1).at;
    return is_digit(*at) || *at == '-' ? read_number(at).end : skip_literal(at);
  }

  const char* skip_container(const char* at) {
    const std::uint32_t strangers = strangers_;
    std::size_t depth = 0;
    const char* next = open_free(at, depth);
    while (next != nullptr && depth > 0) {
      FreeFrame& frame = memory_.free_frames[depth - 1];
      if (*next == (frame.is_object ? '}' : ']')) {
        strangers_ = frame.names;
        --depth;
        next = behind_bracket(next);
        if (depth > 0) next = behind_item(next, memory_.free_frames[depth - 1]);
        continue;
      }
      if (frame.is_object ? (next = free_name(next, frame)) == nullptr : !count_item(frame)) {
        return nullptr;
      }
      if (*next == '{' || *next == '[') {
        next = open_free(next, depth);
        continue;
      }
      next = skip(next);
      if (next != nullptr) next = behind_item(next, frame);
    }
    strangers_ = strangers;
    return next;
  }

  // Behind the bracket and white space.
  const char* open_free(const char* at, std::size_t& depth) noexcept {
    if (depth >= depth_left_) return nullptr;
    memory_.free_frames[depth++] = {*at == '{', 0, strangers_};
    return skip_blanks(at + 1);
  }

  // Behind an item or a member: at the next one, or at the bracket that closes.
  const char* behind_item(const char* at, const FreeFrame& frame) noexcept {
    at = skip_blanks(at);
    const char closing = frame.is_object ? '}' : ']';
    if (*at == closing) return at;
    if (*at != ',') return nullptr;
    at = skip_blanks(at + 1);
    return *at == closing ? nullptr : at;
  }

  bool count_item(FreeFrame& frame) const noexcept {
    return ++frame.items <= program_.max_array_items;
  }

  // From the quote of a name to its value.
  const char* free_name(const char* at, const FreeFrame& frame) noexcept {
    if (*at != '"') return nullptr;
    const char* close = index_.quote_from(at + 1);
    if (close == nullptr) return nullptr;
    std::string_view name(at + 1, static_cast<std::size_t>(close - at) - 1);
    if (has_escapes(at + 1, close)) {
      if (!decode(at + 1, close)) return nullptr;
      name = memory_.decoded;
    }
    if (!add_stranger(name, frame.names)) return nullptr;
    return behind_colon(close + 1);
  }

  // False where the object whose names begin at `first` may have the name already.
  bool add_stranger(std::string_view name, std::uint32_t first) noexcept {
    if (strangers_ == kMaxStrangers) return false;
    const std::uint32_t hash = hash_of(name);
    bool is_new = true;
    for (std::uint32_t i = first; i < strangers_; ++i) is_new &= memory_.strangers[i] != hash;
    memory_.strangers[strangers_++] = hash;
    return is_new;
  }

  static std::uint32_t hash_of(std::string_view text) noexcept {
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = text.size();
    for (; text.size() >= 8; text.remove_prefix(8)) {
      hash = std::rotl((hash ^ load_word(text.data())) * kMultiplier, 29);
    }
    std::array<char, 8> rest{};
    std::memcpy(rest.data(), text.data(), text.size());
    hash = (hash ^ load_word(rest.data())) * kMultiplier;
    return static_cast<std::uint32_t>(hash >> 32);
  }

  static inline const Node kAnyString{};

  const Program& program_;
  ProofMemory& memory_;
  std::string_view text_;
  const char* end_;
  const char* readable_;  ///< the end of what can be read
  const char* safe_end_;  ///< up to here kLookAhead bytes can be read
  std::size_t depth_left_;
  std::uint32_t strangers_ = 0;  ///< names in the memory
  bool is_done_ = false;
  bool is_learning_ = false;
  Facts dead_ = 0;  ///< groups that are known not to have their conditions met
  BlockIndex<Kernel> index_;
};

}  // namespace admit::prove
