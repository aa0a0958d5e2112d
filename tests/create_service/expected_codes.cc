// The rules as plain ifs: one function per part of the request, one paragraph per rule.
#include "create_service/expected_codes.h"

#include <cstddef>
#include <map>
#include <string_view>

#include "create_service/expected_text.h"
#include "create_service/request_shape.h"
#include "format/slow_endpoint.h"

namespace admit::test {
namespace {

using rapidjson::Value;

// A member that a rule asks for: what it is called, and of how many items, where it is an array.
struct Wanted {
  const char* name;
  rapidjson::SizeType items = 0;
};

// The second parser is slow, and the tables have few endpoints: each is judged once.
const SlowVerdict& verdict_on(const std::string& endpoint) {
  static std::map<std::string, SlowVerdict> known;
  const auto [place, is_new] = known.try_emplace(endpoint);
  if (is_new) place->second = slow_endpoint(endpoint);
  return place->second;
}

class Judge {
 public:
  Judge(const Value& request, Reading reading) : request_(request), reading_(reading) {}

  std::set<Expected> judge() {
    check_shape(request_, reading_.newer,
                [this](ShapeFault fault, const std::string& at) { faults_[at] = fault; });
    if (!faults_.contains("")) judge_request();
    add_shape_faults();
    return expected_;
  }

 private:
  void add(const std::string& code, Severity severity, const std::string& at,
           const std::string& member = "") {
    expected_.insert({code, at, member, severity});
  }

  void error(const std::string& code, const std::string& at) { add(code, Severity::error, at); }
  void warn(const std::string& code, const std::string& at) { add(code, Severity::warning, at); }

  // A warning that is marked for `strict`.
  void warn_marked(const std::string& code, const std::string& at) { add(code, marked(), at); }
  [[nodiscard]] Severity marked() const {
    return reading_.strict ? Severity::error : Severity::warning;
  }

  // The value of a member of the right type that is not null; else null.
  const Value* find(const Value& object, const std::string& at, const char* name) {
    const auto member = object.FindMember(name);
    if (member == object.MemberEnd() || member->value.IsNull()) return nullptr;
    return faults_.contains(at + '/' + name) ? nullptr : &member->value;
  }

  // The same for a string, which must not be empty to be present.
  std::string text(const Value& object, const std::string& at, const char* name) {
    const Value* value = find(object, at, name);
    if (value == nullptr) return "";
    return {value->GetString(), value->GetStringLength()};
  }

  // "Missing member: the object. Empty value or null: the value", and then only that is said.
  void need(const std::string& code, Severity severity, const Value& object, const std::string& at,
            Wanted wanted) {
    const auto member = object.FindMember(wanted.name);
    if (member == object.MemberEnd()) return add(code, severity, at, wanted.name);
    const std::string where = at + '/' + wanted.name;
    const Value& value = member->value;
    if (value.IsNull()) {
      faults_.erase(where);
      add(code, severity, where);
    } else if (!faults_.contains(where)) {
      if (value.IsString() && value.GetStringLength() == 0) add(code, severity, where);
      if (value.IsArray() && value.Size() < wanted.items) add(code, severity, where);
    }
  }

  void judge_request() {
    source_ = text(request_, "", "sourceType");
    need("service.configs-required", reading_.newer ? Severity::error : Severity::warning, request_,
         "", {"serviceConfigs", 1});
    need("service.gateway-id-missing", marked(), request_, "", {"gatewayId"});
    need("service.source-type-missing", Severity::warning, request_, "", {"sourceType"});
    for (const char* id : {"gatewayId", "resourceGroupId"}) judge_placeholder(request_, "", id);
    judge_client_token(text(request_, "", "clientToken"));
    const Value* services = find(request_, "", "serviceConfigs");
    if (services == nullptr) return;
    for (rapidjson::SizeType i = 0; i < services->Size(); ++i) {
      const std::string at = "/serviceConfigs/" + std::to_string(i);
      if (!faults_.contains(at)) judge_service((*services)[i], at);
    }
    judge_duplicate_names(*services);
  }

  void judge_client_token(const std::string& token) {
    if (count_characters(token) > 64) warn("client-token.length", "/clientToken");
    if (!is_printable_ascii(token)) warn("client-token.characters", "/clientToken");
  }

  void judge_placeholder(const Value& object, const std::string& at, const char* name) {
    const std::string id = text(object, at, name);
    if (id.find("***") != std::string::npos || id.find("xxx") != std::string::npos) {
      warn("service.placeholder", at + '/' + name);
    }
  }

