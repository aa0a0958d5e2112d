// IRIs and references: text -> the URI that it maps to -> well-formed or not. In a build without
// liburiparser (ADMIT_WITH_URIPARSER) nothing is. Source: RFC 3987 sections 2.2 and 3.1.
#pragma once

#include <string_view>

namespace admit::format {

/// A URI that may hold characters outside ASCII: `ucschar` in host, path, query and fragment,
/// `iprivate` in the query alone.
bool is_iri(std::string_view text);

/// An IRI, or one relative to another; "" is relative.
bool is_iri_reference(std::string_view text);

}  // namespace admit::format
