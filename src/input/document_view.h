// DocumentView: what a Node has to know of its document beside the value itself.
#pragma once

#include <unordered_set>

#include "admit/node.h"
#include "input/value.h"

namespace admit::input {

/// The values of one document that the schema has refused: rules do not read them.
class DocumentView {
 public:
  void refuse(const Value& value) { refused_.insert(&value); }
  [[nodiscard]] bool is_refused(const void* value) const noexcept {
    return !refused_.empty() && refused_.contains(value);
  }

 private:
  std::unordered_set<const void*> refused_;
};

/// The Value behind a Node that exists.
inline const Value& value_of(Node node) noexcept {
  return *static_cast<const Value*>(node.id());
}

}  // namespace admit::input
