-- admit for LuaJIT: engines, checks and reports, over the C interface (admit/c_api.h).
--
--   local admit = require "admit"
--   local engine, err = admit.engine { strict = true }
--   if not engine then error(err.text) end
--   if not engine:accepts(body) then
--     for _, v in ipairs(engine:check(body).violations) do print(v.code, v.message) end
--   end
--
-- Bad input comes back as values, never as a raised error; a wrong type of argument is raised.
-- All objects belong to one Lua VM, that is to one nginx worker, and are freed by its collector.

local ffi = require "ffi"
local library = require "admit.library"
local option_table = require "admit.options"
local reader = require "admit.report"

local text = reader.text

local admit = {}

local REFUSALS = { -- name -> ADMIT_REFUSAL_*
  media_type = 0,
  content_encoding = 1,
  too_large = 2,
  undecided = 3,
}

-- Where calls put their results: no call yields, so there is never more than one.
local accepted_out = ffi.new "int32_t[1]"
local engine_out = ffi.new "admit_engine*[1]"
local error_out = ffi.new "admit_error*[1]"
local report_out = ffi.new "admit_report*[1]"
local text_out = ffi.new "admit_text*[1]"
local counters = ffi.new "admit_counters"
local input_type = ffi.typeof "admit_render_input"

local function need(value, kind, what)
  if type(value) ~= kind then
    error(("%s must be a %s, not a %s"):format(what, kind, type(value)), 3)
  end
end

local function status_text(lib, status)
  return ffi.string(lib.admit_status_text(status))
end

-- The working memory of this VM, made at its first use; nil where memory has run out.
local own_scratch
local function scratch_of(lib)
  if not own_scratch then
    local made = lib.admit_scratch_create()
    own_scratch = made ~= nil and ffi.gc(made, lib.admit_scratch_destroy) or nil
  end
  return own_scratch
end

-- ---- Errors of a build ----------------------------------------------------------------------

local error_methods = {
  __tostring = function(self)
    return self.text
  end,
}

local function as_error(fault)
  return setmetatable(fault, error_methods)
end

-- For failures that the library has no error object for.
local function plain_error(code, message)
  return as_error {
    code = code,
    message = message,
    pointer = "",
    text = message .. " [" .. code .. "]",
  }
end

-- What the last call left in error_out, as an error table.
local function taken_error(lib, status)
  local handle = error_out[0]
  if handle == nil then
    local code = status == lib.ADMIT_ERROR_MEMORY and "build.memory" or "build.internal"
    return plain_error(code, status_text(lib, status))
  end
  error_out[0] = nil
  handle = ffi.gc(handle, lib.admit_error_destroy)
  return as_error(reader.fault(lib, handle))
end

-- ---- Rendering ------------------------------------------------------------------------------

-- Points `to` into the Lua string `from`; the caller keeps that alive.
local function point(to, from)
  if from ~= nil then
    need(from, "string", "a text to render with")
    to.data, to.size = from, #from
  end
end

local function input_of(given)
  local input = input_type()
  input.size = ffi.sizeof(input_type)
  if given then
    point(input.body, given.body)
    point(input.file, given.file)
    point(input.request_id, given.request_id)
  end
  return input
end

-- The Lua string of what the last call left in text_out; nil and a message where it failed.
local function taken_text(lib, status)
  if status ~= 0 then
    return nil, status_text(lib, status)
  end
  local handle = ffi.gc(text_out[0], lib.admit_text_destroy)
  local made = text(lib.admit_text_view(handle))
  lib.admit_text_destroy(ffi.gc(handle, nil))
  return made
end

-- ---- Reports --------------------------------------------------------------------------------

local Report = {}
Report.__index = Report

-- report table -> its admit_report*, so that the table itself is plain data.
local handles = setmetatable({}, { __mode = "k" })

