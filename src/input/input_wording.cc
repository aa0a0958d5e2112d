// Words for a ScanError.
#include "input/input_wording.h"

#include "input/json_token.h"
#include "text/escape.h"

namespace admit::input {
namespace {

// The offending character, as a reader would name it. Never more than one: in a malformed text the
// rest may be part of a secret.
std::string found_words(const ScanError& error, std::string_view text) {
  if (error.span.begin >= text.size()) return "the end of the text";
  return "`" + text::printable(character_at(text, error.span.begin).of(text)) + "`";
}

void replace(std::string& wording, std::string_view placeholder, const std::string& words) {
  const std::size_t at = wording.find(placeholder);
  if (at != std::string::npos) wording.replace(at, placeholder.size(), words);
}

}  // namespace

std::size_t fault_limit(ScanFault fault, const Limits& limits) noexcept {
  if (fault == ScanFault::too_large) return limits.max_body_bytes;
  if (fault == ScanFault::too_deep) return limits.max_depth;
  if (fault == ScanFault::too_many_items) return limits.max_array_items;
  if (fault == ScanFault::yaml_too_many_documents) return limits.max_documents;
  return 0;
}

std::string fault_wording(const ScanError& error, std::string_view text, const Limits& limits) {
  std::string wording(scan_fault_row(error.fault).wording);
  replace(wording, "{limit}", std::to_string(fault_limit(error.fault, limits)));
  replace(wording, "{found}", found_words(error, text));
  replace(wording, "{problem}", error.problem);
  if (error.has_opened)
    replace(wording, "{opened}", "`" + std::string(1, text[error.opened]) + "`");
  return wording;
}

}  // namespace admit::input
