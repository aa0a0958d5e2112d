// WorkBudget: how many steps an evaluation may still take.
#pragma once

#include <cstddef>

namespace admit::schema {

class WorkBudget {
 public:
  explicit WorkBudget(std::size_t steps) noexcept : left_(steps) {}

  /// Takes `steps`; false, from then on, where there are not as many left.
  bool spend(std::size_t steps) noexcept {
    if (steps > left_) is_spent_ = true;
    left_ = is_spent_ ? 0 : left_ - steps;
    return !is_spent_;
  }
  [[nodiscard]] bool is_spent() const noexcept { return is_spent_; }

 private:
  std::size_t left_;
  bool is_spent_ = false;
};

}  // namespace admit::schema
