// One random change of a JSON document at a time.
// Outside functions: edit, and the changes that it chooses from.
#include "json_edits.h"

#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

namespace admit::fuzz {
namespace {

using Kind = JsonTree::Kind;

constexpr std::string_view kOtherTypes[] = {
    "null",   "true",    "false",    "0",          "-1",
    "1",      "1.0",     "0.5",      "1e300",      "9007199254740993",
    "\"\"",   "\"a\"",   "[]",       "{}",         "[[]]",
    "[null]", "[\"a\"]", "{\"\":0}", "{\"a\":{}}", "-0"};

void collect(JsonTree& value, std::vector<JsonTree*>& all) {
  all.push_back(&value);
  for (auto& [name, child] : value.children) collect(child, all);
}

// A container with something in it, or null.
JsonTree* some_parent(JsonTree& root, Random& random) {
  std::vector<JsonTree*> parents;
  for (JsonTree* value : values_in(root)) {
    if (!value->children.empty()) parents.push_back(value);
  }
  return parents.empty() ? nullptr : parents[below(random, parents.size())];
}

JsonTree* some_value(JsonTree& root, Random& random) {
  const std::vector<JsonTree*> all = values_in(root);
  return all[below(random, all.size())];
}

std::string_view pick(Texts stock, Random& random) {
  return stock[below(random, stock.size())];
}

char other_case(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter ? static_cast<char>(c ^ 0x20) : c;
}

// Some object's member, as its name and value; null where there is none.
JsonTree::Member* some_member(JsonTree& root, Random& random) {
  JsonTree* parent = some_parent(root, random);
  if (parent == nullptr || parent->kind != Kind::object) return nullptr;
  return &parent->children[below(random, parent->children.size())];
}

}  // namespace

JsonTree json_of(std::string_view json) {
  auto document = parse_json_tree(json);
  if (!document) throw std::logic_error("no JSON: " + std::string(json));
  return *std::move(document);
}

std::vector<JsonTree*> values_in(JsonTree& root) {
  std::vector<JsonTree*> all;
  collect(root, all);
  return all;
}

std::vector<JsonTree*> strings_in(JsonTree& root) {
  std::vector<JsonTree*> strings;
  for (JsonTree* value : values_in(root)) {
    if (value->kind == Kind::string) strings.push_back(value);
  }
  return strings;
}

void drop_child(JsonTree& root, Random& random) {
  JsonTree* parent = some_parent(root, random);
  if (parent == nullptr) return;
  const auto at = static_cast<std::ptrdiff_t>(below(random, parent->children.size()));
  parent->children.erase(parent->children.begin() + at);
}

void duplicate_child(JsonTree& root, Random& random) {
  JsonTree* parent = some_parent(root, random);
  if (parent == nullptr) return;
  auto twin = parent->children[below(random, parent->children.size())];
  const auto at = static_cast<std::ptrdiff_t>(below(random, parent->children.size() + 1));
  parent->children.insert(parent->children.begin() + at, std::move(twin));
}

void swap_children(JsonTree& root, Random& random) {
  JsonTree* parent = some_parent(root, random);
  if (parent == nullptr) return;
  auto& children = parent->children;
  std::swap(children[below(random, children.size())], children[below(random, children.size())]);
}

void retype_value(JsonTree& root, Random& random) {
  *some_value(root, random) = json_of(pick(kOtherTypes, random));
}

void misspell_name(JsonTree& root, Random& random) {
  auto* member = some_member(root, random);
  if (member == nullptr || member->name.empty()) return;
  std::string& name = member->name;
  const std::size_t at = below(random, name.size());
  const auto byte = static_cast<unsigned char>(name[at]);
  if (byte >= 0x80) return;  // half of a character would be no JSON
  switch (below(random, 4)) {
    case 0:
      name.erase(at, 1);
      break;
    case 1:
      name.insert(at, 1, name[at]);
      break;
    case 2:
      name[at] = other_case(name[at]);
      break;
    default:
      name[at] = static_cast<char>('_' + static_cast<char>(below(random, 27)));
      break;
  }
}

void rename_child(JsonTree& root, Random& random, const Vocabulary& words) {
  if (auto* member = some_member(root, random)) member->name = pick(words.names, random);
}

void replace_value(JsonTree& root, Random& random, const Vocabulary& words) {
  *some_value(root, random) = json_of(pick(words.values, random));
}

void add_member(JsonTree& root, Random& random, const Vocabulary& words) {
  JsonTree* parent = some_value(root, random);
  if (parent->kind == Kind::plain || parent->kind == Kind::string) return;
  const std::string name(pick(words.names, random));
  parent->children.push_back({name, json_of(pick(words.values, random))});
}

void move_value(JsonTree& root, Random& random) {
  const JsonTree copy = *some_value(root, random);
  *some_value(root, random) = copy;
}

void edit(JsonTree& root, Random& random, const Vocabulary& words) {
  switch (below(random, 9)) {
    case 0:
      return drop_child(root, random);
    case 1:
      return duplicate_child(root, random);
    case 2:
      return swap_children(root, random);
    case 3:
      return retype_value(root, random);
    case 4:
      return misspell_name(root, random);
    case 5:
      return rename_child(root, random, words);
    case 6:
      return replace_value(root, random, words);
    case 7:
      return add_member(root, random, words);
    default:
      return move_value(root, random);
  }
}

}  // namespace admit::fuzz
