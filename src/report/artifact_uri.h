// artifact_uri: the path of a file -> the URI that stands for it in reports.
#pragma once

#include <string>
#include <string_view>

namespace admit::report {

/// A reference relative to the working directory for a relative path, a `file:` URI for an absolute
/// one; RFC 3986 and RFC 8089. Needless `.` and `..` are taken out by the letters of the path
/// alone, without a look at the file system. Bytes of any kind give a valid URI.
[[nodiscard]] std::string artifact_uri(std::string_view path);

}  // namespace admit::report
