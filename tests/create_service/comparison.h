// Comparison: an engine of CreateService and expected_codes on the same requests.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "create_service/expected_codes.h"
#include "create_service/request_table.h"
#include "engine/cases.h"

namespace admit::test {

/// Fails the test for a request of which the engine reports other codes, places or severities than
/// expected_codes, one of them twice, or another verdict. After some complaints it counts them
/// only.
class Comparison {
 public:
  explicit Comparison(Reading reading);
  ~Comparison();
  Comparison(const Comparison&) = delete;
  Comparison& operator=(const Comparison&) = delete;

  void compare(const std::string& body);

  [[nodiscard]] std::size_t compared() const { return compared_; }

 private:
  Reading reading_;
  Engine engine_;
  Scratch scratch_;
  std::size_t compared_ = 0;
  std::size_t complaints_ = 0;
};

/// Every value of `sourceType`, beside none, null, no known one and no string.
extern const std::vector<std::string> kSourceTypes;

/// Compares requests with one service for each combination of its `members` and each of
/// `source_types` (empty: none), under both revisions. Returns how many.
std::size_t compare_services(const std::vector<std::string>& source_types,
                             const std::vector<Tried>& members, bool strict = false);

}  // namespace admit::test
