-- Kong plugin `admit`: kong/plugins/admit/schema.lua, what its configuration may hold.

local typedefs = require "kong.db.schema.typedefs"
local plugin = require "admit.plugin"

local LEVELS = { "error", "warning", "info", "ignore" }

local function limit()
  return { type = "integer", gt = 0 }
end

return {
  name = "admit",
  fields = {
    { protocols = typedefs.protocols_http },
    { config = {
      type = "record",
      fields = {
        { mode = { type = "string", default = "on", one_of = { "on", "audit", "off" } } },
        { max_body = { type = "integer", default = 1048576, gt = 0 } },
        { response = { type = "string", default = "problem", one_of = { "problem", "api" } } },
        { library = { type = "string" } },
        { revision = { type = "string" } },
        { strict = { type = "boolean" } },
        { severity = {
          type = "map",
          keys = { type = "string" },
          values = { type = "string", one_of = LEVELS },
        } },
        { unknown_members = { type = "string", one_of = { "ignore", "warn", "deny" } } },
        { null_is_absent = { type = "boolean" } },
        { secret_members = { type = "array", elements = { type = "string" } } },
        { relaxed_keywords = { type = "boolean" } },
        { max_depth = limit() },
        { max_violations = limit() },
        { max_array_items = limit() },
        { max_schema_depth = limit() },
        { max_work = limit() },
        { schema = { type = "string" } },
        { schemas = { type = "map", keys = { type = "string" }, values = { type = "string" } } },
      },
    } },
  },
  entity_checks = {
    { custom_entity_check = {
      field_sources = { "config" },
      fn = function(entity)
        local is_usable, trouble = plugin.validate(entity.config)
        if not is_usable then
          return nil, trouble
        end
        return true
      end,
    } },
  },
}
