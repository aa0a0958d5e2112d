// EventLog: a scanner's events as one line of text, for comparing.
#pragma once

#include <cstdint>
#include <string>

#include "input/json_scanner.h"

namespace admit::test {

/// Writes what it hears: `{ "a" : 1 }` becomes `{ name(a) int(1) }1`.
class EventLog {
 public:
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  bool null(text::Span) { return add("null"); }
  bool boolean(bool value, text::Span) { return add(value ? "true" : "false"); }
  bool integer(std::int64_t value, text::Span) { return add("int(" + std::to_string(value) + ")"); }
  bool unsigned_integer(std::uint64_t value, text::Span) {
    return add("uint(" + std::to_string(value) + ")");
  }
  bool number(double value, text::Span) { return add("real(" + std::to_string(value) + ")"); }
  bool string(input::DecodedText text, text::Span) {
    return add("string(" + std::string(text.text) + ")");
  }
  bool begin_object(text::Span) { return add("{"); }
  bool name(input::DecodedText text, text::Span) {
    return add("name(" + std::string(text.text) + ")");
  }
  bool end_object(std::size_t members, text::Span) { return add("}" + std::to_string(members)); }
  bool begin_array(text::Span) { return add("["); }
  bool end_array(std::size_t items, text::Span) { return add("]" + std::to_string(items)); }

 private:
  bool add(const std::string& event) {
    if (!text_.empty()) text_ += ' ';
    text_ += event;
    return true;
  }

  std::string text_;
};

}  // namespace admit::test
