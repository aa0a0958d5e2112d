// ProofLaw: what is proved has nothing to report. Holds an engine to it, by each of its kernels and
// beside an engine that explains everything.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "admit/engine.h"
#include "prove/memory.h"

namespace admit::test {

class ProofLaw {
 public:
  using MakeRules = std::function<RuleSet()>;

  /// `rules` is called twice. Throws std::runtime_error where there is no engine.
  ProofLaw(std::string_view schema, const MakeRules& rules, const Options& options);

  [[nodiscard]] const Engine& engine() const noexcept { return engine_; }
  [[nodiscard]] bool is_provable() const noexcept { return engine_.proof().obstacles.empty(); }

  struct Outcome {
    bool is_proved = false;
    bool has_report = false;  ///< something to report, or no verdict
    std::string breach;       ///< how the law was broken; empty: it was not
  };

  /// `body` is copied to where reading one byte too far is seen.
  Outcome judge(std::string_view body);

 private:
  Engine engine_;
  Engine explainer_;
  Scratch scratch_;
  std::unique_ptr<prove::ProofMemory> memory_ = std::make_unique<prove::ProofMemory>();
};

/// The law for CreateService.
ProofLaw create_service_law(Options options);

}  // namespace admit::test
