// Reads XML by recursive descent. See xml_reader.h. Extensible Markup Language 1.0, fifth edition.
#include "report/xml_reader.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "text/utf8.h"

namespace admit::test {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view kSpaces = " \t\n";
constexpr std::string_view kNameCharacters = "abcdefghijklmnopqrstuvwxyz-";

[[noreturn]] void fail(const std::string& why) {
  throw std::runtime_error("no XML: " + why);
}

bool is_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

// Section 2.11: CRLF and CR are read as LF.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    out.push_back(text[i] == '\r' ? '\n' : text[i]);
  }
  return out;
}

void check_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded next = text::decode_utf8(text, at);
    if (!next.valid) fail("not in UTF-8");
    if (!is_character(next.code_point)) fail("a character that XML has not");
    at += next.size;
  }
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Element read_document() {
    take(kDeclaration);
    Element root = read_element();
    skip_spaces();
    if (!text_.empty()) fail("something behind the root");
    return root;
  }

 private:
  [[nodiscard]] bool is_next(std::string_view what) const { return text_.starts_with(what); }

  void take(std::string_view what) {
    if (!is_next(what)) fail("expected " + std::string(what));
    text_.remove_prefix(what.size());
  }

  char take_byte() {
    const char byte = text_.front();
    text_.remove_prefix(1);
    return byte;
  }

  bool skip_spaces() {
    const std::size_t size = std::min(text_.find_first_not_of(kSpaces), text_.size());
    text_.remove_prefix(size);
    return size > 0;
  }

  std::string read_name() {
    const std::size_t size = std::min(text_.find_first_not_of(kNameCharacters), text_.size());
    if (size == 0) fail("a name is missing");
    const std::string name(text_.substr(0, size));
    text_.remove_prefix(size);
    return name;
  }

  Element read_element() {
    Element element;
    take("<");
    element.name = read_name();
    while (skip_spaces() && !is_next(">") && !is_next("/")) read_attribute(element);
    if (is_next("/>")) {
      take("/>");
      return element;
    }
    take(">");
    while (!is_next("</")) read_content(element);
    take("</");
    take(element.name);
    take(">");
    return element;
  }

  void read_attribute(Element& element) {
    std::string name = read_name();
    if (element.find(name) != nullptr) fail(name + " stands twice");
    take("=\"");
    std::string value;
    while (!is_next("\"")) {
      if (text_.empty() || is_next("<")) fail("an attribute does not end");
      if (is_next("&")) {
        value += read_reference();
      } else {
        const char c = take_byte();
        value.push_back(kSpaces.find(c) == std::string_view::npos ? c : ' ');
      }
    }
    take("\"");
    element.attributes.emplace_back(std::move(name), std::move(value));
  }

  void read_content(Element& element) {
    if (text_.empty()) fail(element.name + " does not end");
    if (is_next("]]>")) fail("]]> in character data");
    if (is_next("<")) {
      element.children.push_back(read_element());
    } else if (is_next("&")) {
      element.text += read_reference();
    } else {
      element.text.push_back(take_byte());
    }
  }

  std::string read_reference() {
    const std::size_t end = text_.find(';');
    if (end == std::string_view::npos) fail("a reference does not end");
    const std::string_view name = text_.substr(1, end - 1);
    text_.remove_prefix(end + 1);
    if (name == "amp") return "&";
    if (name == "lt") return "<";
    if (name == "gt") return ">";
    if (name == "quot") return "\"";
    if (name == "apos") return "'";
    return character(name);
  }

  // `#13`.
  static std::string character(std::string_view name) {
    std::uint32_t number = 0;
    const char* last = name.data() + name.size();
    const bool has_number = name.starts_with('#') &&
                            std::from_chars(name.data() + 1, last, number).ptr == last &&
                            name.size() > 1;
    if (!has_number || !is_character(number)) fail("unknown reference " + std::string(name));
    std::string out;
    text::append_utf8(out, number);
    return out;
  }

  std::string_view text_;
};

}  // namespace

const std::string* Element::find(std::string_view attribute) const {
  const auto found =
      std::ranges::find(attributes, attribute, &std::pair<std::string, std::string>::first);
  return found == attributes.end() ? nullptr : &found->second;
}

Element read_xml(std::string_view text) {
  check_characters(text);
  const std::string normal = with_line_feeds(text);
  return Reader(normal).read_document();
}

}  // namespace admit::test
