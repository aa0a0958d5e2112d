// host:port text -> Endpoint, or the reason and the place (parse_endpoint); equality and canonical
// text of endpoints. The grammar is at the top of admit/endpoint.h.
#include "admit/endpoint.h"

#include <algorithm>

#include "format/byte_class.h"
#include "format/code_point.h"
#include "format/hostname.h"
#include "format/ip.h"
#include "format/port.h"

namespace admit {
namespace {

using Fault = std::optional<EndpointFault>;

constexpr auto kNone = std::string_view::npos;

// ---- Bytes that no endpoint may hold anywhere -------------------------------------------------

/// 0 for a byte that may stand somewhere in an endpoint, else the EndpointCode of its refusal.
constexpr std::array<EndpointCode, 256> make_refusals() {
  std::array<EndpointCode, 256> table{};
  static_assert(EndpointCode{} == EndpointCode::empty, "`empty` is no byte's: it means allowed");
  for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = EndpointCode::control_character;
  table[0x7f] = EndpointCode::control_character;
  for (std::size_t byte = 0x80; byte < 0x100; ++byte) table[byte] = EndpointCode::non_ascii;
  table[' '] = EndpointCode::white_space;
  for (const char c : {'/', '\\', '?', '#'}) {
    table[static_cast<unsigned char>(c)] = EndpointCode::path;
  }
  table['@'] = EndpointCode::user_info;
  table['%'] = EndpointCode::percent;
  table['*'] = EndpointCode::wildcard;
  table[','] = table[';'] = EndpointCode::list;
  return table;
}

constexpr std::array<EndpointCode, 256> kRefusals = make_refusals();

EndpointCode refusal_of(char c) noexcept {
  return kRefusals[static_cast<unsigned char>(c)];
}

/// Tells `http://a` and `//a` apart from any other slash at `at`.
EndpointFault judge_slash(std::string_view text, std::size_t at) noexcept {
  const bool doubled = text.substr(at, 2) == "//";
  if (doubled && at == 0) return {EndpointCode::scheme, 0, 2};
  if (doubled && text[at - 1] == ':') return {EndpointCode::scheme, at - 1, 3};
  return {EndpointCode::path, at, 1};
}

Fault first_refused_byte(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size() && refusal_of(text[at]) == EndpointCode::empty) ++at;
  if (at == text.size()) return std::nullopt;
  if (text[at] == '/') return judge_slash(text, at);
  return EndpointFault{refusal_of(text[at]), at, format::code_point_at(text, at).bytes};
}

/// "", or a port with nothing in front. With a second colon the text may be an IPv6 without its
/// brackets.
bool has_empty_host(std::string_view text) noexcept {
  return text.empty() || (text[0] == ':' && text.find(':', 1) == kNone);
}

// ---- Host and port apart ----------------------------------------------------------------------

/// An endpoint cut into its host and what follows it.
struct Parts {
  std::string_view host;      // with its brackets
  std::size_t colon = kNone;  // of the port; kNone without one
};

EndpointFault wrong_bracket(std::size_t at) noexcept {
  return {EndpointCode::brackets, at, 1};
}

/// Finds the end of a host in brackets; `parts` gets that host.
Fault cut_brackets(std::string_view text, Parts& parts) noexcept {
  const std::size_t close = text.find(']');
  if (close == kNone) return wrong_bracket(0);
  parts.host = text.substr(0, close + 1);
  if (parts.host.find(':') == kNone) return wrong_bracket(0);
  if (close + 1 == text.size()) return std::nullopt;
  if (text[close + 1] != ':') return wrong_bracket(close);
  parts.colon = close + 1;
  return std::nullopt;
}

/// Brackets mean something in front of the text only; elsewhere they are foreign characters.
Fault cut(std::string_view text, Parts& parts) noexcept {
  if (!text.empty() && text[0] == '[') {
    if (const Fault fault = cut_brackets(text, parts)) return fault;
  } else {
    parts.colon = text.find(':');
    parts.host = text.substr(0, parts.colon);
  }
  if (parts.colon == kNone) return std::nullopt;
  const std::size_t second = text.find(':', parts.colon + 1);
  return second == kNone ? Fault{} : wrong_bracket(second);
}

// ---- The host ---------------------------------------------------------------------------------

Fault read_ipv6(std::string_view host, Endpoint& out) noexcept {
  out.kind = HostKind::ipv6;
  out.host = host.substr(1, host.size() - 2);
  const std::optional<format::Ipv6Address> address = format::parse_ipv6(out.host);
  if (!address) return EndpointFault{EndpointCode::ipv6_syntax, 0, host.size()};
  if (format::is_ipv4_mapped(*address)) {
    return EndpointFault{EndpointCode::ipv4_mapped, 0, host.size()};
  }
  out.address = *address;
  return std::nullopt;
}

/// Calls `judge` with the offset and text of every label, until it returns false.
template <class Judge>
bool every_label(std::string_view host, Judge judge) noexcept {
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    if (!judge(begin, host.substr(begin, end - begin))) return false;
    if (end == host.size()) return true;
    begin = end + 1;
  }
}

bool all_labels_numeric(std::string_view host) noexcept {
  if (host.size() > 1 && host.back() == '.') host.remove_suffix(1);
  return every_label(
      host, [](std::size_t, std::string_view label) { return format::is_numeric_label(label); });
}

