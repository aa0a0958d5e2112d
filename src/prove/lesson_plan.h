// LessonPlan: which items of an array are worth being learnt from. Those that begin like the one
// before may go on like it.
#pragma once

#include <cstddef>
#include <cstring>

namespace admit::prove {

class LessonPlan {
 public:
  explicit LessonPlan(bool is_wanted) noexcept : lessons_(is_wanted ? kLessons : 0) {}

  /// Whether to learn from item number `count`, which begins at `at`, where kHead bytes can be
  /// read.
  bool is_due(const char* at, std::size_t count) noexcept {
    if (lessons_ == 0) return false;
    const bool is_alike = last_ != nullptr && std::memcmp(last_, at, kHead) == 0;
    last_ = at;
    if (!is_alike || count < next_) return false;
    next_ = count;
    return true;
  }

  /// `count`: the last item that the lesson was good for. Short ones are not worth many more.
  void note_end(std::size_t count) noexcept {
    lessons_ = count - next_ < kShortRun ? lessons_ - 1 : kLessons;
    next_ = count + kPause;
    last_ = nullptr;
  }

  static constexpr std::size_t kHead = 16;

 private:
  static constexpr unsigned kLessons = 2;
  static constexpr std::size_t kPause = 3;
  static constexpr std::size_t kShortRun = 4;

  unsigned lessons_;
  std::size_t next_ = kPause;  ///< the first item that may be learnt from, or the last that was
  const char* last_ = nullptr;
};

}  // namespace admit::prove
