// Progress: files that are done -> a count on the terminal, where a run takes its time.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>

#include "lint/streams.h"

namespace admit::lint {

/// Shows `1200 of 10000 files` on the status line once a run has lasted a second, and afresh ten
/// times a second. The line is gone before anything else is written, and at the end.
class Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  /// `streams` must outlive the Progress; without a status line it shows nothing.
  Progress(Streams& streams, std::size_t files, Clock clock = std::chrono::steady_clock::now);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more file is done.
  void step();

 private:
  void draw();
  void erase();

  Streams& streams_;
  std::size_t files_;
  Clock clock_;
  std::chrono::steady_clock::time_point next_;
  std::size_t done_ = 0;
  bool is_drawn_ = false;
};

}  // namespace admit::lint
