// A mistyped word and the known ones -> a hint.
// Outside functions: suggestion.
#include "cli/suggestion.h"

#include "text/suggest.h"

namespace admit::cli {

std::string suggestion(std::string_view word, std::span<const std::string_view> known) {
  const auto nearest = text::closest(word, known);
  return nearest ? "did you mean `" + std::string(*nearest) + "`?" : std::string();
}

}  // namespace admit::cli
