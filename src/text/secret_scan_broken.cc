// Finds what may be a secret in a text that is not JSON.
//
// Where the text broke is unknown, so no quote is trusted to open or close anything. The text is
// taken as words, cut at quotes and structural characters alone; a word that ends in a secret name
// is one, whatever stands around it. What follows must then read, character for character, like the
// rest of a JSON member and the start of what comes after it, or all the rest of the text is
// masked.
#include <array>
#include <string>

#include "text/json_steps.h"
#include "text/secret_scan.h"

namespace admit::text {
namespace {

// What ends a word; all other bytes are part of one, so that a name split over lines is still
// found.
constexpr std::array<bool, 256> kEndsWord = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("\"'`{}[],:=")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool ends_word(char c) noexcept {
  return kEndsWord[static_cast<unsigned char>(c)];
}

bool is_close(char c) noexcept {
  return c == '}' || c == ']';
}

// An unquoted value, such as a word in a file that somebody wrote by hand.
std::size_t skip_bare(std::string_view text, std::size_t at) noexcept {
  const std::size_t begin = at;
  const auto is_bare = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           std::string_view("_.+-").find(c) != std::string_view::npos;
  };
  while (at < text.size() && is_bare(text[at])) ++at;
  return at == begin ? kNoMatch : at;
}

// Past an array of scalars. One that holds arrays or objects does not count: a stray bracket inside
// would look like its end.
std::size_t skip_flat_array(std::string_view text, std::size_t at) noexcept {
  at = skip_space(text, at + 1);
  if (peek(text, at) == ']') return at + 1;
  while (true) {
    at = skip_scalar(text, at);
    if (at == kNoMatch) return kNoMatch;
    at = skip_space(text, at);
    if (peek(text, at) == ']') return at + 1;
    if (peek(text, at) != ',') return kNoMatch;
    at = skip_space(text, at + 1);
  }
}

bool is_member(std::string_view text, std::size_t at) noexcept;

enum class Inside { object, any };    // of what a value is part: an array's items count as `any`
enum class Demand { member, quote };  // what has to follow a comma

// Whether the text after a value, which ends at `at`, goes on as JSON does: with a comma and the
// next member, with the end of the text, or with closing brackets and what may follow those. A
// comma too many before a closing bracket is the commonest of mistakes and hides nothing.
bool goes_on_well(std::string_view text, std::size_t at, Inside inside, Demand demand) noexcept {
  bool is_closed = inside == Inside::any;
  while (true) {
    at = skip_space(text, at);
    if (at == text.size()) return true;
    const bool is_comma = text[at] == ',';
    if (is_comma) at = skip_space(text, at + 1);
    const char next = peek(text, at);
    if (next == '}' || (next == ']' && is_closed)) {
      is_closed = true;
      ++at;
      continue;
    }
    if (!is_comma) return false;
    if (next == '{' && is_closed) at = skip_space(text, at + 1);
    return demand == Demand::member ? is_member(text, at) : peek(text, at) == '"';
  }
}

// Whether a member's value at `at` starts well: a scalar, and what may follow it, or brackets down
// to such a scalar. The limit is far above what requests hold.
bool is_value_start(std::string_view text, std::size_t at) noexcept {
  constexpr int kMostBrackets = 16;
  for (int depth = 0; depth < kMostBrackets; ++depth) {
    const Inside inside = depth == 0 ? Inside::object : Inside::any;
    const char open = peek(text, at);
    if (open != '{' && open != '[') {
      const std::size_t scalar = skip_scalar(text, at);
      at = scalar != kNoMatch ? scalar : skip_bare(text, at);
      if (at == kNoMatch) return false;
      const bool is_followed = depth > 0 && peek(text, skip_space(text, at)) == ',';
      return is_followed || goes_on_well(text, at, inside, Demand::quote);
    }
    at = skip_space(text, at + 1);
    if (is_close(peek(text, at))) return goes_on_well(text, at + 1, inside, Demand::quote);
    if (open == '{') at = skip_name_and_colon(text, at);
    if (at == kNoMatch) return false;
  }
  return false;
}

bool is_member(std::string_view text, std::size_t at) noexcept {
  const std::size_t value = skip_name_and_colon(text, at);
  return value != kNoMatch && is_value_start(text, value);
}

// The same for a member's value that must not be shown, or that may be the name of one.
bool is_followed_well(std::string_view text, std::size_t at) noexcept {
  return goes_on_well(text, at, Inside::object, Demand::member);
}

class BrokenScan {
 public:
  BrokenScan(std::string_view text, const SecretNames& names) : text_(text), names_(names) {}

