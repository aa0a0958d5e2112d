// slow_endpoint: a second endpoint parser, slow and obvious, as an oracle for parse_endpoint.
#pragma once

#include <cstddef>
#include <string>

namespace admit::test {

struct SlowVerdict {
  bool accepted = false;
  std::string code;  ///< id of the fault, or of the warning of what is accepted; else ""
  std::size_t offset = 0;
  std::size_t length = 0;
};

/// Works by splitting copies of the text, one stage after the other in the order of precedence. It
/// shares no code with the library.
SlowVerdict slow_endpoint(const std::string& text);

}  // namespace admit::test
