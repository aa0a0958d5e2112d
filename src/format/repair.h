// Repairs: a text that failed -> a hint of what to write instead, offered only if it is right.
#pragma once

#include <string>
#include <string_view>

#include "admit/endpoint.h"

namespace admit::format {

/// A text that failed, cut at the offending part.
struct Mistake {
  std::string_view text;
  std::string_view before;
  std::string_view part;
  std::string_view after;
};

/// Whether `text` is an endpoint without fault or notice, and short enough to quote whole.
bool is_repair(std::string_view text) noexcept;

/// "write `text`" if that is a repair, else "".
std::string write_hint(std::string_view text);

/// The first hint that is not empty, else "".
std::string first_hint(std::string first, std::string second);

}  // namespace admit::format
