// URIs and references, by liburiparser: text -> well-formed or not (is_uri, is_uri_reference).
// Source: RFC 3986 section 3 and 4.1, appendix A.
#include "format/uri.h"

#if defined(ADMIT_WITH_URIPARSER) && ADMIT_WITH_URIPARSER
#include <uriparser/Uri.h>

#include <new>
#endif

namespace admit::format {
namespace {

enum class UriKind { none, relative, absolute };

#if defined(ADMIT_WITH_URIPARSER) && ADMIT_WITH_URIPARSER

UriKind kind_of(std::string_view text) {
  UriUriA uri{};
  const char* const begin = text.empty() ? "" : text.data();
  const int status = uriParseSingleUriExA(&uri, begin, begin + text.size(), nullptr);
  if (status == URI_ERROR_MALLOC) throw std::bad_alloc();
  if (status != URI_SUCCESS) return UriKind::none;
  const bool has_scheme = uri.scheme.first != nullptr;
  uriFreeUriMembersA(&uri);
  return has_scheme ? UriKind::absolute : UriKind::relative;
}

#else

UriKind kind_of(std::string_view /*text*/) {
  return UriKind::none;
}

#endif

}  // namespace

bool is_uri(std::string_view text) {
  return kind_of(text) == UriKind::absolute;
}

bool is_uri_reference(std::string_view text) {
  return kind_of(text) != UriKind::none;
}

}  // namespace admit::format
