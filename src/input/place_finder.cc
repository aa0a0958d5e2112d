// PlaceFinder: the path of the value that is being read.
#include "input/place_finder.h"

#include <algorithm>

#include "text/pointer.h"
#include "text/utf8.h"

namespace admit::input {

std::string cut_name(std::string_view name) {
  std::string cut;
  assign_cut_name(cut, name);
  return cut;
}

void assign_cut_name(std::string& out, std::string_view name) {
  constexpr std::size_t kMaxBytes = 256;
  out.assign(text::cut_utf8(name, kMaxBytes));
  if (name.size() > kMaxBytes) out += "...";
}

const Place* PlaceFinder::find(const void* value) const {
  const auto found = values_.find(value);
  return found == values_.end() ? nullptr : &found->second;
}

std::string PlaceFinder::find_offset(std::size_t offset) const {
  const auto found = offsets_.find(offset);
  return found == offsets_.end() ? std::string() : found->second.value_or("");
}

std::string PlaceFinder::open_path(bool of_container) const {
  const bool between_members =
      !frames_.empty() && frames_.back().is_object && !frames_.back().has_name;
  const bool stop_early = !frames_.empty() && (of_container || between_members);
  return path(frames_.size() - (stop_early ? 1 : 0));
}

bool PlaceFinder::is_hidden(text::Span name) const noexcept {
  const auto ends_before = [](const text::Span& span, std::size_t begin) {
    return span.end <= begin;
  };
  const auto next = std::lower_bound(hidden_.begin(), hidden_.end(), name.begin, ends_before);
  return next != hidden_.end() && next->begin < name.end;
}

// The pointer made of the first `depth` frames: each adds the member or item that it is at.
std::string PlaceFinder::path(std::size_t depth) const {
  std::string pointer;
  for (std::size_t i = 0; i < depth; ++i) {
    const Frame& frame = frames_[i];
    if (frame.is_object) {
      // Inside a secret, names may be parts of it.
      text::append_token(pointer, frame.is_secret ? kHiddenName : frame.name);
    } else {
      text::append_index(pointer, frame.index);
    }
  }
  return pointer;
}

}  // namespace admit::input
