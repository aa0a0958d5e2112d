// Where the rules of CreateService come from, for their `source`.
#pragma once

namespace admit::create_service {

inline constexpr const char* kReference =
    "CreateService, reference of API Gateway (APIG 2024-03-27), page of 2026-02-05";
inline constexpr const char* kSdkModels = "comments of the official SDK models of 2026-08-21";
inline constexpr const char* kSiblingDocuments =
    "sibling documents: resource orchestration, Terraform provider, console help";
inline constexpr const char* kExamples = "examples of the reference and of sibling documents";
inline constexpr const char* kEndpointGrammar =
    "host:port by RFC 952, 1035, 1123, 3986, 4291 and 9844, read strictly";
inline constexpr const char* kKubernetes = "Kubernetes, object names: DNS-1123 label";
inline constexpr const char* kNacos = "Nacos, default parameter checker";
inline constexpr const char* kFunctionCompute = "Function Compute, names of functions and aliases";
inline constexpr const char* kSiblingApis = "client tokens of sibling APIs";
inline constexpr const char* kServer = "observed: the server answers 409";
inline constexpr const char* kInferred = "inferred from the description of the field";

/// The revisions, oldest first.
inline constexpr const char* kRevisionA = "2026-02-05";
inline constexpr const char* kRevisionB = "2026-08-21";

/// The values that the rules read and speak about, as patterns.
inline constexpr const char* kSourceType = "/sourceType";
inline constexpr const char* kEachService = "/serviceConfigs/*";
inline constexpr const char* kEachAgent = "/serviceConfigs/*/agentServiceConfig";

}  // namespace admit::create_service
