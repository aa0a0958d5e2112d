// Documents -> documents with secrets in them -> what a report shows of those.
#include "planted_body.h"

#include <algorithm>
#include <utility>

namespace admit::fuzz {
namespace {

using Kind = JsonTree::Kind;

constexpr std::size_t kWindow = 4;

// Of these, four in a row stand in no report by themselves.
constexpr std::string_view kLetters = "qxzjkvwQXZJKVW";
constexpr std::string_view kStructural = "\"\"\"\"{}[],,::\\'= \n";

std::string make_secret(Random& random) {
  std::string secret(12 + below(random, 8), ' ');
  for (char& c : secret) c = kLetters[below(random, kLetters.size())];
  return secret;
}

// What stands below secret names, and everything else, each with a gap between.
struct Split {
  std::vector<std::string> secrets;
  std::string innocent;

  void add(const std::string& text, bool is_secret) {
    if (is_secret) {
      secrets.push_back(text);
    } else {
      innocent += text + '\0';
    }
  }
  void walk(const JsonTree& value, bool is_secret, const text::SecretNames& names) {
    add(value.text, is_secret);
    const bool is_object = value.kind == Kind::object;
    for (const auto& [name, child] : value.children) {
      if (is_object) add(name, is_secret);
      walk(child, is_secret || (is_object && names.matches(name)), names);
    }
  }
};

std::string find_shown(std::string_view shown, const Split& split) {
  for (const std::string& secret : split.secrets) {
    for (std::size_t at = 0; at + kWindow <= secret.size(); ++at) {
      const std::string window = secret.substr(at, kWindow);
      const bool is_telling = window.find_first_not_of(kLetters) == std::string::npos;
      if (is_telling && shown.find(window) != std::string_view::npos &&
          split.innocent.find(window) == std::string::npos) {
        return window;
      }
    }
  }
  return {};
}

}  // namespace

PlantedBody::PlantedBody(JsonTree document, const text::SecretNames& names, Random& random)
    : names_(names) {
  plant(document, false, random);
  const bool is_indented = below(random, 2) == 0;
  const JsonStyle style{.line_end = is_indented ? "\n" : "", .indent = "  "};
  for (const char c : write_json_tree(document, style)) bytes_.push_back({c});
  mark();
}

void PlantedBody::plant(JsonTree& value, bool is_secret, Random& random) {
  if (is_secret && value.kind == Kind::string) {
    planted_.push_back(make_secret(random));
    value.text = planted_.back();
  }
  for (auto& [name, child] : value.children) {
    const bool names_secret = value.kind == Kind::object && names_.matches(name);
    if (names_secret) {
      const std::string quoted = write_json_tree({Kind::string, name, {}});
      names_in_use_.push_back(quoted.substr(1, quoted.size() - 2));
    }
    plant(child, is_secret || names_secret, random);
  }
}

void PlantedBody::mark() {
  const std::string whole = text();
  const auto mark_all = [&](const std::string& word, bool Byte::*mark) {
    for (std::size_t at = whole.find(word); at != std::string::npos;
         at = whole.find(word, at + 1)) {
      for (std::size_t i = 0; i < word.size(); ++i) bytes_[at + i].*mark = true;
    }
  };
  for (const std::string& secret : planted_) mark_all(secret, &Byte::is_secret);
  for (const std::string& name : names_in_use_) mark_all(name, &Byte::is_name);
}

void PlantedBody::break_somewhere(Random& random) {
  const std::size_t at = below(random, bytes_.size());
  if (bytes_[at].is_name) return;
  const auto place = bytes_.begin() + static_cast<std::ptrdiff_t>(at);
  switch (below(random, 3)) {
    case 0:
      bytes_.erase(place);
      break;
    case 1:
      bytes_.insert(place, Byte{kStructural[below(random, kStructural.size())]});
      break;
    default:
      bytes_.insert(place, Byte{*place});
      break;
  }
}

std::string PlantedBody::text() const {
  std::string text;
  for (const Byte& byte : bytes_) text += byte.byte;
  return text;
}

std::string PlantedBody::find_leak(std::string_view shown) const {
  Split split;
  if (const auto document = parse_json_tree(text())) {
    split.walk(*document, false, names_);
  } else {
    split.secrets = planted_;
    for (const Byte& byte : bytes_) split.innocent += byte.is_secret ? '\0' : byte.byte;
  }
  return find_shown(shown, split);
}

}  // namespace admit::fuzz
