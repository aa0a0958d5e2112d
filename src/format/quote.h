// quoted: any bytes -> a short quotation in backticks that is safe to print.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace admit::format {

/// A quotation holds at most this many bytes of the text that it quotes.
inline constexpr std::size_t kMaxQuotedBytes = 64;

/// `text` in backticks: cut at a code point border with `...` behind it if it is too long; control
/// and invisible characters and backticks as `\u000a`, bytes that are no UTF-8 as `\xff`.
std::string quoted(std::string_view text);

/// "U+0430"
std::string code_point_name(char32_t value);

}  // namespace admit::format
