// A-labels and U-labels, by libidn2 (is_a_label, to_u_label, to_a_label). Its registration tests
// are the strict ones, with all the contextual rules of RFC 5892 appendix A.
#include "format/a_label.h"

#include <algorithm>
#include <cstddef>

#include "format/byte_class.h"
#include "format/hostname.h"

#if defined(ADMIT_WITH_IDN2) && ADMIT_WITH_IDN2
#include <idn2.h>

#include <cstdint>
#include <memory>
#include <new>
#endif

namespace admit::format {

bool has_a_label_prefix(std::string_view label) noexcept {
  return label.size() >= 4 && lower(label[0]) == 'x' && lower(label[1]) == 'n' &&
         label.substr(2, 2) == "--";
}

#if defined(ADMIT_WITH_IDN2) && ADMIT_WITH_IDN2

namespace {

struct FreeText {
  void operator()(void* text) const noexcept { idn2_free(text); }
};

/// libidn2 reads up to a NUL, and its time is not linear.
bool is_too_much(std::string_view label) noexcept {
  return label.size() > 4 * kMaxLabelBytes || label.find('\0') != std::string_view::npos;
}

void check_memory(int status) {
  if (status == IDN2_MALLOC) throw std::bad_alloc();
}

/// What IDNA would register for one of the two forms; the other is null.
std::optional<std::string> register_label(const char* u_label, const char* a_label) {
  std::uint8_t* raw = nullptr;
  const int status = idn2_register_u8(reinterpret_cast<const std::uint8_t*>(u_label),
                                      reinterpret_cast<const std::uint8_t*>(a_label), &raw, 0);
  const std::unique_ptr<std::uint8_t, FreeText> owner(raw);
  check_memory(status);
  if (status != IDN2_OK || !owner) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(owner.get()));
}

}  // namespace

bool is_a_label(std::string_view label) {
  if (!has_a_label_prefix(label) || is_too_much(label)) return false;
  // Lower-case first: RFC 5891 section 5.3.
  std::string lowered(label);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), lower);
  return register_label(nullptr, lowered.c_str()).has_value();
}

std::optional<std::string> to_u_label(std::string_view label) {
  if (!is_a_label(label)) return std::nullopt;
  char* raw = nullptr;
  const int status = idn2_to_unicode_8z8z(std::string(label).c_str(), &raw, 0);
  const std::unique_ptr<char, FreeText> owner(raw);
  check_memory(status);
  if (status != IDN2_OK || !owner) return std::nullopt;
  return std::string(owner.get());
}

std::optional<std::string> to_a_label(std::string_view label) {
  if (label.starts_with('-') || label.ends_with('-') || is_too_much(label)) return std::nullopt;
  return register_label(std::string(label).c_str(), nullptr);
}

#else

bool is_a_label(std::string_view label) {
  return has_a_label_prefix(label);
}

std::optional<std::string> to_u_label(std::string_view /*label*/) {
  return std::nullopt;
}

std::optional<std::string> to_a_label(std::string_view /*label*/) {
  return std::nullopt;
}

#endif

}  // namespace admit::format
