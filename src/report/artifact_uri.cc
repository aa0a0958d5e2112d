// Paths to URIs. See artifact_uri.h. RFC 3986, sections 2.1 (percent-encoding) and 3.3 (path): a
// colon is encoded, too, because the first segment of a relative reference must have none.
#include "report/artifact_uri.h"

#include <fmt/format.h>

#include <filesystem>

#include "format/byte_class.h"

namespace admit::report {
namespace {

using namespace format;

constexpr std::string_view kOthersOfPaths = "/~!$&'()*+,;=@";

bool is_plain(char c) noexcept {
  return is_in(c, kLetter | kDigit | kHyphen | kDot | kUnderscore) ||
         kOthersOfPaths.find(c) != std::string_view::npos;
}

}  // namespace

std::string artifact_uri(std::string_view path) {
  const std::string normal = std::filesystem::path(path).lexically_normal().string();
  std::string uri = normal.starts_with('/') ? "file://" : "";
  for (const char c : normal) {
    if (is_plain(c)) {
      uri.push_back(c);
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

}  // namespace admit::report
