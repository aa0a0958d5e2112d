// Placeholders of wordings (report/message.h), as far as those who write wordings need them.
#pragma once

#include <string>
#include <string_view>

namespace admit::text {

/// `text` with its opening braces doubled, so that it has no placeholders.
inline std::string escape_placeholders(std::string_view text) {
  std::string escaped;
  for (const char c : text) escaped.append(c == '{' ? 2 : 1, c);
  return escaped;
}

}  // namespace admit::text
