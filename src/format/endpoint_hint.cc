// endpoint_hint: a fault or notice and its place -> the smallest repair, or "". One function a
// code, found by a table. Nothing here runs before something has failed, so that it may allocate.
#include <algorithm>
#include <iterator>

#include "admit/endpoint.h"
#include "format/address_hint.h"
#include "format/byte_class.h"
#include "format/idn.h"
#include "format/ip.h"
#include "format/port.h"
#include "format/quote.h"
#include "format/repair.h"

namespace admit {
namespace {

using format::first_hint;
using format::is_repair;
using format::Mistake;
using format::quoted;
using format::write_hint;

constexpr auto kNone = std::string_view::npos;

Mistake mistake_at(std::string_view text, std::size_t offset, std::size_t length) {
  const std::string_view before = text.substr(0, offset);
  const std::string_view part = text.substr(before.size(), length);
  return {text, before, part, text.substr(before.size() + part.size())};
}

// ---- Bytes that no endpoint may hold ----------------------------------------------------------

/// `http://` and the like: delete it, and the path with it.
std::string scheme_hint(const Mistake& m) {
  const std::string_view rest = m.after.substr(0, m.after.find_first_of("/?#\\"));
  if (rest.size() < m.after.size() && is_repair(rest)) return write_hint(rest);
  return "delete " + quoted(m.text.substr(0, m.before.size() + m.part.size()));
}

std::string empty_hint(const Mistake& m) {
  if (m.text.empty()) return "write a host, with or without a port";
  if (m.text.substr(0, 3) == "://") return scheme_hint(mistake_at(m.text, 0, 3));
  return "write a host before the `:`";
}

bool is_blank(char c) noexcept {
  return c == ' ' || c == '\x7f' || static_cast<unsigned char>(c) < 0x20;
}

/// Spaces and control characters at the ends or beside a colon are slips of the hand.
std::string blank_hint(const Mistake& m) {
  std::string out;
  for (std::size_t at = 0; at < m.text.size();) {
    std::size_t end = at;
    while (end < m.text.size() && is_blank(m.text[end])) ++end;
    const bool at_edge = out.empty() || end == m.text.size();
    const bool at_colon = !at_edge && (out.back() == ':' || m.text[end] == ':');
    if (!at_edge && !at_colon) out += m.text.substr(at, end - at);
    if (end < m.text.size()) out += m.text[end++];
    at = end;
  }
  return write_hint(out);
}

bool is_ascii(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The part in ASCII; as it is where that is unknown.
std::string in_ascii(std::string_view part) {
  return is_ascii(part) ? std::string(part)
                        : format::to_ascii_name(part).value_or(std::string(part));
}

/// The A-label to write, or the plain form of full-width digits, dots and colons.
std::string non_ascii_hint(const Mistake& m) {
  const std::size_t colon = std::min(m.text.rfind(':'), m.text.size());
  const std::string_view host = m.text.substr(0, colon);
  std::string ascii = in_ascii(host);
  if (colon < m.text.size()) ascii += ':' + in_ascii(m.text.substr(colon + 1));
  std::string hint = write_hint(ascii);
  if (!hint.empty()) return hint;
  if (is_ascii(host)) return "write the port in ASCII digits";
  return "write the name as its A-label, which begins with `xn--`";
}

/// The part before the `@` may be a secret: it is never quoted.
std::string user_info_hint(const Mistake& m) {
  return write_hint(m.after);
}

/// A prefix length with or without a port behind it.
bool is_prefix_length(std::string_view text) noexcept {
  const std::size_t end = format::end_of_run(text, 0, format::kDigit);
  return end > 0 && end <= 3 && (end == text.size() || text[end] == ':');
}

std::string path_hint(const Mistake& m) {
  const std::string head(m.before);
  const std::string_view bare =
      head.starts_with('[') && head.ends_with(']') ? m.before.substr(1, head.size() - 2) : m.before;
  if (m.part == "/" && is_prefix_length(m.after) && format::is_ip(bare)) {
    const std::string_view single = format::is_ipv4(bare) ? "32" : "128";
    if (m.after != single) return "write one address in place of the range";
  }
  if (m.part == "#" && format::is_port(m.after)) {  // dnsmasq writes ports so
    const std::string host = format::is_ipv6(m.before) ? '[' + head + ']' : head;
    return write_hint(host + ':' + std::string(m.after));
  }
  return first_hint(write_hint(head), format::bare_ipv6_hint(head));
}

/// A zone has a meaning on one machine only (RFC 9844), so that the address goes without.
std::string percent_hint(const Mistake& m) {
  if (m.before.starts_with('[')) {
    const std::size_t close = std::min(m.after.find(']'), m.after.size());
    return write_hint(std::string(m.before) + std::string(m.after.substr(close)));
  }
  if (!format::is_ipv6(m.before)) return {};
  const std::size_t colon = std::min(m.after.find(':'), m.after.size());
  return write_hint('[' + std::string(m.before) + ']' + std::string(m.after.substr(colon)));
}

std::string wildcard_hint(const Mistake& m) {
  const bool in_port = m.before.find(':') != kNone && m.after.empty();
  return in_port ? "write one port in place of the `*`" : "write one host in place of the `*`";
}

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Up to three endpoints are written out; a single one between separators is what was meant.
std::string list_hint(const Mistake& m) {
  std::string general = "write each endpoint as an entry of its own";
  if (m.text.size() > format::kMaxQuotedBytes) return general;
  std::string quotes;
  std::string_view last;
  std::size_t count = 0;
  for (std::string_view rest = m.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
    const std::string_view piece = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (piece.empty()) continue;
    if (!is_repair(piece) || ++count > 3) return general;
    quotes += (count > 1 ? ", " : ": ") + quoted(piece);
    last = piece;
  }
  return count == 1 ? write_hint(last) : general + quotes;
}

// ---- Names ------------------------------------------------------------------------------------

/// `text` without the dots that make an empty label.
std::string without_empty_labels(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '.' && (out.empty() || out.back() == '.')) continue;
    out += c;
  }
  return out;
}

/// A text that stands in quotation marks or in angle brackets, without them.
std::string unwrapped_hint(std::string_view text) {
  constexpr std::string_view kPairs[] = {"\"\"", "''", "``", "<>", "()", "{}"};
  if (text.size() < 2) return {};
  const std::string_view inside = text.substr(1, text.size() - 2);
  for (const std::string_view pair : kPairs) {
    if (text.front() == pair[0] && text.back() == pair[1]) return write_hint(inside);
  }
  return {};
}

std::string label_hint(const Mistake& m) {
  if (m.part.empty()) return write_hint(without_empty_labels(m.text));
  if (m.part.front() == '-' || (m.part.size() > 1 && m.part.back() == '-')) return {};
  return first_hint(unwrapped_hint(m.text), "use letters, digits, hyphens and dots only");
}

std::string length_hint(const Mistake& m) {
  const bool is_name = m.part.find('.') != kNone;
  return is_name ? "shorten the name to at most 253 bytes"
                 : "shorten the label to at most 63 bytes";
}

/// `example.com.8080`: the port behind a dot.
std::string numeric_tld_hint(const Mistake& m) {
  if (!m.after.empty() || !m.before.ends_with('.')) return {};
  const std::string host(m.before.substr(0, m.before.size() - 1));
  const std::string hint = write_hint(host + ':' + std::string(m.part));
  return hint.empty() ? hint : hint + " if " + quoted(m.part) + " is the port";
}

std::string ipv4_range_hint(const Mistake& /*m*/) {
  return "write a number from 0 to 255";
}

std::string underscore_hint(const Mistake& /*m*/) {
  return "use a name of letters, digits, hyphens and dots";
}

std::string trailing_dot_hint(const Mistake& m) {
  return first_hint(write_hint(std::string(m.before) + std::string(m.after)),
                    "delete the last dot");
}

// ---- Ports ------------------------------------------------------------------------------------

struct Service {
  std::string_view name;
  std::string_view port;
};

/// Names of ports that manifests use (IANA service name registry).
constexpr Service kServices[] = {{"http", "80"}, {"https", "443"}, {"domain", "53"}};

std::string decimal_of_hex(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) {
    if (!format::is_in(c, format::kHexDigit) || value > 0xffff) return {};
    value = value * 16 + format::hex_value(c);
  }
  return std::to_string(value);
}

