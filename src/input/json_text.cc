// JSON text of a value, compact, for messages.
#include "input/json_text.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace admit::input {

std::string to_json(const Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  (void)value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string to_words(const Value& value) {
  return value.IsString() ? std::string(text_of(value)) : to_json(value);
}

}  // namespace admit::input