bool is_plain_decimal(std::string_view label) noexcept {
  return !label.empty() && format::all_in(label, format::kDigit) &&
         (label.size() == 1 || label[0] != '0');
}

/// Judges numbers that are no IPv4 address: with the form of one, an octet is out of range.
EndpointFault judge_numbers(std::string_view host) noexcept {
  const EndpointFault form{EndpointCode::ipv4_form, 0, host.size()};
  std::size_t labels = 0;
  EndpointFault range = form;
  const bool plain = every_label(host, [&](std::size_t at, std::string_view label) {
    if (++labels > 4 || !is_plain_decimal(label)) return false;
    const bool over = label.size() > 3 || (label.size() == 3 && label > "255");
    if (over && range.code == form.code) range = {EndpointCode::ipv4_range, at, label.size()};
    return true;
  });
  return plain && labels == 4 ? range : form;
}

/// Of underscore and trailing dot the underscore comes first: nothing follows the dot.
std::optional<Endpoint::Notice> notice_of(std::string_view host,
                                          const format::NameReading& name) noexcept {
  if (name.underscore) return Endpoint::Notice{EndpointCode::underscore, *name.underscore, 1};
  if (!name.trailing_dot) return std::nullopt;
  return Endpoint::Notice{EndpointCode::trailing_dot, host.size() - 1, 1};
}

/// A host of numbers only is never a name, so that the length of a label is not what is wrong
/// there.
Fault read_name_or_ipv4(std::string_view host, Endpoint& out) noexcept {
  out.host = host;
  if (const std::optional<format::Ipv4Address> address = format::parse_ipv4(host)) {
    out.kind = HostKind::ipv4;
    std::copy(address->begin(), address->end(), out.address.begin());
    return std::nullopt;
  }
  const format::NameReading name = format::read_name(host);
  const bool numeric = !name.fault && format::is_numeric_label(name.last_label);
  const bool too_long = name.fault && name.fault->code == EndpointCode::length;
  if ((numeric || too_long) && all_labels_numeric(host)) return judge_numbers(host);
  if (name.fault) return name.fault;
  if (host.size() - (name.trailing_dot ? 1 : 0) > format::kMaxNameBytes) {
    return EndpointFault{EndpointCode::length, 0, host.size()};
  }
  if (numeric) {
    const auto at = static_cast<std::size_t>(name.last_label.data() - host.data());
    return EndpointFault{EndpointCode::numeric_tld, at, name.last_label.size()};
  }
  out.notice = notice_of(host, name);
  return std::nullopt;
}

// ---- The whole --------------------------------------------------------------------------------

Fault read_port(std::string_view text, std::size_t begin, Endpoint& out) noexcept {
  const Result<std::uint16_t, EndpointFault> port = format::parse_port(text.substr(begin));
  if (port) {
    out.port = port.value();
    return std::nullopt;
  }
  EndpointFault fault = port.error();
  fault.offset += begin;
  return fault;
}

/// Reads brackets, host and port. No host and no port accepts a refused byte, so that a text that
/// passes here holds none.
Fault read(std::string_view text, Endpoint& out) noexcept {
  Parts parts;
  if (const Fault fault = cut(text, parts)) return fault;
  const bool bracketed = !text.empty() && text[0] == '[';
  const Fault fault = bracketed ? read_ipv6(parts.host, out) : read_name_or_ipv4(parts.host, out);
  if (fault || parts.colon == kNone) return fault;
  return read_port(text, parts.colon + 1, out);
}

std::string_view without_trailing_dot(std::string_view name) noexcept {
  if (!name.empty() && name.back() == '.') name.remove_suffix(1);
  return name;
}

bool same_name(std::string_view a, std::string_view b) noexcept {
  a = without_trailing_dot(a);
  b = without_trailing_dot(b);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return format::lower(x) == format::lower(y); });
}

std::string canonical_host(const Endpoint& endpoint) {
  switch (endpoint.kind) {
    case HostKind::ipv6:
      return '[' + format::ipv6_text(endpoint.address) + ']';
    case HostKind::ipv4: {
      const auto& a = endpoint.address;
      return format::ipv4_text({a[0], a[1], a[2], a[3]});
    }
    case HostKind::name:
      break;
  }
  std::string name(without_trailing_dot(endpoint.host));
  std::transform(name.begin(), name.end(), name.begin(), format::lower);
  return name;
}

}  // namespace

Result<Endpoint, EndpointFault> parse_endpoint(std::string_view text) noexcept {
  Endpoint endpoint;
  const Fault fault = read(text, endpoint);
  if (!fault) return endpoint;
  if (has_empty_host(text)) return EndpointFault{EndpointCode::empty, 0, 0};
  return first_refused_byte(text).value_or(*fault);
}

bool same_endpoint(const Endpoint& a, const Endpoint& b) noexcept {
  if (a.kind != b.kind || a.port != b.port || a.address != b.address) return false;
  return a.kind != HostKind::name || same_name(a.host, b.host);
}

std::string canonical_endpoint(const Endpoint& endpoint) {
  std::string text = canonical_host(endpoint);
  if (endpoint.port) text += ':' + std::to_string(*endpoint.port);
  return text;
}

}  // namespace admit
