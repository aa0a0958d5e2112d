// Every source type, and everything else, with the members that matter absent, null, empty and
// good: code, place and severity of all that check() reports are those of expected_codes.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "create_service/comparison.h"
#include "create_service/request_table.h"

namespace {

using namespace admit::test;

// Absent, null, empty, good.
std::vector<std::string> four_states(const std::string& empty, const std::string& good) {
  return {"", "null", empty, good};
}

std::vector<Tried> members_that_matter() {
  return {{"name", four_states(R"("")", R"("a-1")")},
          {"namespace", four_states(R"("")", R"("default")")},
          {"groupName", four_states(R"("")", R"("DEFAULT_GROUP")")},
          {"addresses", four_states("[]", R"(["10.0.0.1:80"])")},
          {"dnsServers", four_states("[]", R"(["100.100.2.136:53"])")}};
}

TEST_CASE("the members of a service in every state") {
  CHECK(compare_services(kSourceTypes, members_that_matter(), {.services = 16}) == 2 * 13 * 1024);
}

TEST_CASE("the members of a service in every state, each service on its own") {
  std::vector<Tried> members = members_that_matter();
  for (Tried& member : members) {
    if (member.name != "namespace") member.values = {member.values[0], member.values[3]};
  }
  CHECK(compare_services(kSourceTypes, members) == 2 * 13 * 64);
}

TEST_CASE("the members of AI and AGENT services in every state") {
  const std::string agent = R"({"address":"https://a","provider":"custom","customConfig":{}})";
  compare_services(
      kSourceTypes,
      {{"name", {R"("a-1")"}},
       {"modelProviderId", four_states(R"("")", R"("mp-cq7l5s5lhtgi")")},
       {"validationOptions",
        {"", "null", "{}", R"({"skipVerifyAIChatCompletion":null})",
         R"({"skipVerifyAIChatCompletion":false})", R"({"skipVerifyAIChatCompletion":true})"}},
       {"aiServiceConfig", four_states("{}", R"({"provider":"qwen"})")},
       {"agentServiceConfig", four_states("{}", agent)}},
      {.services = 16});
}

TEST_CASE("the members of an agent in every state") {
  const std::string good = R"({"appId":"a","apiKey":"k"})";
  std::vector<std::string> credentials = {"null", "[]", "[" + good + "]", "[7]", "7"};
  for_every_object(
      {{"appId", four_states(R"("")", R"("a")")}, {"apiKey", four_states(R"("")", R"("k")")}},
      [&](const std::string& item) { credentials.push_back("[" + good + "," + item + "]"); });
  std::vector<std::string> dash_scope = {"", "null", "{}", "7"};
  for (const std::string& list : credentials) {
    dash_scope.push_back(R"({"appCredentials":)" + list + "}");
  }
  std::vector<std::string> dify = {"", "null", "7"};
  for_every_object(
      {{"botType", four_states(R"("")", R"("b")")}, {"apiKey", four_states(R"("")", R"("k")")}},
      [&](const std::string& config) { dify.push_back(config); });
  const Tried address{"address", four_states(R"("")", R"("https://a")")};
  const auto compare = [&](const std::vector<std::string>& providers, const Tried& config) {
    std::vector<std::string> agents;
    for_every_object({address, {"provider", providers}, config},
                     [&](const std::string& agent) { agents.push_back(agent); });
    compare_services({"", R"("AGENT")", R"("K8S")"},
                     {{"name", {R"("a-1")"}}, {"agentServiceConfig", agents}}, {.services = 16});
  };
  const std::vector<std::string> providers = {"",          "null",        R"("")",
                                              R"("qwen")", R"("dify")",   R"("custom")",
                                              "7",         R"("aliyun")", R"("Qwen")"};
  compare(providers, {"dashScopeConfig", dash_scope});
  compare(providers, {"difyConfig", dify});
  compare(providers, {"customConfig", {"", "null", "{}", R"({"apiKey":"k"})", "7"}});
}

TEST_CASE("the members of a request in every state") {
  for (const bool newer : {true, false}) {
    for (const bool strict : {true, false}) {
      Comparison comparison({newer, strict});
      for_every_object(
          {{"gatewayId", {"", "null", R"("")", R"("gw-cq7l5s5lhtgi6qasrdc0")", R"("gw-***")", "7"}},
           {"sourceType", kSourceTypes},
           {"resourceGroupId", {"", R"("rg-xxx")"}},
           {"clientToken", {"null"}},
           {"serviceConfigs",
            {"", "null", "[]", "[{}]", "[7]", "[null]", "{}", R"([{"name":"a"},{}])"}}},
          [&](const std::string& request) { comparison.compare(request); });
    }
  }
}

TEST_CASE("a request that is no object") {
  for (const bool newer : {true, false}) {
    Comparison comparison({newer});
    for (const char* body : {"null", "7", R"("a")", "true", "[]", "[{}]"}) comparison.compare(body);
  }
}

TEST_CASE("members of the wrong type") {
  const auto wrong = [](const std::string& good) {
    return std::vector<std::string>{"", good, "7", "{}", "[]", "false"};
  };
  compare_services(
      kSourceTypes,
      {{"name", wrong(R"("a-1")")}, {"namespace", wrong(R"("default")")}, {"groupName", {"", "7"}}},
      {.services = 8});
  compare_services(kSourceTypes,
                   {{"addresses",
                     {"", R"("a.com:80")", "[7]", "[null]", R"({"0":"a"})", R"(["10.0.0.1:80",7])",
                      R"([["10.0.0.1:80"]])"}},
                    {"dnsServers", {"", "7", "[7]", "[null]", R"("1.1.1.1:53")"}},
                    {"qualifier", {"", "7"}}},
                   {.services = 8});
  compare_services(kSourceTypes,
                   {{"aiServiceConfig", {"", "7", "[]", R"({"provider":7})"}},
                    {"agentServiceConfig", {"", "7", "[]", R"({"provider":7})"}},
                    {"modelProviderId", {"", "7", R"("mp-xxx")"}},
                    {"validationOptions", {"", "7", R"({"skipVerifyAIChatCompletion":"true"})"}}},
                   {.services = 8});
}

}  // namespace
