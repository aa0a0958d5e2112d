-- APISIX plugin `admit`: apisix/plugins/admit.lua, over admit.gateway.

local core = require "apisix.core"
local plugin = require "admit.plugin"

local text = { type = "string" }
local flag = { type = "boolean" }
local limit = { type = "integer", minimum = 1 }

local schema = {
  type = "object",
  properties = {
    mode = { type = "string", enum = { "on", "audit", "off" }, default = "on" },
    max_body = { type = "integer", minimum = 1, default = 1048576 },
    response = { type = "string", enum = { "problem", "api" }, default = "problem" },
    library = text,
    revision = text,
    strict = flag,
    severity = {
      type = "object",
      additionalProperties = { type = "string", enum = { "error", "warning", "info", "ignore" } },
    },
    unknown_members = { type = "string", enum = { "ignore", "warn", "deny" } },
    null_is_absent = flag,
    secret_members = { type = "array", items = text },
    relaxed_keywords = flag,
    max_depth = limit,
    max_violations = limit,
    max_array_items = limit,
    max_schema_depth = limit,
    max_work = limit,
    schema = text,
    schemas = { type = "object", additionalProperties = text },
  },
}

local admit = {
  version = 0.1,
  priority = 905, -- after authentication and limits, before redirect
  name = "admit",
  schema = schema,
}

function admit.check_schema(conf)
  local is_valid, trouble = core.schema.check(schema, conf)
  if not is_valid then
    return false, trouble
  end
  return plugin.validate(conf)
end

function admit.access(conf)
  local answer = plugin.gateway(conf):decide()
  if not answer then
    return
  end
  if answer.content_type then
    core.response.set_header("Content-Type", answer.content_type)
  end
  return answer.status, answer.body
end

return admit
