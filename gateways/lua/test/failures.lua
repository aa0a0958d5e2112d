-- What happens where the library fails: a stand-in for it lets single functions fail.

local real = require("admit.library").open()
local t = require "test.harness"

-- The modules of the binding, loaded once more over a library of which some functions are replaced.
local MODULES = { "admit", "admit.report", "admit.library", "admit.gateway", "admit.body" }

local function with_library(replaced, run)
  local kept = {}
  for _, name in ipairs(MODULES) do
    kept[name], package.loaded[name] = package.loaded[name], nil
  end
  local stand_in = setmetatable(replaced, { __index = real })
  package.loaded["admit.library"] = {
    open = function()
      return stand_in
    end,
  }
  local is_done, trouble = pcall(run, require "admit")
  for _, name in ipairs(MODULES) do
    package.loaded[name] = kept[name]
  end
  t.ok(is_done, trouble)
end

local function returning(value)
  return function()
    return value
  end
end

t.case("a scratch that is in use, and other failures of a check", function()
  local busy = returning(real.ADMIT_ERROR_BUSY)
  with_library({ admit_engine_accepts = busy, admit_engine_check = busy }, function(admit)
    local engine = assert(admit.engine())
    local accepted, trouble = engine:accepts "{}"
    t.equal(accepted, false)
    t.equal(trouble, "the scratch is in use")
    local report
    report, trouble = engine:check "{}"
    t.equal(report, nil)
    t.equal(trouble, "the scratch is in use")
  end)
end)

t.case("no memory for a scratch", function()
  with_library({ admit_scratch_create = returning(nil) }, function(admit)
    local engine = assert(admit.engine())
    local accepted, trouble = engine:accepts(t.read "tests/data/ok/compact.json")
    t.equal(accepted, false)
    t.equal(trouble, "memory ran out")
    t.equal(select(2, engine:check "{}"), "memory ran out")
    t.equal(admit.counters(), 0)
  end)
end)

t.case("no memory for options, for an engine", function()
  with_library({ admit_options_create = returning(nil) }, function(admit)
    t.equal(select(2, admit.engine()).code, "build.memory")
  end)
  local out_of_memory = function(_, _, error_out)
    error_out[0] = nil
    return real.ADMIT_ERROR_MEMORY
  end
  with_library({ admit_engine_create_service = out_of_memory }, function(admit)
    local engine, err = admit.engine()
    t.equal(engine, nil)
    t.equal(err.code, "build.memory")
    t.equal(err.text, "memory ran out [build.memory]")
  end)
end)

t.case("a report that cannot be read is no report", function()
  with_library({ admit_report_violation = returning(3) }, function(admit)
    local report, trouble = assert(admit.engine()):check "{}"
    t.equal(report, nil)
    t.holds(trouble, "status 3")
  end)
end)

t.case("a verdict and a severity that are not known", function()
  local function odd_verdict(report, summary)
    local status = real.admit_report_summary(report, summary)
    summary.verdict = 17
    return status
  end
  local function odd_severity(report, index, violation)
    local status = real.admit_report_violation(report, index, violation)
    violation.severity = 17
    return status
  end
  local replaced = { admit_report_summary = odd_verdict, admit_report_violation = odd_severity }
  with_library(replaced, function(admit)
    local report = assert(admit.engine()):check "{}"
    t.equal(report.verdict, "undecided")
    t.equal(report.violations[1].severity, "error")
  end)
end)

t.case("no verdict", function()
  local admit = require "admit"
  local engine = assert(admit.engine { max_work = 1 })
  local report = engine:check(t.read "tests/data/ok/compact.json")
  t.equal(engine:accepts(t.read "tests/data/ok/compact.json"), false)
  t.equal(report.verdict, "undecided")
  t.holds(report.undecided_reason, "limit.work")
  t.equal(report.http_status, 503)
  t.equal(t.json(report:render "problem").status, 503)
end)

t.case("a released report renders no more, and stays a table", function()
  local report = assert(require("admit").engine()):check "{}"
  report:release()
  report:release()
  local text, trouble = report:render "text"
  t.equal(text, nil)
  t.equal(trouble, "the report has been released")
  t.equal(report.verdict, "reject")
end)

-- What a fresh copy of admit.library opens, for declarations of the ABI version `abi_version`.
local function open_as(abi_version, path)
  local cdef = require "admit.cdef"
  local kept, kept_version = package.loaded["admit.library"], cdef.abi_version
  package.loaded["admit.library"], cdef.abi_version = nil, abi_version
  local lib, trouble = require("admit.library").open(path)
  package.loaded["admit.library"], cdef.abi_version = kept, kept_version
  return lib, trouble
end

t.case("a library of another ABI version is refused, with both numbers", function()
  local lib, trouble = open_as(17, os.getenv "ADMIT_LIBRARY" or "libadmit.so.0")
  t.equal(lib, nil)
  t.holds(trouble, "has ABI version 0, and these Lua modules are for ABI version 17")
end)

t.case("a library that is none of ours is refused", function()
  local lib, trouble = open_as(0, "libc.so.6")
  t.equal(lib, nil)
  t.holds(trouble, "libc.so.6 has no admit_abi_version")
  lib, trouble = open_as(0, "/nowhere/libadmit.so")
  t.equal(lib, nil)
  t.holds(trouble, "/nowhere/libadmit.so")
end)
