// Requests of CreateService, changed where rules look: the source type, members that depend on it,
// endpoints at the boundaries of their grammar.
// Outside functions: create_service_words, create_service_edits.
#include "create_service_mutator.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace admit::fuzz {
namespace {

using Kind = JsonTree::Kind;

constexpr std::string_view kRequests[] = {
    R"({"sourceType":"MSE_NACOS","serviceConfigs":[{"name":"a","namespace":"PUBLIC","groupName":"G","sourceId":"i"}]})",
    R"({"sourceType":"K8S","serviceConfigs":[{"name":"a","namespace":"b"},{"name":"c","namespace":"b"}]})",
    R"({"sourceType":"VIP","serviceConfigs":[{"name":"a","addresses":["10.0.0.1:80","[2001:db8::1]:80"]}]})",
    R"({"sourceType":"DNS","serviceConfigs":[{"name":"a","addresses":["a.example:443"],"dnsServers":["10.0.0.1:53"]}]})",
    R"({"gatewayId":"gw-1","clientToken":"t","sourceType":"FC3","serviceConfigs":[{"name":"a","qualifier":"LATEST"}]})",
    R"({"resourceGroupId":"rg-1","sourceType":"SAE_K8S_SERVICE","serviceConfigs":[{"name":"a","namespace":"cn:b"}]})",
    R"({"sourceType":"AI","serviceConfigs":[{"name":"a","aiServiceConfig":{"provider":"qwen","address":"https://a.example/v1","protocols":["OpenAI/v1"],"apiKeys":["k"],"enableHealthCheck":true}}]})",
    R"({"sourceType":"AI","serviceConfigs":[{"name":"a","aiServiceConfig":{"provider":"bedrock","bedrockServiceConfig":{"awsRegion":"r","awsAccessKey":"k","awsSecretKey":"s"}}}]})",
    R"({"sourceType":"AGENT","serviceConfigs":[{"name":"a","agentServiceConfig":{"provider":"dify","address":"https://a.example","protocols":["Dify"],"difyConfig":{"botType":"chatflow","apiKey":"k"}}}]})",
    R"({"sourceType":"AGENT","serviceConfigs":[{"name":"a","agentServiceConfig":{"provider":"qwen","address":"https://a.example","dashScopeConfig":{"appCredentials":[{"appId":"i","apiKey":"k"}]}}}]})",
    R"({"sourceType":"AGENT","serviceConfigs":[{"name":"a","agentServiceConfig":{"provider":"custom","address":"https://a.example","customConfig":{"apiKey":"k","apiKeyGenerateMode":"Custom"}}}]})",
};

constexpr std::string_view kNames[] = {"gatewayId",
                                       "sourceType",
                                       "resourceGroupId",
                                       "clientToken",
                                       "serviceConfigs",
                                       "name",
                                       "namespace",
                                       "groupName",
                                       "addresses",
                                       "qualifier",
                                       "dnsServers",
                                       "sourceId",
                                       "expressType",
                                       "modelProviderId",
                                       "validationOptions",
                                       "aiServiceConfig",
                                       "agentServiceConfig",
                                       "skipVerifyAIChatCompletion",
                                       "provider",
                                       "address",
                                       "protocols",
                                       "compatibleProtocols",
                                       "apiKeys",
                                       "ApiKeyGenerateMode",
                                       "defaultModelName",
                                       "enableHealthCheck",
                                       "enableOutlierDetection",
                                       "paiEASServiceConfig",
                                       "bedrockServiceConfig",
                                       "vertexServiceConfig",
                                       "workspaceId",
                                       "serviceId",
                                       "serviceName",
                                       "endpointType",
                                       "awsRegion",
                                       "awsAccessKey",
                                       "awsSecretKey",
                                       "vertexAuthKey",
                                       "vertexRegion",
                                       "vertexProjectId",
                                       "vertexAuthServiceName",
                                       "vertexTokenRefreshAhead",
                                       "geminiSafetySetting",
                                       "dashScopeConfig",
                                       "difyConfig",
                                       "customConfig",
                                       "appCredentials",
                                       "appId",
                                       "apiKey",
                                       "botType",
                                       "apiKeyGenerateMode"};

constexpr std::string_view kValues[] = {R"("MSE_NACOS")",
                                        R"("AGENT")",
                                        R"("PUBLIC")",
                                        R"("DEFAULT_GROUP")",
                                        R"("LATEST")",
                                        R"("qwen")",
                                        R"("dify")",
                                        R"("custom")",
                                        R"("https://a.example/v1")",
                                        R"("http://10.0.0.1")",
                                        R"("10.0.0.1:80")",
                                        R"("")",
                                        R"(" ")",
                                        R"("${NAME}")",
                                        R"("a\u0000b")",
                                        R"("\ud83d\ude00")",
                                        R"(["10.0.0.1:80","10.0.0.1:80"])",
                                        R"(["a.example:1","a.example.:1","A.example:1"])",
                                        R"([{"appId":"i"},{"apiKey":"k"}])",
                                        R"([{}])",
                                        R"({"botType":"chatflow","apiKey":"k"})",
                                        R"({"name":"a"})"};

constexpr std::string_view kSourceTypes[] = {
    "MSE_NACOS", "K8S", "VIP", "DNS", "FC3", "SAE_K8S_SERVICE", "AI", "AGENT", "k8s", "VIPS", ""};

constexpr std::string_view kEndpoints[] = {"10.0.0.1",
                                           "10.0.0.1:0",
                                           "10.0.0.1:1",
                                           "10.0.0.1:65535",
                                           "10.0.0.1:65536",
                                           "10.0.0.1:4294967376",
                                           "10.0.0.255:080",
                                           "10.0.0.256:80",
                                           "010.0.0.1:80",
                                           "0x7f.1:80",
                                           "[::]:1",
                                           "[::1]",
                                           "[::ffff:10.0.0.1]:80",
                                           "[1:2:3:4:5:6:7::]:80",
                                           "2001:db8::1",
                                           "[fe80::1%25eth0]:80",
                                           "a.example",
                                           "a.example:",
                                           "a.example.:443",
                                           "A.Example:443",
                                           "a_b.example:443",
                                           "a.123:443",
                                           "http://a.example:443/x",
                                           "u@a.example:443",
                                           "a.example:443,b.example:443",
                                           "*.example:443",
                                           "\xC3\xA4.example:443",
                                           " a.example:443"};

constexpr std::string_view kPieces[] = {":",  ".",   "[",   "]",    "-",     "_",     "0",
                                        "::", ":80", "255", "256",  "65535", "65536", "%",
                                        "/",  "@",   " ",   "\x01", "xn--",  "0x"};

void set_source_type(JsonTree& root, Random& random) {
  JsonTree source_type{Kind::string, {}, {}};
  source_type.text = kSourceTypes[below(random, std::size(kSourceTypes))];
  for (auto& [name, child] : root.children) {
    if (name == "sourceType") {
      child = std::move(source_type);
      return;
    }
  }
  if (root.kind == Kind::object) root.children.push_back({"sourceType", std::move(source_type)});
}

// Strings with a dot or a colon first: they are the endpoints, most of the time.
JsonTree* some_endpoint(JsonTree& root, Random& random) {
  std::vector<JsonTree*> strings = strings_in(root);
  std::vector<JsonTree*> endpoints;
  std::copy_if(strings.begin(), strings.end(), std::back_inserter(endpoints), [](JsonTree* string) {
    return string->text.find_first_of(".:") != std::string::npos;
  });
  const auto& chosen = endpoints.empty() ? strings : endpoints;
  return chosen.empty() ? nullptr : chosen[below(random, chosen.size())];
}

void set_endpoint(JsonTree& root, Random& random) {
  JsonTree* endpoint = some_endpoint(root, random);
  if (endpoint != nullptr) endpoint->text = kEndpoints[below(random, std::size(kEndpoints))];
}

// Puts a telling piece in front, behind, or beside an ASCII character within.
void splice_endpoint(JsonTree& root, Random& random) {
  JsonTree* endpoint = some_endpoint(root, random);
  if (endpoint == nullptr) return;
  std::string& text = endpoint->text;
  const std::size_t at = below(random, text.size() + 1);
  const bool is_inside = at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  if (!is_inside) text.insert(at, kPieces[below(random, std::size(kPieces))]);
}

// A label of 62 to 65 bytes, or a name of 250 to 256.
void stretch_endpoint(JsonTree& root, Random& random) {
  JsonTree* endpoint = some_endpoint(root, random);
  if (endpoint == nullptr) return;
  std::string name(62 + below(random, 4), 'a');
  if (below(random, 2) == 0) {
    name = std::string(250 + below(random, 7), 'b');
    for (std::size_t at = 60; at + 1 < name.size(); at += 61) name[at] = '.';
  }
  endpoint->text = name + ":443";
}

void repeat_child(JsonTree& root, Random& random) {
  const std::size_t times = 1 + below(random, 12);
  for (std::size_t i = 0; i < times; ++i) duplicate_child(root, random);
}

void edit_any(JsonTree& root, Random& random) {
  edit(root, random, create_service_words());
}

}  // namespace

const Vocabulary& create_service_words() {
  static constexpr Vocabulary kWords{kRequests, kNames, kValues};
  return kWords;
}

std::span<const Edit> create_service_edits() {
  static constexpr Edit kEdits[] = {edit_any,         edit_any,     edit_any,
                                    set_source_type,  set_endpoint, splice_endpoint,
                                    stretch_endpoint, repeat_child};
  return kEdits;
}

}  // namespace admit::fuzz
