// JsonText: a JSON document taken apart and written again in other ways, numbers and all.
#pragma once

#include <functional>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace admit::test {

/// A value with its members in order. Numbers and words stay as they were written.
struct JsonText {
  enum class Kind { plain, string, array, object };

  Kind kind = Kind::plain;
  std::string text;                                        ///< plain: the token; string: decoded
  std::vector<std::pair<std::string, JsonText>> children;  ///< items have no name
};

/// The document of `text`; nothing where RapidJSON, told to be strict, cannot read it.
std::optional<JsonText> parse_json_text(std::string_view text);

/// How to write it.
struct JsonStyle {
  std::string line_end;     ///< empty: all on one line
  std::string indent;       ///< per level
  bool escape_all = false;  ///< every character of every string as `\uXXXX`
};

std::string write_json_text(const JsonText& value, const JsonStyle& style);

/// Shuffles the members of every object.
void shuffle_members(JsonText& value, std::mt19937& random);

}  // namespace admit::test
