// Requests that the tests of the command line share.
#pragma once

#include <string_view>

namespace admit::test {

/// Nothing is wrong with it, not even a warning.
inline constexpr std::string_view kGood =
    R"({"gatewayId":"gw-cr79f75lhtgme744084g","sourceType":"K8S",)"
    R"("serviceConfigs":[{"name":"shop","namespace":"prod"}]})";

/// One error: service.namespace-required at /serviceConfigs/0.
inline constexpr std::string_view kBad =
    R"({"gatewayId":"gw-cr79f75lhtgme744084g","sourceType":"K8S",)"
    R"("serviceConfigs":[{"name":"shop"}]})";

/// One warning: schema.unknown-member at /nonsense.
inline constexpr std::string_view kDoubtful =
    R"({"gatewayId":"gw-cr79f75lhtgme744084g","sourceType":"K8S",)"
    R"("serviceConfigs":[{"name":"shop","namespace":"prod"}],"nonsense":1})";

/// JSON, and no request.
inline constexpr std::string_view kForeign = R"({"name":"app","version":"1.0.0"})";

}  // namespace admit::test
