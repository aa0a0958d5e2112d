// CreateService of Alibaba Cloud API Gateway (product APIG, version 2024-03-27): its schema, its
// rules, and the engine made of both. No file is read at run time.
#pragma once

#include <span>
#include <string_view>

#include "admit/engine.h"

namespace admit {

/// The operation whose requests are checked, for the configuration of gateways and access control.
/// The views are of constants of the program.
struct Operation {
  std::string_view name;    ///< "CreateService"
  std::string_view method;  ///< HTTP, "POST"
  std::string_view path;    ///< "/v1/services"
  std::string_view action;  ///< of Resource Access Management (RAM), "apig:CreateService"
  std::string_view
      resource;  ///< as a RAM policy names it; `{#regionId}`, `{#accountId}` to fill in
};
Operation create_service_operation() noexcept;

/// The revisions of the API that can be chosen by Options::revision, oldest first: "2026-02-05"
/// (the reference page: 6 source types) and "2026-08-21" (SDK models: AI, AGENT and modelProviderId
/// too).
std::span<const std::string_view> create_service_revisions() noexcept;

/// The JSON Schema (draft-07) of the request body. What came later than the oldest revision carries
/// `x-since` or `x-enum-since`; Options::revision leaves it out.
std::string_view create_service_schema() noexcept;

/// The JSON Schema of the success response.
std::string_view create_service_response_schema() noexcept;

/// The rules: what one field requires of another, and how names and addresses look.
RuleSet create_service_rules();

/// The engine for request bodies. Unset options get the defaults of this API: unknown members warn,
/// null counts as absent. Fails with build.option, for an unknown revision or code.
Result<Engine, BuildError> create_service_engine(Options options = {}) noexcept;

}  // namespace admit
