// URIs and references, by liburiparser: text -> well-formed or not. In a build without it
// (ADMIT_WITH_URIPARSER) nothing is. Source: RFC 3986 section 3 and 4.1, appendix A.
#pragma once

#include <string_view>

namespace admit::format {

/// Scheme, colon, and what follows; with a fragment or without.
bool is_uri(std::string_view text);

/// A URI, or one relative to another; "" is relative.
bool is_uri_reference(std::string_view text);

}  // namespace admit::format
