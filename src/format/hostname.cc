// Host names and the DNS labels of Kubernetes: text -> well-formed or not, and where not
// (read_name, is_hostname, is_dns...).
// Sources: RFC 952, RFC 1123 section 2.1, RFC 1035 section 2.3.4; Kubernetes util/validation.
#include "format/hostname.h"

#include "format/byte_class.h"
#include "format/ip.h"

namespace admit::format {
namespace {

constexpr unsigned kNameByte = kLetter | kDigit | kHyphen | kUnderscore;

/// The fault `label` over the whole label that begins at `begin`.
EndpointFault malformed_label(std::string_view name, std::size_t begin) noexcept {
  const std::size_t dot = name.find('.', begin);
  const std::size_t end = dot == std::string_view::npos ? name.size() : dot;
  return {EndpointCode::label, begin, end - begin};
}

/// Judges the label [begin, end), where `end` is the first byte that cannot belong to it. From the
/// left: its first byte, the foreign byte behind it, its last byte, its length.
std::optional<EndpointFault> judge_label(std::string_view name, std::size_t begin,
                                         std::size_t end) noexcept {
  if (begin < end && name[begin] == '-') return malformed_label(name, begin);
  if (end < name.size() && name[end] != '.') return EndpointFault{EndpointCode::label, end, 1};
  if (begin == end || name[end - 1] == '-') return malformed_label(name, begin);
  if (end - begin > kMaxLabelBytes) return EndpointFault{EndpointCode::length, begin, end - begin};
  return std::nullopt;
}

bool is_lower_label(std::string_view label) noexcept {
  return !label.empty() && label.front() != '-' && label.back() != '-' &&
         all_in(label, kLower | kDigit | kHyphen);
}

}  // namespace

NameReading read_name(std::string_view name) noexcept {
  NameReading reading;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = end_of_run(name, begin, kNameByte);
    reading.fault = judge_label(name, begin, end);
    if (reading.fault) return reading;
    reading.last_label = name.substr(begin, end - begin);
    if (end == name.size()) break;
    begin = end + 1;
    reading.trailing_dot = begin == name.size();
    if (reading.trailing_dot) break;
  }
  const std::size_t underscore = name.find('_');
  if (underscore != std::string_view::npos) reading.underscore = underscore;
  return reading;
}

bool is_hostname(std::string_view text) noexcept {
  if (text.size() > kMaxNameBytes) return false;
  const NameReading reading = read_name(text);
  return !reading.fault && !reading.underscore && !reading.trailing_dot &&
         !is_numeric_label(reading.last_label);
}

bool is_dns1123_label(std::string_view text) noexcept {
  return text.size() <= kMaxLabelBytes && is_lower_label(text);
}

bool is_dns1123_subdomain(std::string_view text) noexcept {
  if (text.size() > kMaxNameBytes) return false;
  while (true) {
    const std::size_t dot = text.find('.');
    if (!is_lower_label(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

bool is_dns1035_label(std::string_view text) noexcept {
  return is_dns1123_label(text) && is_in(text[0], kLower);
}

}  // namespace admit::format
