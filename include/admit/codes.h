// The codes that admit itself can report, as an enumeration and as a table; made from codes.def.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "admit/severity.h"

namespace admit {

/// One enumerator per row of codes.def, in its order.
enum class Code : std::uint8_t {
#define ADMIT_CODE(symbol, id, severity, strict, since, provenance, title) symbol,
#include "admit/codes.def"
#undef ADMIT_CODE
};

/// What the option `strict`, and overrides by the user, may do to the severity of a code.
enum class Strictness : std::uint8_t {
  no,      ///< `strict` leaves it as it is
  raised,  ///< `strict` raises it to error
  partly,  ///< `strict` raises it to error where the rule says so
  fixed,   ///< always an error: nothing can change it
};

/// One row of codes.def. The views refer to constants of the program.
struct CodeRow {
  Code code;
  std::string_view id;  ///< `family.name`, stable
  Severity severity;    ///< default
  Strictness strictness;
  std::string_view since;       ///< first API revision in which it speaks, `YYYY-MM-DD`
  std::string_view provenance;  ///< D, D2, I, S or N, as explained in codes.def
  std::string_view title;       ///< one line, lower-case
};

/// All rows, in the order of the enumeration.
std::span<const CodeRow> code_rows() noexcept;

/// The row of `code`.
const CodeRow& code_row(Code code) noexcept;

/// The row whose id is `id`, or null.
const CodeRow* find_code(std::string_view id) noexcept;

}  // namespace admit
