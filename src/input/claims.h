// Claims: what has been told about members that are absent, so that the null or the misspelt member
// in their place is not told a second time.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "admit/severity.h"

namespace admit::input {

/// Somebody has told that `member` of the object `at` is missing; or, with an empty `member`, that
/// the null `at` is.
struct Claim {
  const void* at = nullptr;
  std::string member;
  Severity severity = Severity::ignore;
};

/// All claims about one document, those beyond what a report can hold included.
class Claims {
 public:
  void claim_missing(const void* object, std::string_view member, Severity severity) {
    claims_.emplace(object, Claim{object, std::string(member), severity});
  }
  void claim_null(const void* value, Severity severity) {
    claims_.emplace(value, Claim{value, {}, severity});
  }

  [[nodiscard]] bool has(const void* at) const { return claims_.contains(at); }

  /// The claims about `member` of `at`.
  [[nodiscard]] std::vector<Claim> find(const void* at, std::string_view member) const {
    std::vector<Claim> found;
    const auto [begin, end] = claims_.equal_range(at);
    for (auto entry = begin; entry != end; ++entry) {
      if (entry->second.member == member) found.push_back(entry->second);
    }
    return found;
  }

 private:
  std::unordered_multimap<const void*, Claim> claims_;
};

/// A member whose name is a misspelling of one that is missing.
struct Twin {
  const void* object = nullptr;
  std::string member;  ///< the missing one
  const void* value = nullptr;
  std::string name;  ///< the misspelt one
};

/// How claims and strangers were settled: of each pair, the more severe one is told.
struct Settlement {
  std::vector<Twin> twins;       ///< told by the claim
  std::vector<Claim> overruled;  ///< told by the null or the unknown member
};

}  // namespace admit::input
