// json_edits: a JSON document, changed in one place at random into another document. What mutators
// that know the structure of their input are made of.
#pragma once

#include <cstddef>
#include <random>
#include <span>
#include <string_view>
#include <vector>

#include "engine/json_tree.h"

namespace admit::fuzz {

using test::JsonStyle;
using test::JsonTree;
using test::parse_json_tree;
using test::write_json_tree;
using Random = std::mt19937;
using Texts = std::span<const std::string_view>;

/// 0 to `count` - 1; `count` must not be 0.
inline std::size_t below(Random& random, std::size_t count) {
  return random() % count;
}

/// Words that a kind of document is made of.
struct Vocabulary {
  Texts documents;  ///< valid ones, to start from
  Texts names;      ///< of members
  Texts values;     ///< as JSON
};

/// The document of `json`, which must be well-formed.
JsonTree json_of(std::string_view json);

/// Every value of the document, the root first.
std::vector<JsonTree*> values_in(JsonTree& root);

/// Every string that is a value.
std::vector<JsonTree*> strings_in(JsonTree& root);

/// Each changes `root` in one place, where there is one.
void drop_child(JsonTree& root, Random& random);
void duplicate_child(JsonTree& root, Random& random);
void swap_children(JsonTree& root, Random& random);
void retype_value(JsonTree& root, Random& random);
void misspell_name(JsonTree& root, Random& random);
void rename_child(JsonTree& root, Random& random, const Vocabulary& words);
void replace_value(JsonTree& root, Random& random, const Vocabulary& words);
void add_member(JsonTree& root, Random& random, const Vocabulary& words);
void move_value(JsonTree& root, Random& random);

/// One of those above.
void edit(JsonTree& root, Random& random, const Vocabulary& words);

}  // namespace admit::fuzz
