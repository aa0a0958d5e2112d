// JsonTree: a JSON document taken apart, to be changed and written again in other ways.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace admit::test {

/// A value with its members in order, doubles included. Numbers and words stay as written.
struct JsonTree {
  enum class Kind : std::uint8_t { plain, string, array, object };
  struct Member;

  Kind kind = Kind::plain;
  std::string text;              ///< plain: the token; string: decoded
  std::vector<Member> children;  ///< items have no name
};

struct JsonTree::Member {
  std::string name;
  JsonTree value;
};

/// The document of `text`; nothing where it is no JSON, or has more than 200 levels.
std::optional<JsonTree> parse_json_tree(std::string_view text);

/// How to write it.
struct JsonStyle {
  std::string line_end;     ///< empty: all on one line
  std::string indent;       ///< per level
  bool escape_all = false;  ///< every character of every string as `\uXXXX`
};

std::string write_json_tree(const JsonTree& tree, const JsonStyle& style = {});

/// Shuffles the members of every object.
void shuffle_members(JsonTree& tree, std::mt19937& random);

}  // namespace admit::test
