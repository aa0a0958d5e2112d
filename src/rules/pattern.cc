// Pattern: a JSON Pointer in which `*` stands for every item of an array or member of an object.
#include "rules/pattern.h"

#include <algorithm>

#include "text/pointer.h"

namespace admit::rules {

std::optional<Pattern> parse_pattern(std::string_view text) {
  const auto tokens = text::parse_pointer(text);
  if (!tokens) return std::nullopt;
  Pattern pattern;
  for (const std::string& token : *tokens) {
    const bool every = token == "*";
    pattern.push_back({every ? std::string() : token, every});
  }
  return pattern;
}

std::optional<Pattern> parse_path(std::string_view text) {
  if (text.empty() || text.starts_with('/')) return std::nullopt;
  return parse_pattern("/" + std::string(text));
}

std::size_t common_prefix(const Pattern& a, const Pattern& b) noexcept {
  const auto [end, _] = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace admit::rules
