// The reader of YAML: one document -> the events that the reader of JSON gives.
//
// What YAML has and JSON has not (aliases, anchors, merge keys, tags, names that are no strings) is
// never resolved: each becomes a finding with its place, and the document has no verdict of its
// own.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "input/json_scanner.h"
#include "input/yaml_events.h"
#include "input/yaml_scalar.h"
#include "text/utf8.h"

namespace admit::input {

/// A plain scalar that readers of YAML 1.1 read differently.
struct AmbiguousScalar {
  text::Span span;
  OtherReading other = OtherReading::same;
};

/// Scans one document. `Handler` is that of JsonScanner, with `bool finding(ScanError)` for what
/// has no meaning in JSON, and `bool ambiguous(AmbiguousScalar)`.
template <class Handler>
class YamlScanner {
 public:
  YamlScanner(std::string_view text, ScanLimits limits, ScanMemory& memory, Handler& handler)
      : text_(text), events_(text), limits_(limits), memory_(memory), handler_(handler) {}

  /// The first fault, or nothing.
  std::optional<ScanError> run() {
    if (auto fault = find_foreign_encoding(text_)) return fault;
    if (const std::size_t valid = text::valid_utf8_prefix(text_); valid < text_.size()) {
      return ScanError{ScanFault::invalid_utf8, {valid, valid + 1}};
    }
    YamlEvent event;
    do {
      if (!events_.next(event)) {
        return ScanError{.fault = ScanFault::yaml_syntax,
                         .span = character_at(text_, events_.problem().offset),
                         .problem = events_.problem().words};
      }
      if (!take(event)) return stopped_ ? std::nullopt : std::optional(error_);
    } while (event.kind != YamlEvent::Kind::end);
    if (!has_root_) return ScanError{ScanFault::empty, {last_end_, last_end_}};
    return std::nullopt;
  }

 private:
  using Kind = YamlEvent::Kind;

  struct Frame {
    std::size_t begin = 0;
    std::size_t count = 0;
    bool is_object = false;
    bool is_flow = false;
    bool expects_name = false;
  };

  bool take(const YamlEvent& event) {
    has_root_ = has_root_ || event.kind != Kind::end;
    if (skipping_ > 0) return skip(event);
    switch (event.kind) {
      case Kind::end:
        return true;
      case Kind::end_mapping:
      case Kind::end_sequence:
        return close(event);
      default:
        break;
    }
    if (!note_foreign(event)) return false;
    if (!frames_.empty() && frames_.back().expects_name) return name(event);
    if (!frames_.empty() && !frames_.back().is_object && !count_item(event.span)) return false;
    if (event.kind == Kind::alias) return end_value(event.span) && heard(handler_.null(event.span));
    if (event.kind == Kind::scalar) return scalar(event);
    return open(event);
  }

  // The inside of a name that is a collection.
  bool skip(const YamlEvent& event) {
    last_end_ = event.span.end;
    if (event.kind == Kind::begin_mapping || event.kind == Kind::begin_sequence) ++skipping_;
    if (event.kind == Kind::end_mapping || event.kind == Kind::end_sequence) --skipping_;
    return skipping_ + frames_.size() <= limits_.max_depth || fail(ScanFault::too_deep, event.span);
  }

  bool note_foreign(const YamlEvent& event) {
    if (event.has_anchor && !finding(ScanFault::yaml_anchor, event.span)) return false;
    if (event.kind == Kind::alias) return finding(ScanFault::yaml_alias, event.span);
    return is_known_tag(event) || finding(ScanFault::yaml_tag, event.span);
  }

