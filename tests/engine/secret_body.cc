// Patterns -> bodies with secrets; bodies -> what must not be seen of them.
#include "engine/secret_body.h"

#include <algorithm>
#include <optional>

#include "engine/json_tree.h"

namespace admit::test {
namespace {

constexpr std::size_t kWindow = 4;

// Of these, four in a row stand in no report by themselves.
constexpr std::string_view kLetters = "qxzjkvwQXZJKVW";
constexpr std::string_view kStructural = "\"\"\"\"{}[],,::\\'= \n";

std::string make_secret(std::mt19937& random) {
  std::string secret(12 + random() % 8, ' ');
  for (char& c : secret) c = kLetters[random() % kLetters.size()];
  return secret;
}

// Everything below members with secret names, and everything else, each with a gap between.
struct Split {
  std::vector<std::string> secrets;
  std::string innocent;

  void add(std::string text, bool is_secret) {
    if (is_secret) {
      secrets.push_back(std::move(text));
    } else {
      innocent += std::move(text) + '\0';
    }
  }

  void walk(const JsonTree& value, bool is_secret, const text::SecretNames& names) {
    add(value.text, is_secret);
    const bool is_object = value.kind == JsonTree::Kind::object;
    for (const auto& [name, child] : value.children) {
      if (is_object) add(name, is_secret);
      walk(child, is_secret || (is_object && names.matches(name)), names);
    }
  }
};

}  // namespace

SecretBody::SecretBody(std::string_view pattern, std::mt19937& random) {
  std::size_t name = 0;
  for (const char c : pattern) {
    if (c == '<') {
      name = name_sizes_.size();
      name_sizes_.push_back(0);
    } else if (c == '>') {
      name = 0;
    } else if (c == '$') {
      ++secrets_;
      for (const char s : make_secret(random)) bytes_.push_back({s, name, secrets_});
    } else {
      bytes_.push_back({c, name});
      if (name != 0) ++name_sizes_[name];
    }
  }
}

void SecretBody::mutate(std::mt19937& random, bool near) {
  std::size_t at = random() % bytes_.size();
  for (int tries = 0; near && tries < 200 && bytes_[at].secret == 0; ++tries) {
    at = random() % bytes_.size();
  }
  if (near) at = std::min(at + random() % 24, bytes_.size() - 1);
  const auto place = bytes_.begin() + static_cast<std::ptrdiff_t>(at);
  const bool is_structural = kStructural.find(place->byte) != std::string_view::npos;
  const auto choice = random() % 3;
  if (choice == 0 && bytes_.size() > 1) {
    bytes_.erase(place);
  } else if (choice == 1 || !is_structural) {
    bytes_.insert(place, {kStructural[random() % kStructural.size()]});
  } else {
    const Byte twin = *place;
    bytes_.insert(place, twin);
  }
}

std::string SecretBody::text() const {
  std::string text;
  for (const Byte& byte : bytes_) text += byte.byte;
  return text;
}

bool SecretBody::are_names_whole() const {
  std::vector<std::size_t> runs(name_sizes_.size());
  for (std::size_t i = 0; i < bytes_.size(); ++i) {
    const std::size_t name = bytes_[i].name;
    const bool is_first = i == 0 || bytes_[i - 1].name != name;
    if (name != 0 && is_first && runs[name] != 0) return false;
    ++runs[name];
  }
  return std::equal(runs.begin() + 1, runs.end(), name_sizes_.begin() + 1);
}

std::string SecretBody::find_leak(std::string_view shown, const text::SecretNames& names) const {
  Split split;
  if (const std::optional<JsonTree> document = parse_json_tree(text())) {
    split.walk(*document, false, names);
  } else {
    split.secrets.resize(secrets_ + 1);
    for (const Byte& byte : bytes_) {
      if (byte.secret != 0) split.secrets[byte.secret] += byte.byte;
      split.innocent += byte.secret == 0 ? byte.byte : '\0';
    }
  }
  for (const std::string& secret : split.secrets) {
    for (std::size_t at = 0; at + kWindow <= secret.size(); ++at) {
      const std::string window = secret.substr(at, kWindow);
      const bool is_planted = window.find_first_not_of(kLetters) == std::string::npos;
      if (is_planted && shown.find(window) != std::string_view::npos &&
          split.innocent.find(window) == std::string::npos) {
        return window;
      }
    }
  }
  return {};
}

}  // namespace admit::test
