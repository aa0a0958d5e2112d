// Output: a buffered writer to a file descriptor that remembers whether writing has failed.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace admit::lint {

/// Collects text and writes it to a descriptor that it does not own. After a failure (broken pipe,
/// full disk) it drops what it is given. Call flush() at the end: the destructor writes nothing,
/// because nobody could hear of its failure.
class Output {
 public:
  explicit Output(int descriptor) noexcept : descriptor_(descriptor) {}

  /// Adds `text`; false once writing has failed.
  bool write(std::string_view text);

  /// Hands everything to the system; false once writing has failed.
  bool flush();

  [[nodiscard]] bool has_failed() const noexcept { return error_ != 0; }

  /// `listener` is called each time before bytes leave; empty: nobody is.
  void before_flush(std::function<void()> listener) { before_flush_ = std::move(listener); }

  /// The words of the system for the failure; empty while there is none.
  [[nodiscard]] std::string reason() const;

 private:
  int descriptor_;
  int error_ = 0;
  std::string pending_;
  std::function<void()> before_flush_;
};

}  // namespace admit::lint
