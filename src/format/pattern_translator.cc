// A regular expression of ECMA-262 -> the same in RE2 syntax, or a fault (PatternTranslator).
// Escapes, classes and quantifiers are read elsewhere; here they become a sequence with groups.
#include "format/pattern_translator.h"

#include <iterator>
#include <optional>
#include <utility>

#include "format/character_set.h"
#include "format/pattern_class.h"
#include "format/pattern_escape.h"
#include "format/pattern_quantifier.h"
#include "format/quote.h"

namespace admit::format {
namespace {

struct GroupOpening {
  std::string_view token;
  bool is_capture;
  bool is_repeatable;
  std::string_view refusal;  ///< "" if RE2 has such groups
};

/// Longer tokens come before their beginnings. Annex B allows to repeat a look-ahead.
constexpr GroupOpening kGroupOpenings[] = {
    {"(?:", false, true, ""},
    {"(?=", false, true, "look-ahead cannot be matched in linear time"},
    {"(?!", false, true, "look-ahead cannot be matched in linear time"},
    {"(?<=", false, false, "look-behind cannot be matched in linear time"},
    {"(?<!", false, false, "look-behind cannot be matched in linear time"},
    {"(", true, true, ""},
};

constexpr std::size_t kMaxGroupDepth = 1000;

constexpr std::string_view kNotLineTerminator = R"([^\n\r\x{2028}\x{2029}])";

/// RE2's own search keeps apart where each attempt began, which costs it its speed on
/// `(a?){1000}b`, and would find `\B` between the bytes of one character.
constexpr std::string_view kAnywhere = R"(\A[\x{0}-\x{10FFFF}]*(?:)";

/// The row of what comes next, which is at least "(".
const GroupOpening& take_opening(PatternReader& reader) {
  const GroupOpening* row = std::begin(kGroupOpenings);
  while (!reader.take(row->token)) ++row;
  return *row;
}

/// RE2 takes no leading zeros.
std::string text_of(const Quantifier& quantifier) {
  std::string out = '{' + std::to_string(quantifier.least) + ',';
  if (quantifier.most) out += std::to_string(*quantifier.most);
  return out + (quantifier.is_lazy ? "}?" : "}");
}

}  // namespace

PatternTranslator::PatternTranslator(std::string_view ecma)
    : reader_(ecma), groups_(1), is_anchored_(ecma.starts_with('^')) {
  const std::size_t valid = text::valid_utf8_prefix(ecma);
  if (valid != ecma.size()) reader_.malformed(valid, "a pattern that is not UTF-8");
  if (ecma.size() > kMaxPatternBytes) {
    reader_.refuse(kMaxPatternBytes,
                   "a pattern of more than " + std::to_string(kMaxPatternBytes) + " bytes");
  }
}

Result<std::string, PatternFault> PatternTranslator::translate() {
  while (!reader_.done()) read_term();
  end_alternative();
  if (groups_.size() > 1) reader_.malformed(groups_.back().begin, "a group that is not closed");
  check_references();
  if (reader_.fault()) return *reader_.fault();
  return is_anchored_ ? std::move(out_) : std::string(kAnywhere) + out_ + ')';
}

void PatternTranslator::read_term() {
  const std::size_t begin = reader_.at();
  switch (reader_.peek()) {
    case '\\':
      return read_escape_term();
    case '[':
      return add_class(begin, read_class(reader_));
    case '(':
      return open_group();
    case ')':
      return close_group();
    case '|':
      reader_.take("|");
      if (groups_.size() == 1) is_anchored_ = false;
      end_alternative();
      return emit("|");
    case '^':
      reader_.take("^");
      return add_assertion("\\A");
    case '$':
      reader_.take("$");
      return add_assertion("\\z");
    case '.':
      reader_.take(".");
      return add_class(begin, kNotLineTerminator);
    default:
      return read_quantifier_or_literal();
  }
}

void PatternTranslator::read_escape_term() {
  const std::size_t begin = reader_.at();
  Escape escape = read_escape(reader_, EscapePlace::term);
  std::string literal;
  switch (escape.kind) {
    case Escape::Kind::character:
      append_literal(literal, escape.character);
      return add_atom(begin, literal);
    case Escape::Kind::set:
      return add_class(begin, class_text(escape.set));
    case Escape::Kind::boundary:
      return add_assertion("\\b");
    case Escape::Kind::not_boundary:
      return add_assertion("\\B");
    case Escape::Kind::numbered_group:
      if (escape.group > largest_reference_) {
        largest_reference_ = escape.group;
        references_.insert_or_assign("", begin);
      }
      return add_reference(begin);
    case Escape::Kind::named_group:
      references_.try_emplace(std::move(escape.name), begin);
      return add_reference(begin);
  }
}

void PatternTranslator::read_quantifier_or_literal() {
  const std::size_t begin = reader_.at();
  if (const std::optional<Quantifier> quantifier = read_quantifier(reader_)) {
    return repeat(begin, *quantifier);
  }
  std::string literal;
  append_literal(literal, reader_.take_character());
  add_atom(begin, literal);
}

void PatternTranslator::open_group() {
  const std::size_t begin = reader_.at();
  const GroupOpening& opening = take_opening(reader_);
  if (!opening.refusal.empty()) reader_.refuse(begin, std::string(opening.refusal));
  if (opening.is_capture) {
    ++captures_;
    if (reader_.take("?<")) {
      read_name();
    } else if (reader_.peek() == '?') {
      reader_.malformed(begin, "`(?` that begins no group of ECMA-262");
    }
  }
  // Whether what is nested deeper is well-formed is not looked at.
  if (groups_.size() > kMaxGroupDepth) {
    reader_.malformed(begin, "groups are nested deeper than " + std::to_string(kMaxGroupDepth));
  }
  end_atom();
  groups_.push_back({begin, opening.is_repeatable, {}, {}});
  emit("(?:");
}

void PatternTranslator::read_name() {
  const std::size_t begin = reader_.at();
  std::string name = read_group_name(reader_);
  if (!names_.insert(std::move(name)).second) {
    reader_.malformed(begin, "two groups have the same name");
  }
}

void PatternTranslator::close_group() {
  const std::size_t begin = reader_.at();
  reader_.take(")");
  if (groups_.size() == 1) return reader_.malformed(begin, "a closing parenthesis without a group");
  end_alternative();
  const Group group = groups_.back();
  groups_.pop_back();
  atom_ = {group.begin, group.alternatives,
           group.is_repeatable ? Atom::State::fresh : Atom::State::none};
  emit(")");
}

void PatternTranslator::repeat(std::size_t begin, const Quantifier& quantifier) {
  if (atom_.state != Atom::State::fresh) {
    return reader_.malformed(begin, quoted(reader_.since(begin)) + " repeats nothing");
  }
  reader_.count_part(begin);
  atom_.state = Atom::State::repeated;
  atom_.weight.repeat(quantifier);
  if (atom_.weight.repetitions > kMaxRepetition) {
    reader_.refuse(begin,
                   "nested repetitions multiply to more than " + std::to_string(kMaxRepetition));
  }
  const std::string_view token = reader_.since(begin);
  emit(token.starts_with('{') ? text_of(quantifier) : std::string(token));
}

void PatternTranslator::add_assertion(std::string_view re2) {
  end_atom();
  emit(re2);
}

void PatternTranslator::add_atom(std::size_t begin, std::string_view re2) {
  end_atom();
  atom_ = {begin, {1, 1}, Atom::State::fresh};
  emit(re2);
}

void PatternTranslator::add_class(std::size_t begin, std::string_view re2) {
  reader_.count_part(begin);
  add_atom(begin, re2);
}

void PatternTranslator::add_reference(std::size_t begin) {
  reader_.refuse(begin, "a back-reference cannot be matched in linear time");
  add_atom(begin, "");
}

void PatternTranslator::end_atom() {
  PatternWeight& sequence = groups_.back().sequence;
  sequence.append(atom_.weight);
  if (sequence.instructions > kMaxInstructions) {
    reader_.refuse(atom_.begin, "the compiled pattern takes more than 4 MiB");
  }
  atom_ = {};
}

void PatternTranslator::end_alternative() {
  end_atom();
  Group& group = groups_.back();
  group.alternatives.alternate(group.sequence);
  group.sequence = {};
}

void PatternTranslator::check_references() {
  for (const auto& [name, offset] : references_) {
    const bool is_known = name.empty() ? largest_reference_ <= captures_ : names_.contains(name);
    if (!is_known) reader_.malformed(offset, "a back-reference to a group that does not exist");
  }
}

void PatternTranslator::emit(std::string_view re2) {
  if (!reader_.fault()) out_ += re2;
}

}  // namespace admit::format
