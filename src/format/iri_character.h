// Characters outside ASCII that IRIs and URI templates may hold.
// Source: RFC 3987 section 2.2 (ucschar, iprivate); RFC 6570 section 1.5 has the same two.
#pragma once

namespace admit::format {

/// `ucschar`: what is no private use, no noncharacter, no control.
constexpr bool is_ucschar(char32_t value) noexcept {
  if (value < 0xa0 || value > 0xefffd) return false;
  if (value < 0x10000) {
    return value <= 0xd7ff || (value >= 0xf900 && value <= 0xfdcf) ||
           (value >= 0xfdf0 && value <= 0xffef);
  }
  // Planes 1 to 14, the last from E1000 on; each ends with two noncharacters.
  return (value & 0xffff) <= 0xfffd && (value < 0xe0000 || value >= 0xe1000);
}

/// `iprivate`: the private use areas.
constexpr bool is_iprivate(char32_t value) noexcept {
  return (value >= 0xe000 && value <= 0xf8ff) || (value >= 0xf0000 && value <= 0xffffd) ||
         (value >= 0x100000 && value <= 0x10fffd);
}

}  // namespace admit::format
