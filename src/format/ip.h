// IP addresses: text -> 4 or 16 bytes, and back to canonical text.
// Sources: IPv4 as the dec-octets of RFC 3986 section 3.2.2 (no leading zeros); IPv6 as RFC 4291
// section 2.2 without zones; canonical text as RFC 5952 section 4.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace admit::format {

using Ipv4Address = std::array<std::uint8_t, 4>;
using Ipv6Address = std::array<std::uint8_t, 16>;

/// Four decimal octets without leading zeros.
std::optional<Ipv4Address> parse_ipv4(std::string_view text) noexcept;

/// Eight groups of one to four hex digits; "::" once, for at least one group; the last two groups
/// may be a dotted quad. No brackets, no zone.
std::optional<Ipv6Address> parse_ipv6(std::string_view text) noexcept;

bool is_ipv4(std::string_view text) noexcept;
bool is_ipv6(std::string_view text) noexcept;

/// Either of the two.
bool is_ip(std::string_view text) noexcept;

/// Whether the address is one of ::ffff:0:0/96, which spells an IPv4 address (RFC 4291 2.5.5.2).
bool is_ipv4_mapped(const Ipv6Address& address) noexcept;

/// Whether some parser takes `label` for a number: digits, or 0x and any number of hex digits
/// ("ends in a number" of the WHATWG URL standard, section 3.5).
bool is_numeric_label(std::string_view label) noexcept;

std::string ipv4_text(const Ipv4Address& address);
std::string ipv6_text(const Ipv6Address& address);

}  // namespace admit::format
