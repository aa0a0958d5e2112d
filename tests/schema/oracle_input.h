// What the oracles start from: a schema in hoisted form with the values that its author wrote, and
// a body as plain RapidJSON values.
#pragma once

#include <rapidjson/document.h>

#include <memory>
#include <string>
#include <string_view>

#include "admit/options.h"

namespace admit::test {

/// The hoisted form of a schema, see src/schema/normalise.h.
class HoistedText {
 public:
  /// Throws std::runtime_error with the BuildError where the schema has no such form.
  explicit HoistedText(std::string_view schema, const SchemaResolver& resolver = {});
  ~HoistedText();

  [[nodiscard]] const rapidjson::Document& document() const noexcept;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// A body as values that own their strings. Throws std::runtime_error where it is no JSON.
rapidjson::Document read_body(std::string_view text);

}  // namespace admit::test
