// The text of a file -> whether it is a request, by the engine's own JSON reader.
// Outside functions: is_request.
#include "lint/selection.h"

#include <array>

#include "input/probe.h"

namespace admit::lint {
namespace {

constexpr std::array<std::string_view, 2> kRequestMembers = {"sourceType", "serviceConfigs"};

}  // namespace

bool is_request(std::string_view text, const Limits& limits) {
  return input::probe_document(text, limits, kRequestMembers) != input::Probe::other;
}

}  // namespace admit::lint
