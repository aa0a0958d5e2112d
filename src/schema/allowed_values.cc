// AllowedValues: the values of an enum.
#include "schema/allowed_values.h"

#include <algorithm>

#include "schema/canonical.h"
#include "schema/equal.h"

namespace admit::schema {
namespace {

// Up to here comparing one after the other is quicker.
constexpr std::size_t kFew = 8;

bool is_container(const input::Value& value) {
  return value.IsArray() || value.IsObject();
}

}  // namespace

AllowedValues::AllowedValues(std::vector<const input::Value*> values) : values_(std::move(values)) {
  for (const input::Value* value : values_) has_containers_ |= is_container(*value);
  if (values_.size() <= kFew && !has_containers_) return;
  for (const input::Value* value : values_) sorted_.push_back(canonical(*value));
  std::ranges::sort(sorted_);
}

bool AllowedValues::contains(const input::Value& value) const {
  if (is_container(value) && !has_containers_) return false;
  if (!sorted_.empty()) return std::ranges::binary_search(sorted_, canonical(value));
  return std::ranges::any_of(values_,
                             [&](const input::Value* one) { return equal_values(*one, value); });
}

}  // namespace admit::schema
