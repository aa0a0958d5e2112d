// SchemaSource: the text of a schema, read by the strict reader, and places in it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "admit/engine.h"
#include "input/document.h"
#include "input/value.h"

namespace admit::schema {

/// Of one array, and of nesting where it is not limited otherwise.
inline constexpr std::size_t kMaxSchemaItems = std::size_t{1} << 20;

/// Owns a schema's text and its values. Neither copied nor moved, since values are views into the
/// text.
class SchemaSource {
 public:
  explicit SchemaSource(std::string_view text) : text_(text), document_(memory_) {}
  SchemaSource(const SchemaSource&) = delete;
  SchemaSource& operator=(const SchemaSource&) = delete;

  /// Reads the text; nothing on success. Nesting beyond `max_depth` arrays and objects, duplicate
  /// names, and everything that is no strict JSON are BuildErrors.
  std::optional<BuildError> read(std::size_t max_depth);

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] const input::Document& document() const noexcept { return document_; }
  [[nodiscard]] const input::Value& root() const noexcept { return document_.root(); }

  /// A BuildError about `value`, a part of the root, with its pointer and position. `at_name`
  /// points at the name of the member instead.
  [[nodiscard]] BuildError fault(std::string code, std::string_view message, std::string_view hint,
                                 const input::Value& value, bool at_name = false) const;

 private:
  [[nodiscard]] std::optional<BuildError> duplicate_fault(const input::DuplicateName& name) const;

  std::string text_;
  input::DocumentMemory memory_;
  input::Document document_;
};

}  // namespace admit::schema
