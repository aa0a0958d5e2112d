// Engines: those of CreateService that are measured.
#include "engines.h"

#include <admit/create_service.h>
#include <admit/rule.h>

#include <memory>
#include <stdexcept>
#include <utility>

#include "body_sets.h"

namespace admit::bench {
namespace {

class NothingToSay : public Rule {
 public:
  NothingToSay() : Rule({{.id = "bench.nothing", .title = "never reported"}}) {}
  void check(Node, Findings&) const override {}
};

Options options() {
  Options options;
  options.report_from = Severity::error;
  options.limits.max_body_bytes = kMaxBodyBytes;
  return options;
}

Engine made(Result<Engine, BuildError> built, bool is_provable) {
  if (!built) throw std::logic_error(built.error().message);
  if (built.value().proof().obstacles.empty() != is_provable) {
    throw std::logic_error("it proves what it should explain, or the reverse");
  }
  return std::move(built).value();
}

Engine make_explaining_engine() {
  Options chosen = options();
  chosen.revision = create_service_revisions().back();
  chosen.unknown_members = UnknownMembers::warn;
  chosen.null_is_absent = true;
  RuleSet rules = create_service_rules();
  rules.add(std::make_unique<NothingToSay>());
  return made(Engine::build(create_service_schema(), std::move(rules), std::move(chosen)), false);
}

}  // namespace

Engine make_engine() {
  return made(create_service_engine(options()), true);
}

const Engine& proving_engine() {
  static const Engine engine = make_engine();
  return engine;
}

const Engine& explaining_engine() {
  static const Engine engine = make_explaining_engine();
  return engine;
}

}  // namespace admit::bench
