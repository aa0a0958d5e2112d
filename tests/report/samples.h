// Violations to render: at a place of a source that is named by what stands there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "admit/report.h"
#include "report/run.h"
#include "text/lines.h"

namespace admit::test {

inline Range range_of(std::string_view source, std::size_t offset, std::size_t size) {
  const text::LineIndex lines(source);
  return {lines.position(offset), lines.position(offset + size)};
}

/// The range of the first `needle` in `source`, which must have one.
inline Range range_of(std::string_view source, std::string_view needle) {
  return range_of(source, source.find(needle), needle.size());
}

inline Violation make_violation(std::string code, std::string wording, Range range) {
  Violation violation;
  violation.code = std::move(code);
  violation.wording = std::move(wording);
  violation.range = range;
  return violation;
}

/// A document of `file` in which the violations were found, all of them errors.
inline report::CheckedDocument make_document(std::string file, std::vector<Violation> violations) {
  const std::size_t errors = violations.size();
  return {std::move(file), 0, Report(std::move(violations), {.errors = errors})};
}

}  // namespace admit::test
