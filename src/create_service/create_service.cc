// create_service.h: the shipped schema and rules, and the engine made of both.
#include "admit/create_service.h"

#include <algorithm>
#include <array>
#include <utility>

#include "create_service/provenance.h"
#include "create_service/rules.h"
#include "embedded/create_service_response_schema.h"
#include "embedded/create_service_schema.h"

namespace admit {
namespace {

constexpr std::array<std::string_view, 2> kRevisions = {create_service::kRevisionA,
                                                        create_service::kRevisionB};

BuildError unknown_revision(const std::string& revision) {
  return {"build.option", "there is no revision `" + revision + "` of CreateService", "",
          std::nullopt,
          "the revisions are `" + std::string(kRevisions[0]) + "` and `" +
              std::string(kRevisions[1]) + "`"};
}

}  // namespace

Operation create_service_operation() noexcept {
  return {.name = "CreateService",
          .method = "POST",
          .path = "/v1/services",
          .action = "apig:CreateService",
          .resource = "acs:apig:{#regionId}:{#accountId}:service/*"};
}

std::span<const std::string_view> create_service_revisions() noexcept {
  return kRevisions;
}

std::string_view create_service_schema() noexcept {
  return embedded::create_service_schema;
}

std::string_view create_service_response_schema() noexcept {
  return embedded::create_service_response_schema;
}

RuleSet create_service_rules() {
  using namespace create_service;
  RuleSet rules;
  rules.add(service_rules());
  rules.add(agent_rules());
  rules.add(address_rules());
  rules.add(name_rules());
  rules.add(repetition_rules());
  rules.add(leftover_rules());
  return rules;
}

Result<Engine, BuildError> create_service_engine(Options options) noexcept {
  try {
    if (options.revision.empty()) options.revision = kRevisions.back();
    if (std::ranges::find(kRevisions, options.revision) == kRevisions.end()) {
      return unknown_revision(options.revision);
    }
    options.unknown_members = options.unknown_members.value_or(UnknownMembers::warn);
    options.null_is_absent = options.null_is_absent.value_or(true);
    // A test holds that the shipped schema is valid.
    return Engine::build(create_service_schema(), true, create_service_rules(), std::move(options));
  } catch (...) {
    return BuildError{"build.memory", "", "", std::nullopt, ""};
  }
}

}  // namespace admit
