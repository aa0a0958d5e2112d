-- Kong plugin `admit`: kong/plugins/admit/handler.lua, over admit.gateway.

local plugin = require "admit.plugin"

local AdmitHandler = {
  PRIORITY = 790, -- after authentication, and after request-transformer: what the upstream gets
  VERSION = "0.1.0",
}

function AdmitHandler:access(conf)
  local answer = plugin.gateway(conf):decide()
  if answer then
    local headers = answer.content_type and { ["Content-Type"] = answer.content_type }
    return kong.response.exit(answer.status, answer.body, headers)
  end
end

return AdmitHandler
