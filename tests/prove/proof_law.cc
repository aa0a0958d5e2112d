// ProofLaw: every kernel against the explaining path.
#include "prove/proof_law.h"

#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "admit/create_service.h"
#include "engine_parts.h"
#include "prove/prover.h"

namespace admit::test {
namespace {

// Finds nothing, and keeps an engine from proving anything.
class Obstacle : public Rule {
 public:
  Obstacle() : Rule({{.id = "test.obstacle"}}) {}
  void check(Node, Findings&) const override {}
};

Engine build(std::string_view schema, RuleSet rules, const Options& options) {
  auto built = Engine::build(schema, std::move(rules), options);
  if (!built) throw std::runtime_error(built.error().code + ": " + built.error().message);
  return std::move(built).value();
}

Engine build_explainer(std::string_view schema, RuleSet rules, const Options& options) {
  rules.add(std::make_unique<Obstacle>());
  return build(schema, std::move(rules), options);
}

}  // namespace

ProofLaw::ProofLaw(std::string_view schema, const MakeRules& rules, const Options& options)
    : engine_(build(schema, rules(), options)),
      explainer_(build_explainer(schema, rules(), options)) {}

ProofLaw::Outcome ProofLaw::judge(std::string_view body) {
  const std::vector<char> copy(body.begin(), body.end());
  const std::string_view text(copy.data(), copy.size());
  const Report report = explainer_.check(text, scratch_);
  Outcome outcome;
  outcome.has_report =
      report.verdict() != Verdict::accept || !report.violations().empty() || report.omitted() > 0;
  const EngineParts& parts = EngineAccess::parts(engine_);
  if (parts.program == nullptr) return outcome;
  std::optional<bool> first;
  for (const prove::Kernel& kernel : prove::kernels()) {
    if (!kernel.is_available()) continue;
    const bool is_proved = prove::is_proven(kernel, *parts.program, text, *memory_);
    const std::string name(kernel.name);
    if (is_proved != first.value_or(is_proved)) outcome.breach = name + " is of another opinion";
    if (is_proved && outcome.has_report) {
      const bool has_violation = !report.violations().empty();
      outcome.breach = name + " proves a body of which there is to say: " +
                       (has_violation ? report.violations().front().code : "no verdict");
    }
    first = is_proved;
    outcome.is_proved = is_proved;
  }
  return outcome;
}

ProofLaw create_service_law(Options options) {
  if (options.revision.empty()) options.revision = create_service_revisions().back();
  options.unknown_members = options.unknown_members.value_or(UnknownMembers::warn);
  options.null_is_absent = options.null_is_absent.value_or(true);
  return {create_service_schema(), create_service_rules, options};
}

}  // namespace admit::test
