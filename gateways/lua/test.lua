-- All Lua tests: `luajit gateways/lua/test.lua`, or by dofile from init_by_lua_block of an nginx.
-- ADMIT_LIBRARY names the library where it is not installed. Raises where a test fails.

local here = debug.getinfo(1, "S").source:match "^@(.*)$":gsub("[^/]*$", "")
package.path = here .. "?.lua;" .. package.path

local harness = require "test.harness"
harness.root = here .. "../../"

assert(require("admit").load())
for _, name in ipairs {
  "binding", "golden", "failures", "memory", "media_type", "gateway", "plugins",
} do
  require("test." .. name)
end
harness.finish()
