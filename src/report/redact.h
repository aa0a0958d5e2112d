// Redacting: what a report may quote of the request, and how.
#pragma once

#include <string>
#include <string_view>

#include "admit/report.h"
#include "input/observation.h"
#include "input/value.h"

namespace admit::report {

/// Whether a violation is about a secret: its value is one, or lies inside one (then names may be
/// parts of it, too).
enum class Secrecy { none, value, inside };

/// What stands for the value of a secret.
inline constexpr std::string_view kRedacted = "***";

/// The value of a violation as it may be shown: the text of a string, the source of a number or
/// word, cut at 64 bytes; nothing for arrays and objects; `***` for a secret.
std::string excerpt(const input::Value& value, std::string_view source, bool is_secret);

/// Message, hint and parameters of `seen` into `violation`, whose other fields are filled in. About
/// a secret, whatever quotes the request is left out; `title` then says what is wrong.
void fill_words(input::Observation& seen, std::string_view title, Secrecy secrecy,
                Violation& violation);

}  // namespace admit::report
