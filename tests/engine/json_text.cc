// JSON -> JsonText by RapidJSON's reader, and back.
#include "engine/json_text.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace admit::test {
namespace {

using rapidjson::SizeType;

// Builds the tree; `open_` are the values that are not closed yet, the root's holder first.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
 public:
  bool Null() { return add({JsonText::Kind::plain, "null", {}}); }
  bool Bool(bool value) { return add({JsonText::Kind::plain, value ? "true" : "false", {}}); }
  bool RawNumber(const char* text, SizeType size, bool) {
    return add({JsonText::Kind::plain, {text, size}, {}});
  }
  bool String(const char* text, SizeType size, bool) {
    return add({JsonText::Kind::string, {text, size}, {}});
  }
  bool Key(const char* text, SizeType size, bool) {
    name_.assign(text, size);
    return true;
  }
  bool StartObject() { return open(JsonText::Kind::object); }
  bool EndObject(SizeType) { return close(); }
  bool StartArray() { return open(JsonText::Kind::array); }
  bool EndArray(SizeType) { return close(); }

  [[nodiscard]] JsonText take() { return std::move(open_.front().second.children.front().second); }

 private:
  bool add(JsonText value) {
    open_.back().second.children.emplace_back(std::exchange(name_, {}), std::move(value));
    return true;
  }
  bool open(JsonText::Kind kind) {
    open_.emplace_back(std::exchange(name_, {}), JsonText{kind, {}, {}});
    return true;
  }
  bool close() {
    auto [name, value] = std::move(open_.back());
    open_.pop_back();
    open_.back().second.children.emplace_back(std::move(name), std::move(value));
    return true;
  }

  std::string name_;
  std::vector<std::pair<std::string, JsonText>> open_ = {{"", {}}};
};

void append_unit(std::string& out, std::uint32_t unit) {
  char text[8];
  std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(unit));
  out += text;
}

// One code point of valid UTF-8 at `at`, which moves past it.
std::uint32_t decode(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::uint32_t lead = byte(at++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  std::uint32_t point = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) point = point << 6 | (byte(at++) & 0x3Fu);
  return point;
}

std::string quoted(std::string_view text, bool escape_all) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::uint32_t point = decode(text, at);
    const bool must_escape = point < 0x20 || point == '"' || point == '\\';
    if (!escape_all && !must_escape) {
      out.append(text.substr(begin, at - begin));
    } else if (point < 0x10000) {
      append_unit(out, point);
    } else {
      append_unit(out, 0xD800 + ((point - 0x10000) >> 10));
      append_unit(out, 0xDC00 + ((point - 0x10000) & 0x3FF));
    }
  }
  return out + '"';
}

struct Writer {
  const JsonStyle& style;
  std::string out;

  void write(const JsonText& value, std::size_t depth) {
    if (value.kind == JsonText::Kind::plain) {
      out += value.text;
    } else if (value.kind == JsonText::Kind::string) {
      out += quoted(value.text, style.escape_all);
    } else {
      write_children(value, depth);
    }
  }

  void write_children(const JsonText& value, std::size_t depth) {
    const bool is_object = value.kind == JsonText::Kind::object;
    out += is_object ? '{' : '[';
    for (std::size_t i = 0; i < value.children.size(); ++i) {
      if (i > 0) out += ',';
      break_line(depth + 1);
      if (is_object) {
        out += quoted(value.children[i].first, style.escape_all);
        out += style.line_end.empty() ? ":" : ": ";
      }
      write(value.children[i].second, depth + 1);
    }
    if (!value.children.empty()) break_line(depth);
    out += is_object ? '}' : ']';
  }

  void break_line(std::size_t depth) {
    if (style.line_end.empty()) return;
    out += style.line_end;
    for (std::size_t i = 0; i < depth; ++i) out += style.indent;
  }
};

}  // namespace

std::optional<JsonText> parse_json_text(std::string_view text) {
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::Reader reader;
  Builder builder;
  constexpr unsigned kFlags = rapidjson::kParseValidateEncodingFlag |
                              rapidjson::kParseNumbersAsStringsFlag |
                              rapidjson::kParseIterativeFlag;
  if (!reader.Parse<kFlags>(stream, builder)) return std::nullopt;
  return builder.take();
}

std::string write_json_text(const JsonText& value, const JsonStyle& style) {
  Writer writer{style, {}};
  writer.write(value, 0);
  return writer.out + style.line_end;
}

void shuffle_members(JsonText& value, std::mt19937& random) {
  if (value.kind == JsonText::Kind::object) {
    std::shuffle(value.children.begin(), value.children.end(), random);
  }
  for (auto& [name, child] : value.children) shuffle_members(child, random);
}

}  // namespace admit::test
