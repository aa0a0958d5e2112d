// Redacting: what a report may quote of the request, and how.
#include "report/redact.h"

#include <utility>

#include "report/message.h"
#include "text/placeholders.h"
#include "text/utf8.h"

namespace admit::report {
namespace {

constexpr std::size_t kMaxExcerptBytes = 64;

std::string cut(std::string_view text) {
  if (text.size() <= kMaxExcerptBytes) return std::string(text);
  return std::string(text::cut_utf8(text, kMaxExcerptBytes)) + "...";
}

void redact(input::Observation& seen, std::string_view title, Secrecy secrecy) {
  for (input::NotedParam& noted : seen.params) {
    const bool hidden = noted.quoted == input::Quoted::value ||
                        (noted.quoted == input::Quoted::name && secrecy == Secrecy::inside);
    if (hidden) noted.param.value = std::string(kRedacted);
  }
  if (!seen.quotes_request) return;
  seen.wording = "{place}: " + text::escape_placeholders(title);
  seen.hint.clear();
}

}  // namespace

std::string excerpt(const input::Value& value, std::string_view source, bool is_secret) {
  if (is_secret) return std::string(kRedacted);
  if (value.IsObject() || value.IsArray()) return {};
  return cut(value.IsString() ? input::text_of(value) : source);
}

void fill_words(input::Observation& seen, std::string_view title, Secrecy secrecy,
                Violation& violation) {
  if (secrecy != Secrecy::none) redact(seen, title, secrecy);
  for (input::NotedParam& noted : seen.params) violation.params.push_back(std::move(noted.param));
  violation.wording = std::move(seen.wording);
  violation.hint = interpolate(seen.hint, violation);
}

}  // namespace admit::report
