// What a service of each source type needs, and does not use.
#include "admit/conditional_rule.h"
#include "create_service/provenance.h"
#include "create_service/rules.h"

namespace admit::create_service {
namespace {

void add_body_rules(RuleSet& rules) {
  const char* hint = "add `serviceConfigs` with one service at least";
  rules.add(require("serviceConfigs", 1)
                .as(Code::service_configs_required)
                .since(kRevisionB)
                .source(kSdkModels)
                .hint(hint));
  rules.add(require("serviceConfigs", 1)
                .as(Code::service_configs_required)
                .severity(Severity::warning)
                .until(kRevisionB)
                .source(kReference)
                .hint(hint));
  rules.add(require("gatewayId")
                .as(Code::service_gateway_id_missing)
                .source(kSiblingDocuments)
                .hint("add `gatewayId`, the id of the gateway (`gw-...`)"));
  rules.add(require("sourceType")
                .as(Code::service_source_type_missing)
                .source(kInferred)
                .hint("add `sourceType`: where the services come from"));
}

void add_name_rules(RuleSet& rules) {
  rules.add(require("name")
                .in(kEachService)
                .when(kSourceType, {"FC3"})
                .as(Code::service_name_required)
                .source(kSdkModels)
                .hint("add `name`, the name of the function"));
  const auto recommended = [](std::vector<std::string> source_types) {
    return require("name")
        .in(kEachService)
        .when(kSourceType, std::move(source_types))
        .as(Code::service_name_recommended)
        .reason("without it, nothing can refer to the service");
  };
  rules.add(recommended({"VIP", "DNS", "AI"}).raised_by_strict().source(kSiblingDocuments));
  rules.add(recommended({"K8S", "MSE_NACOS", "SAE_K8S_SERVICE", "AGENT"}).source(kInferred));
}

void add_requirements(RuleSet& rules) {
  const auto with_namespace = [](const char* source_type, const char* example) {
    return require("namespace")
        .in(kEachService)
        .when(kSourceType, {source_type})
        .as(Code::service_namespace_required)
        .source(kReference)
        .example(example);
  };
  rules.add(with_namespace("K8S", "default"));
  rules.add(with_namespace("MSE_NACOS", "PUBLIC"));
  rules.add(require("groupName")
                .in(kEachService)
                .when(kSourceType, {"MSE_NACOS"})
                .as(Code::service_group_name_required)
                .source(kReference)
                .example("DEFAULT_GROUP"));
  rules.add(require("addresses", 1)
                .in(kEachService)
                .when(kSourceType, {"VIP", "DNS"})
                .as(Code::service_addresses_required)
                .source(kSiblingDocuments)
                .hint("add `addresses` with one `host:port` at least"));
  rules.add(require("aiServiceConfig")
                .in(kEachService)
                .when(kSourceType, {"AI"})
                .as(Code::service_ai_config_required)
                .source(kSdkModels));
  rules.add(require("agentServiceConfig")
                .in(kEachService)
                .when(kSourceType, {"AGENT"})
                .as(Code::service_agent_config_required)
                .source(kSdkModels));
}

void add_unused(RuleSet& rules) {
  rules.add(forbid("modelProviderId")
                .in(kEachService)
                .when_not(kSourceType, {"AI"})
                .as(Code::service_model_provider_unused)
                .source(kSdkModels));
  rules.add(forbid("dnsServers")
                .in(kEachService)
                .when_not(kSourceType, {"DNS"})
                .as(Code::service_dns_servers_unused)
                .source(kSiblingDocuments));
}

}  // namespace

RuleSet service_rules() {
  RuleSet rules;
  add_body_rules(rules);
  add_name_rules(rules);
  add_requirements(rules);
  add_unused(rules);
  return rules;
}

}  // namespace admit::create_service
