// The rules of CreateService, one function per family.
#pragma once

#include "admit/rule.h"

namespace admit::create_service {

RuleSet service_rules();     ///< what a service of each source type needs, and does not use
RuleSet agent_rules();       ///< agentServiceConfig
RuleSet address_rules();     ///< addresses and dnsServers
RuleSet name_rules();        ///< namespace, groupName, name, qualifier, clientToken
RuleSet repetition_rules();  ///< what stands twice
RuleSet leftover_rules();    ///< what was copied along and left

}  // namespace admit::create_service
