-- The plugins for Kong and APISIX, loaded and called over stand-ins for these two; neither is run.

local nginx = require "test.nginx"
local plugin = require "admit.plugin"
local t = require "test.harness"

local GOOD = t.read "tests/data/ok/compact.json"
local BAD = t.read "examples/manifests/bad/nacos-four-mistakes.json"
local TYPE = { "Content-Type", "application/json" }

local function load_file(name)
  return assert(loadfile(t.root .. "gateways/lua/" .. name))()
end

-- The names that a plugin takes, in the order of plugin.OPTIONS.
local function sorted(names)
  table.sort(names)
  return names
end

local function request(body)
  return { headers = { TYPE }, body = body }
end

t.case("a gateway is made once for each configuration", function()
  local conf = { mode = "audit", route_id = "r1", severity = { ["schema.null"] = "error" } }
  local made = plugin.gateway(conf)
  t.ok(made.engine)
  t.equal(made.mode, "audit")
  t.ok(rawequal(plugin.gateway(conf), made))
  t.ok(not rawequal(plugin.gateway { mode = "audit" }, made))
end)

t.case("a gateway goes when its configuration does", function()
  local known = setmetatable({ plugin.gateway {} }, { __mode = "v" })
  collectgarbage()
  collectgarbage()
  t.equal(known[1], nil)
end)

t.case("a configuration without a gateway refuses everything", function()
  local conf = { schema = "{", mode = "on" }
  t.equal(plugin.validate { mode = "on" }, true)
  local is_usable, trouble = plugin.validate(conf)
  t.equal(is_usable, false)
  t.holds(trouble, "build.schema-syntax")
  for _ = 1, 2 do
    local seen = nginx.run(request(GOOD), function()
      return plugin.gateway(conf):decide()
    end)
    t.equal(seen.returned.status, 503)
    t.holds(seen.log[1], "there is no engine: ")
    t.holds(seen.log[1], "build.schema-syntax")
  end
  conf = { schema = "{", mode = "audit" }
  t.equal(nginx.run(request(BAD), function()
    return plugin.gateway(conf):decide()
  end).returned, nil)
end)

t.case("nulls of a configuration are left out", function()
  local null = io.stdout -- a userdata, as ngx.null is
  t.equal(plugin.validate { revision = null, strict = null, max_body = null }, true)
end)

t.case("Kong: handler", function()
  local answered
  kong = {
    response = {
      exit = function(...)
        answered = { ... }
        return "exit"
      end,
    },
  }
  local handler = load_file "kong/handler.lua"
  t.ok(type(handler.PRIORITY) == "number")
  t.equal(handler.VERSION, require("admit").version())
  local conf = { mode = "on", response = "api", __plugin_id = "x" }
  local function access()
    return handler:access(conf)
  end
  t.equal(nginx.run(request(GOOD), access).returned, nil)
  t.equal(answered, nil)
  t.equal(nginx.run(request(BAD), access).returned, "exit")
  t.equal(answered[1], 400)
  t.equal(t.json(answered[2]).requestId, "id-1")
  t.equal(answered[3], { ["Content-Type"] = "application/json" })
  kong = nil
end)

t.case("Kong: schema", function()
  package.loaded["kong.db.schema.typedefs"] = { protocols_http = { type = "set" } }
  local schema = load_file "kong/schema.lua"
  package.loaded["kong.db.schema.typedefs"] = nil
  t.equal(schema.name, "admit")
  local names = {}
  for i, field in ipairs(schema.fields[2].config.fields) do
    names[i] = next(field)
  end
  t.equal(sorted(names), plugin.OPTIONS)
  local check = schema.entity_checks[1].custom_entity_check
  t.equal(check.field_sources, { "config" })
  t.equal(check.fn { config = { mode = "on", severity = { ["schema.null"] = "error" } } }, true)
  local is_usable, trouble = check.fn { config = { severity = { ["schema.nul"] = "error" } } }
  t.equal(is_usable, nil)
  t.holds(trouble, "did you mean `schema.null`?")
end)

t.case("APISIX", function()
  local headers, checked = {}, nil
  package.loaded["apisix.core"] = {
    schema = {
      check = function(schema, conf)
        checked = schema
        return conf.mode ~= 5, "wrong type"
      end,
    },
    response = {
      set_header = function(name, value)
        headers[name] = value
      end,
    },
  }
  local apisix = load_file "apisix/admit.lua"
  package.loaded["apisix.core"] = nil
  t.equal(apisix.name, "admit")
  t.ok(type(apisix.priority) == "number")
  local names = {}
  for name in pairs(apisix.schema.properties) do
    names[#names + 1] = name
  end
  t.equal(sorted(names), plugin.OPTIONS)
  t.equal(apisix.check_schema { mode = "on" }, true)
  t.equal(checked, apisix.schema)
  t.equal({ apisix.check_schema { mode = 5 } }, { false, "wrong type" })
  t.equal(apisix.check_schema { schema = "{" }, false)
  local conf = { mode = "on", response = "problem", _meta = {} }
  local function access()
    local status, body = apisix.access(conf, {})
    return { status, body }
  end
  t.equal(nginx.run(request(GOOD), access).returned, {})
  t.equal(next(headers), nil)
  local answer = nginx.run(request(BAD), access).returned
  t.equal(answer[1], 400)
  t.equal(t.json(answer[2]).status, 400)
  t.equal(headers["Content-Type"], "application/problem+json")
end)
