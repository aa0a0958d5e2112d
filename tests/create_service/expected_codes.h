// expected_codes: what the rules of CreateService say about a request, written down a second time
// as plain ifs, as an oracle for the engine.
#pragma once

#include <rapidjson/document.h>

#include <set>
#include <string>

#include "admit/severity.h"

namespace admit::test {

/// One violation, without its wording.
struct Expected {
  std::string code;
  std::string pointer;
  std::string member;  ///< the name of a missing member; else empty
  Severity severity = Severity::error;

  friend auto operator<=>(const Expected&, const Expected&) = default;
};

/// How the request is read.
struct Reading {
  bool newer = true;  ///< revision 2026-08-21, else 2026-02-05
  bool strict = false;
};

/// Every violation of `request`. Shares no code with the library. Knows nothing of misspelt twins.
std::set<Expected> expected_codes(const rapidjson::Value& request, Reading reading);

}  // namespace admit::test
