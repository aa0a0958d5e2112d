// find_secrets for YAML: by its events, and by what stands between its scalars.
#include "input/secrets.h"

#include <limits>

#include "input/document.h"

namespace admit::input {
namespace {

// Hears the scanner; keeps the stretches to mask, in the order of the text.
class SecretListener {
 public:
  SecretListener(std::string_view text, const text::SecretNames& names)
      : text_(text), names_(names) {}

  bool null(text::Span span) { return scalar(span); }
  bool boolean(bool, text::Span span) { return scalar(span); }
  bool integer(std::int64_t, text::Span span) { return scalar(span); }
  bool unsigned_integer(std::uint64_t, text::Span span) { return scalar(span); }
  bool number(double, text::Span span) { return scalar(span); }
  bool string(DecodedText, text::Span span) { return scalar(span); }
  bool begin_object(text::Span) { return open(); }
  bool begin_array(text::Span) { return open(); }
  bool end_object(std::size_t, text::Span) { return close(); }
  bool end_array(std::size_t, text::Span) { return close(); }
  bool name(DecodedText name, text::Span span) {
    pass(span, depth_ >= secret_depth_);
    if (depth_ < secret_depth_) next_is_secret_ = names_.matches(name.text);
    return true;
  }
  bool finding(const ScanError& error) {
    // What is inside such a name is not heard.
    is_exact_ = is_exact_ && error.fault != ScanFault::yaml_complex_key;
    return true;
  }
  bool ambiguous(const AmbiguousScalar&) { return true; }

  [[nodiscard]] bool is_exact() const noexcept { return is_exact_; }

  std::vector<text::Span> finish() {
    pass({text_.size(), text_.size()}, false);
    return std::move(secrets_);
  }

 private:
  static constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();

  bool scalar(text::Span span) {
    pass(span, next_is_secret_ || depth_ >= secret_depth_);
    next_is_secret_ = false;
    return true;
  }
  bool open() {
    ++depth_;
    if (next_is_secret_ && secret_depth_ == kNever) secret_depth_ = depth_;
    next_is_secret_ = false;
    return true;
  }
  bool close() {
    if (depth_-- == secret_depth_) secret_depth_ = kNever;
    return true;
  }

  // Goes on to a scalar; comments before it are looked at.
  void pass(text::Span span, bool is_secret) {
    if (span.begin > end_) mask_comment({end_, span.begin});
    if (is_secret && span.size() > 0) secrets_.push_back(span);
    end_ = std::max(end_, span.end);
  }

  void mask_comment(text::Span gap) {
    const std::size_t sign = gap.of(text_).find('#');
    if (sign == std::string_view::npos) return;
    const text::Span comment{gap.begin + sign, gap.end};
    if (names_.stand_in(text::normal_name(comment.of(text_)))) secrets_.push_back(comment);
  }

  std::string_view text_;
  const text::SecretNames& names_;
  std::vector<text::Span> secrets_;
  std::size_t end_ = 0;  // of the last scalar
  std::size_t depth_ = 0;
  std::size_t secret_depth_ = kNever;  // inside a secret from this depth on
  bool next_is_secret_ = false;
  bool is_exact_ = true;
};

}  // namespace

std::vector<text::Span> find_secrets(const Source& source, const text::SecretNames& names) {
  if (source.syntax == Syntax::json) return text::find_secrets(source.text, names);
  constexpr std::size_t kNoLimit = std::numeric_limits<std::uint32_t>::max();
  ScanMemory memory;
  SecretListener listener(source.text, names);
  // As deep as the deepest that could have been read, so that nothing is masked wrongly.
  const ScanLimits limits{.max_depth = 1000, .max_array_items = kNoLimit};
  const bool is_read = !scan(source, limits, memory, listener);
  if (!is_read || !listener.is_exact()) return text::find_secrets(source.text, names);
  return listener.finish();
}

}  // namespace admit::input
