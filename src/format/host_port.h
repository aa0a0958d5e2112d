// Hosts with ports, as yes or no: what parse_endpoint accepts, with a port or an address required.
#pragma once

#include <string_view>

namespace admit::format {

/// A host with a port.
bool is_host_port(std::string_view text) noexcept;

/// A host with or without a port.
bool is_host_opt_port(std::string_view text) noexcept;

/// An IPv4, or an IPv6 in brackets, with a port.
bool is_ip_port(std::string_view text) noexcept;

}  // namespace admit::format
