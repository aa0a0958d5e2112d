-- Gateways for plugins, whose configuration comes as a table at run time: Kong, APISIX.

local gateway = require "admit.gateway"

local plugin = {}

--- What a configuration may hold for us; API gateways add fields of their own.
plugin.OPTIONS = {
  "library", "max_array_items", "max_body", "max_depth", "max_schema_depth", "max_violations",
  "max_work", "mode", "null_is_absent", "relaxed_keywords", "response", "revision", "schema",
  "schemas", "secret_members", "severity", "strict", "unknown_members",
}

-- The gateway's options in a configuration, without its nulls.
local function picked(conf)
  local options = {}
  for _, name in ipairs(plugin.OPTIONS) do
    local value = conf[name]
    if value ~= nil and type(value) ~= "userdata" then
      options[name] = value
    end
  end
  return options
end

local made_for = setmetatable({}, { __mode = "k" }) -- configuration -> gateway

--- Whether a gateway can be made of a configuration: true, or false and a message.
function plugin.validate(conf)
  local made, trouble = gateway.make(picked(conf))
  if not made then
    return false, trouble
  end
  return true
end

--- The gateway of a configuration, made at its first use and kept as long as the table. Never
--- raises: where none can be made, it is one that refuses everything.
function plugin.gateway(conf)
  if made_for[conf] then
    return made_for[conf]
  end
  local options = picked(conf)
  local is_done, made, trouble = pcall(gateway.make, options)
  if not is_done then
    made, trouble = nil, made
  end
  made_for[conf] = made or gateway.broken(options, "there is no engine: " .. tostring(trouble))
  return made_for[conf]
end

return plugin
