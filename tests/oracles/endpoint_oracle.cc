// Endpoints by regular expressions, in the order in which the grammar lets mistakes count: nothing
// there, a byte that may stand nowhere, brackets, the host from the left, the port.
// Sources: RFC 3986 section 3.2.2 (IPv4address and IPv6address as they are written there), RFC 1123
// section 2.1; the bytes of an address are those of the system's inet_pton.
#include "oracles/endpoint_oracle.h"

#include <arpa/inet.h>

#include <algorithm>
#include <optional>
#include <regex>
#include <stdexcept>

namespace admit::test {
namespace {

using Text = std::string;
using Fault = std::optional<EndpointJudgement>;

Fault fault(const char* code, std::size_t offset) {
  return EndpointJudgement{.code = Text("endpoint.") + code, .offset = offset};
}

bool fits(const Text& text, const std::regex& production) {
  return std::regex_match(text, production);
}

// ---- Productions ------------------------------------------------------------------------------

const Text kOctet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
const Text kQuad = "(" + kOctet + "\\.){3}" + kOctet;
const Text kPlainDecimal = "(0|[1-9][0-9]*)";
const Text kH16 = "[0-9A-Fa-f]{1,4}";
const Text kLs32 = "(" + kH16 + ":" + kH16 + "|" + kQuad + ")";

const std::regex kNoHost("(:[^:]*)?");
const std::regex kIpv4(kQuad);
const std::regex kFourDecimals("(" + kPlainDecimal + "\\.){3}" + kPlainDecimal);
const std::regex kAnOctet(kOctet);
const std::regex kNumber("[0-9]+|0[xX][0-9A-Fa-f]*");
const std::regex kDigits("[0-9]+");
const std::regex kLeadingZero("0[0-9]");
const std::regex kPort("[1-9][0-9]{0,4}");

// The nine alternatives of IPv6address, by how many groups may stand before the `::`.
Text ipv6_production() {
  Text all = "(" + kH16 + ":){6}" + kLs32;
  const auto before = [](int most) {
    return most == 0 ? Text()
                     : "((" + kH16 + ":){0," + std::to_string(most - 1) + "}" + kH16 + ")?";
  };
  for (int groups = 5; groups >= 0; --groups) {
    all += "|" + before(5 - groups) + "::(" + kH16 + ":){" + std::to_string(groups) + "}" + kLs32;
  }
  all += "|" + before(6) + "::" + kH16;
  return all + "|" + before(7) + "::";
}

const std::regex kIpv6(ipv6_production());

// ---- Stages -----------------------------------------------------------------------------------

std::vector<Text> labels_of(const Text& host) {
  std::vector<Text> labels(1);
  for (const char c : host) {
    if (c == '.') {
      labels.emplace_back();
    } else {
      labels.back() += c;
    }
  }
  return labels;
}

Fault judge_slash(const Text& text, std::size_t at) {
  if (at == 0 && text.starts_with("//")) return fault("scheme", 0);
  if (at > 0 && text.substr(at - 1, 3) == "://") return fault("scheme", at - 1);
  return fault("path", at);
}

// The first byte of those that no endpoint holds.
Fault judge_bytes(const Text& text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F) return fault("control-character", at);
    if (byte >= 0x80) return fault("non-ascii", at);
    switch (text[at]) {
      case ' ':
        return fault("white-space", at);
      case '/':
        return judge_slash(text, at);
      case '\\':
      case '?':
      case '#':
        return fault("path", at);
      case '@':
        return fault("user-info", at);
      case '%':
        return fault("percent", at);
      case '*':
        return fault("wildcard", at);
      case ',':
      case ';':
        return fault("list", at);
      default:
        break;
    }
  }
  return std::nullopt;
}

Fault judge_brackets(const Text& text) {
  std::size_t outside = 0;
  if (text.front() == '[') {
    const std::size_t closing = text.find(']');
    const bool has_colon = text.substr(0, closing).find(':') != Text::npos;
    if (closing == Text::npos || !has_colon) return fault("brackets", 0);
    outside = closing + 1;
    if (outside < text.size() && text[outside] != ':') return fault("brackets", closing);
  }
  const std::size_t first = text.find(':', outside);
  if (first == Text::npos) return std::nullopt;
  const std::size_t second = text.find(':', first + 1);
  return second == Text::npos ? std::nullopt : fault("brackets", second);
}

Fault judge_ipv6(const Text& host) {
  return fits(host, kIpv6) ? std::nullopt : fault("ipv6-syntax", 0);
}

