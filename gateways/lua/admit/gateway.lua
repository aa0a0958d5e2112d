-- Request -> verdict -> answer, in the access phase of nginx with lua-nginx-module.
--
--   init_by_lua_block   { gateway = require("admit.gateway").new { mode = "on" } }
--   access_by_lua_block { gateway:access() }
--
-- Fails closed: what cannot be decided is answered 503. In the mode `audit` all of it is worked out
-- and logged, and every request passes.

local admit = require "admit"
local body = require "admit.body"
local media_type = require "admit.media_type"

local gateway = {}

local DEFAULT_MAX_BODY = 1024 * 1024
local MODES = { on = true, audit = true, off = true }
local CONTENT_TYPES = { problem = "application/problem+json", api = "application/json" }
local CHECKED_METHODS = { POST = true, PUT = true }

-- Codes of the access log for requests that are refused before their body is looked at.
local REFUSAL_CODES = {
  media_type = "http.media-type",
  content_encoding = "http.content-encoding",
  too_large = "input.too-large",
}

-- Options of the gateway itself; all others are those of the engine.
local OWN_OPTIONS = { mode = true, max_body = true, response = true, library = true }

-- Options of the engine that the gateway sets.
local FIXED_OPTIONS = {
  max_body_bytes = "set `max_body`",
  report_from = "gateways report errors alone",
}

local Gateway = {}
Gateway.__index = Gateway

-- ---- Decisions ------------------------------------------------------------------------------
-- A decision is a table: verdict, codes, path for the access log, message for the error log, and
-- unless it is an accept the answer: status, body, content_type.

local ACCEPTS = {
  proved = { verdict = "accept", path = "proved" },
  explained = { verdict = "accept", path = "explained" },
  unknown = { verdict = "accept" },
}

-- The last resort: nginx's own page for 503.
local PLAIN_UNDECIDED = { verdict = "undecided", message = "memory ran out", status = 503 }

local function refusal(self, reason, verdict, codes, message)
  local status, text = admit.refusal(reason, self.response, ngx.var.request_id)
  if not status then -- `text` says why
    return {
      verdict = "undecided",
      message = ("%s; its answer cannot be made: %s"):format(message, text),
      status = 503,
    }
  end
  return {
    verdict = verdict,
    codes = codes,
    message = message,
    status = status,
    body = text,
    content_type = CONTENT_TYPES[self.response],
  }
end

local function undecided(self, why)
  return refusal(self, "undecided", "undecided", nil, why)
end

local function refuse(self, reason, message)
  return refusal(self, reason, "reject", REFUSAL_CODES[reason], message)
end

