// PlaceFinder: values of a document, or stretches of its text -> JSON Pointers and places.
//
// A document's values and the log of where it stands have the same order: both are gone through in
// step. What could not be read is scanned once more, up to its fault.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "input/document.h"
#include "input/value.h"
#include "text/span.h"

namespace admit::input {

/// A name as pointers and messages show it: cut at 256 bytes, so that a report stays small whatever
/// the names of a request are.
std::string cut_name(std::string_view name);
void assign_cut_name(std::string& out, std::string_view name);

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

  /// Goes through `document` until all is found. `is_secret(name)` tells the names of secret
  /// members. Linear in the document.
  template <class IsSecret>
  void search(const Document& document, const IsSecret& is_secret);

  /// Scans a text that is no document, up to its fault: names are found, and the path to where the
  /// scan ends.
  template <class IsSecret>
  void search(const Source& unreadable, ScanLimits limits, ScanMemory& memory,
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
    const Value* container = nullptr;  ///< null where there is no document
    std::size_t index = 0;             ///< of the item or member being read
    std::string name;
    text::Span name_span;
    bool is_object = false;
    bool has_name = false;  ///< a name has been read and its value has not
    bool is_secret = false;

    // Where there is a document.
    [[nodiscard]] std::size_t size() const noexcept {
      return is_object ? container->MemberCount() : container->Size();
    }
    [[nodiscard]] const Value::Member& member() const noexcept {
      return *(container->MemberBegin() + static_cast<std::ptrdiff_t>(index));
    }
    [[nodiscard]] const Value* value() const noexcept {
      return is_object ? &member().value : container->Begin() + index;
    }
  };

  template <class IsSecret>
  class Walk;
  template <class IsSecret>
  class Listener;

  static constexpr std::string_view kHiddenName = "***";

  [[nodiscard]] bool is_hidden(text::Span name) const noexcept;
  [[nodiscard]] std::string path(std::size_t depth) const;

  std::unordered_map<const void*, Place> values_;
  std::unordered_map<std::size_t, std::optional<std::string>> offsets_;
  std::vector<text::Span> hidden_;
  std::vector<Frame> frames_;
};

/// Keeps the frames while a document, or a text, is gone through.
template <class IsSecret>
class PlaceFinder::Walk {
 public:
  Walk(PlaceFinder& finder, const IsSecret& is_secret)
      : finder_(finder),
        is_secret_(is_secret),
        left_(finder.values_.size() + finder.offsets_.size()) {
    finder_.frames_.clear();
  }

  void document(const Document& document) {
    const SpanLog& spans = document.spans();
    std::size_t next = 0;
    const Value* value = &document.root();
    do {
      if (value->IsObject() || value->IsArray()) {
        enter(value, value->IsObject());
      } else {
        end_value(value, spans[next++]);
      }
      value = nullptr;
      while (value == nullptr && !finder_.frames_.empty()) {
        const Frame& frame = finder_.frames_.back();
        if (frame.index == frame.size()) {
          leave(frame.container, spans[next++]);
        } else {
          if (frame.is_object) name(text_of(frame.member().name), spans[next++]);
          value = frame.value();
        }
      }
    } while (value != nullptr && left_ > 0);
  }

  void name(std::string_view name, text::Span span) {
    Frame& frame = finder_.frames_.back();
    assign_cut_name(frame.name, finder_.is_hidden(span) ? kHiddenName : name);
    frame.name_span = span;
    frame.has_name = true;
    note_offset(span);
  }
  void enter(const Value* container, bool is_object) {
    Frame frame;
    frame.container = container;
    frame.is_object = is_object;
    frame.is_secret = value_is_secret();
    finder_.frames_.push_back(std::move(frame));
  }
  void leave(const Value* container, text::Span whole) {
    finder_.frames_.pop_back();
    end_value(container, whole);
  }
  // Notes the place of a value that has ended, goes on to the next. Null where there is no
  // document.
  void end_value(const Value* value, text::Span span) {
    const auto wanted = finder_.values_.find(value);
    if (wanted != finder_.values_.end()) note(wanted->second, span);
    note_offset(span);
    if (finder_.frames_.empty()) return;
    Frame& frame = finder_.frames_.back();
    ++frame.index;
    frame.has_name = false;
  }

 private:
  // Of several that begin at one place, as an array and its first item in YAML, the first to end.
  void note_offset(text::Span span) {
    if (finder_.offsets_.empty()) return;
    const auto wanted = finder_.offsets_.find(span.begin);
    if (wanted == finder_.offsets_.end() || wanted->second) return;
    wanted->second = finder_.path(finder_.frames_.size());
    --left_;
  }
  void note(Place& place, text::Span span) {
    place.pointer = finder_.path(finder_.frames_.size());
    place.value = span;
    place.is_secret = value_is_secret();
    place.is_inside_secret = !finder_.frames_.empty() && finder_.frames_.back().is_secret;
    const bool is_member = !finder_.frames_.empty() && finder_.frames_.back().is_object;
    if (is_member) place.name = finder_.frames_.back().name_span;
    --left_;
  }
  [[nodiscard]] bool value_is_secret() const {
    if (finder_.frames_.empty()) return false;
    const Frame& frame = finder_.frames_.back();
    return frame.is_secret || (frame.is_object && is_secret_(frame.name));
  }

  PlaceFinder& finder_;
  const IsSecret& is_secret_;
  std::size_t left_;  // what is wanted and has not been found
};

/// Hears the scanner.
template <class IsSecret>
class PlaceFinder::Listener {
 public:
  explicit Listener(Walk<IsSecret>& walk) : walk_(walk) {}

  bool null(text::Span span) { return scalar(span); }
  bool boolean(bool, text::Span span) { return scalar(span); }
  bool integer(std::int64_t, text::Span span) { return scalar(span); }
  bool unsigned_integer(std::uint64_t, text::Span span) { return scalar(span); }
  bool number(double, text::Span span) { return scalar(span); }
  bool string(DecodedText, text::Span span) { return scalar(span); }
  bool begin_object(text::Span) { return walk_.enter(nullptr, true), true; }
  bool begin_array(text::Span) { return walk_.enter(nullptr, false), true; }
  bool end_object(std::size_t, text::Span whole) { return walk_.leave(nullptr, whole), true; }
  bool end_array(std::size_t, text::Span whole) { return walk_.leave(nullptr, whole), true; }
  bool finding(const ScanError&) { return true; }
  bool ambiguous(const AmbiguousScalar&) { return true; }
  bool name(DecodedText name, text::Span span) { return walk_.name(name.text, span), true; }

 private:
  bool scalar(text::Span span) { return walk_.end_value(nullptr, span), true; }

  Walk<IsSecret>& walk_;
};

template <class IsSecret>
void PlaceFinder::search(const Document& document, const IsSecret& is_secret) {
  Walk<IsSecret>(*this, is_secret).document(document);
}

template <class IsSecret>
void PlaceFinder::search(const Source& unreadable, ScanLimits limits, ScanMemory& memory,
                         const IsSecret& is_secret) {
  Walk<IsSecret> walk(*this, is_secret);
  Listener<IsSecret> listener(walk);
  (void)scan(unreadable, limits, memory, listener);  // its fault is known from the first scan
}

}  // namespace admit::input
