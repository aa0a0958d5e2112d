// addresses and dnsServers: host:port text, and what a source type wants of it.
#include "admit/conditional_rule.h"
#include "create_service/provenance.h"
#include "create_service/rules.h"

namespace admit::create_service {

RuleSet address_rules() {
  RuleSet rules;
  rules.add(expect_endpoint("addresses/*").in(kEachService).source(kEndpointGrammar));
  rules.add(expect_endpoint("dnsServers/*").in(kEachService).source(kEndpointGrammar));
  rules.add(expect_at_most("addresses", 10)
                .in(kEachService)
                .as(Code::service_addresses_too_many)
                .source(kSiblingDocuments));
  rules.add(expect_ip_host("addresses/*")
                .in(kEachService)
                .when(kSourceType, {"VIP"})
                .as(Code::address_ip_expected)
                .source(kReference)
                .hint("write an IP address, or set `sourceType` to `DNS`"));
  rules.add(expect_name_host("addresses/*")
                .in(kEachService)
                .when(kSourceType, {"DNS"})
                .as(Code::address_domain_expected)
                .source(kExamples)
                .hint("write a domain name, or set `sourceType` to `VIP`"));
  rules.add(expect_port("addresses/*")
                .in(kEachService)
                .when(kSourceType, {"VIP", "DNS"})
                .as(Code::address_port_missing)
                .source(kExamples)
                .example("8080"));
  rules.add(expect_ip_host("dnsServers/*")
                .in(kEachService)
                .as(Code::dns_server_ip_expected)
                .source(kSiblingDocuments)
                .hint("write the IP address of the DNS server, as in `100.100.2.136:53`"));
  rules.add(expect_port("dnsServers/*")
                .in(kEachService)
                .as(Code::dns_server_port_missing)
                .source(kSiblingDocuments)
                .example("53"));
  return rules;
}

}  // namespace admit::create_service
