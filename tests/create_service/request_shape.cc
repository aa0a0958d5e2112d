// The tree of fields of CreateService, one row per object, and a walk along it.
#include "create_service/request_shape.h"

#include <cmath>
#include <map>
#include <set>

namespace admit::test {
namespace {

using rapidjson::Value;
using Fields = std::map<std::string, std::string>;

// Members of each object, by the name of the object. A type is `string`, `boolean`, `int32`, the
// name of an object, or one of these with `[]`; `map` is an object with strings under any name.
const std::map<std::string, Fields> kObjects = {
    {"Request",
     {{"gatewayId", "string"},
      {"sourceType", "SourceType"},
      {"resourceGroupId", "string"},
      {"clientToken", "string"},
      {"serviceConfigs", "Service[]"}}},
    {"Service",
     {{"name", "string"},
      {"namespace", "string"},
      {"groupName", "string"},
      {"addresses", "string[]"},
      {"qualifier", "string"},
      {"dnsServers", "string[]"},
      {"sourceId", "string"},
      {"expressType", "string"},
      {"modelProviderId", "string"},
      {"validationOptions", "Validation"},
      {"aiServiceConfig", "Ai"},
      {"agentServiceConfig", "Agent"}}},
    {"Validation", {{"skipVerifyAIChatCompletion", "boolean"}}},
    {"Ai",
     {{"provider", "string"},
      {"address", "string"},
      {"protocols", "string[]"},
      {"compatibleProtocols", "string[]"},
      {"apiKeys", "string[]"},
      {"ApiKeyGenerateMode", "string"},
      {"defaultModelName", "string"},
      {"enableHealthCheck", "boolean"},
      {"enableOutlierDetection", "boolean"},
      {"paiEASServiceConfig", "PaiEas"},
      {"bedrockServiceConfig", "Bedrock"},
      {"vertexServiceConfig", "Vertex"}}},
    {"PaiEas",
     {{"workspaceId", "string"},
      {"serviceId", "string"},
      {"serviceName", "string"},
      {"endpointType", "string"}}},
    {"Bedrock", {{"awsRegion", "string"}, {"awsAccessKey", "string"}, {"awsSecretKey", "string"}}},
    {"Vertex",
     {{"vertexAuthKey", "string"},
      {"vertexRegion", "string"},
      {"vertexProjectId", "string"},
      {"vertexAuthServiceName", "string"},
      {"vertexTokenRefreshAhead", "int32"},
      {"geminiSafetySetting", "map"}}},
    {"Agent",
     {{"address", "string"},
      {"provider", "string"},
      {"protocols", "string[]"},
      {"enableHealthCheck", "boolean"},
      {"enableOutlierDetection", "boolean"},
      {"dashScopeConfig", "DashScope"},
      {"difyConfig", "Dify"},
      {"customConfig", "Custom"}}},
    {"DashScope", {{"appCredentials", "Credential[]"}}},
    {"Credential", {{"appId", "string"}, {"apiKey", "string"}}},
    {"Dify", {{"botType", "string"}, {"apiKey", "string"}}},
    {"Custom", {{"apiKeyGenerateMode", "string"}, {"apiKey", "string"}}},
};

const std::set<std::string> kSourceTypes = {"MSE_NACOS", "K8S", "VIP",
                                            "DNS",       "FC3", "SAE_K8S_SERVICE"};
const std::set<std::string> kLaterSourceTypes = {"AI", "AGENT"};

// A token of a JSON Pointer (RFC 6901, section 3).
std::string escaped(const std::string& name) {
  std::string token;
  for (const char c : name) token += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return token;
}

struct Walk {
  bool newer;
  const std::function<void(ShapeFault, const std::string&)>& found;

  void check(const Value& value, const std::string& type, const std::string& at) {
    if (type.ends_with("[]")) {
      check_items(value, type.substr(0, type.size() - 2), at);
    } else if (type == "string") {
      if (!value.IsString()) found(ShapeFault::type, at);
    } else if (type == "boolean") {
      if (!value.IsBool()) found(ShapeFault::type, at);
    } else if (type == "int32") {
      check_int32(value, at);
    } else if (type == "SourceType") {
      check_source_type(value, at);
    } else {
      check_members(value, type, at);
    }
  }

  void check_items(const Value& value, const std::string& type, const std::string& at) {
    if (!value.IsArray()) return found(ShapeFault::type, at);
    for (rapidjson::SizeType i = 0; i < value.Size(); ++i) {
      check(value[i], type, at + '/' + std::to_string(i));
    }
  }

  void check_int32(const Value& value, const std::string& at) {
    if (!value.IsNumber()) return found(ShapeFault::type, at);
    const double number = value.GetDouble();
    if (number != std::trunc(number)) return found(ShapeFault::type, at);
    if (number < -2147483648.0) found(ShapeFault::minimum, at);
    if (number > 2147483647.0) found(ShapeFault::maximum, at);
  }

  void check_source_type(const Value& value, const std::string& at) {
    if (!value.IsString()) return found(ShapeFault::type, at);
    if (kSourceTypes.count(value.GetString()) > 0) return;
    if (newer && kLaterSourceTypes.count(value.GetString()) > 0) return;
    found(ShapeFault::enumeration, at);
  }

  void check_members(const Value& value, const std::string& type, const std::string& at) {
    if (!value.IsObject()) return found(ShapeFault::type, at);
    for (const auto& member : value.GetObject()) {
      const std::string name = member.name.GetString();
      const std::string where = at + '/' + escaped(name);
      if (member.value.IsNull() && knows(type, name)) {
        found(ShapeFault::null_member, where);
      } else if (!knows(type, name)) {
        found(ShapeFault::unknown_member, where);
      } else {
        check(member.value, type == "map" ? "string" : kObjects.at(type).at(name), where);
      }
    }
  }

  [[nodiscard]] bool knows(const std::string& type, const std::string& name) const {
    if (type == "map") return true;
    if (name == "modelProviderId" && !newer) return false;
    return kObjects.at(type).count(name) > 0;
  }
};

}  // namespace

void check_shape(const Value& request, bool newer,
                 const std::function<void(ShapeFault, const std::string& pointer)>& found) {
  Walk{newer, found}.check(request, "Request", "");
}

}  // namespace admit::test
