// Names of hosts as JSON Schema has them: text -> well-formed or not. Other than is_hostname, the
// last label may be a number, and A-labels must be what IDNA would make of a name.
// Sources: draft-07 of JSON Schema, section 7.3.3; RFC 1123 section 2.1; RFC 5890 section 2.3.2.3
// (internationalized host names), RFC 5891 section 4.2 and 5.4, RFC 5892, RFC 5893.
#pragma once

#include <string_view>

namespace admit::format {

/// Labels of letters, digits and inner hyphens, 1 to 63 bytes each, 253 in all; no trailing dot.
bool is_ldh_name(std::string_view text) noexcept;

/// Format `hostname`: the same, and every label that begins with `xn--` is an A-label.
bool is_internet_name(std::string_view text);

/// Format `idn-hostname`: labels as above, or U-labels; between them a dot or one of the characters
/// that stand for it (U+3002, U+FF0E, U+FF61). The limits are those of the name in A-labels.
/// Nothing is mapped: upper-case letters outside ASCII labels, for example, are refused.
bool is_idn_name(std::string_view text);

}  // namespace admit::format