  // Whatever the source type: an id is an id.
  void judge_app_ids(const Value& service, const std::string& at) {
    const std::string agent_at = at + "/agentServiceConfig";
    const std::string config_at = agent_at + "/dashScopeConfig";
    const std::string list_at = config_at + "/appCredentials";
    const Value* agent = find(service, at, "agentServiceConfig");
    const Value* config = agent ? find(*agent, agent_at, "dashScopeConfig") : nullptr;
    const Value* list = config ? find(*config, config_at, "appCredentials") : nullptr;
    for (rapidjson::SizeType i = 0; list != nullptr && i < list->Size(); ++i) {
      const std::string item = list_at + '/' + std::to_string(i);
      if (!faults_.contains(item)) judge_placeholder((*list)[i], item, "appId");
    }
  }

  void judge_service(const Value& service, const std::string& at) {
    if (source_ == "K8S" || source_ == "MSE_NACOS") {
      need("service.namespace-required", Severity::error, service, at, {"namespace"});
    }
    if (source_ == "MSE_NACOS") {
      need("service.group-name-required", Severity::error, service, at, {"groupName"});
    }
    if (source_ == "VIP" || source_ == "DNS") {
      need("service.addresses-required", Severity::error, service, at, {"addresses", 1});
    }
    if (source_ == "FC3" && reading_.newer) {
      need("service.name-required", Severity::error, service, at, {"name"});
    }
    if (source_ != "FC3" && !source_.empty()) {
      const bool is_marked = source_ == "VIP" || source_ == "DNS" || source_ == "AI";
      need("service.name-recommended", is_marked ? marked() : Severity::warning, service, at,
           {"name"});
    }
    if (source_ == "AI") {
      need("service.ai-config-required", Severity::error, service, at, {"aiServiceConfig"});
    }
    if (source_ == "AGENT") {
      need("service.agent-config-required", Severity::error, service, at, {"agentServiceConfig"});
      const Value* agent = find(service, at, "agentServiceConfig");
      if (agent != nullptr) judge_agent(*agent, at + "/agentServiceConfig");
    }
    judge_unused(service, at);
    for (const char* id : {"sourceId", "modelProviderId"}) judge_placeholder(service, at, id);
    if (reading_.newer) judge_app_ids(service, at);
    judge_formats(service, at);
    if (const Value* list = find(service, at, "addresses")) {
      judge_addresses(*list, at + "/addresses");
    }
    if (const Value* list = find(service, at, "dnsServers")) {
      judge_dns_servers(*list, at + "/dnsServers");
    }
  }

  void judge_agent(const Value& agent, const std::string& at) {
    need("agent.address-required", Severity::error, agent, at, {"address"});
    need("agent.provider-required", Severity::error, agent, at, {"provider"});
    const std::string provider = text(agent, at, "provider");
    if (provider == "qwen") {
      judge_dash_scope(agent, at);
    } else if (provider == "dify") {
      const std::string code = "agent.dify-config-required";
      need(code, Severity::error, agent, at, {"difyConfig"});
      if (const Value* dify = find(agent, at, "difyConfig")) {
        need(code, Severity::error, *dify, at + "/difyConfig", {"botType"});
        need(code, Severity::error, *dify, at + "/difyConfig", {"apiKey"});
      }
    } else if (provider == "custom") {
      need("agent.custom-config-required", Severity::error, agent, at, {"customConfig"});
    } else if (!provider.empty()) {
      warn("agent.provider-unknown", at + "/provider");
    }
  }

  void judge_dash_scope(const Value& agent, const std::string& at) {
    const std::string code = "agent.dashscope-config-required";
    need(code, Severity::error, agent, at, {"dashScopeConfig"});
    const Value* config = find(agent, at, "dashScopeConfig");
    if (config == nullptr) return;
    const std::string config_at = at + "/dashScopeConfig";
    need(code, Severity::error, *config, config_at, {"appCredentials", 1});
    const Value* credentials = find(*config, config_at, "appCredentials");
    if (credentials == nullptr) return;
    for (rapidjson::SizeType i = 0; i < credentials->Size(); ++i) {
      const std::string item = config_at + "/appCredentials/" + std::to_string(i);
      if (faults_.contains(item)) continue;
      for (const char* name : {"appId", "apiKey"}) {
        need("agent.credential-incomplete", Severity::error, (*credentials)[i], item, {name});
      }
    }
  }

  void judge_unused(const Value& service, const std::string& at) {
    if (source_.empty()) return;
    if (source_ != "AI" && !text(service, at, "modelProviderId").empty() && reading_.newer) {
      warn("service.model-provider-unused", at + "/modelProviderId");
    }
    if (source_ != "DNS" && find(service, at, "dnsServers") != nullptr) {
      warn("service.dns-servers-unused", at + "/dnsServers");
    }
    const Value* options = find(service, at, "validationOptions");
    if (source_ == "AI" || options == nullptr) return;
    const std::string options_at = at + "/validationOptions";
    const Value* skip = find(*options, options_at, "skipVerifyAIChatCompletion");
    if (skip != nullptr && skip->GetBool()) {
      warn("service.skip-verify-unused", options_at + "/skipVerifyAIChatCompletion");
    }
  }

