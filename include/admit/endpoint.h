// parse_endpoint: host:port text -> Endpoint, or the reason and the place.
// Grammar: names of RFC 952, 1035 section 2.3.4 and 1123 section 2.1; IPv4 as the dec-octets of
// RFC 3986 section 3.2.2; IPv6 as RFC 4291 section 2.2, in brackets, without a zone (RFC 9844).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "admit/result.h"

namespace admit {

/// What a host is written as.
enum class HostKind : std::uint8_t { name, ipv4, ipv6 };

/// What may be wrong with an endpoint. The last two are warnings: they come as an Endpoint::Notice,
/// all others as an EndpointFault.
enum class EndpointCode : std::uint8_t {
  empty,              ///< "" or no host before the port
  control_character,  ///< a byte below 0x20, or DEL
  white_space,        ///< a space
  non_ascii,          ///< a byte from 0x80 on
  scheme,             ///< `http://a` or `//a`
  user_info,          ///< an `@`
  path,               ///< any other `/`, `\`, `?` or `#`
  percent,            ///< a `%`: an escape or an IPv6 zone
  wildcard,           ///< a `*`
  list,               ///< a `,` or `;`
  brackets,           ///< brackets unclosed, empty, around no IPv6, or missing
  ipv4_form,          ///< every label is a number, but they are not four plain decimals
  ipv4_range,         ///< four plain decimals, one over 255
  ipv6_syntax,        ///< brackets with a colon inside that are no IPv6
  ipv4_mapped,        ///< an address of ::ffff:0:0/96
  label,              ///< a label that is empty, has a hyphen at an edge or a foreign character
  length,             ///< a label over 63 bytes, or a name over 253
  numeric_tld,        ///< the last label, and not every label, is a number
  port_empty,         ///< nothing after the colon
  port_syntax,        ///< a port that is not plain digits without leading zero
  port_range,         ///< a port of 0 or over 65535
  underscore,         ///< warning: an underscore in a name
  trailing_dot,       ///< warning: a name that ends in a dot
};

/// The stable id of `code`, for example "endpoint.control-character". Never fails; the view is of a
/// constant of the program.
std::string_view endpoint_code_id(EndpointCode code) noexcept;

/// The value of an endpoint, so that nobody has to parse it again.
///
/// `host` is a view into the text that was parsed: it lives as long as that text.
struct Endpoint {
  /// Something doubtful that does not refuse the endpoint: `underscore` or `trailing_dot`.
  struct Notice {
    EndpointCode code;
    std::size_t offset;  ///< bytes into the text
    std::size_t length;  ///< bytes
  };

  HostKind kind = HostKind::name;
  std::string_view host;                   ///< as written, without the brackets of an IPv6
  std::optional<std::uint16_t> port;       ///< 1 to 65535, or absent
  std::array<std::uint8_t, 16> address{};  ///< 4 bytes used (IPv4) or 16 (IPv6); zero for names
  std::optional<Notice> notice;            ///< of several the first by offset
};

/// Why a text is no endpoint, and where.
struct EndpointFault {
  EndpointCode code;
  std::size_t offset;  ///< bytes into the text, up to its size
  std::size_t
      length;  ///< bytes of the offending character, label, octet, host or port; 0 if missing
};

/// Parses `host [":" port]`, where host is a name, an IPv4 or an IPv6 in brackets.
///
/// Strict: nothing is trimmed, nothing is guessed. A text that a gateway, a resolver and a proxy
/// might read differently is refused.
///
/// @param text any bytes of any length, NUL included; empty is the fault `empty`
/// @return the value, or one fault. Of several mistakes this order decides: `empty`; the first byte
///         that no endpoint may hold anywhere (`control_character` to `list`); `brackets`; the host
///         from the left; the port.
///
/// Threads: any. Allocates nothing; the time is linear in the text.
///
///     admit::Result<admit::Endpoint, admit::EndpointFault> parsed =
///         admit::parse_endpoint("[2001:db8::1]:443");
///     if (parsed && parsed.value().kind == admit::HostKind::ipv6) connect(parsed.value().address);
Result<Endpoint, EndpointFault> parse_endpoint(std::string_view text) noexcept;

/// Says in one line what is wrong: lower-case, no full stop.
///
/// @param text   the text that was parsed
/// @param code, offset, length  of its fault or notice; a place outside the text is clamped
/// @return the message; it quotes at most the offending part, in backticks, cut at 64 bytes and
/// with
///         control characters escaped. Throws nothing but std::bad_alloc.
///
/// Threads: any.
///
///     admit::EndpointFault fault = admit::parse_endpoint("a:99999").error();
///     log(admit::endpoint_message("a:99999", fault.code, fault.offset, fault.length));
///     // a port outside 1 to 65535: `99999`
std::string endpoint_message(std::string_view text, EndpointCode code, std::size_t offset,
                             std::size_t length);

/// The smallest repair of a fault or notice, for example "write `[::1]:80`".
///
/// Parameters as for endpoint_message. A whole text to write is offered only if it is an endpoint
/// without fault or notice.
///
/// @return the hint, or "" when there is no sensible one. Throws nothing but std::bad_alloc.
///
/// Threads: any.
std::string endpoint_hint(std::string_view text, EndpointCode code, std::size_t offset,
                          std::size_t length);

/// Whether `a` and `b` are one endpoint: names are compared without regard to ASCII case and to a
/// trailing dot, addresses by their bytes; ports must be equal, and an absent port equals no port.
///
/// Threads: any. The texts that both were parsed from must still be there.
bool same_endpoint(const Endpoint& a, const Endpoint& b) noexcept;

/// The canonical text of `endpoint`: equal for two endpoints exactly when same_endpoint() holds.
///
/// Names are lower-case without a trailing dot; IPv6 is written by RFC 5952 section 4, in brackets.
/// Throws nothing but std::bad_alloc. Threads: any. The text that it was parsed from must still be
/// there.
///
///     canonical_endpoint(parse_endpoint("[2001:DB8:0::1]:443").value());  // [2001:db8::1]:443
std::string canonical_endpoint(const Endpoint& endpoint);

}  // namespace admit
