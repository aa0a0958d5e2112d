// What agentServiceConfig needs, by provider.
#include <algorithm>
#include <array>
#include <string>

#include "admit/conditional_rule.h"
#include "create_service/provenance.h"
#include "create_service/rules.h"
#include "text/suggest.h"

namespace admit::create_service {
namespace {

constexpr const char* kProvider = "/serviceConfigs/*/agentServiceConfig/provider";
constexpr const char* kDifyConfig = "/serviceConfigs/*/agentServiceConfig/difyConfig";
constexpr const char* kEachCredential =
    "/serviceConfigs/*/agentServiceConfig/dashScopeConfig/appCredentials/*";

constexpr std::array<std::string_view, 3> kProviders = {"qwen", "dify", "custom"};

bool is_agent_provider(std::string_view text) noexcept {
  return std::ranges::find(kProviders, text) != kProviders.end();
}

std::string nearest_provider(std::string_view text) {
  return std::string(text::closest(text, kProviders).value_or(""));
}

// A rule about the agents of AGENT services.
ConditionalRule for_agents(ConditionalRule rule, const char* scope = kEachAgent) {
  return rule.in(scope).when(kSourceType, {"AGENT"}).source(kSdkModels);
}

// A rule about the agents of one provider.
ConditionalRule for_provider(const char* provider, ConditionalRule rule,
                             const char* scope = kEachAgent) {
  return for_agents(std::move(rule), scope).when(kProvider, {provider});
}

}  // namespace

RuleSet agent_rules() {
  RuleSet rules;
  rules.add(for_agents(require("address")).as(Code::agent_address_required));
  rules.add(for_agents(require("provider"))
                .as(Code::agent_provider_required)
                .hint("add `provider`: `qwen`, `dify` or `custom`")
                .example("qwen"));
  rules.add(for_agents(expect_format("provider", is_agent_provider, "`qwen`, `dify` or `custom`"))
                .pattern("^(qwen|dify|custom)$")
                .as(Code::agent_provider_unknown)
                .repair(nearest_provider));
  rules.add(for_provider("qwen", require("dashScopeConfig/appCredentials", 1))
                .as(Code::agent_dashscope_config_required));
  for (const char* member : {"appId", "apiKey"}) {
    rules.add(for_provider("qwen", require(member), kEachCredential)
                  .as(Code::agent_credential_incomplete));
  }
  rules.add(for_provider("dify", require("difyConfig")).as(Code::agent_dify_config_required));
  for (const char* member : {"botType", "apiKey"}) {
    rules.add(
        for_provider("dify", require(member), kDifyConfig).as(Code::agent_dify_config_required));
  }
  rules.add(for_provider("custom", require("customConfig")).as(Code::agent_custom_config_required));
  return rules;
}

}  // namespace admit::create_service
