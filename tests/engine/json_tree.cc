// JSON -> JsonTree by the events of the scanner, and back.
#include "engine/json_tree.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "input/json_scanner.h"
#include "text/utf8.h"

namespace admit::test {
namespace {

using Kind = JsonTree::Kind;
using input::DecodedText;
using text::Span;

// `open_` are the containers that are not closed yet, below a holder for the root.
class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  bool null(Span span) { return add_token(span); }
  bool boolean(bool, Span span) { return add_token(span); }
  bool integer(std::int64_t, Span span) { return add_token(span); }
  bool unsigned_integer(std::uint64_t, Span span) { return add_token(span); }
  bool number(double, Span span) { return add_token(span); }
  bool string(DecodedText decoded, Span) {
    return add({Kind::string, std::string(decoded.text), {}});
  }
  bool name(DecodedText decoded, Span) {
    name_ = decoded.text;
    return true;
  }
  bool begin_object(Span) { return open(Kind::object); }
  bool end_object(std::size_t, Span) { return close(); }
  bool begin_array(Span) { return open(Kind::array); }
  bool end_array(std::size_t, Span) { return close(); }

  JsonTree take() { return std::move(open_.front().value.children.front().value); }

 private:
  bool add_token(Span span) { return add({Kind::plain, std::string(span.of(text_)), {}}); }
  bool add(JsonTree value) {
    open_.back().value.children.push_back({std::exchange(name_, {}), std::move(value)});
    return true;
  }
  bool open(Kind kind) {
    open_.push_back({std::exchange(name_, {}), JsonTree{kind, {}, {}}});
    return true;
  }
  bool close() {
    JsonTree::Member closed = std::move(open_.back());
    open_.pop_back();
    open_.back().value.children.push_back(std::move(closed));
    return true;
  }

  std::string_view text_;
  std::string name_;
  std::vector<JsonTree::Member> open_ = std::vector<JsonTree::Member>(1);
};

void append_unit(std::string& out, char32_t unit) {
  char text[8];
  std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(unit));
  out += text;
}

void append_escape(std::string& out, char32_t point) {
  if (point < 0x10000) return append_unit(out, point);
  append_unit(out, 0xD800 + ((point - 0x10000) >> 10));
  append_unit(out, 0xDC00 + ((point - 0x10000) & 0x3FF));
}

class Writer {
 public:
  explicit Writer(const JsonStyle& style) : style_(style) {}

  void write(const JsonTree& tree, std::size_t depth) {
    if (tree.kind == Kind::plain) {
      out_ += tree.text;
    } else if (tree.kind == Kind::string) {
      write_string(tree.text);
    } else {
      write_children(tree, depth);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void write_string(std::string_view text) {
    out_ += '"';
    for (std::size_t at = 0; at < text.size();) {
      const text::Decoded decoded = text::decode_utf8(text, at);
      const char32_t point = decoded.code_point;
      if (style_.escape_all || point < 0x20 || point == '"' || point == '\\') {
        append_escape(out_, point);
      } else {
        out_.append(text.substr(at, decoded.size));
      }
      at += decoded.size;
    }
    out_ += '"';
  }

  void write_children(const JsonTree& tree, std::size_t depth) {
    const bool is_object = tree.kind == Kind::object;
    out_ += is_object ? '{' : '[';
    bool is_first = true;
    for (const auto& [name, child] : tree.children) {
      if (!std::exchange(is_first, false)) out_ += ',';
      break_line(depth + 1);
      if (is_object) {
        write_string(name);
        out_ += style_.line_end.empty() ? ":" : ": ";
      }
      write(child, depth + 1);
    }
    if (!tree.children.empty()) break_line(depth);
    out_ += is_object ? '}' : ']';
  }

  void break_line(std::size_t depth) {
    if (style_.line_end.empty()) return;
    out_ += style_.line_end;
    for (std::size_t i = 0; i < depth; ++i) out_ += style_.indent;
  }

  const JsonStyle& style_;
  std::string out_;
};

}  // namespace

std::optional<JsonTree> parse_json_tree(std::string_view text) {
  Builder builder(text);
  input::ScanMemory memory;
  input::JsonScanner scanner(text, {.max_depth = 200, .max_array_items = 100000}, memory, builder);
  if (scanner.run()) return std::nullopt;
  return builder.take();
}

std::string write_json_tree(const JsonTree& tree, const JsonStyle& style) {
  Writer writer(style);
  writer.write(tree, 0);
  return writer.take() + style.line_end;
}

void shuffle_members(JsonTree& tree, std::mt19937& random) {
  if (tree.kind == Kind::object) std::ranges::shuffle(tree.children, random);
  for (auto& [name, child] : tree.children) shuffle_members(child, random);
}

}  // namespace admit::test