  static bool is_known_tag(const YamlEvent& event) {
    if (event.tag.empty()) return true;
    if (event.kind == Kind::scalar) return is_string(event);
    return event.tag ==
           (event.kind == Kind::begin_mapping ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq");
  }
  static bool is_string(const YamlEvent& event) {
    return event.tag == "tag:yaml.org,2002:str" || event.tag == "!";
  }

  bool name(const YamlEvent& event) {
    Frame& frame = frames_.back();
    frame.expects_name = false;
    ++frame.count;
    const text::Span span = trimmed(event.span);
    last_end_ = span.end;
    if (event.kind == Kind::begin_mapping || event.kind == Kind::begin_sequence) {
      skipping_ = 1;
      return finding(ScanFault::yaml_complex_key, opening(event)) && give_name("?", span);
    }
    if (event.kind == Kind::alias) return give_name("*", span);
    if (event.is_plain && !is_string(event) && !check_plain_name(event, span)) return false;
    return give_name(event.value, span);
  }

  bool check_plain_name(const YamlEvent& event, text::Span span) {
    if (event.value == "<<") return finding(ScanFault::yaml_merge_key, span);
    const YamlScalar read = resolve_plain(event.value, memory_.decoded);
    if (read.kind != YamlScalar::Kind::string) return finding(ScanFault::yaml_key, span);
    return note_other_reading(read, span);
  }

  bool scalar(const YamlEvent& event) {
    const text::Span span = trimmed(event.span);
    if (!end_value(span)) return false;
    if (!event.is_plain || !event.tag.empty()) return give_string(event.value, span);
    const YamlScalar read = resolve_plain(event.value, memory_.decoded);
    if (!note_other_reading(read, span)) return false;
    switch (read.kind) {
      case YamlScalar::Kind::null:
        return heard(handler_.null(span));
      case YamlScalar::Kind::boolean:
        return heard(handler_.boolean(read.boolean, span));
      case YamlScalar::Kind::integer:
        return heard(handler_.integer(read.integer, span));
      case YamlScalar::Kind::unsigned_integer:
        return heard(handler_.unsigned_integer(read.unsigned_integer, span));
      case YamlScalar::Kind::real:
        return heard(handler_.number(read.real, span));
      case YamlScalar::Kind::out_of_range:
        return fail(ScanFault::number_range, span);
      case YamlScalar::Kind::string:
        break;
    }
    return give_string(event.value, span);
  }

  bool open(const YamlEvent& event) {
    if (frames_.size() >= limits_.max_depth) return fail(ScanFault::too_deep, opening(event));
    const bool is_object = event.kind == Kind::begin_mapping;
    frames_.push_back({event.span.begin, 0, is_object, event.is_flow, is_object});
    last_end_ = event.span.end;
    const text::Span bracket = opening(event);
    return heard(is_object ? handler_.begin_object(bracket) : handler_.begin_array(bracket));
  }

  bool close(const YamlEvent& event) {
    const Frame frame = frames_.back();
    frames_.pop_back();
    // A block ends where the next thing begins; what it holds has ended before.
    const text::Span whole{frame.begin, frame.is_flow ? event.span.end : last_end_};
    return end_value(whole) && heard(frame.is_object ? handler_.end_object(frame.count, whole)
                                                     : handler_.end_array(frame.count, whole));
  }

  bool end_value(text::Span span) {
    last_end_ = span.end;
    if (!frames_.empty() && frames_.back().is_object) frames_.back().expects_name = true;
    return true;
  }

  bool count_item(text::Span span) {
    if (frames_.back().count >= limits_.max_array_items) {
      return fail(ScanFault::too_many_items, {span.begin, span.begin + 1});
    }
    ++frames_.back().count;
    return true;
  }

  bool note_other_reading(const YamlScalar& read, text::Span span) {
    return read.other == OtherReading::same || heard(handler_.ambiguous({span, read.other}));
  }

  bool give_name(std::string_view name, text::Span span) {
    return heard(handler_.name({name, false}, span));
  }
  bool give_string(std::string_view value, text::Span span) {
    return heard(handler_.string({value, false}, span));
  }
  bool finding(ScanFault fault, text::Span span) {
    return heard(handler_.finding({fault, trimmed(span)}));
  }
  bool fail(ScanFault fault, text::Span span) {
    error_ = {fault, span};
    return false;
  }
  bool heard(bool go_on) {
    if (!go_on) stopped_ = true;
    return go_on;
  }

  // Without the line breaks and blanks that a block scalar ends in.
  [[nodiscard]] text::Span trimmed(text::Span span) const {
    while (span.end > span.begin && is_white_space(text_[span.end - 1])) --span.end;
    return span;
  }
  [[nodiscard]] text::Span opening(const YamlEvent& event) const {
    return {event.span.begin, std::min(event.span.begin + 1, text_.size())};
  }

  std::string_view text_;
  YamlEvents events_;
  ScanLimits limits_;
  ScanMemory& memory_;
  Handler& handler_;
  std::vector<Frame> frames_;
  std::size_t last_end_ = 0;
  std::size_t skipping_ = 0;  // open collections inside a name
  bool has_root_ = false;
  bool stopped_ = false;
  ScanError error_;
};

}  // namespace admit::input
