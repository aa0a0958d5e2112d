// Hosts with ports, as yes or no (is_host_port, is_host_opt_port, is_ip_port).
#include "format/host_port.h"

#include "admit/endpoint.h"

namespace admit::format {

bool is_host_port(std::string_view text) noexcept {
  const Result<Endpoint, EndpointFault> parsed = parse_endpoint(text);
  return parsed && parsed.value().port.has_value();
}

bool is_host_opt_port(std::string_view text) noexcept {
  return parse_endpoint(text).has_value();
}

bool is_ip_port(std::string_view text) noexcept {
  const Result<Endpoint, EndpointFault> parsed = parse_endpoint(text);
  return parsed && parsed.value().port && parsed.value().kind != HostKind::name;
}

}  // namespace admit::format
