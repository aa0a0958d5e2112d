// Merging: one mistake gives one violation, whoever has seen it.
#pragma once

#include "input/claims.h"
#include "report/assemble.h"

namespace admit::report {

/// Drops the claims that a settlement overrules, and gives a missing member its misspelt twin.
void merge(Observed& observed, const input::Settlement& settlement);

}  // namespace admit::report
