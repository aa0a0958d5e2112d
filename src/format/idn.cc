// Internationalised names: UTF-8 text -> its ASCII form (to_ascii_name), by libidn2 where the build
// has it. Sources: RFC 5891, UTS #46 (non-transitional processing).
#include "format/idn.h"

#include <memory>

#if defined(ADMIT_WITH_IDN2) && ADMIT_WITH_IDN2
#include <idn2.h>
#endif

namespace admit::format {

#if defined(ADMIT_WITH_IDN2) && ADMIT_WITH_IDN2

namespace {

/// A name of 253 bytes has at most as many characters, of at most 4 bytes each. Longer text has no
/// A-labels, and libidn2's time is not linear.
constexpr std::size_t kMaxNameTextBytes = std::size_t{4} * 253;

struct FreeName {
  void operator()(char* name) const noexcept { idn2_free(name); }
};

}  // namespace

std::optional<std::string> to_ascii_name(std::string_view text) {
  if (text.size() > kMaxNameTextBytes || text.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  char* raw = nullptr;
  const int status = idn2_to_ascii_8z(std::string(text).c_str(), &raw, IDN2_NONTRANSITIONAL);
  const std::unique_ptr<char, FreeName> name(raw);
  if (status != IDN2_OK || !name) return std::nullopt;
  return std::string(name.get());
}

#else

std::optional<std::string> to_ascii_name(std::string_view /*text*/) {
  return std::nullopt;
}

#endif

}  // namespace admit::format
