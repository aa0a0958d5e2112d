// What stands twice: two services with one identity, one address twice in a service.
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "admit/endpoint.h"
#include "create_service/provenance.h"
#include "create_service/rules.h"

namespace admit::create_service {
namespace {

std::vector<CodeInfo> one_code(Code code, const char* source) {
  CodeInfo info = code_info(code);
  info.source = source;
  return {info};
}

// The server knows a service by these; it answers 409 to a second one.
class DuplicateName : public Rule {
 public:
  DuplicateName() : Rule(one_code(Code::service_duplicate_name, kServer)) {}

  void check(Node request, Findings& out) const override {
    std::map<std::string, Node> first_of;
    for (const Node service : request["serviceConfigs"].items()) {
      const Node name = service["name"];
      const auto identity = identity_of(service);
      if (!name.is_given() || !identity) continue;
      const auto [first, added] = first_of.try_emplace(*identity, name);
      if (added) continue;
      out.at(codes_.front().id, name)
          .related(first->second, "the first one")
          .message(
              "{place} is {value}: an earlier service has the same name, namespace, group and "
              "qualifier")
          .hint("rename one of them, or delete it");
    }
  }

 private:
  // The four texts, each with its length, so that no two identities read the same; nothing where
  // one of them is of the wrong type.
  static std::optional<std::string> identity_of(Node service) {
    std::string identity;
    for (const char* member : {"name", "namespace", "groupName", "qualifier"}) {
      const Node part = service[member];
      if (part.is_given() && !part.string()) return std::nullopt;
      const std::string_view text = part.string().value_or("");
      identity += std::to_string(text.size()) + ":";
      identity += text;
    }
    return identity;
  }
};

class DuplicateAddress : public Rule {
 public:
  DuplicateAddress() : Rule(one_code(Code::service_duplicate_address, kInferred)) {}

  void check(Node request, Findings& out) const override {
    for (const Node service : request["serviceConfigs"].items()) {
      check_list(service["addresses"], out);
    }
  }

 private:
  void check_list(Node addresses, Findings& out) const {
    if (addresses.kind() != Node::Kind::array) return;
    std::map<std::string, Node> first_of;
    for (const Node address : addresses.items()) {
      const auto text = address.string();
      if (!text) continue;
      const auto endpoint = parse_endpoint(*text);
      if (!endpoint) continue;
      const auto [first, added] =
          first_of.try_emplace(canonical_endpoint(endpoint.value()), address);
      if (added) continue;
      out.at(codes_.front().id, address)
          .related(first->second, "the first one")
          .message("{place} is {value}: the same host and port as an earlier address")
          .hint("delete it");
    }
  }
};

}  // namespace

RuleSet repetition_rules() {
  RuleSet rules;
  rules.add(std::make_unique<DuplicateName>());
  rules.add(std::make_unique<DuplicateAddress>());
  return rules;
}

}  // namespace admit::create_service
