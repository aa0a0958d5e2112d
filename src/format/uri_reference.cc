// References to URIs -> their parts (split_fragment), and URIs (resolve_uri).
// Source: RFC 3986 sections 3 and 5.2, strict: a scheme makes a reference absolute.
#include "format/uri_reference.h"

#include <charconv>

namespace admit::format {
namespace {

// The components of a reference without fragment; an absent one is empty.
struct Parts {
  std::string_view scheme;     // with `:`
  std::string_view authority;  // with `//`
  std::string_view path;
  std::string_view query;  // with `?`
};

// With its colon; 0 where there is none. RFC 3986 section 3.1.
std::size_t scheme_length(std::string_view text) noexcept {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (text.empty() || !is_letter(text.front())) return 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ':') return i + 1;
    const bool is_inside =
        is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    if (!is_inside) return 0;
  }
  return 0;
}

Parts take_apart(std::string_view text) noexcept {
  Parts parts;
  parts.scheme = text.substr(0, scheme_length(text));
  text.remove_prefix(parts.scheme.size());
  if (text.starts_with("//")) {
    parts.authority = text.substr(0, text.find_first_of("/?", 2));
    text.remove_prefix(parts.authority.size());
  }
  parts.path = text.substr(0, text.find('?'));
  parts.query = text.substr(parts.path.size());
  return parts;
}

// RFC 3986 section 5.2.4: segment by segment, each with the slash before it.
std::string remove_dot_segments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const bool is_rooted = path.front() == '/';
    const std::size_t end = path.find('/', is_rooted ? 1 : 0);
    const std::string_view segment = path.substr(0, end);
    const std::string_view name = is_rooted ? segment.substr(1) : segment;
    path.remove_prefix(segment.size());
    if (name != "." && name != "..") {
      out += segment;
      continue;
    }
    if (name == "..") out.erase(out.rfind('/') == std::string::npos ? 0 : out.rfind('/'));
    if (is_rooted && path.empty()) out += '/';
    if (!is_rooted && !path.empty()) path.remove_prefix(1);
  }
  return out;
}

// RFC 3986 section 5.2.3.
std::string merge_paths(const Parts& base, std::string_view path) {
  if (!base.authority.empty() && base.path.empty()) return '/' + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  const std::size_t kept = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(base.path.substr(0, kept)).append(path);
}

std::string join(const Parts& parts) {
  return std::string(parts.scheme).append(parts.authority).append(parts.path).append(parts.query);
}

std::optional<char> read_escape(std::string_view text) {
  unsigned value = 0;
  if (text.size() < 3) return std::nullopt;
  const auto result = std::from_chars(text.data() + 1, text.data() + 3, value, 16);
  if (result.ec != std::errc() || result.ptr != text.data() + 3) return std::nullopt;
  return static_cast<char>(value);
}

}  // namespace

SplitReference split_fragment(std::string_view reference) noexcept {
  const std::size_t hash = reference.find('#');
  if (hash == std::string_view::npos) return {reference, {}};
  return {reference.substr(0, hash), reference.substr(hash + 1)};
}

std::string resolve_uri(std::string_view base, std::string_view reference) {
  Parts to = take_apart(reference);
  const Parts from = take_apart(base);
  // A path without a hierarchy (urn:...) has no segments to remove.
  const bool is_hierarchical = !to.authority.empty() || to.path.starts_with('/');
  if (to.scheme.empty() ? base.empty() : !is_hierarchical) return std::string(reference);
  std::string path(to.path);
  if (to.scheme.empty() && to.authority.empty()) {
    to.authority = from.authority;
    if (path.empty()) {
      path = from.path;
      if (to.query.empty()) to.query = from.query;
    } else if (!path.starts_with('/')) {
      path = merge_paths(from, path);
    }
  }
  if (to.scheme.empty()) to.scheme = from.scheme;
  path = remove_dot_segments(path);
  to.path = path;
  return join(to);
}

std::optional<std::string> decode_percent(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded.push_back(text[i]);
      continue;
    }
    const auto byte = read_escape(text.substr(i));
    if (!byte) return std::nullopt;
    decoded.push_back(*byte);
    i += 2;
  }
  return decoded;
}

}  // namespace admit::format
