// Values that the rules tell apart, under every source type, both revisions and `strict`: names,
// addresses, repetitions. What check() reports is what expected_codes says.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "create_service/comparison.h"
#include "create_service/request_table.h"
#include "engine/cases.h"

namespace {

using namespace admit::test;

std::string text(const std::string& plain) {
  return '"' + plain + '"';
}

// Names that at least one of the format rules takes and another refuses.
std::vector<std::string> names() {
  std::vector<std::string> values = {"", "null"};
  for (const char* name : {"",
                           "a",
                           "a-1",
                           "-a",
                           "a-",
                           "A",
                           "a_b",
                           "_a",
                           "0",
                           "007",
                           "1a",
                           "a.b",
                           "a:b",
                           "@a",
                           "a@b",
                           "a@@b",
                           "@@",
                           "a b",
                           " ",
                           "a\\tb",
                           "a\\u00a0b",
                           "\\u00fc",
                           "PUBLIC",
                           "LATEST",
                           "latest",
                           "providers:com.x.Svc:1.0.0:",
                           "cn-hangzhou:test",
                           "a/b",
                           "a*",
                           "\\u0000",
                           "a\\u0000",
                           "***",
                           "xxx"}) {
    values.push_back(text(name));
  }
  for (const std::size_t size : {63, 64, 127, 128, 129, 511, 512, 513}) {
    values.push_back(text(std::string(size, 'a')));
  }
  std::string wide;
  for (int i = 0; i < 512; ++i) wide += "\\u00fc";
  values.push_back(text(wide));
  values.push_back(text(wide + 'a'));
  return values;
}

const std::vector<std::string> kEndpoints = {"10.0.0.1:80",
                                             "10.0.0.1",
                                             "[::1]:80",
                                             "[2001:db8::1]",
                                             "a.com:80",
                                             "a.com",
                                             "A.com:80",
                                             "a.com.:80",
                                             "a_b.com:80",
                                             "localhost:1",
                                             "",
                                             ":80",
                                             "http://a.com",
                                             "a.com/x",
                                             "a com:80",
                                             "*.a.com:80",
                                             "10.0.0.256:80",
                                             "127.1:80",
                                             "::1",
                                             "a.com:0",
                                             "a.com:65536",
                                             "a.com:080",
                                             "a.com:",
                                             "a.com:80,b:80",
                                             "user@a.com:80",
                                             "[::ffff:1.2.3.4]:80",
                                             "example.123:80",
                                             "a..com:80",
                                             "-a.com:80",
                                             "a%20b:80",
                                             "\\u00fc.com:80",
                                             "a\\u0000:80",
                                             "a\\n:80"};

std::vector<std::string> lists(const std::vector<std::string>& items) {
  std::vector<std::string> values = {"", "[]"};
  for (const std::string& item : items) values.push_back("[" + text(item) + "]");
  return values;
}

TEST_CASE("names of every form") {
  const std::vector<std::string> all = names();
  const std::string good = text("a-1");
  for (const bool strict : {false, true}) {
    compare_services(kSourceTypes, {{"name", all}, {"namespace", {text("default")}}},
                     {.strict = strict, .services = 8});
    compare_services(kSourceTypes, {{"name", {good}}, {"namespace", all}},
                     {.strict = strict, .services = 8});
    compare_services(kSourceTypes, {{"name", {good}}, {"groupName", all}},
                     {.strict = strict, .services = 8});
    compare_services(kSourceTypes, {{"name", {good}}, {"qualifier", all}},
                     {.strict = strict, .services = 8});
    compare_services(kSourceTypes, {{"name", {good}}, {"sourceId", all}},
                     {.strict = strict, .services = 8});
    compare_services(kSourceTypes, {{"name", {good}}, {"modelProviderId", all}},
                     {.strict = strict, .services = 8});
    compare_services(kSourceTypes, {{"name", {good}}, {"expressType", all}},
                     {.strict = strict, .services = 8});
  }
}

TEST_CASE("client tokens of every form") {
  Comparison comparison({});
  std::vector<std::string> tokens = names();
  tokens.push_back(text(std::string(65, ' ')));
  tokens.push_back(text("\\u007f"));
  for_every_object({{"gatewayId", {text("gw-1")}}, {"clientToken", tokens}},
                   [&](const std::string& request) { comparison.compare(request); });
}

TEST_CASE("endpoints of every form") {
  for (const bool strict : {false, true}) {
    compare_services(kSourceTypes, {{"name", {text("a-1")}}, {"addresses", lists(kEndpoints)}},
                     {.strict = strict, .services = 8});
    compare_services(kSourceTypes, {{"name", {text("a-1")}}, {"dnsServers", lists(kEndpoints)}},
                     {.strict = strict, .services = 8});
  }
}

TEST_CASE("two endpoints in one list") {
  std::vector<std::string> pairs;
  for (const std::string& first : kEndpoints) {
    for (const std::string& second : kEndpoints) {
      pairs.push_back("[" + text(first) + "," + text(second) + "]");
    }
  }
  compare_services({text("VIP"), text("DNS"), text("K8S")},
                   {{"name", {text("a-1")}}, {"addresses", pairs}});
}

TEST_CASE("lists around the bound of ten addresses") {
  std::vector<std::string> counts;
  std::string list;
  for (int i = 1; i <= 12; ++i) {
    list += (i == 1 ? "\"10.0.0." : ",\"10.0.0.") + std::to_string(i) + ":80\"";
    counts.push_back("[" + list + "]");
  }
  for (const bool strict : {false, true}) {
    compare_services(kSourceTypes, {{"name", {text("a-1")}}, {"addresses", counts}},
                     {.strict = strict, .services = 8});
  }
}

TEST_CASE("services with the same identity, or nearly") {
  const std::vector<Tried> members = {{"name", {"", "null", text(""), text("a-1"), text("b-1")}},
                                      {"namespace", {"", "null", text("default"), "7"}},
                                      {"groupName", {"", text(""), text("g")}},
                                      {"qualifier", {"", text("LATEST")}}};
  std::vector<std::string> services;
  for_every_object(members, [&](const std::string& service) { services.push_back(service); });
  for (const std::string& source_type : {text("K8S"), text("FC3"), text("MSE_NACOS")}) {
    Comparison comparison({});
    for (const std::string& first : services) {
      for (std::size_t second = 0; second < services.size(); second += 13) {
        comparison.compare(R"({"sourceType":)" + source_type + R"(,"serviceConfigs":[)" + first +
                           ',' + services[second] + ',' + first + "]}");
      }
    }
  }
}

TEST_CASE("the numbers of a Vertex configuration") {
  std::vector<std::string> configs;
  for_every_object({{"vertexTokenRefreshAhead",
                     {"", "null", "0", "-1", "2147483647", "2147483648", "-2147483648",
                      "-2147483649", "1.0", "1.5", "1e9", "1e10", R"("60")", "true"}},
                    {"geminiSafetySetting",
                     {"", "null", "{}", R"({"A":"B"})", R"({"A":7})", R"({"A":null})", "[]"}},
                    {"unknown", {"", "7", "null"}}},
                   [&](const std::string& config) {
                     configs.push_back(R"({"vertexServiceConfig":)" + config + "}");
                   });
  compare_services({text("AI"), text("K8S")},
                   {{"name", {text("a-1")}}, {"aiServiceConfig", configs}});
}

// What the oracle knows nothing of: malformed bodies, misspelt twins, other schemas and options.
bool is_beyond_the_oracle(const Case& request) {
  const std::set<std::string> with_twins = {"several-agents.json", "several-nacos-crlf.json",
                                            "several-tabs.json"};
  return request.name.starts_with("input.") || request.name.find("twin") != std::string::npos ||
         with_twins.contains(request.name) || !request.schema.empty() || !request.options.empty();
}

TEST_CASE("the requests of tests/data") {
  Comparison newer({true});
  Comparison older({false});
  for (const Case& request : load_all_cases()) {
    if (is_beyond_the_oracle(request)) continue;
    CAPTURE(request.name);
    newer.compare(request.body);
    older.compare(request.body);
  }
  CHECK(newer.compared() > 150);
}

}  // namespace
