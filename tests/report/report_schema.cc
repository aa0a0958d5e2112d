// Judges JSON reports by an engine made from schemas/report.schema.json. See report_schema.h.
#include "report/report_schema.h"

#include <fstream>
#include <iterator>

#include "admit/engine.h"

namespace admit::test {

std::string faults_of_report(std::string_view report) {
  std::ifstream file(ADMIT_SOURCE_DIR "/schemas/report.schema.json");
  const std::string schema{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const Result<Engine, BuildError> engine = Engine::build(schema, RuleSet());
  if (!engine) return engine.error().message + " at " + engine.error().pointer;
  Scratch scratch;
  const Report result = engine.value().check(report, scratch);
  std::string faults(result.undecided_reason());
  for (const Violation& violation : result.violations()) faults += violation.message() + '\n';
  return faults;
}

}  // namespace admit::test
