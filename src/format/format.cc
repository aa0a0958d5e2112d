// Values of the keyword `format` -> what they assert (find_format, formats).
#include "format/format.h"

#include <algorithm>
#include <iterator>

#include "format/date_time.h"
#include "format/ecma_pattern.h"
#include "format/email.h"
#include "format/internet_name.h"
#include "format/ip.h"
#include "format/iri.h"
#include "format/json_pointer.h"
#include "format/uri.h"
#include "format/uri_template.h"

namespace admit::format {
namespace {

struct BuildOption {
  bool is_on;
  std::string_view name;
};

constexpr BuildOption kAlways{true, ""};
#if defined(ADMIT_WITH_IDN2) && ADMIT_WITH_IDN2
constexpr BuildOption kIdn2{true, "ADMIT_WITH_IDN2"};
#else
constexpr BuildOption kIdn2{false, "ADMIT_WITH_IDN2"};
#endif
#if defined(ADMIT_WITH_URIPARSER) && ADMIT_WITH_URIPARSER
constexpr BuildOption kUriparser{true, "ADMIT_WITH_URIPARSER"};
#else
constexpr BuildOption kUriparser{false, "ADMIT_WITH_URIPARSER"};
#endif

constexpr FormatRow assertion(std::string_view name, const BuildOption& option,
                              bool (*is_valid)(std::string_view)) {
  return {name, FormatKind::assertion, option.is_on, option.name,
          option.is_on ? is_valid : nullptr};
}

#define ADMIT_FORMAT(name, build_option, is_valid) assertion(name, build_option, is_valid),
#define ADMIT_ANNOTATION(name) {name, FormatKind::annotation, true, "", nullptr},
constexpr FormatRow kRows[] = {
#include "format/format.def"
};
#undef ADMIT_FORMAT
#undef ADMIT_ANNOTATION

}  // namespace

const FormatRow* find_format(std::string_view name) noexcept {
  const FormatRow* const found =
      std::find_if(std::begin(kRows), std::end(kRows),
                   [name](const FormatRow& row) { return row.name == name; });
  return found == std::end(kRows) ? nullptr : found;
}

std::span<const FormatRow> formats() noexcept {
  return kRows;
}

}  // namespace admit::format
