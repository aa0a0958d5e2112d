// What was copied along and left: placeholders of the documentation, options of another source type.
#include <memory>
#include <string>

#include "create_service/provenance.h"
#include "create_service/rules.h"

namespace admit::create_service {
namespace {

std::vector<CodeInfo> inferred(Code code) {
  CodeInfo info = code_info(code);
  info.source = kInferred;
  return {info};
}

class Placeholder : public Rule {
 public:
  Placeholder() : Rule(inferred(Code::service_placeholder)) {}

  void check(Node request, Findings& out) const override {
    check_id(request["gatewayId"], out);
    check_id(request["resourceGroupId"], out);
    for (const Node service : request["serviceConfigs"].items()) {
      check_id(service["sourceId"], out);
      check_id(service["modelProviderId"], out);
      const Node dash_scope = service["agentServiceConfig"]["dashScopeConfig"];
      for (const Node credential : dash_scope["appCredentials"].items()) {
        check_id(credential["appId"], out);
      }
    }
  }

 private:
  void check_id(Node id, Findings& out) const {
    const std::string_view text = id.string().value_or("");
    const bool is_copied = text.find("***") != std::string_view::npos ||
                           text.find("xxx") != std::string_view::npos;
    if (!is_copied) return;
    out.at(codes_.front().id, id)
        .message("{place} is {value}, a placeholder from the documentation")
        .hint("write the id of your own resource");
  }
};

class SkipVerifyUnused : public Rule {
 public:
  SkipVerifyUnused() : Rule(inferred(Code::service_skip_verify_unused)) {}

  void check(Node request, Findings& out) const override {
    const Node source_type = request["sourceType"];
    const std::string_view type = source_type.string().value_or("AI");
    if (type == "AI") return;
    for (const Node service : request["serviceConfigs"].items()) {
      const Node skip = service["validationOptions"]["skipVerifyAIChatCompletion"];
      if (!skip.boolean().value_or(false)) continue;
      out.at_name(codes_.front().id, skip)
          .because(source_type)
          .message("{place} has no effect unless `sourceType` is `AI`")
          .hint("delete `skipVerifyAIChatCompletion`");
    }
  }
};

}  // namespace

RuleSet leftover_rules() {
  RuleSet rules;
  rules.add(std::make_unique<Placeholder>());
  rules.add(std::make_unique<SkipVerifyUnused>());
  return rules;
}

}  // namespace admit::create_service
