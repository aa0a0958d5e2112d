// RandomApi: small schemas, rules and bodies at random, all of a few names, so that they meet.
#pragma once

#include <functional>
#include <random>
#include <string>

#include "admit/engine.h"

namespace admit::test {

class RandomApi {
 public:
  explicit RandomApi(std::uint32_t seed) : random_(seed) {}

  std::string schema();
  Options options();

  /// Makes the same rules whenever it is called. They may be refused, as their patterns are random.
  std::function<RuleSet()> rules();

  /// Well-formed JSON.
  std::string body();

  /// `text` with one or two of its bytes, or of its parts, changed.
  std::string damaged(std::string text);

 private:
  std::size_t below(std::size_t count) { return random_() % count; }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class Choices>
  auto pick(const Choices& choices) {
    return choices[below(std::size(choices))];
  }

  std::string schema(int depth);
  void add_object_keywords(int depth, std::string& keywords);
  void add_value_keywords(std::string& keywords);
  ConditionalRule rule(std::uint32_t seed);
  std::string value(int depth);
  std::string object(int depth);
  std::string array(int depth);
  std::string blanks();

  std::mt19937 random_;
  std::string line_end_;  ///< of the body that is being made
  bool is_escaping_ = false;
};

}  // namespace admit::test
