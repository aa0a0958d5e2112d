// Secrets planted wherever a request may hold one appear in no report: not in valid bodies, not in
// bodies that break a rule or hold a wrong type, and not in bodies broken at random.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases.h"
#include "engine/secret_body.h"
#include "text/mask.h"
#include "text/planted.h"

namespace {

using namespace admit;
using namespace admit::test;

const std::vector<std::string_view> kBodies = {
    // Valid.
    R"({"gatewayId":"gw-1","sourceType":"AI","serviceConfigs":[{"name":"a","aiServiceConfig":{"provider":"qwen","<apiKeys>":["$","$"],"defaultModelName":"m"}}]})",
    R"({"gatewayId":"gw-1","sourceType":"AI","serviceConfigs":[{"name":"a","aiServiceConfig":{"bedrockServiceConfig":{"awsRegion":"r","<awsAccessKey>":"$","<awsSecretKey>":"$"},"vertexServiceConfig":{"<vertexAuthKey>":"{\"private_key\":\"$\"}","vertexRegion":"r"}}}]})",
    "{\n  \"gatewayId\": \"gw-1\",\n  \"sourceType\": \"AGENT\",\n  \"serviceConfigs\": [\n    {\n "
    "     "
    "\"name\": \"a\",\n      \"agentServiceConfig\": {\n        \"provider\": \"qwen\",\n        "
    "\"address\": \"https://a\",\n        \"dashScopeConfig\": {\n          \"appCredentials\": "
    "[\n      "
    "      { \"appId\": \"i\", \"<apiKey>\": \"$\" },\n            { \"appId\": \"j\", "
    "\"<apiKey>\": \"$\" "
    "}\n          ]\n        }\n      }\n    }\n  ]\n}\n",
    R"({"gatewayId":"gw-1","sourceType":"AGENT","serviceConfigs":[{"name":"a","agentServiceConfig":{"provider":"dify","address":"b","difyConfig":{"botType":"chat","<apiKey>":"$"}}},{"name":"b","agentServiceConfig":{"provider":"custom","address":"b","customConfig":{"apiKeyGenerateMode":"Custom","<apiKey>":"$"}}}]})",
    // Breaking rules around the secrets.
    R"({"sourceType":"AGENT","serviceConfigs":[{"agentServiceConfig":{"provider":"qwen","dashScopeConfig":{"appCredentials":[{"<apiKey>":"$"},{"<apikey>":"$","appId":""},{"<api_key>":"$"}]},"difyConfig":{"<apiKey>":"$"}}}]})",
    R"({"sourceType":"K8S","serviceConfigs":[{"<apiKey>":"$","<x-secret-key>":"$","<authKey>":["$"],"namespace":"A","aiServiceConfig":{"<apiKeys>":["$"]},"dnsServers":["x"]}]})",
    R"({"sourceType":"VIP","clientToken":"\u00fc","serviceConfigs":[{"addresses":["http://a","b"],"<accessKey>":null,"<secretKey>":"$"}]})",
    // Of the wrong type.
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<apiKeys>":"$","bedrockServiceConfig":{"<awsAccessKey>":["$",["$"]],"<awsSecretKey>":{"a":"$","b":{"c":"$"}}},"vertexServiceConfig":{"<vertexAuthKey>":{"type":"$"},"vertexTokenRefreshAhead":"1"}}}]})",
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<apiKeys>":[{"a":"$"},["$"],1,null,true,"$"]}}]})",
    R"({"sourceType":"AGENT","serviceConfigs":[{"agentServiceConfig":{"dashScopeConfig":{"appCredentials":{"appId":1,"<apiKey>":"$"}},"difyConfig":[{"<apiKey>":"$"}],"customConfig":{"<apiKey>":["$"]}}}]})",
    // Names inside a secret value are secret, too.
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<apiKeys>":{"$":"$","$":1,"b":{"$":null}}}}]})",
    // Unreadable for other reasons than syntax.
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<apiKeys>":["$"],"<apiKeys>":["$"]}}]})",
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<apiKeys>":["$",1e999]}}]})",
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<apiKeys>":["$\ud800"]}}]})",
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<apiKeys>":["$)"
    "\xff"
    R"("]}}]})",
    R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"<api\u004beys>":["$"],"x":tru}}]})",
};

// The engines that bodies are given to: plain, one that finds fault with more, one with tight
// limits.
std::vector<Engine> engines() {
  std::vector<Engine> all;
  all.push_back(build_engine(Options{}));
  all.push_back(build_engine({.revision = "2026-02-05",
                              .strict = true,
                              .report_from = Severity::info,
                              .unknown_members = UnknownMembers::deny,
                              .null_is_absent = false}));
  all.push_back(build_engine(Options{.limits = {.max_depth = 6, .max_array_items = 1}}));
  return all;
}

void check_body(const Engine& engine, Scratch& scratch, const SecretBody& body,
                const text::SecretNames& names) {
  const std::string text = body.text();
  const Report report = engine.check(text, scratch);
  const std::string shown = whole_report(engine, text, report);
  const std::string leak = body.find_leak(shown, names);
  if (!leak.empty()) FAIL_CHECK("leak of " << leak << " from " << text << "\nas\n" << shown);
}

