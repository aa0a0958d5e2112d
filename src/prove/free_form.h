// FreeForm: values that the schema does not look at, passed by their grammar alone.
#pragma once

#include "prove/cursor.h"
#include "prove/number.h"
#include "prove/program.h"

namespace admit::prove {

template <class Kernel>
class FreeForm : protected Cursor<Kernel> {
 public:
  FreeForm(const Program& program, std::string_view text, ProofMemory& memory) noexcept
      : Cursor<Kernel>(text, memory),
        max_array_items_(program.max_array_items),
        depth_left_(std::min(program.max_depth, kMaxDepth)) {}

 protected:
  using Base = Cursor<Kernel>;
  using Base::add_stranger;
  using Base::behind_bracket;
  using Base::behind_colon;
  using Base::closing_quote;
  using Base::decode;
  using Base::end_;
  using Base::has_escapes;
  using Base::has_sound_escapes;
  using Base::index_;
  using Base::memory_;
  using Base::skip_blanks;
  using Base::strangers_;
  using FreeFrame = ProofMemory::FreeFrame;

  // true, false or null; what stands behind is looked at by who asks.
  const char* skip_literal(const char* at) const noexcept {
    if (end_ - at < 5) return nullptr;
    if (std::memcmp(at, "true", 4) == 0 || std::memcmp(at, "null", 4) == 0) return at + 4;
    return std::memcmp(at, "false", 5) == 0 ? at + 5 : nullptr;
  }

  // A value of any kind, well-formed; null where it is not, or is not ordinary.
  [[gnu::noinline]] const char* skip(const char* at) {
    if (*at == '{' || *at == '[') return skip_container(at);
    if (*at == '"') return skip_string(at);
    return is_digit(*at) || *at == '-' ? read_number(at).end : skip_literal(at);
  }

  // At the opening quote.
  const char* skip_string(const char* at) {
    const char* close = closing_quote(at);
    if (close == nullptr || (has_escapes(at + 1, close) && !has_sound_escapes(at + 1, close)))
      return nullptr;
    return close + 1;
  }

  const char* skip_container(const char* at) {
    const std::uint32_t strangers = strangers_;
    std::size_t depth = 0;
    const char* next = open_free(at, depth);
    while (next != nullptr && depth > 0) {
      FreeFrame& frame = memory_.free_frames[depth - 1];
      if (*next == (frame.is_object ? '}' : ']')) {
        strangers_ = frame.names;
        --depth;
        next = behind_bracket(next);
        if (depth > 0) next = behind_item(next, memory_.free_frames[depth - 1]);
        continue;
      }
      if (frame.is_object ? (next = free_name(next, frame)) == nullptr : !count_item(frame)) {
        return nullptr;
      }
      if (*next == '{' || *next == '[') {
        next = open_free(next, depth);
        continue;
      }
      next = skip(next);
      if (next != nullptr) next = behind_item(next, frame);
    }
    strangers_ = strangers;
    return next;
  }

  // Behind the bracket and white space.
  const char* open_free(const char* at, std::size_t& depth) noexcept {
    if (depth >= depth_left_) return nullptr;
    memory_.free_frames[depth++] = {*at == '{', 0, strangers_};
    return skip_blanks(at + 1);
  }

  // Behind an item or a member: at the next one, or at the bracket that closes.
  const char* behind_item(const char* at, const FreeFrame& frame) noexcept {
    at = skip_blanks(at);
    const char closing = frame.is_object ? '}' : ']';
    if (*at == closing) return at;
    if (*at != ',') return nullptr;
    at = skip_blanks(at + 1);
    return *at == closing ? nullptr : at;
  }

  bool count_item(FreeFrame& frame) const noexcept { return ++frame.items <= max_array_items_; }

  // From the quote of a name to its value.
  const char* free_name(const char* at, const FreeFrame& frame) noexcept {
    if (*at != '"') return nullptr;
    const char* close = closing_quote(at);
    if (close == nullptr) return nullptr;
    std::string_view name(at + 1, static_cast<std::size_t>(close - at) - 1);
    if (has_escapes(at + 1, close)) {
      if (!decode(at + 1, close)) return nullptr;
      name = memory_.decoded;
    }
    if (!add_stranger(name, frame.names)) return nullptr;
    return behind_colon(close + 1);
  }

  std::size_t max_array_items_;
  std::size_t depth_left_;
};

}  // namespace admit::prove
