// Identifiers of the services that requests refer to: text -> well-formed or not.
#pragma once

#include <string_view>

namespace admit::format {

// Nacos: the default parameter checker (ParamCheckRule of nacos-common).

/// `[A-Za-z0-9_-]{1,128}`
bool is_nacos_namespace(std::string_view text) noexcept;

/// `[A-Za-z0-9_.:-]{1,128}`
bool is_nacos_group(std::string_view text) noexcept;

/// 1 to 512 characters, no `@` in front, no `@@`, no ASCII white space.
bool is_nacos_service_name(std::string_view text) noexcept;

// Alibaba Cloud Function Compute: names and qualifiers of functions (API reference, CreateFunction
// and CreateAlias).

/// `[A-Za-z_][A-Za-z0-9_-]{0,127}`
bool is_function_name(std::string_view text) noexcept;

/// `LATEST`, the digits of a version, or an alias, which is written like a function name.
bool is_function_qualifier(std::string_view text) noexcept;

/// Bytes 0x20 to 0x7e only (RFC 20); true for "".
bool is_printable_ascii(std::string_view text) noexcept;

}  // namespace admit::format
