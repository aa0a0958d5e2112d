// Length, format, pattern and endpoint of one string.
#include "prove/text_check.h"

#include "admit/endpoint.h"
#include "text/utf8.h"

namespace admit::prove {
namespace {

bool has_length(const schema::CountRange& range, std::string_view text) noexcept {
  if (!range.is_bounded()) return true;
  // A code point has one byte at least and four at most.
  if (text.size() <= range.max && text.size() / 4 >= range.min) return true;
  return range.holds(text::count_code_points(text));
}

}  // namespace

Facts look_at_endpoint(const EndpointCheck& check, std::string_view text) noexcept {
  const auto parsed = parse_endpoint(text);
  if (!parsed) return check.fault;
  const Endpoint& endpoint = parsed.value();
  Facts broken = endpoint.kind == HostKind::name ? check.name_host : check.ip_host;
  if (endpoint.notice) broken |= check.notice;
  if (!endpoint.port) broken |= check.no_port;
  return broken;
}

Facts look_at_formats(const TextCheck& check, std::string_view text, Facts dead) noexcept {
  Facts broken = 0;
  for (const FormatCheck& format : check.formats) {
    const bool is_skipped = (format.broken & ~dead) == 0 || (text.empty() && !format.checks_empty);
    if (!is_skipped && !format.holds(text)) broken |= format.broken;
  }
  return broken;
}

bool is_of_schema(const TextCheck& check, std::string_view text) {
  if (!has_length(check.length, text)) return false;
  if (check.format != nullptr && !check.format->is_valid(text)) return false;
  return check.pattern == nullptr || check.pattern->matches(text);
}

}  // namespace admit::prove
