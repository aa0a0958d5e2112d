// Merging: one mistake gives one violation, whoever has seen it.
#pragma once

#include "report/assemble.h"

namespace admit::report {

/// Drops what another observation already says, and gives a missing member its misspelt twin.
void merge(Observed& observed, const input::DocumentView* view);

}  // namespace admit::report
