// EngineParts: everything that an Engine consists of; immutable once built.
#pragma once

#include <memory>
#include <vector>

#include "admit/engine.h"
#include "prove/prover.h"
#include "rules/run_rules.h"
#include "schema/evaluate.h"
#include "schema/plan.h"
#include "text/mask.h"

namespace admit {

struct EngineParts {
  Options options;
  schema::Plan plan;
  RuleSet rules;                                ///< all of them, owned
  std::vector<rules::ActiveRule> active_rules;  ///< those with something to report
  std::vector<EngineCode> codes;                ///< admit's own (index: Code), then the rules'
  std::vector<EngineCode> listed_codes;         ///< those of them that this engine can raise
  std::vector<Severity> schema_severities;      ///< by Code, for the schema's observations
  text::SecretNames secrets;
  std::vector<BuildError> warnings;
  std::unique_ptr<const prove::Program> program;  ///< null: everything is explained
  const prove::Kernel* kernel = nullptr;
  Proof proof;

  [[nodiscard]] schema::EvaluateOptions evaluate_options() const noexcept {
    return {options.null_is_absent.value_or(false), schema_severities};
  }
};

struct Engine::Parts : EngineParts {};

/// What is inside of an engine, for tests.
struct EngineAccess {
  static const EngineParts& parts(const Engine& engine) noexcept { return *engine.parts_; }
};

}  // namespace admit
