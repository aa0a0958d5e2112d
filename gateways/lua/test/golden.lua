-- Every request of tests/data through the binding: verdict, text report and JSON report must be
-- those of the library's own tests.

local admit = require "admit"
local t = require "test.harness"

-- `name=value` lines as a table of options.
local function options_of(text)
  local options = {}
  for name, value in (text or ""):gmatch "([%w_]+)=([^\n]*)" do
    options[name] = value
  end
  return options
end

-- The engine for a request of tests/data; those without options and schema share one.
local shared
local function engine_for(stem)
  local options = options_of(t.read(stem .. ".options"))
  options.schema = t.read(stem .. ".schema.json")
  if next(options) then
    return assert(admit.engine(options))
  end
  shared = shared or assert(admit.engine())
  return shared
end

-- The violation as a JSON report has it.
local function as_json(violation)
  local copy = {}
  for key, value in pairs(violation) do
    local is_empty = type(value) == "table" and next(value) == nil
    copy[key] = not is_empty and value or nil
  end
  return copy
end

local function compare_with_json(report, name)
  local document = t.json(report:render("json", { file = name })).documents[1]
  t.equal(document.verdict, report.verdict, "verdict")
  t.equal(document.omitted, report.omitted, "omitted")
  t.equal(document.file, name, "file")
  t.equal(#report.violations, #document.violations, "violations")
  for i, violation in ipairs(report.violations) do
    t.equal(as_json(violation), document.violations[i], "violation " .. i)
  end
end

t.case("accepted requests are accepted", function()
  local names = t.files("tests/data/ok", ".json")
  t.ok(#names > 20, "tests/data/ok is not there")
  for _, name in ipairs(names) do
    local body = t.read("tests/data/ok/" .. name .. ".json")
    local engine = engine_for("tests/data/ok/" .. name)
    t.ok(engine:accepts(body), name)
    local report = engine:check(body)
    t.equal(report.verdict, "accept", name)
    t.equal(report.http_status, 0, name)
    t.equal(report.counts.errors, 0, name)
    compare_with_json(report, name)
  end
end)

t.case("reports are those of the golden files", function()
  local names = t.files("tests/data/err", ".json")
  t.ok(#names > 200, "tests/data/err is not there")
  for _, name in ipairs(names) do
    local stem = "tests/data/err/" .. name
    local body = t.read(stem .. ".json")
    local engine = engine_for(stem)
    local report = engine:check(body)
    t.equal(engine:accepts(body), report.verdict == "accept", name)
    local file = name .. ".json"
    t.equal(report:render("text", { file = file, body = body }), t.read(stem .. ".out"), name)
    compare_with_json(report, file)
  end
end)
