// Bracketed classes of a regular expression -> one atom in RE2 syntax (read_class). RE2 forms the
// union of members, never an intersection; that is why some negated classes are refused.
#include "format/pattern_class.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "format/byte_class.h"
#include "format/character_set.h"
#include "format/pattern_escape.h"
#include "format/quote.h"

namespace admit::format {
namespace {

/// A character, or a set that stands for many.
struct ClassMember {
  char32_t character = 0;
  std::optional<CharacterSet> set;
};

class ClassTranslator {
 public:
  explicit ClassTranslator(PatternReader& reader) : reader_(reader), begin_(reader.at()) {}

  std::string translate() {
    reader_.take("[");
    is_negated_ = reader_.take("^");
    while (!reader_.done() && reader_.peek() != ']') read_members();
    if (!reader_.take("]")) reader_.malformed(begin_, "a class that is not closed");
    return text();
  }

 private:
  /// One member, or a range; a hyphen beside a set is a member as well.
  void read_members() {
    const std::size_t begin = reader_.at();
    const ClassMember first = read_member();
    const std::size_t hyphen = reader_.at();
    if (!reader_.take("-")) return add(first);
    if (reader_.done() || reader_.peek() == ']') {
      reader_.rewind(hyphen);
      return add(first);
    }
    const ClassMember last = read_member();
    if (first.set || last.set) {
      add(first);
      add({'-', std::nullopt});
      add(last);
    } else {
      add_range(begin, first.character, last.character);
    }
  }

  ClassMember read_member() {
    if (reader_.peek() != '\\') return {reader_.take_character(), std::nullopt};
    Escape escape = read_escape(reader_, EscapePlace::in_class);
    if (escape.kind == Escape::Kind::set) return {0, std::move(escape.set)};
    return {escape.character, std::nullopt};
  }

  void add(const ClassMember& member) {
    if (reader_.fault()) return;  // nobody will read the text
    if (!member.set) {
      append_literal(members_, member.character);
    } else if (member.set->is_complement) {
      complements_.push_back(*member.set);
    } else {
      members_ += member.set->members;
    }
  }

  void add_range(std::size_t begin, char32_t first, char32_t last) {
    if (first > last) {
      reader_.malformed(begin,
                        quoted(reader_.since(begin)) + " is a range that ends before it begins");
    }
    append_literal(members_, first);
    members_ += '-';
    append_literal(members_, last);
  }

  [[nodiscard]] std::string text() const {
    if (complements_.empty()) return class_text({members_, is_negated_});
    if (members_.empty() && complements_.size() == 1) {
      return class_text({complements_[0].members, !is_negated_});
    }
    if (is_negated_) {
      reader_.refuse(begin_, "RE2 cannot take an unassigned character and others out of one class");
    }
    std::string out = "(?:" + class_text({members_, false});
    for (const CharacterSet& set : complements_) out += '|' + class_text(set);
    return out + ')';
  }

  PatternReader& reader_;
  std::size_t begin_;
  bool is_negated_ = false;
  std::string members_;
  std::vector<CharacterSet> complements_;
};

}  // namespace

std::string read_class(PatternReader& reader) {
  return ClassTranslator(reader).translate();
}

void append_literal(std::string& out, char32_t character) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<char>(character);
  if (character < 0x80 && is_in(byte, kLetter | kDigit | kUnderscore)) {
    out += byte;
    return;
  }
  out += "\\x{";
  int shift = 20;
  while (shift > 0 && character >> shift == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) out += kHex[character >> shift & 0xf];
  out += '}';
}

}  // namespace admit::format
