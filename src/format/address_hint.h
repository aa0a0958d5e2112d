// Hints for mistakes around IP addresses and their brackets.
#pragma once

#include <string>
#include <string_view>

#include "format/repair.h"

namespace admit::format {

/// For an IPv6 without brackets, with or without a port: the text with brackets; else "".
std::string bare_ipv6_hint(std::string_view text);

std::string brackets_hint(const Mistake& mistake);
std::string ipv4_form_hint(const Mistake& mistake);
std::string ipv6_syntax_hint(const Mistake& mistake);
std::string ipv4_mapped_hint(const Mistake& mistake);

}  // namespace admit::format
