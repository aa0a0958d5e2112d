// What was copied along and left: placeholders of the documentation, options of another source
// type.
#include <memory>
#include <string>

#include "admit/conditional_rule.h"
#include "create_service/provenance.h"
#include "create_service/rules.h"

namespace admit::create_service {
namespace {

std::vector<CodeInfo> inferred(Code code) {
  CodeInfo info = code_info(code);
  info.source = kInferred;
  return {info};
}

bool is_filled_in(std::string_view id) noexcept {
  return id.find("***") == std::string_view::npos && id.find("xxx") == std::string_view::npos;
}

// An id that is copied from the documentation as it stands there.
ConditionalRule placeholder(const char* member, const char* scope) {
  return expect_format(member, is_filled_in, "an id of your own")
      .in(scope)
      .as(Code::service_placeholder)
      .source(kInferred)
      .message("{place} is {value}, a placeholder from the documentation")
      .hint("write the id of your own resource");
}

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
  rules.add(placeholder("gatewayId", ""));
  rules.add(placeholder("resourceGroupId", ""));
  rules.add(placeholder("sourceId", kEachService));
  rules.add(placeholder("modelProviderId", kEachService).since(kRevisionB));
  rules.add(placeholder("dashScopeConfig/appCredentials/*/appId", kEachAgent).since(kRevisionB));
  rules.add(std::make_unique<SkipVerifyUnused>());
  return rules;
}

}  // namespace admit::create_service
