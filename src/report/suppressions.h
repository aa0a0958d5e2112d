// Suppressions: comments of a YAML manifest that take findings out of its report.
//
//     addresses:
//       - 10.0.0.7:0  # admit: ignore[endpoint.port-range] filled in by the pipeline
//       # admit: ignore[service.placeholder, service.*] the template of the team
//       - CHANGE_ME:80
//
// A comment behind something speaks of its line, one alone in its line of the next line. It needs
// a reason. What makes a document unreadable, or two readers differ on it, cannot be suppressed.
#pragma once

#include <span>

#include "admit/engine.h"
#include "admit/source.h"

namespace admit::report {

/// `report`, on the document `source`, without what its comments suppress. Comments that suppress
/// nothing, or that cannot, are findings of their own (`lint.*`), with the severities of `codes`.
/// Other documents than YAML, and those without a verdict, stay as they are.
Report apply_suppressions(Report report, const Source& source, std::span<const EngineCode> codes,
                          const Limits& limits);

}  // namespace admit::report
