// Span: a stretch of bytes of a text, by offsets.
#pragma once

#include <cstddef>
#include <string_view>

namespace admit::text {

/// Bytes [begin, end) of some text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
  [[nodiscard]] std::string_view of(std::string_view text) const noexcept {
    return text.substr(begin, end - begin);
  }
  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace admit::text
