// Text -> bytes on a descriptor, with partial writes and interruptions taken care of.
// Outside functions: Output.
#include "lint/output.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace admit::lint {
namespace {

constexpr std::size_t kFlushBytes = std::size_t{64} << 10;  // the capacity of a pipe on Linux

// True where the failed call may be repeated: it was interrupted, or the descriptor has become
// ready.
bool is_retryable(int error, int descriptor) noexcept {
  if (error == EINTR) return true;
  if (error != EAGAIN) return false;
  pollfd ready{.fd = descriptor, .events = POLLOUT, .revents = 0};
  return ::poll(&ready, 1, -1) >= 0 || errno == EINTR;
}

}  // namespace

bool Output::write(std::string_view text) {
  if (has_failed()) return false;
  pending_ += text;
  return pending_.size() < kFlushBytes || flush();
}

bool Output::flush() {
  if (before_flush_ && !pending_.empty()) before_flush_();
  std::string_view left = pending_;
  while (!left.empty() && !has_failed()) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written >= 0) {
      left.remove_prefix(static_cast<std::size_t>(written));
    } else if (const int error = errno; !is_retryable(error, descriptor_)) {
      error_ = error;
    }
  }
  pending_.clear();
  return !has_failed();
}

std::string Output::reason() const {
  return has_failed() ? std::generic_category().message(error_) : std::string();
}

}  // namespace admit::lint