-- The codes of the violations, each once, in their order.
local function codes_of(violations)
  local codes, is_known = {}, {}
  for _, violation in ipairs(violations) do
    if not is_known[violation.code] then
      is_known[violation.code] = true
      codes[#codes + 1] = violation.code
    end
  end
  return table.concat(codes, ",")
end

local function reject(self, report)
  local text, trouble = report:render(self.response, { request_id = ngx.var.request_id })
  if not text then
    return undecided(self, "the report cannot be rendered: " .. trouble)
  end
  local first = report.violations[1]
  return {
    verdict = "reject",
    codes = codes_of(report.violations),
    message = first and first.message or "",
    status = report.http_status,
    body = text,
    content_type = CONTENT_TYPES[self.response],
  }
end

-- What follows for a body that was not accepted.
local function explain(self, text)
  local report, trouble = self.engine:check(text)
  if not report then
    return undecided(self, trouble)
  end
  local decision
  if report.verdict == "reject" then
    decision = reject(self, report)
  elseif report.verdict == "accept" then
    decision = undecided(self, "accepted and not accepted")
  else
    decision = undecided(self, report.undecided_reason or "no verdict")
  end
  report:release()
  return decision
end

local function judge_body(self, text)
  local proved, explained = admit.counters()
  local accepted, trouble = self.engine:accepts(text)
  local decision
  if trouble then
    return undecided(self, trouble)
  elseif not accepted then
    decision = explain(self, text)
  end
  local proved_now, explained_now = admit.counters()
  local path
  if explained_now ~= explained then
    path = "explained"
  elseif proved_now ~= proved then
    path = "proved"
  end
  if not decision then
    return ACCEPTS[path or "unknown"]
  end
  decision.path = path
  return decision
end

-- ---- Header fields --------------------------------------------------------------------------

-- Whether there is exactly one Content-Type, and it says JSON in UTF-8. A field `content_type`,
-- which nginx lets pass with underscores_in_headers, counts as a second one.
local function has_json_type(headers)
  local value = rawget(headers, "content-type")
  return type(value) == "string"
    and rawget(headers, "content_type") == nil
    and media_type.is_json(value)
end

local function is_encoded(headers)
  local values = rawget(headers, "content-encoding")
  for _, value in ipairs(type(values) == "table" and values or { values }) do
    if value:lower() ~= "identity" then
      return true
    end
  end
  return rawget(headers, "content_encoding") ~= nil
end

-- The decision that header fields alone lead to, or nil.
local function judge_headers(self)
  local headers, trouble = ngx.req.get_headers(0) -- without a limit
  if not headers or trouble then
    return undecided(self, "the header fields cannot be read: " .. tostring(trouble))
  elseif not has_json_type(headers) then
    return refuse(self, "media_type", "the content type is not application/json in UTF-8")
  elseif is_encoded(headers) then
    return refuse(self, "content_encoding", "the body has a content encoding")
  end
  local announced = tonumber(ngx.var.content_length)
  if announced and announced > self.max_body then
    return refuse(self, "too_large", ("the body has %.0f bytes"):format(announced))
  end
end

-- ---- Requests -------------------------------------------------------------------------------

local function judge(self)
  if self.broken then
    return undecided(self, self.broken)
  end
  local decision = judge_headers(self)
  if decision then
    return decision
  end
  local text, trouble = body.read(self.max_body)
  if text then
    return judge_body(self, text)
  elseif trouble == "too_large" then
    return refuse(self, "too_large", ("the body has more than %.0f bytes"):format(self.max_body))
  end
  return undecided(self, trouble)
end

local function set_variable(name, value)
  ngx.var[name] = value
end

-- Tells the access log, where the configuration declares the variables, and the error log.
local function note(self, decision)
  pcall(set_variable, "admit_verdict", decision.verdict)
  pcall(set_variable, "admit_codes", decision.codes or "-")
  pcall(set_variable, "admit_path", decision.path or "-")
  if decision.verdict == "accept" then
    return
  end
  local level = decision.verdict == "reject" and ngx.INFO or ngx.ERR
  local what = "admit: " .. decision.verdict
  if self.mode == "audit" then
    level, what = ngx.WARN, "admit: audit: " .. decision.verdict
  end
  -- One line, whatever the request made of the message.
  local message = decision.message:gsub("%c", "?")
  ngx.log(level, what, ": ", decision.codes or "-", ": ", message)
end

-- nginx's own page, after which it closes the connection.
local MALFORMED = { status = 400 }

--- Decides the current request: nil where it may pass, otherwise the answer, a table with status,
--- and body and content_type, which are nil where nginx's own page has to do. May yield.
function Gateway:decide()
  if self.mode == "off" or not CHECKED_METHODS[ngx.req.get_method()] then
    return nil
  end
  local is_done, decision = pcall(judge, self)
  if not is_done then
    is_done, decision = pcall(undecided, self, tostring(decision))
    decision = is_done and decision or PLAIN_UNDECIDED
  end
  pcall(note, self, decision)
  if self.mode == "audit" or decision.verdict == "accept" then
    return nil
  end
  -- nginx throws away what has not been read of the body when it answers, and drops the connection
  -- without an answer where it cannot, because the chunks are malformed. Asked before, it can tell.
  return pcall(ngx.req.discard_body) and decision or MALFORMED
end

--- The handler of the access phase: returns where the request may pass, otherwise answers it.
function Gateway:access()
  local answer = self:decide()
  if not answer then
    return
  elseif not answer.body then
    return ngx.exit(answer.status)
  end
  ngx.status = answer.status
  ngx.header["Content-Type"] = answer.content_type
  ngx.header["Content-Length"] = #answer.body
  ngx.print(answer.body)
  return ngx.exit(answer.status)
end

-- ---- Making gateways ------------------------------------------------------------------------

-- Engine options out of the gateway's; nil and a message where one is not allowed.
local function engine_options(options, max_body)
  local made = { max_body_bytes = max_body, report_from = "error" }
  for name, value in pairs(options) do
    if FIXED_OPTIONS[name] then
      return nil, ("the option `%s` is fixed: %s"):format(name, FIXED_OPTIONS[name])
    elseif not OWN_OPTIONS[name] then
      made[name] = value
    end
  end
  return made
end

-- What is wrong with the gateway's own options, or nil.
local function trouble_of(mode, response, max_body)
  if not MODES[mode] then
    return ("the option `mode`: `%s` is none of on, audit, off"):format(tostring(mode))
  elseif not CONTENT_TYPES[response] then
    return ("the option `response`: `%s` is none of problem, api"):format(tostring(response))
  elseif type(max_body) ~= "number" or max_body < 1 or max_body % 1 ~= 0 then
    return ("the option `max_body`: `%s` is not a positive whole number"):format(tostring(max_body))
  end
end

--- As gateway.new, but nil and a message where there is no gateway.
function gateway.make(options)
  local mode = options.mode or "on"
  local response = options.response or "problem"
  local max_body = options.max_body or DEFAULT_MAX_BODY
  local trouble = trouble_of(mode, response, max_body)
  if trouble then
    return nil, trouble
  end
  if options.library then
    local is_loaded, why = admit.load(options.library)
    if not is_loaded then
      return nil, why
    end
  end
  local for_engine, why = engine_options(options, max_body)
  if not for_engine then
    return nil, why
  end
  local engine, err = admit.engine(for_engine)
  if not engine then
    return nil, err.text
  end
  local made = { mode = mode, response = response, max_body = max_body, engine = engine }
  return setmetatable(made, Gateway)
end

--- A gateway. Options: mode (on, audit, off), max_body (bytes), response (problem, api), library (a
--- path for ffi.load), and those of admit.engine. Raises where there is none: in init_by_lua* nginx
--- then does not start.
function gateway.new(options)
  if type(options or {}) ~= "table" then
    error("admit: a table of options is expected", 2)
  end
  local made, trouble = gateway.make(options or {})
  if not made then
    error("admit: " .. trouble, 2)
  end
  return made
end

--- A gateway that cannot decide, because of `why`: for an application that has to go on without an
--- engine. It refuses with 503, or in the mode `audit` lets pass, and logs `why` each time.
function gateway.broken(options, why)
  return setmetatable({
    mode = MODES[options.mode] and options.mode or "on",
    response = CONTENT_TYPES[options.response] and options.response or "problem",
    broken = why,
  }, Gateway)
end

return gateway
