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

/// How compare_services makes requests.
struct Batch {
  bool strict = false;
  std::size_t services = 1;  ///< so many in one request, which is faster
};

/// Compares requests made of a service for each combination of `members`, with each of
/// `source_types` (empty: none), under both revisions. Returns how many services there were in all.
std::size_t compare_services(const std::vector<std::string>& source_types,
                             const std::vector<Tried>& members, Batch batch = {});

}  // namespace admit::test
