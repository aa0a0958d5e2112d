// The one reader of JSON: bytes -> events, strictly by RFC 8259 in UTF-8 and under limits.
//
// Everything that comes from a client is read here and nowhere else: two readers inside a security
// boundary would disagree one day. Depth costs heap, never stack. What it reports is the first
// fault; what duplicate names mean is left to the handler.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/json_token.h"
#include "input/scan_fault.h"
#include "text/plain_bytes.h"
#include "text/span.h"

namespace admit::input {

/// Bounds of one scan; the body's size is checked by the caller.
struct ScanLimits {
  std::size_t max_depth = 64;
  std::size_t max_array_items = 10000;
};

/// Memory of the scanner, reused from scan to scan.
struct ScanMemory {
  struct Frame {
    std::size_t begin = 0;  ///< offset of the bracket
    std::size_t count = 0;  ///< items or members so far
    bool is_object = false;
  };
  std::vector<Frame> frames;
  std::string decoded;
};

/// Scans one text. `Handler` has these members; each returns false to stop the scan:
///
///     bool null(Span);                     bool boolean(bool, Span);
///     bool integer(std::int64_t, Span);    bool unsigned_integer(std::uint64_t, Span);
///     bool number(double, Span);           bool string(DecodedText, Span);
///     bool begin_object(Span bracket);     bool name(DecodedText, Span);
///     bool end_object(std::size_t members, Span whole);
///     bool begin_array(Span bracket);      bool end_array(std::size_t items, Span whole);
///
/// Spans are stretches of the text, quotes included. Decoded text is valid until the next event.
template <class Handler>
class JsonScanner {
 public:
  JsonScanner(std::string_view text, ScanLimits limits, ScanMemory& memory, Handler& handler)
      : text_(text), limits_(limits), memory_(memory), handler_(handler) {
    memory_.frames.clear();
  }

  /// The first fault, or nothing. With `stopped()` the handler ended the scan early.
  std::optional<ScanError> run() {
    if (auto fault = find_foreign_encoding(text_)) return fault;
    skip_white_space();
    if (at_end()) return ScanError{ScanFault::empty, {text_.size(), text_.size()}};
    if (scan_document()) return std::nullopt;
    if (stopped_) return std::nullopt;
    return error_;
  }

  [[nodiscard]] bool stopped() const noexcept { return stopped_; }

 private:
  using Frame = ScanMemory::Frame;

  bool scan_document() {
    do {
      if (!scan_value()) return false;
      while (!memory_.frames.empty() && !expecting_value_) {
        if (!scan_separator()) return false;
      }
    } while (!memory_.frames.empty());
    skip_white_space();
    return at_end() || fail_at(ScanFault::trailing_bytes);
  }

  // A value at the current position: a scalar is consumed, a container is opened. Leaves
  // expecting_value_ set when the next thing must be a value.
  bool scan_value() {
    expecting_value_ = false;
    skip_white_space();
    if (at_end()) return fail_unclosed();
    switch (token_kind(current())) {
      case TokenKind::quote:
        return scan_string_value();
      case TokenKind::digit:
        return scan_number();
      case TokenKind::letter:
        return scan_literal();
      case TokenKind::open_object:
        return open(true);
      case TokenKind::open_array:
        return open(false);
      case TokenKind::other:
        break;
    }
    return fail_value();
  }

  bool open(bool is_object) {
    if (memory_.frames.size() >= limits_.max_depth) return fail_at(ScanFault::too_deep);
    memory_.frames.push_back({position_, 0, is_object});
    const text::Span bracket{position_, position_ + 1};
    ++position_;
    if (!heard(is_object ? handler_.begin_object(bracket) : handler_.begin_array(bracket))) {
      return false;
    }
    skip_white_space();
    if (!at_end() && current() == closing(is_object)) return close();
    return is_object ? scan_name() : start_item();
  }

  bool close() {
    const Frame frame = memory_.frames.back();
    memory_.frames.pop_back();
    ++position_;
    const text::Span whole{frame.begin, position_};
    return heard(frame.is_object ? handler_.end_object(frame.count, whole)
                                 : handler_.end_array(frame.count, whole));
  }

  bool start_item() {
    Frame& frame = memory_.frames.back();
    if (frame.count >= limits_.max_array_items) {
      skip_white_space();
      return fail_at(ScanFault::too_many_items);
    }
    ++frame.count;
    expecting_value_ = true;
    return true;
  }

