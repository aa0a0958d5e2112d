// Names of hosts as JSON Schema has them (is_ldh_name, is_internet_name, is_idn_name).
// Sources: RFC 1123 section 2.1; RFC 5890 section 2.3.2.3; RFC 3490 section 3.1 (dots).
#include "format/internet_name.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "format/a_label.h"
#include "format/bidi_rule.h"
#include "format/byte_class.h"
#include "format/hostname.h"
#include "text/utf8.h"

namespace admit::format {
namespace {

constexpr bool is_dot(char32_t value) noexcept {
  return value == '.' || value == 0x3002 || value == 0xff0e || value == 0xff61;
}

std::vector<std::string_view> labels_of(std::string_view name) {
  std::vector<std::string_view> labels;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < name.size();) {
    const text::Decoded next = text::decode_utf8(name, at);
    if (is_dot(next.code_point)) {
      labels.push_back(name.substr(begin, at - begin));
      begin = at + next.size;
    }
    at += next.size;
  }
  labels.push_back(name.substr(begin));
  return labels;
}

/// Two hyphens in third and fourth place are reserved (R-LDH labels, RFC 5890 section 2.3.1).
bool is_reserved(std::string_view label) noexcept {
  return label.size() >= 4 && label.substr(2, 2) == "--";
}

/// A label, and how many bytes it has in ASCII.
struct IdnLabel {
  std::string u_label;
  std::size_t ascii_bytes = 0;
};

std::optional<IdnLabel> read_label(std::string_view label) {
  const bool is_ascii = std::all_of(label.begin(), label.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!is_ascii) {
    const std::optional<std::string> a_label = to_a_label(label);
    if (!a_label) return std::nullopt;
    return IdnLabel{std::string(label), a_label->size()};
  }
  if (!is_ldh_name(label)) return std::nullopt;
  if (!is_reserved(label)) return IdnLabel{std::string(label), label.size()};
  std::optional<std::string> u_label = to_u_label(label);
  if (!u_label) return std::nullopt;
  return IdnLabel{*std::move(u_label), label.size()};
}

}  // namespace

bool is_ldh_name(std::string_view text) noexcept {
  if (text.size() > kMaxNameBytes) return false;
  const NameReading reading = read_name(text);
  return !reading.fault && !reading.underscore && !reading.trailing_dot;
}

bool is_internet_name(std::string_view text) {
  if (!is_ldh_name(text)) return false;
  const std::vector<std::string_view> labels = labels_of(text);
  return std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
    return !has_a_label_prefix(label) || is_a_label(label);
  });
}

bool is_idn_name(std::string_view text) {
  // No name is longer, even if each character takes four bytes.
  if (text.size() > 4 * kMaxNameBytes || text::valid_utf8_prefix(text) != text.size()) return false;
  std::vector<std::string> labels;
  std::size_t ascii_bytes = 0;
  for (const std::string_view part : labels_of(text)) {
    std::optional<IdnLabel> label = read_label(part);
    if (!label) return false;
    ascii_bytes += label->ascii_bytes + 1;
    labels.push_back(std::move(label->u_label));
  }
  return ascii_bytes - 1 <= kMaxNameBytes && keeps_bidi_rule(labels);
}

}  // namespace admit::format
