// Judges JSON reports by schemas/report.schema.json.
#pragma once

#include <string>
#include <string_view>

namespace admit::test {

/// What is wrong with `report`, a line per violation; empty when it obeys the schema.
std::string faults_of_report(std::string_view report);

}  // namespace admit::test
