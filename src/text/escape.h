// printable: any bytes to text that a terminal shows and never obeys.
#pragma once

#include <string>
#include <string_view>

namespace admit::text {

/// `text` with every character that could steer a terminal, or hide or reorder what is read,
/// written out: control characters (C0, DEL, C1), bidirectional and invisible format characters and
/// U+2028/2029 as `\u001b`, beyond U+FFFF as a pair of them; bytes that are not UTF-8 as `\xff`.
/// The rest stays as it is, a backslash too, so that doing it twice changes nothing.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace admit::text
