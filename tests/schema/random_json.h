// RandomJson: JSON texts from a small stock, so that two of them are often equal.
#pragma once

#include <cstddef>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace admit::test {

class RandomJson {
 public:
  explicit RandomJson(std::mt19937& random) noexcept : random_(random) {}

  /// 0 to `count` - 1.
  std::size_t below(std::size_t count) { return random_() % count; }
  bool one_in(std::size_t count) { return below(count) == 0; }
  std::string pick(std::span<const std::string_view> stock) {
    return std::string(stock[below(stock.size())]);
  }

  std::string name();    ///< of a member, with its quotes
  std::string number();  ///< one value in several spellings
  std::string string();
  std::string scalar();
  std::string value(std::size_t depth);

 private:
  std::string container(std::size_t depth);

  std::mt19937& random_;
};

}  // namespace admit::test
