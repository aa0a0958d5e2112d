// Merging: one mistake gives one violation, whoever has seen it.
#include "report/merge.h"

#include <algorithm>
#include <unordered_map>

namespace admit::report {
namespace {

using input::Anchor;
using input::Claim;
using input::Observation;
using input::Quoted;
using input::Settlement;
using input::Twin;

void uncount(Report::Counts& counts, Severity severity) {
  if (severity == Severity::error) --counts.errors;
  if (severity == Severity::warning) --counts.warnings;
  if (severity == Severity::info) --counts.infos;
}

// Whether `one`, about the value of `claim`, makes that claim.
bool makes_claim(const Observation& one, const Claim& claim) {
  return claim.member.empty() ? one.anchor == Anchor::value
                              : one.is_missing && one.member == claim.member;
}

void drop_overruled(Observed& observed, const Settlement& settlement) {
  std::unordered_multimap<const void*, const Claim*> overruled;
  for (const Claim& claim : settlement.overruled) {
    uncount(observed.counts, claim.severity);
    overruled.emplace(claim.at, &claim);
  }
  std::erase_if(observed.seen, [&](const Observation& one) {
    const auto [begin, end] = overruled.equal_range(one.at);
    return std::any_of(begin, end, [&](const auto& e) { return makes_claim(one, *e.second); });
  });
}

void add_twins(Observed& observed, const Settlement& settlement) {
  std::unordered_multimap<const void*, const Twin*> twins;
  for (const Twin& twin : settlement.twins) twins.emplace(twin.object, &twin);
  for (Observation& missing : observed.seen) {
    if (!missing.is_missing) continue;
    const auto [begin, end] = twins.equal_range(missing.at);
    const auto found =
        std::find_if(begin, end, [&](const auto& e) { return e.second->member == missing.member; });
    if (found == end) continue;
    const Twin& twin = *found->second;
    missing.related.push_back({twin.value, Anchor::name, "a misspelt one stands here"});
    missing.params.push_back({{"twin", twin.name}, Quoted::name});
    missing.hint = "rename {twin} to {member}";
  }
}

}  // namespace

void merge(Observed& observed, const Settlement& settlement) {
  drop_overruled(observed, settlement);
  add_twins(observed, settlement);
}

}  // namespace admit::report
