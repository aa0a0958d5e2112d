// Contenders: what is measured, registered with Google Benchmark as `contender/body set`.
#pragma once

#include "body_sets.h"

namespace admit::bench {

/// simdjson and RapidJSON, which parse.
void register_parsers(const BodySet& set);

/// RapidJSON's DOM parse alone: what a report is compared with.
void register_dom_parse(const BodySet& set);

/// Validators of others, which judge by the schema of CreateService.
void register_validators(const BodySet& set);

/// Ours: each way to accept a valid body.
void register_accepting(const BodySet& set);

/// Ours: the full report on an invalid body.
void register_reporting(const BodySet& set);

/// Ours: making an engine.
void register_engine_build();

/// Parsing a million endpoints, beside inet_pton.
void register_endpoints();

}  // namespace admit::bench