--- The report as `text`, `json`, `problem` or `api`; nil and a message where there is no such
--- format, or no such answer. `input`: request_id, file, and body (the text that was checked, for
--- the lines that `text` quotes).
function Report:render(format, input)
  need(format, "string", "format")
  if input ~= nil then
    need(input, "table", "input")
  end
  local lib = library.open()
  local handle = handles[self]
  if not handle then
    return nil, "the report has been released"
  end
  local status =
    lib.admit_report_render(handle, format, #format, input_of(input), text_out)
  return taken_text(lib, status)
end

--- Frees the memory of the library now; the table stays, and renders no more. Optional.
function Report:release()
  local handle = handles[self]
  if handle then
    handles[self] = nil
    library.open().admit_report_destroy(ffi.gc(handle, nil))
  end
end

-- ---- Engines --------------------------------------------------------------------------------

local Engine = {}
Engine.__index = Engine

--- Whether `body` may pass. Where that could not be found out: false and a message.
function Engine:accepts(body)
  need(body, "string", "body")
  local lib = library.open()
  local scratch = scratch_of(lib)
  if not scratch then
    return false, status_text(lib, lib.ADMIT_ERROR_MEMORY)
  end
  local status = lib.admit_engine_accepts(self.handle, scratch, body, #body, accepted_out)
  if status ~= 0 then
    return false, status_text(lib, status)
  end
  return accepted_out[0] == 1
end

--- Everything that is wrong with `body`, as a table; nil and a message where there is no report,
--- and therefore no verdict.
function Engine:check(body)
  need(body, "string", "body")
  local lib = library.open()
  local scratch = scratch_of(lib)
  if not scratch then
    return nil, status_text(lib, lib.ADMIT_ERROR_MEMORY)
  end
  local status = lib.admit_engine_check(self.handle, scratch, body, #body, report_out)
  if status ~= 0 then
    return nil, status_text(lib, status)
  end
  local handle = ffi.gc(report_out[0], lib.admit_report_destroy)
  local read, report = pcall(reader.report, lib, handle)
  if not read then
    return nil, tostring(report)
  end
  handles[report] = handle
  return setmetatable(report, Report)
end

--- What the schema says and the engine does not enforce: a list of tables like errors.
function Engine:warnings()
  return reader.warnings(library.open(), self.handle)
end

-- The admit_options* of a Lua table; nil and an error table.
local function make_options(lib, given)
  local flat, trouble = option_table.flatten(given)
  local documents
  if flat then
    documents, trouble = option_table.documents(given)
  end
  if trouble then
    return nil, as_error(trouble)
  end
  local made = lib.admit_options_create()
  if made == nil then
    return nil, plain_error("build.memory", status_text(lib, lib.ADMIT_ERROR_MEMORY))
  end
  made = ffi.gc(made, lib.admit_options_destroy)
  for _, pair in ipairs(flat) do
    local name, value = pair[1], pair[2]
    local status = lib.admit_options_set(made, name, #name, value, #value, error_out)
    if status ~= 0 then
      return nil, taken_error(lib, status)
    end
  end
  for _, pair in ipairs(documents) do
    local uri, document = pair[1], pair[2]
    local status = lib.admit_options_add_schema(made, uri, #uri, document, #document)
    if status ~= 0 then
      return nil, plain_error("build.memory", status_text(lib, status))
    end
  end
  return made
end

--- An engine: for CreateService, or where the option `schema` has the JSON text of a JSON Schema,
--- for the API that it describes. Nil and an error table (code, message, hint, pointer, document,
--- position, text, violations) where there is none. `options`: those of admit_options_set, with
--- severity = { [CODE] = LEVEL }, secret_members = { NAME, ... }, and schemas = { [URI] = TEXT }.
function admit.engine(options)
  options = options or {}
  need(options, "table", "options")
  local lib, trouble = library.open()
  if not lib then
    return nil, plain_error("build.library", trouble)
  end
  local handle, err = make_options(lib, options)
  if not handle then
    return nil, err
  end
  local schema, status = options.schema, nil
  if schema then
    status = lib.admit_engine_build(schema, #schema, handle, engine_out, error_out)
  else
    status = lib.admit_engine_create_service(handle, engine_out, error_out)
  end
  if status ~= 0 then
    return nil, taken_error(lib, status)
  end
  return setmetatable({ handle = ffi.gc(engine_out[0], lib.admit_engine_release) }, Engine)
end

-- ---- The rest -------------------------------------------------------------------------------

--- Opens the library, where it is not open yet; without this call the first use does so. `path`: a
--- name or path for ffi.load. True, or nil and a message.
function admit.load(path)
  local lib, trouble = library.open(path)
  if not lib then
    return nil, trouble
  end
  return true
end

--- The version of the library, such as "0.1.0"; nil and a message where it cannot be opened.
function admit.version()
  local lib, trouble = library.open()
  if not lib then
    return nil, trouble
  end
  return ffi.string(lib.admit_version())
end

--- HTTP status and body of the answer to a request that is refused for `reason` (media_type,
--- content_encoding, too_large, undecided), as `problem` or `api`. Nil and a message where there is
--- no such format, or no library.
function admit.refusal(reason, format, request_id)
  need(format, "string", "format")
  local number = REFUSALS[reason]
  if not number then
    error("there is no refusal `" .. tostring(reason) .. "`", 2)
  end
  local lib, trouble = library.open()
  if not lib then
    return nil, trouble
  end
  local input = input_of { request_id = request_id }
  local status = lib.admit_render_refusal(number, format, #format, input, text_out)
  local body, message = taken_text(lib, status)
  if not body then
    return nil, message
  end
  return lib.admit_refusal_http_status(number), body
end

--- How the bodies of this VM were decided: three counts, proved (accepted in one pass over the
--- bytes), explained (decided over a document), undecided.
function admit.counters()
  local lib = library.open()
  if not lib or not own_scratch then
    return 0, 0, 0
  end
  counters.size = ffi.sizeof(counters)
  lib.admit_scratch_counters(own_scratch, counters)
  return tonumber(counters.proved), tonumber(counters.explained), tonumber(counters.undecided)
end

return admit
