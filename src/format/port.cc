// Ports: decimal text -> 1 to 65535 (parse_port), or the reason and the place.
#include "format/port.h"

#include "format/byte_class.h"

namespace admit::format {
namespace {

constexpr std::uint32_t kMaxPort = 65535;

/// A zero with a digit behind it. In `0x50` the zero is a number, and the `x` is wrong.
bool has_leading_zero(std::string_view text) noexcept {
  return text.size() > 1 && text[0] == '0' && is_in(text[1], kDigit);
}

}  // namespace

Result<std::uint16_t, EndpointFault> parse_port(std::string_view text) noexcept {
  if (text.empty()) return EndpointFault{EndpointCode::port_empty, 0, 0};
  if (has_leading_zero(text)) return EndpointFault{EndpointCode::port_syntax, 0, 1};
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_in(text[i], kDigit)) return EndpointFault{EndpointCode::port_syntax, i, 1};
    // A value past the range stays there: no number of digits wraps around.
    if (value <= kMaxPort) value = value * 10 + static_cast<std::uint32_t>(text[i] - '0');
  }
  if (value == 0 || value > kMaxPort) {
    return EndpointFault{EndpointCode::port_range, 0, text.size()};
  }
  return static_cast<std::uint16_t>(value);
}

bool is_port(std::string_view text) noexcept {
  return parse_port(text).has_value();
}

}  // namespace admit::format
