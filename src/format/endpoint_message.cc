// The ids and messages of endpoint codes (endpoint_code_id, endpoint_message): code and place ->
// what is wrong, in one line.
#include <algorithm>

#include "admit/endpoint.h"
#include "format/code_point.h"
#include "format/hostname.h"
#include "format/quote.h"

namespace admit {
namespace {

struct CodeText {
  EndpointCode code;
  std::string_view id;
  std::string_view wrong;
};

constexpr std::array kCodeTexts = {
#define ADMIT_ENDPOINT_CODE(name, id, wrong) CodeText{EndpointCode::name, "endpoint." id, wrong},
#include "format/endpoint_codes.def"
#undef ADMIT_ENDPOINT_CODE
};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < kCodeTexts.size(); ++i) {
    if (static_cast<std::size_t>(kCodeTexts[i].code) != i) return false;
  }
  return true;
}

static_assert(rows_are_in_order(), "endpoint_codes.def has one row per enumerator, in its order");
static_assert(kCodeTexts.size() == static_cast<std::size_t>(EndpointCode::trailing_dot) + 1,
              "endpoint_codes.def has a row for every enumerator");

const CodeText& code_text(EndpointCode code) noexcept {
  return kCodeTexts[static_cast<std::size_t>(code)];
}

/// `wrong` with the offending part behind it, if there is one.
std::string with_part(std::string_view wrong, std::string_view part) {
  std::string message(wrong);
  if (!part.empty()) message += ": " + format::quoted(part);
  return message;
}

/// Characters outside ASCII may look like others: their number says which one it is.
std::string non_ascii_message(std::string_view wrong, std::string_view part) {
  std::string message = with_part(wrong, part);
  if (part.empty()) return message;
  const format::CodePoint point = format::code_point_at(part, 0);
  if (point.valid) message += " (" + format::code_point_name(point.value) + ")";
  return message;
}

std::string_view brackets_wrong(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return code_text(EndpointCode::brackets).wrong;
  if (text[offset] == ':') return "more than one colon outside brackets";
  if (text[offset] == ']') return "text after the closing bracket that is no port";
  const std::size_t close = text.find(']', offset);
  if (close == std::string_view::npos) return "a bracket that is never closed";
  if (close == offset + 1) return "empty brackets";
  return "brackets around something other than an IPv6 address";
}

std::string label_message(std::string_view part) {
  if (part.empty()) return "an empty label in a host name";
  if (part.front() == '-') return with_part("a label that begins with a hyphen", part);
  if (part.size() > 1 && part.back() == '-') {
    return with_part("a label that ends with a hyphen", part);
  }
  return with_part("a character that no host name may hold", part);
}

std::string length_message(std::string_view part) {
  const bool is_name = part.find('.') != std::string_view::npos;
  return with_part(is_name ? "a host name over 253 bytes" : "a label over 63 bytes", part);
}

std::string_view port_syntax_wrong(std::string_view part) {
  if (part == "0") return "a port with a leading zero";
  return code_text(EndpointCode::port_syntax).wrong;
}

}  // namespace

std::string_view endpoint_code_id(EndpointCode code) noexcept {
  return code_text(code).id;
}

std::string endpoint_message(std::string_view text, EndpointCode code, std::size_t offset,
                             std::size_t length) {
  const std::string_view part = text.substr(std::min(offset, text.size()), length);
  const std::string_view wrong = code_text(code).wrong;
  switch (code) {
    case EndpointCode::non_ascii:
      return non_ascii_message(wrong, part);
    case EndpointCode::brackets:
      return std::string(brackets_wrong(text, offset));
    case EndpointCode::label:
      return label_message(part);
    case EndpointCode::length:
      return length_message(part);
    case EndpointCode::port_syntax:
      return with_part(port_syntax_wrong(part), part);
    case EndpointCode::white_space:
    case EndpointCode::underscore:
    case EndpointCode::trailing_dot:
      return std::string(wrong);  // the part is known without a quotation
    case EndpointCode::empty:
    case EndpointCode::control_character:
    case EndpointCode::scheme:
    case EndpointCode::user_info:
    case EndpointCode::path:
    case EndpointCode::percent:
    case EndpointCode::wildcard:
    case EndpointCode::list:
    case EndpointCode::ipv4_form:
    case EndpointCode::ipv4_range:
    case EndpointCode::ipv6_syntax:
    case EndpointCode::ipv4_mapped:
    case EndpointCode::numeric_tld:
    case EndpointCode::port_empty:
    case EndpointCode::port_range:
      break;
  }
  return with_part(wrong, part);
}

}  // namespace admit
