// A count of files on the status line of a terminal.
// Outside functions: Progress.
#include "lint/progress.h"

#include <string>
#include <utility>

namespace admit::lint {
namespace {

constexpr std::chrono::milliseconds kPatience{1000};
constexpr std::chrono::milliseconds kBetween{100};
constexpr std::string_view kEraseLine = "\r\x1b[K";  // ECMA-48, Erase in Line

}  // namespace

Progress::Progress(Streams& streams, std::size_t files, Clock clock)
    : streams_(streams), files_(files), clock_(std::move(clock)), next_(clock_() + kPatience) {
  if (streams_.status == nullptr) return;
  for (Output* output : {&streams_.out, &streams_.errors}) {
    output->before_flush([this] { erase(); });
  }
}

Progress::~Progress() {
  if (streams_.status == nullptr) return;
  for (Output* output : {&streams_.out, &streams_.errors}) output->before_flush({});
  erase();
}

void Progress::step() {
  ++done_;
  if (streams_.status == nullptr) return;
  const auto now = clock_();
  if (now < next_) return;
  next_ = now + kBetween;
  draw();
}

void Progress::draw() {
  std::string line(kEraseLine);
  line += std::to_string(done_) + " of " + std::to_string(files_) + " files";
  streams_.status->write(line);
  streams_.status->flush();
  is_drawn_ = true;
}

void Progress::erase() {
  if (!is_drawn_) return;
  streams_.status->write(kEraseLine);
  streams_.status->flush();
  is_drawn_ = false;
}

}  // namespace admit::lint
