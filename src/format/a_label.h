// A-labels and U-labels, by libidn2: one label of a name, judged and converted. In a build without
// it (ADMIT_WITH_IDN2) every `xn--` label counts as an A-label, and none is converted.
// Sources: RFC 5890 section 2.3.2.1; RFC 5891 sections 4.2 to 4.4; RFC 5892.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace admit::format {

/// Whether `label` begins with `xn--`, in any case.
bool has_a_label_prefix(std::string_view label) noexcept;

/// Whether `label` is what the Punycode of some U-label is.
bool is_a_label(std::string_view label);

/// The U-label of an A-label; nothing where `label` is none.
std::optional<std::string> to_u_label(std::string_view label);

/// The A-label of a U-label in UTF-8; nothing where `label` is none: not in NFC, with a character
/// that is not allowed or not at its place, or longer than 63 bytes as an A-label.
std::optional<std::string> to_a_label(std::string_view label);

}  // namespace admit::format
