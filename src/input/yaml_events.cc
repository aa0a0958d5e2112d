// YamlEvents, by libyaml's parser.
#include "input/yaml_events.h"

#if ADMIT_WITH_YAML

#include <yaml.h>

#include <algorithm>
#include <new>

namespace admit::input {
namespace {

std::string_view view(const yaml_char_t* text) noexcept {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

bool is_continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// libyaml compares each %TAG with all before it.
constexpr std::size_t kMaxDirectives = 100;

// Whether a line begins at `at`, as libyaml breaks them.
bool begins_line(std::string_view text, std::size_t at) noexcept {
  constexpr std::string_view kBreaks[] = {"\n", "\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
  const auto ends_there = [&](std::string_view line_break) {
    return text.substr(0, at).ends_with(line_break);
  };
  return at == 0 || std::ranges::any_of(kBreaks, ends_there);
}

// The end of the lines at the beginning that hold nothing but directives, comments and blanks.
std::size_t end_of_directives(std::string_view text) noexcept {
  std::size_t line = 0;
  while (line < text.size()) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n", line);
    if (begin == std::string_view::npos || (text[begin] != '%' && text[begin] != '#')) break;
    line = std::min(text.find_first_of("\r\n", begin), text.size());
  }
  return line;
}

// The first directive beyond the limit, npos where there is none.
std::size_t find_surplus_directive(std::string_view text) noexcept {
  const std::string_view head = text.substr(0, end_of_directives(text));
  std::size_t count = 0;
  for (std::size_t at = head.find('%'); at != std::string_view::npos; at = head.find('%', at + 1)) {
    if (begins_line(head, at) && ++count > kMaxDirectives) return at;
  }
  return std::string_view::npos;
}

}  // namespace

struct YamlEvents::Parser {
  Parser() {
    if (yaml_parser_initialize(&parser) == 0) throw std::bad_alloc();
  }
  ~Parser() {
    yaml_event_delete(&event);
    yaml_parser_delete(&parser);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  yaml_parser_t parser{};
  yaml_event_t event{};
};

YamlEvents::YamlEvents(std::string_view document)
    : text_(document.data() == nullptr ? std::string_view("") : document),
      parser_(std::make_unique<Parser>()) {
  yaml_parser_set_encoding(&parser_->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser_->parser,
                               reinterpret_cast<const unsigned char*>(text_.data()), text_.size());
  const std::size_t surplus = find_surplus_directive(text_);
  if (surplus != std::string_view::npos) {
    problem_ = {"more than 100 directives stand before it", surplus};
  }
}

YamlEvents::~YamlEvents() = default;

bool YamlEvents::next(YamlEvent& event) {
  do {
    if (!pull()) return false;
  } while (!translate(event));
  return true;
}

bool YamlEvents::pull() {
  if (*problem_.words != '\0') return false;
  yaml_parser_t& parser = parser_->parser;
  yaml_event_delete(&parser_->event);
  if (yaml_parser_parse(&parser, &parser_->event) != 0) return is_first_document();
  if (parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
  problem_.words = parser.problem != nullptr ? parser.problem : "it cannot be read";
  // The reader counts bytes, the scanner code points.
  problem_.offset = parser.error == YAML_READER_ERROR
                        ? std::min(parser.problem_offset, text_.size())
                        : offset_of(parser.problem_mark.index);
  return false;
}

// libyaml breaks lines at U+0085, U+2028 and U+2029, too, and may see a document that split_yaml
// does not: that is refused.
bool YamlEvents::is_first_document() {
  const yaml_event_t& event = parser_->event;
  if (event.type != YAML_DOCUMENT_START_EVENT || ++documents_ == 1) return true;
  problem_ = {"another document begins within a line", offset_of(event.start_mark.index)};
  return false;
}

// False for the events that only frame a document.
bool YamlEvents::translate(YamlEvent& event) {
  using Kind = YamlEvent::Kind;
  const yaml_event_t& from = parser_->event;
  event = {};
  switch (from.type) {
    case YAML_SCALAR_EVENT:
      event.kind = Kind::scalar;
      event.value = {reinterpret_cast<const char*>(from.data.scalar.value),
                     from.data.scalar.length};
      event.tag = view(from.data.scalar.tag);
      event.has_anchor = from.data.scalar.anchor != nullptr;
      event.is_plain = from.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
      break;
    case YAML_ALIAS_EVENT:
      event.kind = Kind::alias;
      break;
    case YAML_MAPPING_START_EVENT:
      event.kind = Kind::begin_mapping;
      event.tag = view(from.data.mapping_start.tag);
      event.has_anchor = from.data.mapping_start.anchor != nullptr;
      event.is_flow = from.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
      break;
    case YAML_SEQUENCE_START_EVENT:
      event.kind = Kind::begin_sequence;
      event.tag = view(from.data.sequence_start.tag);
      event.has_anchor = from.data.sequence_start.anchor != nullptr;
      event.is_flow = from.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
      break;
    case YAML_MAPPING_END_EVENT:
      event.kind = Kind::end_mapping;
      break;
    case YAML_SEQUENCE_END_EVENT:
      event.kind = Kind::end_sequence;
      break;
    case YAML_STREAM_END_EVENT:
      event.kind = Kind::end;
      break;
    default:
      return false;
  }
  event.span.begin = offset_of(from.start_mark.index);
  event.span.end = offset_of(from.end_mark.index);
  return true;
}

// Walks from the last place to the code point asked for, forwards or backwards.
std::size_t YamlEvents::offset_of(std::size_t code_point) {
  while (code_point_ < code_point && offset_ < text_.size()) {
    ++offset_;
    while (offset_ < text_.size() && is_continuation(text_[offset_])) ++offset_;
    ++code_point_;
  }
  while (code_point_ > code_point && offset_ > 0) {
    --offset_;
    while (offset_ > 0 && is_continuation(text_[offset_])) --offset_;
    --code_point_;
  }
  return offset_;
}

}  // namespace admit::input

#else  // no libyaml

namespace admit::input {

struct YamlEvents::Parser {};

YamlEvents::YamlEvents(std::string_view document) : text_(document) {}
YamlEvents::~YamlEvents() = default;

bool YamlEvents::next(YamlEvent&) {
  problem_.words = "this build of admit reads none";
  return false;
}

}  // namespace admit::input

#endif
