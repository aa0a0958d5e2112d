// AllowedValues: the values of an enum, looked up in logarithmic time.
#pragma once

#include <string>
#include <vector>

#include "input/value.h"

namespace admit::schema {

class AllowedValues {
 public:
  explicit AllowedValues(std::vector<const input::Value*> values);

  [[nodiscard]] bool contains(const input::Value& value) const;

  /// In the author's order.
  [[nodiscard]] const std::vector<const input::Value*>& values() const noexcept { return values_; }

 private:
  std::vector<const input::Value*> values_;
  std::vector<std::string> sorted_;  ///< canonical texts; empty for a few scalars
  bool has_containers_ = false;
};

}  // namespace admit::schema
