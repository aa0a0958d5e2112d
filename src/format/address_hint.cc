// Hints for mistakes around IP addresses and their brackets: a Mistake -> the smallest repair, or
// "".
#include "format/address_hint.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include "format/byte_class.h"
#include "format/ip.h"
#include "format/port.h"
#include "format/quote.h"

namespace admit::format {
namespace {

constexpr auto kNone = std::string_view::npos;

/// The IPv6 `address` as the host of an endpoint, as its author spelled it; "" if it is none. The
/// IPv4 addresses among them are written as what they are.
std::string bracketed(std::string_view address) {
  const std::optional<Ipv6Address> parsed = parse_ipv6(address);
  if (!parsed) return {};
  const Ipv6Address& a = *parsed;
  if (is_ipv4_mapped(a)) return ipv4_text({a[12], a[13], a[14], a[15]});
  return '[' + std::string(address) + ']';
}

/// `text` without any bracket.
std::string without_brackets(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != '[' && c != ']'; });
  return out;
}

/// Prefixes of gRPC targets and of the like, which name a way to an endpoint.
constexpr std::string_view kTargetPrefixes[] = {
    "dns:", "ipv4:", "ipv6:", "tcp:", "udp:", "tls:", "http:", "https:"};

std::string target_prefix_hint(std::string_view text) {
  for (const std::string_view prefix : kTargetPrefixes) {
    if (text.substr(0, prefix.size()) != prefix) continue;
    if (is_repair(text.substr(prefix.size()))) return "delete " + quoted(prefix);
  }
  return {};
}

/// `host:1:2`: one of two ports is to go.
std::string two_ports_hint(const Mistake& m) {
  const std::string other(m.before.substr(0, m.before.rfind(':') + 1));
  const std::string first = write_hint(m.before);
  if (first.empty() || !is_repair(other + std::string(m.after))) return {};
  return first + " or " + quoted(other + std::string(m.after));
}

std::string second_colon_hint(const Mistake& m) {
  std::string hint = bare_ipv6_hint(m.text);
  if (hint.empty()) hint = write_hint('[' + std::string(m.text));
  if (hint.empty()) hint = target_prefix_hint(m.text);
  return first_hint(std::move(hint), two_ports_hint(m));
}

std::string opening_bracket_hint(const Mistake& m) {
  const std::size_t close = m.after.find(']');
  if (close == 0) return "write an IPv6 address between the brackets";
  const std::string plain = without_brackets(m.text);
  return first_hint(write_hint(plain), close == kNone ? bare_ipv6_hint(m.after) : std::string());
}

std::string text_after_bracket_hint(const Mistake& m) {
  const std::string host = std::string(m.before) + ']';
  std::string with_colon = write_hint(host + ':' + std::string(m.after));
  const bool doubled = m.text.substr(0, 2) == "[[" && m.after.substr(0, 1) == "]";
  if (!with_colon.empty() || !doubled) return with_colon;
  return write_hint(host.substr(1) + std::string(m.after.substr(1)));
}

// ---- Numbers as inet_aton and URL parsers read them -------------------------------------------

constexpr std::uint64_t kTooLarge = std::uint64_t{1} << 32;

/// The value of a numeric label, kTooLarge at most; nothing for an octal number with an 8 or 9.
std::optional<std::uint64_t> number_value(std::string_view label, bool zero_means_octal) noexcept {
  unsigned base = 10;
  if (label.size() > 1 && label[0] == '0') {
    const bool is_hex = lower(label[1]) == 'x';
    base = is_hex ? 16 : zero_means_octal ? 8 : 10;
    label.remove_prefix(is_hex ? 2 : 1);
  }
  std::uint64_t value = 0;
  for (const char c : label) {
    if (hex_value(c) >= base) return std::nullopt;
    value = std::min(value * base + hex_value(c), kTooLarge);
  }
  return value;
}

/// The address that up to four numbers stand for, where the last one fills the bytes that remain.
std::optional<Ipv4Address> read_numbers(std::string_view host, bool zero_means_octal) noexcept {
  std::uint64_t address = 0;
  for (unsigned left = 4; left > 0; --left) {
    const std::size_t dot = host.find('.');
    const auto value = number_value(host.substr(0, dot), zero_means_octal);
    const unsigned bits = dot == kNone ? 8 * left : 8;
    if (!value || *value >> bits != 0) return std::nullopt;
    address = address << bits | *value;
    if (dot == kNone) {
      const auto byte = [address](unsigned shift) {
        return static_cast<std::uint8_t>(address >> shift & 0xff);
      };
      return Ipv4Address{byte(24), byte(16), byte(8), byte(0)};
    }
    host.remove_prefix(dot + 1);
  }
  return std::nullopt;
}

}  // namespace

std::string bare_ipv6_hint(std::string_view text) {
  if (text.size() > kMaxQuotedBytes) return {};
  const std::string whole = bracketed(text);
  const std::size_t colon = std::min(text.rfind(':'), text.size());
  const std::string host = bracketed(text.substr(0, colon));
  const std::string hint =
      host.empty() ? std::string() : write_hint(host + std::string(text.substr(colon)));
  if (hint.empty() || whole.empty()) return first_hint(hint, write_hint(whole));
  return hint + ", or " + quoted(whole) + " if " + quoted(text.substr(colon + 1)) + " is no port";
}

std::string brackets_hint(const Mistake& m) {
  if (m.part == ":") return second_colon_hint(m);
  if (m.part == "]") return text_after_bracket_hint(m);
  return opening_bracket_hint(m);
}

std::string ipv4_form_hint(const Mistake& m) {
  const std::string tail(m.after);
  const std::string_view host = m.part.substr(0, m.part.size() - (m.part.ends_with('.') ? 1 : 0));
  if (tail.empty() && is_port(host)) return "write a host and a `:` before the port";
  const std::optional<Ipv4Address> octal = read_numbers(host, true);
  const std::optional<Ipv4Address> decimal = read_numbers(host, false);
  const std::optional<Ipv4Address>& likely = decimal ? decimal : octal;
  std::string hint = likely ? write_hint(ipv4_text(*likely) + tail) : std::string();
  if (hint.empty()) return "write four decimal numbers from 0 to 255";
  if (!octal || *octal == *likely) return hint;
  return hint + ", or " + quoted(ipv4_text(*octal) + tail) + " if a leading zero means octal";
}

std::string ipv6_syntax_hint(const Mistake& m) {
  if (m.part.size() < 2) return {};
  const std::string_view inside = m.part.substr(1, m.part.size() - 2);
  if (!m.after.empty()) return {};
  return first_hint(write_hint(inside), bare_ipv6_hint(inside));
}

std::string ipv4_mapped_hint(const Mistake& m) {
  if (m.part.size() < 2) return {};
  return write_hint(bracketed(m.part.substr(1, m.part.size() - 2)) + std::string(m.after));
}

}  // namespace admit::format
