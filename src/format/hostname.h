// Host names and the DNS labels of Kubernetes: text -> well-formed or not, and where not.
// Sources: RFC 952 and RFC 1123 section 2.1 (letters, digits, hyphens), RFC 1035 section 2.3.4
// (63 and 253 bytes); Kubernetes apimachinery, util/validation.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "admit/endpoint.h"

namespace admit::format {

/// What one scan over the labels of a name found. Offsets are bytes into the name.
struct NameReading {
  std::optional<EndpointFault> fault;  ///< the first from the left: `label` or `length`
  std::string_view last_label;         ///< of a name without fault
  std::optional<std::size_t> underscore;
  bool trailing_dot = false;
};

/// Scans the labels of `name`, where `_` counts as a letter and one trailing dot is allowed; stops
/// at the first fault. Whether labels are numbers is not looked at.
NameReading read_name(std::string_view name) noexcept;

/// Labels of letters, digits and inner hyphens, 1 to 63 bytes each, 253 in all, the last one not a
/// number. Neither an underscore nor a trailing dot.
bool is_hostname(std::string_view text) noexcept;

/// `[a-z0-9]([-a-z0-9]*[a-z0-9])?`, at most 63 bytes.
bool is_dns1123_label(std::string_view text) noexcept;

/// Labels as above, separated by dots, at most 253 bytes in all; a label alone may exceed 63, as
/// in Kubernetes.
bool is_dns1123_subdomain(std::string_view text) noexcept;

/// `[a-z]([-a-z0-9]*[a-z0-9])?`, at most 63 bytes.
bool is_dns1035_label(std::string_view text) noexcept;

inline constexpr std::size_t kMaxLabelBytes = 63;  // RFC 1035 section 2.3.4
inline constexpr std::size_t kMaxNameBytes = 253;  // 255 on the wire: RFC 1035 section 2.3.4

}  // namespace admit::format
