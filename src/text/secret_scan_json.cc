// Finds the secrets of a text that is JSON, exactly; finds out on the way whether it is.
// Iterative, so that nesting costs one byte of heap per level and no stack. RFC 8259.
#include <cstdint>
#include <string>

#include "text/json_steps.h"
#include "text/secret_scan.h"

namespace admit::text {
namespace {

class JsonScan {
 public:
  JsonScan(std::string_view text, const SecretNames& names) : text_(text), names_(names) {}

  std::optional<std::vector<Span>> run() {
    // A byte order mark is refused as JSON, but makes nothing uncertain.
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    do {
      at_ = skip_space(text_, at_);
      if (!step()) return std::nullopt;
    } while (!open_.empty() || next_ != Next::separator);
    if (skip_space(text_, at_) != text_.size()) return std::nullopt;
    return std::move(spans_);
  }

 private:
  enum class Next : std::uint8_t { value, first_item, name, first_name, separator };

  bool step() {
    const char c = peek(text_, at_);
    switch (next_) {
      case Next::first_item:
        return c == ']' ? close() : read_value(c);
      case Next::value:
        return read_value(c);
      case Next::first_name:
        return c == '}' ? close() : read_name();
      case Next::name:
        return read_name();
      case Next::separator:
        return c == ',' ? read_comma() : close();
    }
    return false;
  }

  bool read_name() {
    const std::size_t end = skip_string(text_, at_);
    if (end == kNoMatch) return false;
    const std::size_t colon = skip_space(text_, end);
    if (peek(text_, colon) != ':') return false;
    if (!is_masking()) is_secret_next_ = is_secret(Span{at_ + 1, end - 1}.of(text_));
    at_ = skip_space(text_, colon + 1);
    next_ = Next::value;
    return true;
  }

  bool is_secret(std::string_view raw) const {
    const bool is_plain = raw.find('\\') == std::string_view::npos;
    return is_plain ? names_.matches(raw) : names_.matches(decoded_name(raw));
  }

  bool read_value(char c) {
    if (c == '{' || c == '[') return open(c);
    const std::size_t end = skip_scalar(text_, at_);
    if (end == kNoMatch) return false;
    const std::size_t quotes = c == '"' ? 1 : 0;
    if (is_secret_next_) add({at_ + quotes, end - quotes});
    is_secret_next_ = false;
    at_ = end;
    next_ = Next::separator;
    return true;
  }

  bool open(char bracket) {
    open_.push_back(bracket);
    ++at_;
    if (is_secret_next_) {
      is_secret_next_ = false;
      secret_depth_ = open_.size();
      secret_begin_ = at_;
    }
    next_ = bracket == '{' ? Next::first_name : Next::first_item;
    return true;
  }

  bool close() {
    if (open_.empty() || peek(text_, at_) != (open_.back() == '{' ? '}' : ']')) return false;
    if (open_.size() == secret_depth_) {
      add({secret_begin_, at_});
      secret_depth_ = 0;
    }
    open_.pop_back();
    ++at_;
    next_ = Next::separator;
    return true;
  }

  bool read_comma() {
    if (open_.empty()) return false;
    ++at_;
    next_ = open_.back() == '{' ? Next::name : Next::value;
    return true;
  }

  bool is_masking() const noexcept { return secret_depth_ != 0; }

  void add(Span span) {
    if (span.size() != 0) spans_.push_back(span);
  }

  std::string_view text_;
  const SecretNames& names_;
  std::size_t at_ = 0;
  Next next_ = Next::value;
  std::string open_;              // brackets
  bool is_secret_next_ = false;   // the value to come is a secret
  std::size_t secret_depth_ = 0;  // of the secret container that is open, from 1
  std::size_t secret_begin_ = 0;
  std::vector<Span> spans_;
};

}  // namespace

std::optional<std::vector<Span>> scan_json(std::string_view text, const SecretNames& names) {
  return JsonScan(text, names).run();
}

}  // namespace admit::text
