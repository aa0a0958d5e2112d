// Pattern: a JSON Pointer in which `*` stands for every item of an array or member of an object.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admit/node.h"

namespace admit::rules {

struct PatternToken {
  std::string name;
  bool every = false;  ///< `*`

  friend bool operator==(const PatternToken&, const PatternToken&) = default;
};

using Pattern = std::vector<PatternToken>;

/// Parses `/a/*/b` (from the root; "" is the root itself), or nothing for a malformed one.
std::optional<Pattern> parse_pattern(std::string_view text);

/// Parses `a/*/b`, a path below a scope; nothing for an empty or malformed one.
std::optional<Pattern> parse_path(std::string_view text);

/// How many leading tokens `a` and `b` share.
std::size_t common_prefix(const Pattern& a, const Pattern& b) noexcept;

/// Calls `visit(node)` for every value below `start` that `path` from token `at` on selects, in the
/// order of the document. Absent values are not visited. Recurses as deep as the path is long.
template <class Visit>
void select(Node start, const Pattern& path, std::size_t at, const Visit& visit) {
  if (!start.exists()) return;
  if (at == path.size()) return visit(start);
  if (!path[at].every) return select(start[path[at].name], path, at + 1, visit);
  for (const Node child : start.items()) select(child, path, at + 1, visit);
}

}  // namespace admit::rules
