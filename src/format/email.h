// Addresses of mail: text -> well-formed or not. Sources: RFC 5321 section 4.1.2 (Mailbox), which
// is the addr-spec of RFC 5322 section 3.4.1 without comments, folding and obsolete forms; RFC 6531
// section 3.3 for characters outside ASCII; draft-07 of JSON Schema, section 7.3.2.
#pragma once

#include <cstddef>
#include <string_view>

namespace admit::format {

/// `joe.bloggs@example.com`, `"joe bloggs"@[192.0.2.1]`
bool is_email(std::string_view text) noexcept;

/// The same, with any character outside ASCII in both parts. Whether a label of the domain is one
/// that IDNA would register is not asked: mail may be written to names in any normal form.
bool is_idn_email(std::string_view text) noexcept;

inline constexpr std::size_t kMaxLocalPartBytes = 64;  // RFC 5321 section 4.5.3.1.1

}  // namespace admit::format
