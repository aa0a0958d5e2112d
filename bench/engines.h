// Engines: those of CreateService that are measured. Both report errors alone, of bodies up to 4
// MiB.
#pragma once

#include <admit/engine.h>

namespace admit::bench {

/// As users make it.
Engine make_engine();

/// The same one, made once.
const Engine& proving_engine();

/// One that proves nothing, for a rule of its set is irregular: it explains every body.
const Engine& explaining_engine();

}  // namespace admit::bench
