// How bad a violation is, and what a whole check came to.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace admit {

/// Ordered from harmless to refusing; only `error` refuses a request.
enum class Severity : std::uint8_t { ignore, info, warning, error };

/// `undecided` is no verdict on the request: something kept the engine from reaching one (memory
/// ran out, a rule threw). No caller may read it as `accept`.
enum class Verdict : std::uint8_t { accept, reject, undecided };

/// "ignore", "info", "warning" or "error".
std::string_view to_string(Severity severity) noexcept;

/// "accept", "reject" or "undecided".
std::string_view to_string(Verdict verdict) noexcept;

/// The severity that `text` names, or nothing.
std::optional<Severity> parse_severity(std::string_view text) noexcept;

}  // namespace admit
