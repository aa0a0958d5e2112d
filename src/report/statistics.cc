// How often each code was found, as a table of text.
// Outside functions: Statistics.
#include "report/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "admit/severity.h"

namespace admit::report {

void Statistics::add(const Report& report) {
  for (const Violation& violation : report.violations()) {
    ++counts_[{violation.code, violation.severity}];
  }
  omitted_ += report.omitted();
}

std::string Statistics::render() const {
  using Row = std::pair<std::pair<std::string, Severity>, std::size_t>;
  std::vector<Row> rows(counts_.begin(), counts_.end());
  std::ranges::stable_sort(rows, std::ranges::greater(), &Row::second);
  std::string out;
  for (const auto& [found, count] : rows) {
    out += fmt::format("{:>8}  {:7}  {}\n", count, to_string(found.second), found.first);
  }
  if (omitted_ > 0) out += fmt::format("{:>8}  not shown\n", omitted_);
  return out;
}

}  // namespace admit::report
