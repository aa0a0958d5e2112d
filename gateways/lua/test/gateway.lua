-- The handler of the access phase, over a stand-in for nginx.

local gateway = require "admit.gateway"
local nginx = require "test.nginx"
local t = require "test.harness"

local GOOD = t.read "tests/data/ok/compact.json"
local BAD = t.read "examples/manifests/bad/nacos-four-mistakes.json"
local TYPE = { "Content-Type", "application/json" }
local ERR, WARN, INFO = "4 ", "5 ", "7 "

local on = gateway.new { max_body = 4096 }
local audit = gateway.new { max_body = 4096, mode = "audit", response = "api" }

local function access(by, request)
  request.headers = request.headers or { TYPE }
  return nginx.run(request, function()
    return by:access()
  end)
end

-- The request was refused like this, with a whole answer.
local function refused(seen, status, codes)
  t.equal(seen.passed, nil)
  t.equal(seen.exit, status)
  t.equal(seen.status, status)
  t.equal(seen.headers["Content-Type"], "application/problem+json")
  t.equal(seen.headers["Content-Length"], #seen.body)
  t.equal(t.json(seen.body).status, status)
  t.equal(t.json(seen.body).requestId, "id-1")
  t.equal(seen.vars.admit_verdict, status == 503 and "undecided" or "reject")
  t.equal(seen.vars.admit_codes, codes)
  t.equal(seen.is_discarded, true)
  t.equal(#seen.log, 1)
  t.equal(seen.log[1]:sub(1, 2), status == 503 and ERR or INFO)
  return seen
end

local function passed(seen, verdict)
  t.equal(seen.passed, true)
  t.equal(seen.status, nil)
  t.equal(seen.body, nil)
  t.equal(next(seen.headers), nil)
  t.equal(seen.is_discarded, nil)
  t.equal(seen.vars.admit_verdict, verdict)
  return seen
end

-- A file with `bytes`, as nginx makes one of a long body.
local function with_file(bytes, run)
  local path = os.tmpname()
  local file = assert(io.open(path, "wb"))
  file:write(bytes)
  file:close()
  local is_done, trouble = pcall(run, path)
  os.remove(path)
  t.ok(is_done, trouble)
end

t.case("a good body passes", function()
  for _, method in ipairs { "POST", "PUT" } do
    local seen = passed(access(on, { method = method, body = GOOD }), "accept")
    t.equal(seen.vars.admit_codes, "-")
    t.ok(seen.vars.admit_path == "proved" or seen.vars.admit_path == "explained")
    t.equal(#seen.log, 0)
  end
end)

t.case("a bad body is refused, with its report", function()
  local seen = access(on, { body = BAD })
  refused(seen, 400, "service.group-name-required,service.namespace-required,"
    .. "endpoint.scheme,endpoint.port-range")
  t.equal(#t.json(seen.body).errors, 4)
  t.equal(seen.vars.admit_path, "explained")
  t.holds(seen.log[1], "admit: reject: service.group-name-required,")
  t.holds(seen.log[1], "`groupName` is missing in `/serviceConfigs/0`")
end)

t.case("each code is told once", function()
  local seen = access(on, { body = t.read "tests/data/err/service.namespace-required.json" })
  refused(seen, 400, "service.namespace-required")
end)

t.case("an empty body is refused", function()
  refused(access(on, { body = "" }), 400, "input.empty")
  refused(access(on, { body = "", content_length = "0" }), 400, "input.empty")
end)

t.case("other methods are not looked at", function()
  for _, method in ipairs { "GET", "HEAD", "DELETE", "PATCH", "OPTIONS" } do
    local seen = passed(access(on, { method = method, body = BAD, headers = {} }), "-")
    t.equal(seen.is_read, nil)
    t.equal(seen.vars.admit_path, "-")
  end
end)

t.case("content types", function()
  local bad = {
    {},
    { { "Content-Type", "text/plain" } },
    { { "Content-Type", "application/json; charset=latin1" } },
    { TYPE, TYPE },
    { TYPE, { "content-type", "text/plain" } },
    { { "Content-Type", "" }, TYPE },
    { TYPE, { "Content_Type", "text/plain" } },
    { { "Content_Type", "application/json" } },
  }
  for _, headers in ipairs(bad) do
    local seen = refused(access(on, { headers = headers, body = GOOD }), 415, "http.media-type")
    t.equal(seen.is_read, nil)
    t.equal(seen.vars.admit_path, "-")
  end
  local odd = { { "CONTENT-TYPE", 'Application/Json; Charset="UTF-8"' } }
  passed(access(on, { headers = odd, body = GOOD }), "accept")
end)

t.case("content encodings", function()
  local bad = {
    { TYPE, { "Content-Encoding", "gzip" } },
    { TYPE, { "Content-Encoding", "" } },
    { TYPE, { "Content-Encoding", "identity" }, { "Content-Encoding", "gzip" } },
    { TYPE, { "Content_Encoding", "identity" } },
  }
  for _, headers in ipairs(bad) do
    local seen = access(on, { headers = headers, body = GOOD })
    refused(seen, 415, "http.content-encoding")
    t.equal(seen.is_read, nil)
  end
  local plain = { TYPE, { "Content-Encoding", "Identity" } }
  passed(access(on, { headers = plain, body = GOOD }), "accept")
end)

t.case("header fields that are cut off", function()
  local limit
  local seen = access(on, {
    body = GOOD,
    get_headers = function(given)
      limit = given
      return { ["content-type"] = "application/json" }, "truncated"
    end,
  })
  t.equal(limit, 0)
  refused(seen, 503, "-")
  refused(access(on, { body = GOOD, get_headers = function() end }), 503, "-")
end)

t.case("bodies beyond the limit", function()
  local long = GOOD .. (" "):rep(4097 - #GOOD)
  local seen = access(on, { body = long, content_length = "4097" })
  refused(seen, 413, "input.too-large")
  t.equal(seen.is_read, nil)
  seen = access(on, { body = long }) -- chunked
  refused(seen, 413, "input.too-large")
  t.equal(seen.is_read, true)
  passed(access(on, { body = long:sub(1, 4096), content_length = "4096" }), "accept")
  with_file(long, function(path)
    refused(access(on, { file = path }), 413, "input.too-large")
  end)
end)

t.case("bodies in a file", function()
  with_file(GOOD, function(path)
    passed(access(on, { file = path, content_length = tostring(#GOOD) }), "accept")
  end)
  with_file(BAD, function(path)
    t.equal(access(on, { file = path }).exit, 400)
  end)
  with_file("", function(path)
    refused(access(on, { file = path, content_length = tostring(#GOOD) }), 503, "-")
    t.equal(access(on, { file = path, content_length = "0" }).exit, 400)
  end)
  local seen = refused(access(on, { file = "/nowhere/body" }), 503, "-")
  t.holds(seen.log[1], "/nowhere/body")
end)

t.case("a body that is no longer complete", function()
  refused(access(on, { body = GOOD, content_length = tostring(#GOOD + 1) }), 503, "-")
  refused(access(on, { body = "", content_length = "5" }), 503, "-")
end)

t.case("a body that is not yet complete", function()
  refused(access(on, { body = GOOD, is_internal = true }), 503, "-")
  local whole = { body = GOOD, is_internal = true, content_length = tostring(#GOOD) }
  passed(access(on, whole), "accept")
end)

t.case("what nginx raises", function()
  local function raise()
    error "http2 requests are not supported\nhere"
  end
  local seen = refused(access(on, { body = GOOD, read_body = raise }), 503, "-")
  t.holds(seen.log[1], "not supported?here")
  passed(access(audit, { body = GOOD, read_body = raise }), "undecided")
  seen = access(on, { body = "", headers = {}, discard_body = raise })
  t.equal(seen.exit, 400) -- nginx's own page, which ends the connection
  t.equal(seen.body, nil)
end)

t.case("no verdict", function()
  local tired = gateway.new { max_work = 1 }
  local seen = refused(access(tired, { body = GOOD }), 503, "-")
  t.holds(seen.log[1], "admit: undecided: -: limit.work")
end)

t.case("audit lets everything pass, and warns", function()
  local cases = {
    { request = { body = BAD }, verdict = "reject", log = "service.group-name-required," },
    { request = { body = GOOD, headers = {} }, verdict = "reject", log = "http.media-type" },
    { request = { body = BAD, content_length = "5000" }, verdict = "reject", log = "too-large" },
    { request = { body = ("x"):rep(5000) }, verdict = "reject", log = "input.too-large" },
    { request = { file = "/nowhere/body" }, verdict = "undecided", log = "/nowhere/body" },
  }
  for _, case in ipairs(cases) do
    local seen = passed(access(audit, case.request), case.verdict)
    t.equal(#seen.log, 1)
    t.equal(seen.log[1]:sub(1, 2), WARN)
    t.holds(seen.log[1], "admit: audit: " .. case.verdict)
    t.holds(seen.log[1], case.log)
  end
  t.equal(#passed(access(audit, { body = GOOD }), "accept").log, 0)
end)

t.case("off looks at nothing", function()
  local off = gateway.new { mode = "off" }
  t.equal(passed(access(off, { body = BAD, headers = {} }), "-").is_read, nil)
end)

t.case("answers in the API's own shape", function()
  local api = gateway.new { response = "api" }
  for _, request in ipairs { { body = BAD }, { body = GOOD, headers = {} } } do
    local seen = access(api, request)
    t.equal(seen.headers["Content-Type"], "application/json")
    t.equal(t.json(seen.body).requestId, "id-1")
    t.equal(t.json(seen.body).status, nil)
  end
end)

t.case("variables need not be declared", function()
  t.equal(access(on, { body = GOOD, vars = false }).passed, true)
  local seen = access(on, { body = BAD, vars = false })
  t.equal(seen.exit, 400)
  t.equal(#seen.log, 1)
end)

t.case("warnings are not reported", function()
  local body = '{"gatewayId":"gw-cq7l5s5lhtgi6qasrdc0","sourceType":"K8S","serviceConfigs":'
    .. '[{"name":"user-service","addresses":null}]}'
  t.equal(require("admit").engine():check(body).counts.warnings, 1)
  refused(access(on, { body = body }), 400, "service.namespace-required")
end)

t.case("the limit of the gateway is that of its engine", function()
  local large = gateway.new { max_body = 2 ^ 21 }
  passed(access(large, { body = GOOD .. (" "):rep(2 ^ 20) }), "accept")
end)

t.case("a gateway over a broken engine refuses", function()
  local broken = gateway.new {}
  broken.engine = {
    accepts = function()
      return false, "the scratch is in use"
    end,
  }
  local seen = refused(access(broken, { body = GOOD }), 503, "-")
  t.holds(seen.log[1], "the scratch is in use")
  broken.engine.accepts = function()
    error "not enough memory"
  end
  refused(access(broken, { body = GOOD }), 503, "-")
  broken.engine.accepts = function()
    return false
  end
  broken.engine.check = function()
    return { verdict = "accept", violations = {}, release = function() end }
  end
  seen = refused(access(broken, { body = GOOD }), 503, "-")
  t.holds(seen.log[1], "accepted and not accepted")
  broken.response = "xml" -- not even the answer can be made
  seen = access(broken, { body = GOOD })
  t.equal(seen.exit, 503)
  t.equal(seen.body, nil)
  t.equal(seen.vars.admit_verdict, "undecided")
end)

t.case("gateways that cannot be made raise", function()
  local bad = {
    [{ mode = "maybe" }] = "`maybe` is none of on, audit, off",
    [{ response = "xml" }] = "`xml` is none of problem, api",
    [{ max_body = "1m" }] = "`1m` is not a positive whole number",
    [{ max_body = 0 }] = "`0` is not a positive whole number",
    [{ max_body = 1.5 }] = "`1.5` is not a positive whole number",
    [{ max_body_bytes = 5 }] = "`max_body_bytes` is fixed: set `max_body`",
    [{ report_from = "info" }] = "`report_from` is fixed",
    [{ strictt = true }] = "did you mean `strict`?",
    [{ schema = '{"requird":[]}' }] = "did you mean `required`?",
    [{ library = "/nowhere/libadmit.so" }] = "/nowhere/libadmit.so cannot be opened",
  }
  for options, message in pairs(bad) do
    t.raises(function() gateway.new(options) end, message)
  end
  t.raises(function() gateway.new "on" end, "a table of options is expected")
  t.ok(gateway.new())
end)
