// Observations -> Report: located in the source, merged, put in order, capped and redacted.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "admit/engine.h"
#include "admit/source.h"
#include "input/document.h"
#include "input/observation.h"
#include "text/mask.h"

namespace admit::report {

/// What an assembly needs to know of the request and of the engine.
struct Subject {
  Source source;                              ///< the request
  const input::Document* document = nullptr;  ///< null when it could not be read
  std::span<const EngineCode> codes;
  const text::SecretNames& secrets;
  const Limits& limits;
  Severity report_from = Severity::info;
};

/// Everything that was seen; `counts` by severity, including what was not kept.
struct Observed {
  std::vector<input::Observation> seen;
  Report::Counts counts;

  /// Takes over the observations of one source.
  void add(input::ObservationLog& log);
};

/// Makes the report. Where nothing was seen, the text is not looked at again.
Report assemble(const Subject& subject, Observed observed, input::ScanMemory& memory);

/// Notes what the reader found: its fault, and members that stand twice.
void note_input(const input::ReadOutcome& outcome, const Subject& subject, Observed& observed);

}  // namespace admit::report
