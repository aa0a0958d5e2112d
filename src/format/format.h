// Values of the keyword `format`: name -> what it asserts about a string, or that it asserts
// nothing (find_format). The rows stand in format.def. Source: JSON Schema draft-07, section 7.
#pragma once

#include <span>
#include <string_view>

namespace admit::format {

enum class FormatKind { assertion, annotation };

struct FormatRow {
  std::string_view name;
  FormatKind kind = FormatKind::annotation;

  /// Whether this build can judge; an annotation always is available.
  bool is_available = true;

  /// The option that would make the format available; "" where none is needed.
  std::string_view build_option;

  /// Judges the text of a string (UTF-8); null for an annotation and for what is not available.
  /// Throws std::bad_alloc alone.
  bool (*is_valid)(std::string_view text) = nullptr;
};

/// The row of `name`, told apart by case; null for a name that is not known. Lives for ever.
const FormatRow* find_format(std::string_view name) noexcept;

/// All rows, in no order that matters.
std::span<const FormatRow> formats() noexcept;

}  // namespace admit::format