  std::vector<Span> run() {
    while (at_ < text_.size()) {
      if (ends_word(text_[at_])) {
        ++at_;
        continue;
      }
      Span word{at_, at_};
      while (word.end < text_.size() && !ends_word(text_[word.end])) ++word.end;
      at_ = word.end;
      look_at(word);
    }
    return std::move(spans_);
  }

 private:
  void look_at(Span word) {
    bool is_held = false;
    for (const auto escapes : {UnicodeEscapes::decoded, UnicodeEscapes::as_they_stand}) {
      const std::string normal = decoded_word(word.of(text_), escapes);
      if (names_.ends_in_name(normal)) return mask_after(word);
      is_held = is_held || names_.stand_in(normal);
      if (!has_backslash(word)) break;
    }
    if (is_held && !is_harmless(word)) mask_from(word.begin);
  }

  // `word` ends in a secret name: masks the value, or everything.
  void mask_after(Span word) {
    if (peek(text_, word.end) != '"') return mask_from(word.end);
    const std::size_t after = word.end + 1;
    const std::size_t colon = skip_space(text_, after);
    if (peek(text_, colon) == ':') return mask_value(skip_space(text_, colon + 1));
    if (!is_string(word) || !is_value(word)) mask_from(after);
  }

  void mask_value(std::size_t begin) {
    const char first = peek(text_, begin);
    const std::size_t end =
        first == '[' ? skip_flat_array(text_, begin) : skip_scalar(text_, begin);
    if (end == kNoMatch || !is_followed_well(text_, end)) return mask_from(begin);
    const std::size_t border = first == '[' || first == '"' ? 1 : 0;
    add({begin + border, end - border});
    at_ = end;
  }

  bool has_backslash(Span word) const noexcept {
    return word.of(text_).find('\\') != std::string_view::npos;
  }

  // Whether `word` is the whole of a string, as far as one can tell.
  bool is_string(Span word) const noexcept {
    return word.begin > 0 && text_[word.begin - 1] == '"' && peek(text_, word.end) == '"' &&
           !has_backslash(word);
  }

  // Whether `word`, a string, stands where the value of a member does, and well.
  bool is_value(Span word) const noexcept {
    const std::size_t colon = last_before(word.begin - 1);
    if (colon == kNoMatch || text_[colon] != ':') return false;
    const std::size_t quote = last_before(colon);
    return quote != kNoMatch && text_[quote] == '"' && is_followed_well(text_, word.end + 1);
  }

  // The last byte before `at` that is not white space.
  std::size_t last_before(std::size_t at) const noexcept {
    while (at > 0 && is_space(text_[at - 1])) --at;
    return at > 0 ? at - 1 : kNoMatch;
  }

  // Whether `word`, which holds a secret name, is another name, such as apiKeyId, or a value.
  bool is_harmless(Span word) const noexcept {
    if (!is_string(word)) return false;
    return is_member(text_, word.begin - 1) || is_value(word);
  }

  void mask_from(std::size_t begin) {
    add({begin, text_.size()});
    at_ = text_.size();
  }

  void add(Span span) {
    if (span.size() != 0) spans_.push_back(span);
  }

  std::string_view text_;
  const SecretNames& names_;
  std::size_t at_ = 0;
  std::vector<Span> spans_;
};

}  // namespace

std::vector<Span> scan_broken_json(std::string_view text, const SecretNames& names) {
  return BrokenScan(text, names).run();
}

}  // namespace admit::text