TEST_CASE("planted secrets appear in no report") {
  std::mt19937 random(12);
  const text::SecretNames names;
  for (const Engine& engine : engines()) {
    Scratch scratch;
    for (const std::string_view pattern : kBodies) {
      for (int round = 0; round < 5; ++round) {
        check_body(engine, scratch, SecretBody(pattern, random), names);
      }
    }
  }
}

TEST_CASE("planted secrets appear in no report on a body broken at random") {
  std::mt19937 random(34);
  const text::SecretNames names;
  const std::vector<Engine> all = engines();
  Scratch scratch;
  std::size_t judged = 0;
  for (int round = 0; round < 6000; ++round) {
    SecretBody body(kBodies[random() % kBodies.size()], random);
    for (auto edits = 1 + random() % 3; edits > 0; --edits) body.mutate(random, round % 2 == 0);
    if (!body.are_names_whole()) continue;
    check_body(all[random() % all.size()], scratch, body, names);
    ++judged;
  }
  CHECK(judged > 4000);
}

TEST_CASE("planted secrets appear in no report on a body that was cut") {
  std::mt19937 random(56);
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  for (const std::string_view pattern : kBodies) {
    const std::string whole = SecretBody(pattern, random).text();
    const std::size_t first_secret = pattern.find('<');
    for (std::size_t size = first_secret; size < whole.size(); ++size) {
      const std::string cut = whole.substr(0, size);
      const Report report = engine.check(cut, scratch);
      const std::string shown = whole_report(engine, cut, report);
      for (std::size_t at = 0; at + 4 <= size; ++at) {
        const std::string window = cut.substr(at, 4);
        const bool is_planted = window.find_first_not_of("qxzjkvwQXZJKVW") == std::string::npos;
        if (is_planted && shown.find(window) != std::string::npos) {
          FAIL_CHECK("leak of " << window << " from " << cut << "\nas\n" << shown);
        }
      }
    }
  }
}

const std::vector<std::string_view> kOwnBodies = {
    R"({"sourceType":"DNS","<clientToken>":"$\u0001","serviceConfigs":[{"<name>":"$","<addresses>":["http://$","$:x","$","$","10.0.0.1:$","$.com:80","$.com:80"]}]})",
    R"({"sourceType":"VIP","serviceConfigs":[{"<name>":"$ $","<addresses>":["$:80","user:$@b:1","[$]:1"],"<addresses>":"$"},{"<name>":"$","<addresses>":{"$":"$"}}]})",
    R"({"sourceType":"MSE_NACOS","serviceConfigs":[{"<name>":"@$","<Name>":"$","namespace":"b/c","groupName":"g"},{"<name>":"@$","namespace":"b","groupName":"g"},{"<name>":"@$","namespace":"b","groupName":"g"}]})",
    R"({"sourceType":"K8S","serviceConfigs":[{"<name>":{"$":1},"namespace":"b"},{"<name>":["$"],"namespace":"b"},{"<Name>":"$","namespace":"b"}]})",
};

TEST_CASE("members that options declare secret are kept as well") {
  std::mt19937 random(78);
  const std::vector<std::string> added = {"addresses", "name", "client_token"};
  const text::SecretNames names(added);
  const Engine engine = build_engine({.strict = true, .secret_members = added});
  Scratch scratch;
  std::size_t found = 0;
  for (int round = 0; round < 2000; ++round) {
    SecretBody body(kOwnBodies[random() % kOwnBodies.size()], random);
    if (round >= 100) body.mutate(random, round % 2 == 0);
    if (!body.are_names_whole()) continue;
    check_body(engine, scratch, body, names);
    const Report report = engine.check(body.text(), scratch);
    found += report.violations().size();
  }
  CHECK(found > 2000);
}

TEST_CASE("a secret that is a number is one, too") {
  const std::string number = "7493058612847350";
  const Engine engine = build_engine(Options{});
  Scratch scratch;
  for (const char* pattern :
       {R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"apiKeys":$}}]})",
        R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"apiKeys":[$,-$,$.5,"$"]}}]})",
        R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"apiKeys":{"$":[$]}}}]})",
        R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"apiKeys":$e999}}]})",
        R"({"sourceType":"AI","serviceConfigs":[{"aiServiceConfig":{"apiKeys":0$}}]})",
        R"({"sourceType":"AI","serviceConfigs":[{"apiKey":$$$}]})",
        R"({"sourceType":"AI","serviceConfigs":[{"apiKey":$})"}) {
    const std::string body = plant(pattern, number);
    const Report report = engine.check(body, scratch);
    CHECK(!report.violations().empty());
    const std::string leak = find_leak(whole_report(engine, body, report), number, "");
    CHECK_MESSAGE(leak.empty(), leak << " of " << body);
  }
}

TEST_CASE("a leak would be found") {
  std::mt19937 random(90);
  const text::SecretNames names;
  const SecretBody whole(R"({"<apiKey>":"$","x":"y"})", random);
  CHECK(whole.find_leak(whole.text(), names).size() == 4);
  CHECK(whole.find_leak(R"({"apiKey":"***","x":"y"})", names).empty());
  SecretBody broken(R"({"<apiKey>":"$","x":"y")", random);
  CHECK(broken.find_leak(broken.text(), names).size() == 4);
  CHECK(broken.find_leak(broken.text().substr(11, 4), names).size() == 4);
  CHECK(broken.find_leak(broken.text().substr(11, 3), names).empty());
}

}  // namespace