  // Silent on an empty string where a rule above asks for the member.
  void judge_formats(const Value& service, const std::string& at) {
    const std::string name = text(service, at, "name");
    const std::string space = text(service, at, "namespace");
    const std::string group = text(service, at, "groupName");
    if (source_ == "K8S") {
      if (!space.empty() && !is_label(space)) error("namespace.not-a-label", at + "/namespace");
      if (!name.empty() && !is_label(name)) warn("name.not-a-label", at + "/name");
    }
    if (source_ == "MSE_NACOS") {
      if (!space.empty() && !is_nacos_namespace(space)) {
        warn_marked("namespace.nacos-characters", at + "/namespace");
      }
      if (!group.empty() && !is_nacos_group(group)) {
        warn_marked("group-name.nacos-characters", at + "/groupName");
      }
      if (!name.empty() && !is_nacos_name(name)) warn("name.nacos-characters", at + "/name");
    }
    if (source_ == "FC3") {
      const bool is_asked_for = reading_.newer;
      if (find(service, at, "name") != nullptr && !(is_asked_for && name.empty()) &&
          !is_function_name(name)) {
        warn("name.function-name", at + "/name");
      }
      const bool has_qualifier = find(service, at, "qualifier") != nullptr;
      if (has_qualifier && !is_qualifier(text(service, at, "qualifier"))) {
        warn("qualifier.function-qualifier", at + "/qualifier");
      }
    }
  }

  void judge_endpoint(const std::string& text, const std::string& at) {
    const SlowVerdict& verdict = verdict_on(text);
    if (verdict.code.empty()) return;
    add(verdict.code, verdict.accepted ? Severity::warning : Severity::error, at);
  }

  void judge_addresses(const Value& list, const std::string& at) {
    if (list.Size() > 10) warn_marked("service.addresses-too-many", at);
    std::set<std::string> seen;
    for (rapidjson::SizeType i = 0; i < list.Size(); ++i) {
      const std::string item = at + '/' + std::to_string(i);
      if (faults_.contains(item)) continue;
      const std::string address(list[i].GetString(), list[i].GetStringLength());
      judge_endpoint(address, item);
      if (!verdict_on(address).accepted) continue;
      if (source_ == "VIP" && !has_ip(address)) error("address.ip-expected", item);
      if (source_ == "DNS" && has_ip(address)) warn("address.domain-expected", item);
      if ((source_ == "VIP" || source_ == "DNS") && !has_port(address)) {
        warn_marked("address.port-missing", item);
      }
      if (!seen.insert(plain_endpoint(address)).second) warn("service.duplicate-address", item);
    }
  }

  void judge_dns_servers(const Value& list, const std::string& at) {
    for (rapidjson::SizeType i = 0; i < list.Size(); ++i) {
      const std::string item = at + '/' + std::to_string(i);
      if (faults_.contains(item)) continue;
      const std::string server(list[i].GetString(), list[i].GetStringLength());
      judge_endpoint(server, item);
      if (!verdict_on(server).accepted) continue;
      if (!has_ip(server)) warn_marked("dns-server.ip-expected", item);
      if (!has_port(server)) warn_marked("dns-server.port-missing", item);
    }
  }

  // What is missing, null or empty is the same nothing; without a name there is no identity.
  void judge_duplicate_names(const Value& services) {
    std::set<std::set<std::string>> seen;
    for (rapidjson::SizeType i = 0; i < services.Size(); ++i) {
      const std::string at = "/serviceConfigs/" + std::to_string(i);
      if (faults_.contains(at) || text(services[i], at, "name").empty()) continue;
      std::set<std::string> identity;
      bool is_readable = true;
      for (const char* member : {"name", "namespace", "groupName", "qualifier"}) {
        const auto fault = faults_.find(at + '/' + member);
        if (fault != faults_.end() && fault->second == ShapeFault::type) is_readable = false;
        identity.insert(std::string(member) + '=' + text(services[i], at, member));
      }
      if (is_readable && !seen.insert(identity).second) {
        warn("service.duplicate-name", at + "/name");
      }
    }
  }

  void add_shape_faults() {
    for (const auto& [at, fault] : faults_) {
      if (fault == ShapeFault::type) error("schema.type", at);
      if (fault == ShapeFault::enumeration) error("schema.enum", at);
      if (fault == ShapeFault::null_member) warn("schema.null", at);
      if (fault == ShapeFault::unknown_member) warn("schema.unknown-member", at);
      if (fault == ShapeFault::minimum) error("schema.minimum", at);
      if (fault == ShapeFault::maximum) error("schema.maximum", at);
    }
  }

  const Value& request_;
  Reading reading_;
  std::string source_;
  std::map<std::string, ShapeFault> faults_;
  std::set<Expected> expected_;
};

}  // namespace

std::set<Expected> expected_codes(const Value& request, Reading reading) {
  return Judge(request, reading).judge();
}

}  // namespace admit::test
