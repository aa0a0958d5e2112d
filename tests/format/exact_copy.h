// ExactCopy: a text in a heap block of exactly its size, so that a sanitizer sees one byte over.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>

namespace admit::test {

class ExactCopy {
 public:
  explicit ExactCopy(std::string_view text)
      : bytes_(std::make_unique<char[]>(text.size())), size_(text.size()) {
    std::copy(text.begin(), text.end(), bytes_.get());
  }

  [[nodiscard]] std::string_view view() const noexcept { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

}  // namespace admit::test
