// Host names and the DNS labels of Kubernetes by rows.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "format/exact_copy.h"
#include "format/hostname.h"

namespace {

struct Row {
  std::string text;
  bool hostname;
  bool dns1123_label;
  bool dns1123_subdomain;
  bool dns1035_label;
};

const std::string kLabel63(63, 'a');
const std::string kLabel64(64, 'a');
const std::string kName253 =
    kLabel63 + '.' + kLabel63 + '.' + kLabel63 + '.' + std::string(61, 'a');

const std::vector<Row> kRows = {
    {"", false, false, false, false},
    {"a", true, true, true, true},
    {"A", true, false, false, false},
    {"a.b", true, false, true, false},
    {"a-1", true, true, true, true},
    {"1-a", true, true, true, false},
    {"1", false, true, true, false},  // ends in a number
    {"a.1", false, false, true, false},
    {"a.0x", false, false, true, false},
    {"1.2.3.4", false, false, true, false},
    {"-a", false, false, false, false},
    {"a-", false, false, false, false},
    {"a.-b", false, false, false, false},
    {"a..b", false, false, false, false},
    {".", false, false, false, false},
    {"a.", false, false, false, false},   // an endpoint takes it with a warning
    {"a_b", false, false, false, false},  // the same
    {"a:80", false, false, false, false},
    {"a b", false, false, false, false},
    {std::string("a\0b", 3), false, false, false, false},
    {"\xc3\xbc", false, false, false, false},
    {kLabel63, true, true, true, true},
    {kLabel64, false, false, true, false},  // Kubernetes bounds a subdomain's size alone
    {kName253, true, false, true, false},
    {kName253 + "a", false, false, false, false},
};

}  // namespace

TEST_CASE("host names and DNS labels") {
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    const admit::test::ExactCopy copy(row.text);
    CHECK(admit::format::is_hostname(copy.view()) == row.hostname);
    CHECK(admit::format::is_dns1123_label(copy.view()) == row.dns1123_label);
    CHECK(admit::format::is_dns1123_subdomain(copy.view()) == row.dns1123_subdomain);
    CHECK(admit::format::is_dns1035_label(copy.view()) == row.dns1035_label);
  }
}
