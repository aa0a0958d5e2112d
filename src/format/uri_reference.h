// References to URIs: taken apart, and resolved against a base. Nothing is checked: what is no
// reference comes out as some text that equals no URI. Source: RFC 3986 sections 3 and 5.2.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace admit::format {

/// A reference without its fragment, and that; the `#` belongs to neither.
struct SplitReference {
  std::string_view uri;
  std::string_view fragment;
};

SplitReference split_fragment(std::string_view reference) noexcept;

/// `reference` resolved against `base`, dot segments removed; neither has a fragment. With an empty
/// base, a relative reference stays as it is.
std::string resolve_uri(std::string_view base, std::string_view reference);

/// Percent escapes decoded (RFC 3986, section 2.1); nothing where one is malformed.
std::optional<std::string> decode_percent(std::string_view text);

}  // namespace admit::format
