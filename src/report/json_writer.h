// JsonWriter: JSON text in UTF-8, whatever bytes come in; for every renderer that writes JSON.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace admit::report {

/// Writes one JSON text on one line. Bytes that are not UTF-8 become U+FFFD.
class JsonWriter {
 public:
  void start_object() { json_.StartObject(); }
  void end_object() { json_.EndObject(); }
  void start_array() { json_.StartArray(); }
  void end_array() { json_.EndArray(); }

  void key(std::string_view name);
  void string(std::string_view text);
  void boolean(bool value) { json_.Bool(value); }
  void number(std::int64_t number) { json_.Int64(number); }
  void number(std::uint64_t number) { json_.Uint64(number); }
  void number(double number);  ///< an infinity or NaN, which JSON has not, becomes text

  /// A member of the open object.
  void member(std::string_view name, std::string_view text);
  void member(std::string_view name, std::uint64_t number);
  void member_if_any(std::string_view name, std::string_view text);

  /// The text written so far.
  [[nodiscard]] std::string take() const { return {out_.GetString(), out_.GetSize()}; }

 private:
  rapidjson::StringBuffer out_;
  rapidjson::Writer<rapidjson::StringBuffer> json_{out_};
};

}  // namespace admit::report
