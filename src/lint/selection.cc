// The path and the text of a file -> whether it is checked, by the engine's own readers.
// Outside functions: is_request, Selection.
#include "lint/selection.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "input/probe.h"

namespace admit::lint {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> kRequestMembers = {"sourceType", "serviceConfigs"};

// Without links and dots; as it stands where nothing is there.
fs::path plain_path(const fs::path& path) {
  std::error_code error;
  fs::path plain = fs::canonical(path, error);
  return error ? path : plain;
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  return std::ranges::mismatch(folder, path).in1 == folder.end();
}

}  // namespace

bool is_request(const Source& document, const Limits& limits) {
  return input::probe_document(document, limits, kRequestMembers) != input::Probe::other;
}

Selection Selection::every_file_but(std::span<const std::string> left_out) {
  Selection selection;
  selection.takes_requests_alone_ = false;
  for (const std::string& path : left_out) selection.left_out_.push_back(plain_path(path));
  return selection;
}

bool Selection::takes_path(const std::string& path) const {
  if (left_out_.empty()) return true;
  // A link lies where it stands, and where it leads.
  const fs::path file(path);
  const fs::path places[] = {plain_path(file), plain_path(file.parent_path()) / file.filename()};
  return std::ranges::none_of(left_out_, [&](const fs::path& one) {
    return std::ranges::any_of(places, [&](const fs::path& place) { return lies_in(place, one); });
  });
}

bool Selection::takes(const Source& document, const Limits& limits) const {
  return !takes_requests_alone_ || is_request(document, limits);
}

}  // namespace admit::lint
