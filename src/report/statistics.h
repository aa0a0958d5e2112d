// Statistics: the reports of a run -> how often each code was found.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "admit/report.h"

namespace admit::report {

class Statistics {
 public:
  /// Counts the violations of one more report.
  void add(const Report& report);

  /// A line for each code and severity, the most frequent first, then by code:
  ///
  ///      12  error    service.namespace-required
  ///       3  warning  service.placeholder
  ///
  /// and, where reports have left some out, how many those are. Empty where nothing was found.
  [[nodiscard]] std::string render() const;

 private:
  std::map<std::pair<std::string, Severity>, std::size_t> counts_;
  std::size_t omitted_ = 0;
};

}  // namespace admit::report
