// PlaceFinder: values of a document, or stretches of its text -> JSON Pointers and places.
//
// A document keeps no places, so that a valid request does not pay for them. When something was
// found, its text is scanned once more, in step with the DOM: both hold the same values in the same
// order.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "input/document.h"
#include "input/value.h"
#include "text/span.h"

namespace admit::input {

/// A name as pointers and messages show it: cut at 256 bytes, so that a report stays small whatever
/// the names of a request are.
std::string cut_name(std::string_view name);

/// Where a value stands.
struct Place {
  std::string pointer;  ///< JSON Pointer (RFC 6901); names inside a secret are `***`, long ones cut
  text::Span value;     ///< the whole value
  text::Span name;      ///< its member name, quotes included; empty for items and the root
  bool is_inside_secret = false;  ///< something around it is the value of a secret member
  bool is_secret = false;         ///< it, or something around it, is the value of a secret member
};

class PlaceFinder {
 public:
  /// Asks for the place of `value`, which must be part of the document that is searched.
  void want(const void* value) { values_.try_emplace(value); }

  /// Asks for the pointer of the member whose name, or of the value that, begins at `offset`.
  void want_offset(std::size_t offset) { offsets_.try_emplace(offset); }

  /// Names that overlap one of `spans` (ascending, not overlapping each other) show as `***` in
  /// pointers: in a malformed text, a secret may be read as a name.
  void hide(std::vector<text::Span> spans) { hidden_ = std::move(spans); }

  /// Scans `source`, that of `root` (null when it could not be read: then only names are found,
  /// and the path to where the scan ends). `is_secret(name)` tells the names of secret members.
  /// Linear in the document.
  template <class IsSecret>
  void search(const Value* root, const Source& source, ScanLimits limits, ScanMemory& memory,
              const IsSecret& is_secret);

  /// The place of a value that was wanted; null for others.
  [[nodiscard]] const Place* find(const void* value) const;

  /// The pointer of a member or value that was wanted by its offset.
  [[nodiscard]] std::string find_offset(std::size_t offset) const;

  /// After a scan that ended in a fault: the pointer of the value that was being read, or, with
  /// `of_container`, of the innermost array or object that was open.
  [[nodiscard]] std::string open_path(bool of_container) const;

 private:
  struct Frame {
    const Value* container = nullptr;
    std::size_t index = 0;  ///< of the item or member being read
    std::string name;
    text::Span name_span;
    bool is_object = false;
    bool has_name = false;  ///< a name has been read and its value has not
    bool is_secret = false;
  };

  template <class IsSecret>
  class Listener;

  static constexpr std::string_view kHiddenName = "***";

  [[nodiscard]] bool is_hidden(text::Span name) const noexcept;
  [[nodiscard]] std::string path(std::size_t depth) const;
  [[nodiscard]] const Value* current(const Value* root) const noexcept;

  std::unordered_map<const void*, Place> values_;
  std::unordered_map<std::size_t, std::optional<std::string>> offsets_;
  std::vector<text::Span> hidden_;
  std::vector<Frame> frames_;
};

/// Hears the scanner and keeps the frames.
template <class IsSecret>
class PlaceFinder::Listener {
 public:
  Listener(PlaceFinder& finder, const Value* root, const IsSecret& is_secret)
      : finder_(finder), root_(root), is_secret_(is_secret) {}

  bool null(text::Span span) { return scalar(span); }
  bool boolean(bool, text::Span span) { return scalar(span); }
  bool integer(std::int64_t, text::Span span) { return scalar(span); }
  bool unsigned_integer(std::uint64_t, text::Span span) { return scalar(span); }
  bool number(double, text::Span span) { return scalar(span); }
  bool string(DecodedText, text::Span span) { return scalar(span); }
  bool begin_object(text::Span) { return enter(true); }
  bool begin_array(text::Span) { return enter(false); }
  bool end_object(std::size_t, text::Span whole) { return leave(whole); }
  bool end_array(std::size_t, text::Span whole) { return leave(whole); }
  bool finding(const ScanError&) { return true; }
  bool ambiguous(const AmbiguousScalar&) { return true; }
  bool name(DecodedText name, text::Span span) {
    Frame& frame = finder_.frames_.back();
    frame.name = finder_.is_hidden(span) ? std::string(kHiddenName) : cut_name(name.text);
    frame.name_span = span;
    frame.has_name = true;
    note_offset(span);
    return true;
  }

 private:
  bool enter(bool is_object) {
    Frame frame;
    frame.container = finder_.current(root_);
    frame.is_object = is_object;
    frame.is_secret = value_is_secret();
    finder_.frames_.push_back(std::move(frame));
    return true;
  }
  bool leave(text::Span whole) {
    finder_.frames_.pop_back();
    return scalar(whole);
  }
  // A value has been read to its end: note its place, go on to the next.
  bool scalar(text::Span span) {
    const auto wanted = finder_.values_.find(finder_.current(root_));
    if (wanted != finder_.values_.end()) note(wanted->second, span);
    note_offset(span);
    if (finder_.frames_.empty()) return true;
    Frame& frame = finder_.frames_.back();
    ++frame.index;
    frame.has_name = false;
    return true;
  }
  // Of several that begin at one place, as an array and its first item in YAML, the first to end.
  void note_offset(text::Span span) {
    const auto wanted = finder_.offsets_.find(span.begin);
    if (wanted == finder_.offsets_.end() || wanted->second) return;
    wanted->second = finder_.path(finder_.frames_.size());
  }
  void note(Place& place, text::Span span) {
    place.pointer = finder_.path(finder_.frames_.size());
    place.value = span;
    place.is_secret = value_is_secret();
    place.is_inside_secret = !finder_.frames_.empty() && finder_.frames_.back().is_secret;
    const bool is_member = !finder_.frames_.empty() && finder_.frames_.back().is_object;
    if (is_member) place.name = finder_.frames_.back().name_span;
  }
  [[nodiscard]] bool value_is_secret() const {
    if (finder_.frames_.empty()) return false;
    const Frame& frame = finder_.frames_.back();
    return frame.is_secret || (frame.is_object && is_secret_(frame.name));
  }

  PlaceFinder& finder_;
  const Value* root_;
  const IsSecret& is_secret_;
};

template <class IsSecret>
void PlaceFinder::search(const Value* root, const Source& source, ScanLimits limits,
                         ScanMemory& memory, const IsSecret& is_secret) {
  frames_.clear();
  Listener<IsSecret> listener(*this, root, is_secret);
  (void)scan(source, limits, memory, listener);  // the fault, if any, is known from the first scan
}

}  // namespace admit::input
