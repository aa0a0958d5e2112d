// JsonWriter, by RapidJSON's Writer.
#include "report/json_writer.h"

#include <fmt/format.h>

#include <cmath>

#include "text/utf8.h"

namespace admit::report {
namespace {

std::string to_valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded next = text::decode_utf8(text, at);
    text::append_utf8(out, next.valid ? next.code_point : text::kReplacementCharacter);
    at += next.size;
  }
  return out;
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  const std::string valid = to_valid_utf8(name);
  json_.Key(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

void JsonWriter::string(std::string_view text) {
  const std::string valid = to_valid_utf8(text);
  json_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

void JsonWriter::number(double number) {
  if (std::isfinite(number)) {
    json_.Double(number);
  } else {
    string(fmt::format("{}", number));
  }
}

void JsonWriter::member(std::string_view name, std::string_view text) {
  key(name);
  string(text);
}

void JsonWriter::member(std::string_view name, std::uint64_t number) {
  key(name);
  json_.Uint64(number);
}

void JsonWriter::member_if_any(std::string_view name, std::string_view text) {
  if (!text.empty()) member(name, text);
}

}  // namespace admit::report
