// judge_endpoint: host:port text -> what the grammar says of it, by one regular expression for each
// production. An oracle for parse_endpoint: slow, and of no code of the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace admit::test {

/// std::regex recurses once for each character; beyond this size it must not be asked.
inline constexpr std::size_t kMostEndpointBytes = 1000;

struct EndpointJudgement {
  bool accepted = false;
  std::string code;        ///< of the fault, or of the warning about what is accepted; else ""
  std::size_t offset = 0;  ///< of fault or warning

  // Of what is accepted.
  std::string kind;                   ///< "name", "ipv4" or "ipv6"
  std::string host;                   ///< without the brackets of an IPv6
  unsigned long port = 0;             ///< 0: none
  std::vector<std::uint8_t> address;  ///< 4 bytes, 16, or none
};

/// `text` must have at most kMostEndpointBytes.
EndpointJudgement judge_endpoint(const std::string& text);

}  // namespace admit::test