/// A port spelled otherwise, as plain decimal; it may still be wrong.
std::string plain_port(std::string_view port) {
  for (const Service& service : kServices) {
    if (port == service.name) return std::string(service.port);
  }
  if (port.starts_with('+')) port.remove_prefix(1);
  if (port.starts_with("0x") || port.starts_with("0X")) return decimal_of_hex(port.substr(2));
  const std::size_t zeros = std::min(port.find_first_not_of('0'), port.size());
  return std::string(port.substr(zeros));
}

constexpr std::string_view kPortHint = "write a decimal number from 1 to 65535";

std::string port_syntax_hint(const Mistake& m) {
  const std::size_t begin = m.text.rfind(':') + 1;
  const std::string host(m.text.substr(0, begin));
  return first_hint(write_hint(host + plain_port(m.text.substr(begin))), std::string(kPortHint));
}

std::string port_range_hint(const Mistake& /*m*/) {
  return std::string(kPortHint);
}

std::string port_empty_hint(const Mistake& /*m*/) {
  return "delete the `:` or write a port after it";
}

// ---- The table --------------------------------------------------------------------------------

struct HintRow {
  EndpointCode code;
  std::string (*make)(const Mistake&);
};

constexpr HintRow kHints[] = {
    {EndpointCode::empty, empty_hint},
    {EndpointCode::control_character, blank_hint},
    {EndpointCode::white_space, blank_hint},
    {EndpointCode::non_ascii, non_ascii_hint},
    {EndpointCode::scheme, scheme_hint},
    {EndpointCode::user_info, user_info_hint},
    {EndpointCode::path, path_hint},
    {EndpointCode::percent, percent_hint},
    {EndpointCode::wildcard, wildcard_hint},
    {EndpointCode::list, list_hint},
    {EndpointCode::brackets, format::brackets_hint},
    {EndpointCode::ipv4_form, format::ipv4_form_hint},
    {EndpointCode::ipv4_range, ipv4_range_hint},
    {EndpointCode::ipv6_syntax, format::ipv6_syntax_hint},
    {EndpointCode::ipv4_mapped, format::ipv4_mapped_hint},
    {EndpointCode::label, label_hint},
    {EndpointCode::length, length_hint},
    {EndpointCode::numeric_tld, numeric_tld_hint},
    {EndpointCode::port_empty, port_empty_hint},
    {EndpointCode::port_syntax, port_syntax_hint},
    {EndpointCode::port_range, port_range_hint},
    {EndpointCode::underscore, underscore_hint},
    {EndpointCode::trailing_dot, trailing_dot_hint},
};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < std::size(kHints); ++i) {
    if (static_cast<std::size_t>(kHints[i].code) != i) return false;
  }
  return std::size(kHints) == static_cast<std::size_t>(EndpointCode::trailing_dot) + 1;
}

static_assert(rows_are_in_order(), "kHints has one row per enumerator, in its order");

}  // namespace

std::string endpoint_hint(std::string_view text, EndpointCode code, std::size_t offset,
                          std::size_t length) {
  offset = std::min(offset, text.size());
  return kHints[static_cast<std::size_t>(code)].make(mistake_at(text, offset, length));
}

}  // namespace admit
