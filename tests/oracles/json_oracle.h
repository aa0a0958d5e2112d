// judge_json: bytes -> whether RapidJSON's reader takes them for a JSON document, and what it reads
// in them. An oracle for the scanner of src/input, once what RapidJSON gets wrong is put right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace admit::test {

/// A document as one line of text, event by event; the same for everybody who hears the same.
class JsonLog {
 public:
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  void null() { add("null"); }
  void boolean(bool value) { add(value ? "true" : "false"); }
  void integer(std::int64_t value) { add("int " + std::to_string(value)); }
  void unsigned_integer(std::uint64_t value) { add("uint " + std::to_string(value)); }
  void number(double value);  ///< to the last bit
  void string(std::string_view value) { add("string " + std::string(value)); }
  void name(std::string_view value) { add("name " + std::string(value)); }
  void begin_object() { add("{"); }
  void end_object(std::size_t members) { add("} " + std::to_string(members)); }
  void begin_array() { add("["); }
  void end_array(std::size_t items) { add("] " + std::to_string(items)); }

 private:
  void add(std::string_view event) { text_.append(event).append(1, '\n'); }

  std::string text_;
};

struct JsonJudgement {
  bool abstains = false;  ///< RapidJSON has no opinion that counts
  bool accepted = false;
  std::string events;  ///< of an accepted document, a JsonLog
};

JsonJudgement judge_json(std::string_view text);

}  // namespace admit::test
