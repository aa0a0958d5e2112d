// JSON Pointers as text: well-formed or not (is_json_pointer, is_relative_json_pointer).
// Sources: RFC 6901 section 3; draft-handrews-relative-json-pointer-01 section 3.
#include "format/json_pointer.h"

#include <cstddef>

#include "format/byte_class.h"

namespace admit::format {

bool is_json_pointer(std::string_view text) noexcept {
  if (!text.empty() && text.front() != '/') return false;
  for (std::size_t at = text.find('~'); at != std::string_view::npos; at = text.find('~', at + 1)) {
    if (at + 1 == text.size() || (text[at + 1] != '0' && text[at + 1] != '1')) return false;
  }
  return true;
}

bool is_relative_json_pointer(std::string_view text) noexcept {
  const std::size_t digits = end_of_run(text, 0, kDigit);
  if (digits == 0 || (digits > 1 && text.front() == '0')) return false;
  const std::string_view rest = text.substr(digits);
  return rest == "#" || is_json_pointer(rest);
}

}  // namespace admit::format
