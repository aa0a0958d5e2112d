// Result<T, E>: a value or the reason why there is none.
// C++20 has no std::expected; this is the small part of it that admit needs.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace admit {

/// Holds either a `T` (success) or an `E` (failure); never neither.
///
/// `value()` and `error()` may be called only on the side that `has_value()` says is there; the
/// other call is a bug of the caller (an assertion in debug builds). A Result is as thread-safe as
/// a plain struct. References returned live as long as the Result.
///
///     admit::Result<admit::Engine, admit::BuildError> built = admit::create_service_engine();
///     if (!built) return log(built.error().message);
///     const admit::Engine& engine = built.value();
template <class T, class E>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit on purpose
  Result(E error)
      : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit on purpose

  [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  [[nodiscard]] const T& value() const& noexcept {
    return assert(has_value()), *std::get_if<0>(&state_);
  }
  [[nodiscard]] T& value() & noexcept { return assert(has_value()), *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && noexcept {
    return assert(has_value()), std::move(*std::get_if<0>(&state_));
  }

  [[nodiscard]] const E& error() const& noexcept {
    return assert(!has_value()), *std::get_if<1>(&state_);
  }
  [[nodiscard]] E&& error() && noexcept {
    return assert(!has_value()), std::move(*std::get_if<1>(&state_));
  }

 private:
  std::variant<T, E> state_;
};

}  // namespace admit
