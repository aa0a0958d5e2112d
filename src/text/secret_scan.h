// The two ways to find secrets: exactly, in text that is JSON, and warily, in text that is not.
// Only mask.cc uses them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/mask.h"
#include "text/span.h"

namespace admit::text {

/// The secrets of `text`, or nothing where it is not JSON.
[[nodiscard]] std::optional<std::vector<Span>> scan_json(std::string_view text,
                                                         const SecretNames& names);

/// What may be a secret in `text`, which is not JSON.
[[nodiscard]] std::vector<Span> scan_broken_json(std::string_view text, const SecretNames& names);

/// The name that `raw`, the inside of a string in JSON, stands for, in normal form.
[[nodiscard]] std::string decoded_name(std::string_view raw);

/// What becomes of `\uXXXX` in a stretch of broken text, where a backslash may be a stray one.
enum class UnicodeEscapes { decoded, as_they_stand };

/// The normal form of such a stretch. The letter of a shorter escape counts as it stands.
[[nodiscard]] std::string decoded_word(std::string_view raw, UnicodeEscapes unicode);

}  // namespace admit::text
