// Visit: a subschema and a value that are compared, as a key.
#pragma once

#include <cstddef>
#include <functional>

#include "schema/plan.h"

namespace admit::schema {

struct Visit {
  NodeId node = kNoNode;
  const input::Value* value = nullptr;

  friend bool operator==(const Visit&, const Visit&) = default;
};

struct VisitHash {
  std::size_t operator()(const Visit& visit) const noexcept {
    constexpr std::size_t kOdd = 0x9E3779B97F4A7C15;
    return (std::hash<const void*>()(visit.value) + visit.node) * kOdd;
  }
};

}  // namespace admit::schema