Fault judge_numbers(const Text& host) {
  if (!fits(host, kFourDecimals)) return fault("ipv4-form", 0);
  std::size_t offset = 0;
  for (const Text& octet : labels_of(host)) {
    if (!fits(octet, kAnOctet)) return fault("ipv4-range", offset);
    offset += octet.size() + 1;
  }
  return std::nullopt;
}

Fault judge_label(const Text& label, std::size_t offset) {
  if (label.empty() || label.starts_with('-')) return fault("label", offset);
  const auto foreign = std::find_if_not(label.begin(), label.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
  if (foreign != label.end()) {
    return fault("label", offset + static_cast<std::size_t>(foreign - label.begin()));
  }
  if (label.ends_with('-')) return fault("label", offset);
  return label.size() > 63 ? fault("length", offset) : std::nullopt;
}

Fault judge_name(const Text& host) {
  const bool has_dot = host.size() > 1 && host.ends_with('.');
  const Text name = has_dot ? host.substr(0, host.size() - 1) : host;
  const std::vector<Text> labels = labels_of(name);
  const auto is_number = [](const Text& label) { return fits(label, kNumber); };
  if (std::all_of(labels.begin(), labels.end(), is_number)) return judge_numbers(host);
  std::size_t offset = 0;
  for (const Text& label : labels) {
    if (Fault found = judge_label(label, offset)) return found;
    offset += label.size() + 1;
  }
  if (name.size() > 253) return fault("length", 0);
  if (!is_number(labels.back())) return std::nullopt;
  return fault("numeric-tld", name.size() - labels.back().size());
}

Fault judge_port(const Text& port, std::size_t offset) {
  if (port.empty()) return fault("port-empty", offset);
  if (fits(port.substr(0, 2), kLeadingZero)) return fault("port-syntax", offset);
  if (!fits(port, kDigits)) {
    return fault("port-syntax", offset + port.find_first_not_of("0123456789"));
  }
  const bool in_range = fits(port, kPort) && std::stoul(port) <= 65535;
  return in_range ? std::nullopt : fault("port-range", offset);
}

// ---- Values -----------------------------------------------------------------------------------

std::vector<std::uint8_t> bytes_of(const EndpointJudgement& endpoint) {
  if (endpoint.kind == "name") return {};
  const bool is_short = endpoint.kind == "ipv4";
  std::vector<std::uint8_t> bytes(is_short ? 4 : 16);
  if (inet_pton(is_short ? AF_INET : AF_INET6, endpoint.host.c_str(), bytes.data()) != 1) {
    throw std::logic_error("inet_pton refuses " + endpoint.host);
  }
  return bytes;
}

bool is_mapped(const std::vector<std::uint8_t>& address) {
  static const std::vector<std::uint8_t> kPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  return address.size() == 16 && std::equal(kPrefix.begin(), kPrefix.end(), address.begin());
}

// What nobody else refuses: an address of two spellings; a name with something doubtful.
void judge_value(const Text& written, EndpointJudgement& endpoint) {
  endpoint.address = bytes_of(endpoint);
  if (is_mapped(endpoint.address)) endpoint = *fault("ipv4-mapped", 0);
  const std::size_t underscore = written.find('_');
  if (underscore != Text::npos) {
    endpoint.code = "endpoint.underscore";
    endpoint.offset = underscore;
  } else if (written.ends_with('.')) {
    endpoint.code = "endpoint.trailing-dot";
    endpoint.offset = written.size() - 1;
  }
}

}  // namespace

EndpointJudgement judge_endpoint(const std::string& text) {
  if (text.size() > kMostEndpointBytes) throw std::length_error("too long for std::regex");
  if (fits(text, kNoHost)) return *fault("empty", 0);
  if (Fault found = judge_bytes(text)) return *found;
  if (Fault found = judge_brackets(text)) return *found;
  const bool is_ipv6 = text.front() == '[';
  const std::size_t end = std::min(text.find(':', is_ipv6 ? text.find(']') : 0), text.size());
  const Text written = text.substr(0, end);
  const Text host = is_ipv6 ? written.substr(1, written.size() - 2) : written;
  if (Fault found = is_ipv6 ? judge_ipv6(host) : judge_name(host)) return *found;

  EndpointJudgement endpoint{.accepted = true, .host = host};
  endpoint.kind = is_ipv6 ? "ipv6" : fits(host, kIpv4) ? "ipv4" : "name";
  judge_value(written, endpoint);
  if (!endpoint.accepted || end == text.size()) return endpoint;
  if (Fault found = judge_port(text.substr(end + 1), end + 1)) return *found;
  endpoint.port = std::stoul(text.substr(end + 1));
  return endpoint;
}

}  // namespace admit::test
