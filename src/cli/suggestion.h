// suggestion: a mistyped word -> "did you mean `...`?".
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace admit::cli {

/// A hint with the word of `known` that is nearest to `word`; empty where none is near.
std::string suggestion(std::string_view word, std::span<const std::string_view> known);

}  // namespace admit::cli
