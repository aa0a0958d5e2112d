// A path -> the bytes behind it, at most max_bytes + 1 of them.
// Outside functions: FileSource.
#include "lint/file_source.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>

namespace admit::lint {
namespace {

constexpr std::size_t kFirstBytes = std::size_t{8} << 10;  // most manifests are smaller

class Descriptor {
 public:
  explicit Descriptor(int number) noexcept : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const noexcept { return number_; }

 private:
  int number_;
};

Unreadable system_error(std::string_view path, int error) {
  return {.path = std::string(path), .reason = std::generic_category().message(error)};
}

int open_for_reading(const std::string& path) noexcept {
  int descriptor = -1;
  do {
    descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  } while (descriptor < 0 && errno == EINTR);
  return descriptor;
}

// read(2), repeated where it was interrupted or has to wait; -1 with errno set on failure.
ssize_t read_some(int descriptor, char* into, std::size_t size) noexcept {
  while (true) {
    const ssize_t count = ::read(descriptor, into, size);
    if (count >= 0) return count;
    if (errno == EAGAIN) {
      pollfd ready{.fd = descriptor, .events = POLLIN, .revents = 0};
      if (::poll(&ready, 1, -1) >= 0) continue;
    }
    if (errno != EINTR) return -1;
  }
}

}  // namespace

Result<std::string_view, Unreadable> FileSource::read_file(const std::string& path) {
  const Descriptor descriptor(open_for_reading(path));
  if (descriptor.number() < 0) return system_error(path, errno);
  return read_from(descriptor.number(), path);
}

Result<std::string_view, Unreadable> FileSource::read_stdin() {
  return read_from(STDIN_FILENO, std::string(kStdinName));
}

Result<std::string_view, Unreadable> FileSource::read_from(int descriptor,
                                                           const std::string& path) {
  std::size_t used = 0;
  while (used <= max_bytes_) {
    make_room(used);
    const ssize_t count = read_some(descriptor, buffer_.data() + used, buffer_.size() - used);
    if (count < 0) return system_error(path, errno);
    if (count == 0) break;
    used += static_cast<std::size_t>(count);
  }
  return std::string_view(buffer_.data(), used);
}

void FileSource::make_room(std::size_t used) {
  if (used < buffer_.size()) return;
  const bool is_unbounded = max_bytes_ == std::numeric_limits<std::size_t>::max();
  const std::size_t most = is_unbounded ? max_bytes_ : max_bytes_ + 1;
  buffer_.resize(std::min(most, std::max(kFirstBytes, buffer_.size() * 2)));
}

}  // namespace admit::lint
