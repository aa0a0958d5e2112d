// Plan and active rules -> Program, or what stands in the way of one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "admit/options.h"
#include "prove/program.h"
#include "rules/run_rules.h"
#include "schema/evaluate.h"
#include "schema/plan.h"

namespace admit::prove {

struct Compiled {
  std::unique_ptr<const Program> program;  ///< null where there are obstacles
  std::vector<std::string> obstacles;      ///< keywords, with their place, and rules
};

/// `evaluate`: how the engine reads its schema. `plan` must outlive the program, as must the rules.
Compiled compile(const schema::Plan& plan, const std::vector<rules::ActiveRule>& rules,
                 const schema::EvaluateOptions& evaluate, const Limits& limits);

}  // namespace admit::prove
