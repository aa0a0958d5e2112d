// Globs, as regular expressions.
// Outside functions: Glob.
#include "lint/glob.h"

#include <string>

namespace admit::lint {
namespace {

// The class of characters at the start of `rest`, or nothing where it is not closed.
std::string_view take_class(std::string_view rest) {
  const std::size_t close = rest.find(']', 2);
  return close == std::string_view::npos ? std::string_view() : rest.substr(0, close + 1);
}

std::string escaped(char c) {
  constexpr std::string_view kSyntax = "\\^$.|?*+()[]{}/";
  return kSyntax.find(c) == std::string_view::npos ? std::string(1, c) : std::string{'\\', c};
}

std::string to_regex(std::string_view glob) {
  const bool is_anywhere = glob.find('/') == std::string_view::npos;
  if (glob.starts_with('/')) glob.remove_prefix(1);
  while (glob.ends_with('/')) glob.remove_suffix(1);
  std::string regex = is_anywhere ? "^(?:.*/)?" : "^";
  while (!glob.empty()) {
    std::size_t taken = 1;
    if (glob.starts_with("**/")) {
      regex += "(?:.*/)?";
      taken = 3;
    } else if (glob.starts_with("**")) {
      regex += ".*";
      taken = 2;
    } else if (glob.front() == '*') {
      regex += "[^/]*";
    } else if (glob.front() == '?') {
      regex += "[^/]";
    } else if (const auto set = take_class(glob); glob.front() == '[' && !set.empty()) {
      const bool is_not = set[1] == '!' || set[1] == '^';
      regex += is_not ? "[^/" : "[";
      for (const char c : set.substr(is_not ? 2 : 1, set.size() - (is_not ? 3 : 2))) {
        regex += c == '-' ? std::string("-") : escaped(c);
      }
      regex += ']';
      taken = set.size();
    } else {
      regex += escaped(glob.front());
    }
    glob.remove_prefix(taken);
  }
  return regex + "(?:/.*)?$";
}

// A class that is none (`[z-a]`) fits nothing.
format::Pattern compile(std::string_view glob) {
  auto compiled = format::Pattern::compile(to_regex(glob));
  if (!compiled) compiled = format::Pattern::compile("[^\\s\\S]");
  return std::move(compiled).value();
}

}  // namespace

Glob::Glob(std::string_view pattern) : pattern_(compile(pattern)) {}

bool Glob::matches(std::string_view path) const {
  return pattern_.matches(path);
}

}  // namespace admit::lint
