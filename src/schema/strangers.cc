// Strangers: nulls and unknown members of a document, told unless a claim tells them.
#include "schema/strangers.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "input/place_finder.h"
#include "text/suggest.h"

namespace admit::schema {
namespace {

using input::Anchor;
using input::Claim;
using input::Observation;
using input::Quoted;
using input::text_of;
using input::Value;

std::optional<std::string_view> nearest_property(const PlanNode& node, std::string_view name) {
  std::vector<std::string_view> known;
  known.reserve(node.properties.size());
  for (const Property& property : node.properties) known.push_back(property.name);
  return text::closest(name, known);
}

class Settler {
 public:
  Settler(const Plan& plan, const input::Claims& claims, const EvaluateOptions& options,
          input::ObservationLog& log)
      : plan_(plan), claims_(claims), options_(options), log_(log) {}

  input::Settlement run(const Strangers& strangers) {
    for (const Stranger& stranger : strangers) {
      if (stranger.node == kNoNode) {
        settle_null(*stranger.value);
      } else {
        settle_unknown(stranger);
      }
    }
    return std::move(settlement_);
  }

 private:
  void settle_null(const Value& null) {
    if (!wins(claims_.find(&null, {}), Code::schema_null)) return;
    Observation* seen = note(options_, log_, Code::schema_null, null, Anchor::value);
    if (seen == nullptr) return;
    seen->wording = "{place} is null and counts as absent";
    seen->hint = "delete the member";
  }

  void settle_unknown(const Stranger& unknown) {
    const PlanNode& node = plan_.node(unknown.node);
    if (claims_.has(unknown.object) && is_told_by_claim(node, unknown)) return;
    Observation* seen =
        note(options_, log_, Code::schema_unknown_member, *unknown.value, Anchor::name);
    if (seen == nullptr) return;
    describe_stranger(node, *unknown.name, *seen);
    seen->schema = node.location + "/properties";
    seen->wording =
        "{place} is unknown: the schema has no member {member} here, and it would be ignored";
  }

  bool is_told_by_claim(const PlanNode& node, const Stranger& unknown) {
    const std::string_view name = text_of(*unknown.name);
    const auto nearest = nearest_property(node, name);
    if (!nearest) return false;
    const std::vector<Claim> claims = claims_.find(unknown.object, *nearest);
    if (claims.empty() || wins(claims, Code::schema_unknown_member)) return false;
    settlement_.twins.push_back(
        {unknown.object, std::string(*nearest), unknown.value, input::cut_name(name)});
    return true;
  }

  // True where the stranger is to be told: there is no claim, or none as severe. Those are then
  // overruled.
  bool wins(const std::vector<Claim>& claims, Code code) {
    const Severity own = options_.severities[static_cast<std::size_t>(code)];
    const auto as_severe = [&](const Claim& claim) { return claim.severity >= own; };
    if (std::ranges::any_of(claims, as_severe)) return false;
    settlement_.overruled.insert(settlement_.overruled.end(), claims.begin(), claims.end());
    return true;
  }

  const Plan& plan_;
  const input::Claims& claims_;
  const EvaluateOptions& options_;
  input::ObservationLog& log_;
  input::Settlement settlement_;
};

}  // namespace

input::Settlement settle(const Plan& plan, const Strangers& strangers, const input::Claims& claims,
                         const EvaluateOptions& options, input::ObservationLog& log) {
  return Settler(plan, claims, options, log).run(strangers);
}

void describe_stranger(const PlanNode& node, const Value& name, Observation& seen) {
  const std::string_view full = text_of(name);
  seen.member = input::cut_name(full);
  seen.params.push_back({{"member", seen.member}, Quoted::name});
  if (const std::string_view since = node.since_of(full); !since.empty()) {
    seen.params.push_back({{"since", std::string(since)}, Quoted::nothing});
    seen.hint = "revision {since} of the API brings it: choose that one, or delete the member";
    return;
  }
  const auto nearest = nearest_property(node, full);
  if (!nearest) {
    seen.hint = "delete the member";
    return;
  }
  seen.params.push_back({{"suggestion", std::string(*nearest)}, Quoted::nothing});
  seen.hint = "did you mean {suggestion}?";
}

}  // namespace admit::schema
