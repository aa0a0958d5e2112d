// Ports: decimal text -> 1 to 65535, or the reason and the place.
// Source: RFC 9293 section 3.1 (16 bits); port 0 is reserved and never connected to.
#pragma once

#include <cstdint>
#include <string_view>

#include "admit/endpoint.h"
#include "admit/result.h"

namespace admit::format {

/// Digits without a leading zero, 1 to 65535. Offsets of a fault are bytes into `text`; it is
/// `port_empty`, `port_syntax` (the first byte that is wrong) or `port_range` (the whole port).
Result<std::uint16_t, EndpointFault> parse_port(std::string_view text) noexcept;

bool is_port(std::string_view text) noexcept;

}  // namespace admit::format
