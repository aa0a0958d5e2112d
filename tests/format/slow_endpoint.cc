// slow_endpoint: a second endpoint parser, slow and obvious: every stage goes over the whole text
// again, and splits it into strings.
#include "format/slow_endpoint.h"

#include <optional>
#include <utility>
#include <vector>

namespace admit::test {
namespace {

using Verdict = std::optional<SlowVerdict>;
using Words = std::vector<std::string>;

const std::string kDigits = "0123456789";
const std::string kHexDigits = "0123456789abcdefABCDEF";
const std::string kNameBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

Words split(const std::string& text, char separator) {
  Words words(1);
  for (char c : text) {
    if (c == separator) {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

bool only(const std::string& text, const std::string& bytes) {
  return text.find_first_not_of(bytes) == std::string::npos;
}

SlowVerdict fault(const char* code, std::size_t offset, std::size_t length) {
  return {false, std::string("endpoint.") + code, offset, length};
}

std::size_t count(const std::string& text, char wanted) {
  return split(text, wanted).size() - 1;
}

// Stage 1: nothing, or nothing before the only colon.
Verdict judge_empty(const std::string& text) {
  const Words words = split(text, ':');
  if (words.size() <= 2 && words[0].empty()) {
    if (text.empty() || words.size() == 2) return fault("empty", 0, 0);
  }
  return {};
}

// Stage 2: bytes that may stand nowhere. Code points are not told apart: length 0 means "any".
Verdict judge_bytes(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = static_cast<unsigned char>(text[i]);
    if (byte < 32 || byte == 127) return fault("control-character", i, 1);
    if (byte == 32) return fault("white-space", i, 1);
    if (byte > 127) return fault("non-ascii", i, 0);
    if (byte == '@') return fault("user-info", i, 1);
    if (byte == '%') return fault("percent", i, 1);
    if (byte == '*') return fault("wildcard", i, 1);
    if (byte == ',' || byte == ';') return fault("list", i, 1);
    if (byte == '/') {
      if (i == 0 && text.substr(0, 2) == "//") return fault("scheme", 0, 2);
      if (i > 0 && text.substr(i - 1, 3) == "://") return fault("scheme", i - 1, 3);
    }
    if (byte == '/' || byte == '\\' || byte == '?' || byte == '#') return fault("path", i, 1);
  }
  return {};
}

// Stage 3: brackets and colons.
Verdict judge_brackets(const std::string& text) {
  std::size_t outside = 0;
  if (text[0] == '[') {
    const Words parts = split(text, ']');
    const std::string inside = parts[0].substr(1);
    if (parts.size() == 1) return fault("brackets", 0, 1);
    if (count(inside, ':') == 0) return fault("brackets", 0, 1);
    outside = inside.size() + 2;
    if (outside < text.size() && text[outside] != ':') return fault("brackets", outside - 1, 1);
  }
  const std::size_t first = text.find(':', outside);
  if (first == std::string::npos) return {};
  const std::size_t second = text.find(':', first + 1);
  if (second == std::string::npos) return {};
  return fault("brackets", second, 1);
}

bool is_octet(const std::string& text) {
  for (int octet = 0; octet < 256; ++octet) {
    if (text == std::to_string(octet)) return true;
  }
  return false;
}

bool is_quad(const std::string& text) {
  const Words octets = split(text, '.');
  return octets.size() == 4 && is_octet(octets[0]) && is_octet(octets[1]) && is_octet(octets[2]) &&
         is_octet(octets[3]);
}

/// The groups of a half of an IPv6 address; nothing if one is malformed.
std::optional<std::vector<unsigned long>> groups_of(const std::string& half, bool quad_allowed) {
  std::vector<unsigned long> groups;
  if (half.empty()) return groups;
  const Words words = split(half, ':');
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (quad_allowed && i + 1 == words.size() && is_quad(words[i])) {
      const Words octets = split(words[i], '.');
      groups.push_back(std::stoul(octets[0]) * 256 + std::stoul(octets[1]));
      groups.push_back(std::stoul(octets[2]) * 256 + std::stoul(octets[3]));
    } else if (!words[i].empty() && words[i].size() <= 4 && only(words[i], kHexDigits)) {
      groups.push_back(std::stoul(words[i], nullptr, 16));
    } else {
      return {};
    }
  }
  return groups;
}

std::optional<std::vector<unsigned long>> ipv6_groups(const std::string& text) {
  const std::size_t gap = text.find("::");
  if (gap == std::string::npos) {
    auto groups = groups_of(text, true);
    if (groups && groups->size() != 8) groups.reset();
    return groups;
  }
  auto left = groups_of(text.substr(0, gap), false);
  const auto right = groups_of(text.substr(gap + 2), true);
  if (!left || !right || left->size() + right->size() > 7) return {};
  left->resize(8 - right->size(), 0);
  left->insert(left->end(), right->begin(), right->end());
  return left;
}

Verdict judge_ipv6(const std::string& host) {
  const auto groups = ipv6_groups(host.substr(1, host.size() - 2));
  if (!groups) return fault("ipv6-syntax", 0, host.size());
  const std::vector<unsigned long> head(groups->begin(), groups->begin() + 6);
  const std::vector<unsigned long> mapped = {0, 0, 0, 0, 0, 0xffff};
  if (head == mapped) return fault("ipv4-mapped", 0, host.size());
  return {};
}

bool is_number(const std::string& label) {
  const std::string start = label.substr(0, 2);
  if (start == "0x" || start == "0X") return only(label.substr(2), kHexDigits);
  return !label.empty() && only(label, kDigits);
}

bool is_decimal(const std::string& label) {
  return label == "0" || (only(label, kDigits) && label[0] != '0');
}

Verdict judge_numbers(const std::string& host, const Words& labels) {
  const bool decimals = labels.size() == 4 && is_decimal(labels[0]) && is_decimal(labels[1]) &&
                        is_decimal(labels[2]) && is_decimal(labels[3]);
  if (!decimals || host.back() == '.') return fault("ipv4-form", 0, host.size());
  std::size_t offset = 0;
  for (const std::string& octet : labels) {
    if (!is_octet(octet)) return fault("ipv4-range", offset, octet.size());
    offset += octet.size() + 1;
  }
  return {};
}

Verdict judge_label(const std::string& label, std::size_t offset) {
  if (label.empty()) return fault("label", offset, 0);
  if (label[0] == '-') return fault("label", offset, label.size());
  const std::size_t foreign = label.find_first_not_of(kNameBytes);
  if (foreign != std::string::npos) return fault("label", offset + foreign, 1);
  if (label.back() == '-') return fault("label", offset, label.size());
  if (label.size() > 63) return fault("length", offset, label.size());
  return {};
}

Verdict judge_name(const std::string& host) {
  Words labels = split(host, '.');
  const bool dot = labels.size() > 1 && labels.back().empty();
  if (dot) labels.pop_back();
  bool all_numbers = true;
  for (const std::string& label : labels) all_numbers = all_numbers && is_number(label);
  if (all_numbers) return judge_numbers(host, labels);
  std::size_t offset = 0;
  for (const std::string& label : labels) {
    if (Verdict verdict = judge_label(label, offset)) return verdict;
    offset += label.size() + 1;
  }
  if (offset - 1 > 253) return fault("length", 0, host.size());
  const std::string& last = labels.back();
  if (is_number(last)) return fault("numeric-tld", offset - 1 - last.size(), last.size());
  return {};
}

Verdict judge_port(const std::string& port, std::size_t offset) {
  if (port.empty()) return fault("port-empty", offset, 0);
  const std::size_t foreign = port.find_first_not_of(kDigits);
  const bool zero = port[0] == '0' && port.size() > 1 && foreign != 1;
  if (zero) return fault("port-syntax", offset, 1);
  if (foreign != std::string::npos) return fault("port-syntax", offset + foreign, 1);
  if (port.size() > 5 || std::stoul(port) > 65535 || port == "0") {
    return fault("port-range", offset, port.size());
  }
  return {};
}

}  // namespace

SlowVerdict slow_endpoint(const std::string& text) {
  if (Verdict verdict = judge_empty(text)) return *verdict;
  if (Verdict verdict = judge_bytes(text)) return *verdict;
  if (Verdict verdict = judge_brackets(text)) return *verdict;
  const bool in_brackets = text[0] == '[';
  const std::size_t host_size =
      in_brackets ? text.find(']') + 1 : text.substr(0, text.find(':')).size();
  const std::string host = text.substr(0, host_size);
  if (Verdict verdict = in_brackets ? judge_ipv6(host) : judge_name(host)) return *verdict;
  if (host_size < text.size()) {
    if (Verdict verdict = judge_port(text.substr(host_size + 1), host_size + 1)) return *verdict;
  }
  if (count(host, '_') > 0) return {true, "endpoint.underscore", host.find('_'), 1};
  if (host.back() == '.') return {true, "endpoint.trailing-dot", host_size - 1, 1};
  return {true, "", 0, 0};
}

}  // namespace admit::test
