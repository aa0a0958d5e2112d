// Merging: one mistake gives one violation, whoever has seen it.
#include "report/merge.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "admit/codes.h"

namespace admit::report {
namespace {

using input::Anchor;
using input::Observation;

void uncount(Report::Counts& counts, Severity severity) {
  if (severity == Severity::error) --counts.errors;
  if (severity == Severity::warning) --counts.warnings;
  if (severity == Severity::info) --counts.infos;
}

// The stranger in `missing`'s object that looks like the member it lacks.
const Observation* find_twin(const std::vector<Observation>& seen, const Observation& missing) {
  const auto twin = std::ranges::find_if(seen, [&](const Observation& other) {
    return other.container == missing.at && other.suggestion == missing.member;
  });
  return twin == seen.end() ? nullptr : &*twin;
}

// Gives each missing member its twin; returns the values of those twins.
std::unordered_set<const void*> match_twins(std::vector<Observation>& seen) {
  std::unordered_set<const void*> twins;
  for (Observation& missing : seen) {
    if (!missing.is_missing) continue;
    const Observation* twin = find_twin(seen, missing);
    if (twin == nullptr) continue;
    twins.insert(twin->at);
    missing.related.push_back({twin->at, Anchor::name, "a misspelt one stands here"});
    missing.params.push_back({{"twin", twin->member}, false});
    missing.hint = "rename {twin} to {member}";
  }
  return twins;
}

}  // namespace

void merge(Observed& observed, const input::DocumentView* view) {
  const std::unordered_set<const void*> twins = match_twins(observed.seen);
  constexpr auto kNull = static_cast<std::size_t>(Code::schema_null);
  std::unordered_set<const void*> spoken_of;  // values that a requirement already complains about
  for (const Observation& one : observed.seen) {
    const bool says_more = one.code != kNull && one.severity != Severity::ignore;
    if (says_more && one.anchor == Anchor::value) spoken_of.insert(one.at);
  }
  const auto is_superfluous = [&](const Observation& one) {
    const bool is_twin = !one.suggestion.empty() && twins.contains(one.at);
    const bool is_known_null = one.code == kNull && spoken_of.contains(one.at);
    const bool is_refused = one.from_rule && view != nullptr && view->is_refused(one.at);
    return is_twin || is_known_null || is_refused || one.severity == Severity::ignore;
  };
  std::erase_if(observed.seen, [&](const Observation& one) {
    const bool drop = is_superfluous(one);
    if (drop) uncount(observed.counts, one.severity);
    return drop;
  });
}

}  // namespace admit::report