  // After a value inside a container: a comma and what it promises, or the closing bracket.
  bool scan_separator() {
    skip_white_space();
    if (at_end()) return fail_unclosed();
    const bool is_object = memory_.frames.back().is_object;
    if (current() == closing(is_object)) return close();
    if (current() != ',') return fail_separator();
    const std::size_t comma = position_++;
    skip_white_space();
    if (!at_end() && (current() == '}' || current() == ']')) {
      return fail(ScanFault::trailing_comma, {comma, comma + 1});
    }
    return is_object ? scan_name() : start_item();
  }

  bool scan_name() {
    skip_white_space();
    if (at_end()) return fail_unclosed();
    if (current() != '"') return fail_name();
    ++memory_.frames.back().count;
    text::Span span;
    DecodedText decoded;
    if (!scan_string(span, decoded)) return false;
    if (!heard(handler_.name(decoded, span))) return false;
    skip_white_space();
    if (at_end()) return fail_unclosed();
    if (current() != ':') return fail_at(ScanFault::expected_colon);
    ++position_;
    expecting_value_ = true;
    return true;
  }

  bool scan_string_value() {
    text::Span span;
    DecodedText decoded;
    return scan_string(span, decoded) && heard(handler_.string(decoded, span));
  }

  // Most strings hold nothing to look at.
  bool scan_string(text::Span& span, DecodedText& decoded) {
    const std::size_t begin = position_ + 1;
    const std::size_t end = text::plain_end(text_, begin);
    if (end < text_.size() && text_[end] == '"') {
      span = {position_, end + 1};
      decoded = {text_.substr(begin, end - begin), true};
      position_ = end + 1;
      return true;
    }
    const StringToken token = read_string(text_, position_, memory_.decoded);
    if (token.error) return fail_with(*token.error);
    span = token.span;
    decoded = token.decoded;
    position_ = token.span.end;
    return true;
  }

  bool scan_number() {
    const NumberToken token = read_number(text_, position_);
    if (token.error) return fail_with(*token.error);
    position_ = token.span.end;
    switch (token.kind) {
      case NumberKind::integer:
        return heard(handler_.integer(token.integer, token.span));
      case NumberKind::unsigned_integer:
        return heard(handler_.unsigned_integer(token.unsigned_integer, token.span));
      case NumberKind::real:
        return heard(handler_.number(token.real, token.span));
    }
    return false;
  }

  bool scan_literal() {
    const std::size_t begin = position_;
    const std::string_view word = read_word(text_, begin);
    const text::Span span{begin, begin + word.size()};
    position_ = span.end;
    if (word == "true") return heard(handler_.boolean(true, span));
    if (word == "false") return heard(handler_.boolean(false, span));
    if (word == "null") return heard(handler_.null(span));
    return fail(ScanFault::bad_literal, span);
  }

  // Faults that need to know what people write by mistake.
  bool fail_value() { return fail_with(misplaced_value(text_, position_)); }
  bool fail_name() { return fail_with(misplaced_name(text_, position_)); }
  bool fail_separator() {
    const bool bracket = current() == '}' || current() == ']';
    if (!bracket) return fail_with(misplaced_separator(text_, position_));
    return fail_open(ScanFault::mismatched_bracket, {position_, position_ + 1});
  }
  bool fail_unclosed() { return fail_open(ScanFault::unclosed, {text_.size(), text_.size()}); }

  bool fail_open(ScanFault fault, text::Span span) {
    if (memory_.frames.empty()) return fail(fault, span);
    return fail_with({fault, span, memory_.frames.back().begin, true});
  }
  bool fail_at(ScanFault fault) { return fail_with({fault, character_at(text_, position_)}); }
  bool fail(ScanFault fault, text::Span span) { return fail_with({fault, span}); }
  bool fail_with(ScanError error) {
    error_ = error;
    return false;
  }
  bool heard(bool go_on) {
    if (!go_on) stopped_ = true;
    return go_on;
  }

  static char closing(bool is_object) noexcept { return is_object ? '}' : ']'; }
  [[nodiscard]] bool at_end() const noexcept { return position_ >= text_.size(); }
  [[nodiscard]] char current() const noexcept { return text_[position_]; }
  void skip_white_space() noexcept {
    while (!at_end() && is_white_space(current())) ++position_;
  }

  std::string_view text_;
  ScanLimits limits_;
  ScanMemory& memory_;
  Handler& handler_;
  std::size_t position_ = 0;
  bool expecting_value_ = false;
  bool stopped_ = false;
  ScanError error_;
};

}  // namespace admit::input
