// What the program prints about an order, and about a schema that makes no engine.
#pragma once

#include <admit/engine.h>
#include <admit/report.h>

#include <iosfwd>
#include <string>

namespace orders {

/// Writes a line for each violation of the order in `file`, each with its place and its hint below,
/// then the verdict.
void print_report(std::ostream& out, const std::string& file, const admit::Report& report);

/// Writes why the schema in `file` makes no engine.
void print_fault(std::ostream& out, const std::string& file, const admit::BuildError& fault);

}  // namespace orders
