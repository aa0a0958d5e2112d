// What the rules ask of names and addresses, as predicates over their text.
#pragma once

#include <cstddef>
#include <string>

namespace admit::test {

/// UTF-8 code points.
std::size_t count_characters(const std::string& text);

bool is_printable_ascii(const std::string& text);

/// A DNS-1123 label of at most 63 characters.
bool is_label(const std::string& text);

/// `[A-Za-z0-9_-]{1,128}`.
bool is_nacos_namespace(const std::string& text);

/// `[A-Za-z0-9_.:-]{1,128}`.
bool is_nacos_group(const std::string& text);

/// At most 512 characters, no leading `@`, no `@@`, no white space.
bool is_nacos_name(const std::string& text);

/// `[A-Za-z_][A-Za-z0-9_-]{0,127}`.
bool is_function_name(const std::string& text);

/// `LATEST`, digits, or a function name.
bool is_qualifier(const std::string& text);

/// Whether the host of an endpoint that was accepted is an IP address.
bool has_ip(const std::string& endpoint);

/// Whether an endpoint that was accepted has a port.
bool has_port(const std::string& endpoint);

/// Host and port of an endpoint that was accepted: a name in lower case, without a dot at its end,
/// an IPv6 address as its bytes.
std::string plain_endpoint(const std::string& endpoint);

}  // namespace admit::test
