// IRIs and references: text -> the URI that it maps to -> well-formed or not (is_iri,
// is_iri_reference). Source: RFC 3987 sections 2.2 (ABNF) and 3.1 (mapping of IRIs to URIs).
#include "format/iri.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "format/iri_character.h"
#include "format/uri.h"
#include "text/utf8.h"

namespace admit::format {
namespace {

void append_escape(std::string& out, char byte) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  out += '%';
  out += kHex[value >> 4];
  out += kHex[value & 0xf];
}

/// Percent escapes in place of what is not ASCII; nothing if there is a character that no IRI holds
/// at its place. Where escapes may stand, and nowhere else, the grammar of IRIs has `ucschar`.
std::optional<std::string> to_uri(std::string_view iri) {
  const std::size_t fragment = std::min(iri.find('#'), iri.size());
  const std::size_t query = std::min(iri.find('?'), fragment);
  std::string uri;
  for (std::size_t at = 0; at < iri.size();) {
    const text::Decoded next = text::decode_utf8(iri, at);
    const bool is_query = at > query && at < fragment;
    const bool is_allowed = next.code_point < 0x80 || is_ucschar(next.code_point) ||
                            (is_query && is_iprivate(next.code_point));
    if (!next.valid || !is_allowed) return std::nullopt;
    if (next.size == 1) {
      uri += iri[at];
    } else {
      for (const char byte : iri.substr(at, next.size)) append_escape(uri, byte);
    }
    at += next.size;
  }
  return uri;
}

}  // namespace

bool is_iri(std::string_view text) {
  const std::optional<std::string> uri = to_uri(text);
  return uri && is_uri(*uri);
}

bool is_iri_reference(std::string_view text) {
  const std::optional<std::string> uri = to_uri(text);
  return uri && is_uri_reference(*uri);
}

}  // namespace admit::format
