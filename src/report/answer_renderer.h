// What a gateway answers to a client whose request it refuses: HTTP status and JSON body.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "admit/report.h"

namespace admit::report {

/// How an answer is written.
enum class AnswerShape : std::uint8_t {
  problem,  ///< RFC 9457, application/problem+json; with the members of `api` as extensions
  api,      ///< the API's own: requestId, code, message; inferred from its success response
};

/// Why a request is refused before its body is looked at.
enum class Refusal : std::uint8_t {
  media_type,        ///< no application/json in UTF-8
  content_encoding,  ///< the body is compressed
  too_large,         ///< the body is larger than the limit
  undecided,         ///< something kept the gateway from a verdict
};

/// 413 or 415, and 503 for `undecided`.
[[nodiscard]] int http_status(Refusal refusal) noexcept;

/// 400; 413 where the body is too large; 503 where there is no verdict; 0 for what is accepted.
[[nodiscard]] int http_status(const Report& report) noexcept;

/// The body of the answer, one line of JSON without a line feed. `errors` has what refuses the
/// request, each with detail, pointer, code and hint; warnings are not told to clients. The report
/// must not accept. `request_id` is left out where empty.
[[nodiscard]] std::string render_answer(const Report& report, AnswerShape shape,
                                        std::string_view request_id);

/// The same for a request whose body nobody has looked at.
[[nodiscard]] std::string render_refusal(Refusal refusal, AnswerShape shape,
                                         std::string_view request_id);

}  // namespace admit::report
