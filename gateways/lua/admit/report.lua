-- What the C interface hands out as structs, as Lua tables: reports, faults, texts.
-- Texts that do not apply are left out, as in a JSON report.

local ffi = require "ffi"
require "admit.library" -- declares the types

local reader = {}

local summary_type = ffi.typeof "admit_summary"
local violation_type = ffi.typeof "admit_violation"
local param_type = ffi.typeof "admit_param"
local related_type = ffi.typeof "admit_related"
local fault_type = ffi.typeof "admit_fault"
local string_out = ffi.typeof "admit_string[1]"

local EXACT = 2 ^ 53 -- below it every whole number is a Lua number

local VERDICTS = { [0] = "accept", "reject", "undecided" }
local SEVERITIES = { [0] = "ignore", "info", "warning", "error" }

--- An admit_string as a Lua string.
local function text(from)
  return ffi.string(from.data, from.size)
end
reader.text = text

-- A text that may be left out.
local function optional(from)
  if from.size == 0 then
    return nil
  end
  return text(from)
end

-- A 64-bit number: a Lua number where that is exact, else its decimal digits.
local function whole(value)
  local number = tonumber(value)
  if number > -EXACT and number < EXACT then
    return number
  end
  return (tostring(value):gsub("U?LL$", ""))
end

local function position(from)
  return {
    offset = tonumber(from.offset),
    line = tonumber(from.line),
    column = tonumber(from.column),
  }
end

local function range(from)
  return { start = position(from.start), ["end"] = position(from["end"]) }
end

-- A struct for the library to fill in, with its size set.
local function sized(struct_type)
  local struct = struct_type()
  struct.size = ffi.sizeof(struct_type)
  return struct
end

-- Indices are those of the library's own lists: a failure is a bug, and may be raised.
local function must(status)
  if status ~= 0 then
    error("admit: reading a report failed with status " .. tonumber(status), 0)
  end
end

local function strings_of(lib, report, violation, index, count)
  local list = {}
  local out = string_out()
  for i = 1, count do
    must(lib.admit_report_param_string(report, violation, index, i - 1, out))
    list[i] = text(out[0])
  end
  return list
end

-- The name and the value of a typed detail.
local function param(lib, report, violation, index)
  local from = sized(param_type)
  must(lib.admit_report_param(report, violation, index, from))
  local kind, value = from.kind, nil
  if kind == lib.ADMIT_PARAM_INT64 then
    value = whole(from.int64_value)
  elseif kind == lib.ADMIT_PARAM_UINT64 then
    value = whole(from.uint64_value)
  elseif kind == lib.ADMIT_PARAM_DOUBLE then
    value = from.double_value
  elseif kind == lib.ADMIT_PARAM_STRING then
    value = text(from.string_value)
  elseif kind == lib.ADMIT_PARAM_STRINGS then
    value = strings_of(lib, report, violation, index, tonumber(from.strings))
  end
  return text(from.name), value
end

local function related(lib, report, violation, index)
  local from = sized(related_type)
  must(lib.admit_report_related(report, violation, index, from))
  return { pointer = text(from.pointer), range = range(from.range), message = text(from.message) }
end

local function violation(lib, report, index)
  local from = sized(violation_type)
  must(lib.admit_report_violation(report, index, from))
  local one = {
    code = text(from.code),
    severity = SEVERITIES[from.severity] or "error",
    pointer = text(from.pointer),
    because = from.has_because ~= 0 and text(from.because) or nil,
    range = range(from.range),
    message = text(from.message),
    hint = optional(from.hint),
    value = optional(from.value),
    schema = optional(from.schema),
    source = optional(from.source),
    params = {},
    related = {},
  }
  for i = 0, tonumber(from.params) - 1 do
    local name, value = param(lib, report, index, i)
    one.params[name] = value
  end
  for i = 0, tonumber(from.related) - 1 do
    one.related[i + 1] = related(lib, report, index, i)
  end
  return one
end

--- Everything that an admit_report says, as a table. Raises where memory runs out.
function reader.report(lib, report)
  local from = sized(summary_type)
  must(lib.admit_report_summary(report, from))
  local made = {
    verdict = VERDICTS[from.verdict] or "undecided", -- what is not known is no accept
    violations = {},
    omitted = tonumber(from.omitted),
    counts = {
      errors = tonumber(from.errors),
      warnings = tonumber(from.warnings),
      infos = tonumber(from.infos),
    },
    undecided_reason = optional(from.undecided_reason),
    http_status = lib.admit_report_http_status(report),
  }
  for i = 0, tonumber(from.violations) - 1 do
    made.violations[i + 1] = violation(lib, report, i)
  end
  return made
end

-- An admit_fault as a table.
local function fault(from)
  return {
    code = text(from.code),
    message = text(from.message),
    hint = optional(from.hint),
    pointer = text(from.pointer),
    document = optional(from.document),
    position = from.has_position ~= 0 and position(from.position) or nil,
  }
end

--- Everything that an admit_error says, as a table.
function reader.fault(lib, from_error)
  local from = sized(fault_type)
  must(lib.admit_error_fault(from_error, from))
  local made = fault(from)
  made.text = text(lib.admit_error_text(from_error))
  local report = lib.admit_error_report(from_error)
  if report ~= nil then
    made.violations = reader.report(lib, report).violations
  end
  return made
end

--- What an admit_engine does not enforce, as a list of tables.
function reader.warnings(lib, engine)
  local list = {}
  for i = 1, tonumber(lib.admit_engine_warning_count(engine)) do
    local from = sized(fault_type)
    must(lib.admit_engine_warning(engine, i - 1, from))
    list[i] = fault(from)
  end
  return list
end

return reader
