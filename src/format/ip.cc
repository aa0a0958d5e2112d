// IP addresses: text -> 4 or 16 bytes (parse_ipv4, parse_ipv6), and back to canonical text.
// Sources: RFC 3986 section 3.2.2 (dec-octet), RFC 4291 section 2.2, RFC 5952 section 4.
#include "format/ip.h"

#include <algorithm>
#include <cstddef>

#include "format/byte_class.h"

namespace admit::format {
namespace {

constexpr std::size_t kGroups = 8;

/// Reads one octet at `at` and moves `at` behind it; -1 for anything else.
int read_octet(std::string_view text, std::size_t& at) noexcept {
  const std::size_t begin = at;
  int value = 0;
  while (at < text.size() && at - begin < 3 && is_in(text[at], kDigit)) {
    value = value * 10 + (text[at++] - '0');
  }
  const bool leading_zero = at - begin > 1 && text[begin] == '0';
  return at == begin || leading_zero || value > 255 ? -1 : value;
}

/// Reads one group of hex digits at `at` and moves `at` behind it; -1 for anything else.
int read_group(std::string_view text, std::size_t& at) noexcept {
  const std::size_t begin = at;
  unsigned value = 0;
  while (at < text.size() && at - begin < 4 && is_in(text[at], kHexDigit)) {
    value = value * 16 + hex_value(text[at++]);
  }
  return at == begin ? -1 : static_cast<int>(value);
}

/// The groups read so far, and where "::" stands among them.
class Groups {
 public:
  [[nodiscard]] bool has_room(std::size_t more) const noexcept { return count_ + more <= kGroups; }

  /// Call only when has_room(1).
  void add(unsigned group) noexcept {
    bytes_[2 * count_] = static_cast<std::uint8_t>(group >> 8);
    bytes_[2 * count_ + 1] = static_cast<std::uint8_t>(group & 0xff);
    ++count_;
  }

  /// Notes a "::" after the groups so far; false if there was one before.
  bool set_gap() noexcept {
    if (gap_ != kNoGap) return false;
    gap_ = count_;
    return true;
  }

  /// The address, if the groups are eight with the gap filled.
  [[nodiscard]] std::optional<Ipv6Address> address() const noexcept {
    if (gap_ == kNoGap) return count_ == kGroups ? std::optional(bytes_) : std::nullopt;
    if (count_ == kGroups) return std::nullopt;
    Ipv6Address result{};
    const auto head = bytes_.begin() + static_cast<std::ptrdiff_t>(2 * gap_);
    const auto tail = bytes_.begin() + static_cast<std::ptrdiff_t>(2 * count_);
    std::copy(bytes_.begin(), head, result.begin());
    std::copy_backward(head, tail, result.end());
    return result;
  }

 private:
  static constexpr std::size_t kNoGap = kGroups + 1;
  Ipv6Address bytes_{};
  std::size_t count_ = 0;
  std::size_t gap_ = kNoGap;
};

/// Reads the dotted quad that ends an IPv6 address into two groups.
bool add_quad(std::string_view text, Groups& groups) noexcept {
  const std::optional<Ipv4Address> quad = parse_ipv4(text);
  if (!quad || !groups.has_room(2)) return false;
  groups.add(static_cast<unsigned>((*quad)[0] << 8 | (*quad)[1]));
  groups.add(static_cast<unsigned>((*quad)[2] << 8 | (*quad)[3]));
  return true;
}

/// Moves `at` behind the ":" or "::" that stands there. False where neither may stand.
bool read_separator(std::string_view text, std::size_t& at, Groups& groups) noexcept {
  if (text[at++] != ':' || at == text.size()) return false;
  if (text[at] != ':') return true;
  ++at;
  return groups.set_gap();
}

/// A run of equal groups, for the choice of "::".
struct ZeroRun {
  std::size_t begin = 0;
  std::size_t size = 0;
};

unsigned group_at(const Ipv6Address& address, std::size_t i) noexcept {
  return static_cast<unsigned>(address[2 * i] << 8 | address[2 * i + 1]);
}

/// The longest run of two or more zero groups, the first of several (RFC 5952 section 4.2).
ZeroRun longest_zero_run(const Ipv6Address& address) noexcept {
  ZeroRun best;
  ZeroRun run;
  for (std::size_t i = 0; i < kGroups; ++i) {
    if (group_at(address, i) != 0) {
      run = {};
      continue;
    }
    if (run.size == 0) run.begin = i;
    ++run.size;
    if (run.size > best.size) best = run;
  }
  return best.size >= 2 ? best : ZeroRun{};
}

void append_hex(std::string& out, unsigned group) {
  constexpr std::string_view kHex = "0123456789abcdef";
  bool started = false;
  for (int shift = 12; shift >= 0; shift -= 4) {
    const unsigned digit = group >> shift & 0xf;
    started = started || digit != 0 || shift == 0;
    if (started) out += kHex[digit];
  }
}

}  // namespace

std::optional<Ipv4Address> parse_ipv4(std::string_view text) noexcept {
  Ipv4Address address{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (i > 0 && (at == text.size() || text[at++] != '.')) return std::nullopt;
    const int octet = read_octet(text, at);
    if (octet < 0) return std::nullopt;
    address[i] = static_cast<std::uint8_t>(octet);
  }
  return at == text.size() ? std::optional(address) : std::nullopt;
}

std::optional<Ipv6Address> parse_ipv6(std::string_view text) noexcept {
  Groups groups;
  std::size_t at = 0;
  if (text.substr(0, 2) == "::") {
    groups.set_gap();
    at = 2;
  }
  while (at < text.size()) {
    const std::size_t begin = at;
    const int group = read_group(text, at);
    if (group < 0) return std::nullopt;
    if (at < text.size() && text[at] == '.') {
      if (!add_quad(text.substr(begin), groups)) return std::nullopt;
      break;
    }
    if (!groups.has_room(1)) return std::nullopt;
    groups.add(static_cast<unsigned>(group));
    if (at < text.size() && !read_separator(text, at, groups)) return std::nullopt;
  }
  return groups.address();
}

bool is_ipv4(std::string_view text) noexcept {
  return parse_ipv4(text).has_value();
}

bool is_ipv6(std::string_view text) noexcept {
  return parse_ipv6(text).has_value();
}

bool is_ip(std::string_view text) noexcept {
  return is_ipv4(text) || is_ipv6(text);
}

bool is_ipv4_mapped(const Ipv6Address& address) noexcept {
  constexpr Ipv6Address kPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  return std::equal(address.begin(), address.begin() + 12, kPrefix.begin());
}

bool is_numeric_label(std::string_view label) noexcept {
  if (label.empty() || !is_in(label[0], kDigit)) return false;
  if (label[0] == '0' && label.size() > 1 && lower(label[1]) == 'x') {
    return all_in(label.substr(2), kHexDigit);
  }
  return all_in(label, kDigit);
}

std::string ipv4_text(const Ipv4Address& address) {
  std::string out;
  for (const std::uint8_t octet : address) {
    if (!out.empty()) out += '.';
    out += std::to_string(octet);
  }
  return out;
}

std::string ipv6_text(const Ipv6Address& address) {
  const ZeroRun gap = longest_zero_run(address);
  std::string out;
  for (std::size_t i = 0; i < kGroups; ++i) {
    if (gap.size > 0 && i == gap.begin) {
      out += "::";
      i += gap.size - 1;
      continue;
    }
    if (!out.empty() && out.back() != ':') out += ':';
    append_hex(out, group_at(address, i));
  }
  return out;
}

}  // namespace admit::format
