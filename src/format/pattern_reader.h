// PatternReader: the text of a regular expression -> one character or token after the other, and
// the first fault that anyone found. A malformed pattern counts as read to its end.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "format/byte_class.h"
#include "format/ecma_pattern.h"
#include "text/utf8.h"

namespace admit::format {

class PatternReader {
 public:
  /// `text` must outlive the reader.
  explicit PatternReader(std::string_view text) noexcept : text_(text) {}

  [[nodiscard]] bool done() const noexcept { return malformed_ || at_ == text_.size(); }
  [[nodiscard]] std::size_t at() const noexcept { return at_; }
  [[nodiscard]] std::string_view since(std::size_t begin) const noexcept {
    return text_.substr(begin, at_ - begin);
  }

  /// The next byte; NUL at the end, which no caller looks for.
  [[nodiscard]] char peek() const noexcept { return done() ? '\0' : text_[at_]; }

  bool take(std::string_view token) noexcept {
    if (done() || !text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }

  /// The bytes in front that belong to one of `classes`, at most `most`.
  std::string_view take_run(unsigned classes, std::size_t most = std::string_view::npos) noexcept {
    const std::string_view rest = done() ? std::string_view() : text_.substr(at_, most);
    const std::string_view run = rest.substr(0, end_of_run(rest, 0, classes));
    at_ += run.size();
    return run;
  }

  /// The next character; U+0000 at the end.
  char32_t take_character() noexcept {
    if (done()) return 0;
    const text::Decoded next = text::decode_utf8(text_, at_);
    at_ += next.size;
    return next.code_point;
  }

  /// Goes back to `offset`, which was read before.
  void rewind(std::size_t offset) noexcept { at_ = offset; }

  /// Tells that this is no regular expression of ECMA-262, and ends the reading.
  void malformed(std::size_t offset, std::string reason) {
    if (!malformed_) malformed_ = PatternFault{std::move(reason), offset, false};
  }

  /// Tells that this cannot be matched. The reading goes on.
  void refuse(std::size_t offset, std::string reason) {
    if (!refused_) refused_ = PatternFault{std::move(reason), offset, true};
  }

  [[nodiscard]] const std::optional<PatternFault>& fault() const noexcept {
    return malformed_ ? malformed_ : refused_;
  }

  /// Accounts for one property of Unicode, which RE2 holds in up to 30 KB while it compiles.
  void count_property(std::size_t offset) {
    if (++properties_ > kMaxProperties) refuse(offset, "more than 500 properties of Unicode");
  }

  /// Accounts for one class, of up to 2 KB, or for one quantifier, for which RE2 has time that
  /// grows with the square.
  void count_part(std::size_t offset) {
    if (++parts_ > kMaxParts) refuse(offset, "more than 10000 classes and repetitions");
  }

 private:
  static constexpr std::size_t kMaxProperties = 500;
  static constexpr std::size_t kMaxParts = 10'000;

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t properties_ = 0;
  std::size_t parts_ = 0;
  std::optional<PatternFault> malformed_;
  std::optional<PatternFault> refused_;
};

}  // namespace admit::format
