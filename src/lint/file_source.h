// FileSource: reads files, one after the other, into one buffer, and never more than the limit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "admit/result.h"

namespace admit::lint {

/// A file or folder that could not be looked at, and why, in the words of the system.
struct Unreadable {
  std::string path;
  std::string reason;
};

/// Reads at most one byte more than `max_bytes` of each source: enough for the engine to say that
/// the body is too large, however large or endless the source is.
class FileSource {
 public:
  explicit FileSource(std::size_t max_bytes) noexcept : max_bytes_(max_bytes) {}

  /// Another limit for the sources to come.
  void limit(std::size_t max_bytes) noexcept { max_bytes_ = max_bytes; }

  /// The bytes of the file (or pipe, or device) at `path`; valid until the next call.
  Result<std::string_view, Unreadable> read_file(const std::string& path);

  /// The same for standard input.
  Result<std::string_view, Unreadable> read_stdin();

 private:
  Result<std::string_view, Unreadable> read_from(int descriptor, const std::string& path);
  void make_room(std::size_t used);

  std::size_t max_bytes_;
  std::vector<char> buffer_;  // its size is what has been allocated, not what has been read
};

/// What standard input is called in reports.
inline constexpr std::string_view kStdinName = "<stdin>";

}  // namespace admit::lint
