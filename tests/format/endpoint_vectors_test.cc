// The conformance vectors: verdicts on which many implementations agree with this grammar. One JSON
// object a line: kind, input, valid, note.
#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "format/exact_copy.h"
#include "format/host_port.h"
#include "format/hostname.h"
#include "format/ip.h"
#include "format/port.h"

namespace {

#ifdef ADMIT_CONFORMANCE_DATA
constexpr const char* kVectors = ADMIT_CONFORMANCE_DATA "/vectors/endpoint.jsonl";
#else
constexpr const char* kVectors = "";
#endif

struct Kind {
  std::string_view name;
  bool (*is_valid)(std::string_view) noexcept;
};

constexpr Kind kKinds[] = {
    {"host_port", admit::format::is_host_port},
    {"host_opt_port", admit::format::is_host_opt_port},
    {"hostname", admit::format::is_hostname},
    {"ipv4", admit::format::is_ipv4},
    {"ipv6", admit::format::is_ipv6},
    {"ip", admit::format::is_ip},
    {"ip_port", admit::format::is_ip_port},
    {"port", admit::format::is_port},
    {"dns1123_label", admit::format::is_dns1123_label},
    {"dns1123_subdomain", admit::format::is_dns1123_subdomain},
    {"dns1035_label", admit::format::is_dns1035_label},
};

std::string_view text_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

void check_line(const std::string& line) {
  rapidjson::Document vector;
  vector.Parse(line.data(), line.size());
  REQUIRE_FALSE(vector.HasParseError());
  const std::string_view name = text_of(vector["kind"]);
  const auto* const kind = std::find_if(std::begin(kKinds), std::end(kKinds),
                                        [name](const Kind& row) { return row.name == name; });
  REQUIRE_MESSAGE(kind != std::end(kKinds), line);
  const admit::test::ExactCopy input(text_of(vector["input"]));
  CHECK_MESSAGE(kind->is_valid(input.view()) == vector["valid"].GetBool(), line);
}

}  // namespace

TEST_CASE("every conformance vector has its verdict") {
  std::ifstream file(kVectors);
  if (!file) {
    MESSAGE("skipped: no conformance data (ADMIT_CONFORMANCE_DATA)");
    return;
  }
  std::size_t lines = 0;
  for (std::string line; std::getline(file, line); ++lines) check_line(line);
  MESSAGE(lines << " vectors checked");
  CHECK(lines > 0);
}
