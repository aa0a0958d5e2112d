// Probe: a quick look at what a text is, without building a document.
#include "input/probe.h"

#include <algorithm>

#include "input/document.h"

namespace admit::input {
namespace {

// Hears the scanner; looks at names of the outermost object only.
class RootNames {
 public:
  explicit RootNames(std::span<const std::string_view> wanted) : wanted_(wanted) {}

  [[nodiscard]] bool found() const noexcept { return found_; }

  bool null(text::Span) { return true; }
  bool boolean(bool, text::Span) { return true; }
  bool integer(std::int64_t, text::Span) { return true; }
  bool unsigned_integer(std::uint64_t, text::Span) { return true; }
  bool number(double, text::Span) { return true; }
  bool string(DecodedText, text::Span) { return true; }
  bool begin_object(text::Span) { return ++depth_, true; }
  bool begin_array(text::Span) { return ++depth_, true; }
  bool end_object(std::size_t, text::Span) { return --depth_, true; }
  bool end_array(std::size_t, text::Span) { return --depth_, true; }
  bool finding(const ScanError&) { return true; }
  bool ambiguous(const AmbiguousScalar&) { return true; }
  bool name(DecodedText name, text::Span) {
    found_ = found_ || (depth_ == 1 && std::ranges::find(wanted_, name.text) != wanted_.end());
    return true;
  }

 private:
  std::span<const std::string_view> wanted_;
  std::size_t depth_ = 0;
  bool found_ = false;
};

}  // namespace

Probe probe_document(const Source& source, const Limits& limits,
                     std::span<const std::string_view> members) {
  if (source.text.size() > limits.max_body_bytes) return Probe::unreadable;
  ScanMemory memory;
  RootNames names(members);
  if (scan(source, {limits.max_depth, limits.max_array_items}, memory, names))
    return Probe::unreadable;
  return names.found() ? Probe::has_member : Probe::other;
}

}  // namespace admit::input
