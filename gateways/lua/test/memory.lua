-- Memory stays flat: 100,000 checks, their reports, failed builds, engines that come and go.

local admit = require "admit"
local t = require "test.harness"

local PAGE = 4096
local MEBIBYTE = 1024 * 1024

-- The resident memory of this process in bytes.
local function resident()
  local file = assert(io.open("/proc/self/statm", "r"))
  local pages = file:read("*a"):match "^%d+ (%d+)"
  file:close()
  return tonumber(pages) * PAGE
end

-- How much `run` grows resident memory, once it has run a first time to warm up.
local function growth(warm_up, count, run)
  for i = 1, warm_up do
    run(i)
  end
  collectgarbage()
  collectgarbage()
  local before = resident()
  for i = 1, count do
    run(i)
  end
  collectgarbage()
  collectgarbage()
  return resident() - before
end

local engine = assert(admit.engine())
local good = t.read "tests/data/ok/compact.json"
local bad = t.read "examples/manifests/bad/nacos-four-mistakes.json"

t.case("100,000 checks", function()
  local accepted, rejected = 0, 0
  local grown = growth(5000, 100000, function(i)
    if i % 10 ~= 0 then
      accepted = accepted + (engine:accepts(good) and 1 or 0)
    else
      rejected = rejected + (engine:accepts(bad) and 0 or 1)
    end
  end)
  t.equal(accepted, 94500)
  t.equal(rejected, 10500)
  t.ok(grown < MEBIBYTE, "memory has grown by " .. grown)
end)

t.case("reports, released and left to the collector", function()
  local grown = growth(1000, 6000, function(i)
    local report = engine:check(bad)
    assert(report:render("problem", { request_id = "r" .. i }))
    if i % 2 == 0 then
      report:release()
    end
  end)
  t.ok(grown < MEBIBYTE, "memory has grown by " .. grown)
end)

t.case("refusals and failed builds", function()
  local grown = growth(500, 10000, function(i)
    assert(admit.refusal("media_type", "api", "r" .. i))
    assert(not admit.engine { strictt = true })
  end)
  t.ok(grown < MEBIBYTE, "memory has grown by " .. grown)
end)

t.case("engines that come and go", function()
  local grown = growth(60, 400, function(i)
    local own = assert(admit.engine { schema = '{"type":"object","maxProperties":' .. i .. "}" })
    assert(own:accepts "{}")
    if i % 50 == 0 then
      collectgarbage() -- what engines hold is not Lua's, and puts no pressure on its collector
    end
  end)
  t.ok(grown < MEBIBYTE, "memory has grown by " .. grown)
end)

t.case("a report outlives its engine", function()
  local report = assert(admit.engine { schema = '{"type":"object"}' }):check "[]"
  collectgarbage()
  collectgarbage()
  t.holds(report:render "json", "schema.type")
end)
