// References within a schema document.
#include "schema/reference.h"

#include <charconv>
#include <optional>

#include "text/pointer.h"

namespace admit::schema {
namespace {

using input::text_of;
using input::Value;

std::optional<unsigned char> read_percent(std::string_view text) {
  unsigned value = 0;
  if (text.size() < 3) return std::nullopt;
  const auto result = std::from_chars(text.data() + 1, text.data() + 3, value, 16);
  if (result.ec != std::errc() || result.ptr != text.data() + 3) return std::nullopt;
  return static_cast<unsigned char>(value);
}

// RFC 3986 section 2.1; nothing for a malformed escape.
std::optional<std::string> decode_percent(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded.push_back(text[i]);
      continue;
    }
    const auto byte = read_percent(text.substr(i));
    if (!byte) return std::nullopt;
    decoded.push_back(static_cast<char>(*byte));
    i += 2;
  }
  return decoded;
}

// An array index as RFC 6901 section 4 writes it: no sign, no leading zero.
const Value* find_item(const Value& array, std::string_view token) {
  std::size_t index = 0;
  const auto result = std::from_chars(token.data(), token.data() + token.size(), index);
  const bool whole = result.ec == std::errc() && result.ptr == token.data() + token.size();
  const bool canonical = token.size() == 1 || !token.starts_with('0');
  if (!whole || !canonical || index >= array.Size()) return nullptr;
  return array.Begin() + index;
}

const Value* find_child(const Value& parent, std::string_view token) {
  if (parent.IsObject()) return find_member(parent, token);
  return parent.IsArray() ? find_item(parent, token) : nullptr;
}

}  // namespace

const Value* find_member(const Value& object, std::string_view name) noexcept {
  for (const Value::Member& member : object.GetObject()) {
    if (text_of(member.name) == name) return &member.value;
  }
  return nullptr;
}

const Value* resolve_reference(const Value& root, std::string_view reference,
                               std::string& location) {
  if (!reference.starts_with('#')) return nullptr;
  const auto pointer = decode_percent(reference.substr(1));
  if (!pointer) return nullptr;
  const auto tokens = text::parse_pointer(*pointer);
  if (!tokens) return nullptr;
  const Value* value = &root;
  for (const std::string& token : *tokens) {
    value = find_child(*value, token);
    if (value == nullptr) return nullptr;
  }
  location = "#" + *pointer;
  return value;
}

}  // namespace admit::schema
