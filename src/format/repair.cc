// Repairs: a text that failed -> a hint of what to write instead (write_hint).
#include "format/repair.h"

#include <utility>

#include "format/quote.h"

namespace admit::format {

bool is_repair(std::string_view text) noexcept {
  if (text.size() > kMaxQuotedBytes) return false;
  const Result<Endpoint, EndpointFault> parsed = parse_endpoint(text);
  return parsed && !parsed.value().notice;
}

std::string write_hint(std::string_view text) {
  return is_repair(text) ? "write " + quoted(text) : std::string();
}

std::string first_hint(std::string first, std::string second) {
  return first.empty() ? std::move(second) : std::move(first);
}

}  // namespace admit::format
