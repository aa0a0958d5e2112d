-- The binding: versions, options, errors, fields of a report, secrets, refusals.

local admit = require "admit"
local cdef = require "admit.cdef"
local library = require "admit.library"
local t = require "test.harness"

local BAD = "examples/manifests/bad/nacos-four-mistakes.json"

local function violation_of(schema, body)
  local engine = assert(admit.engine { schema = schema })
  return engine:check(body).violations[1]
end

t.case("the library tells its version", function()
  t.ok(admit.version():find "^%d+%.%d+%.%d+$")
  t.equal(library.open().admit_abi_version(), cdef.abi_version)
end)

t.case("a second library is refused, the same one is not", function()
  local is_loaded, trouble = admit.load "/nowhere/libadmit.so"
  t.equal(is_loaded, nil)
  t.holds(trouble, "/nowhere/libadmit.so cannot be opened: ")
  t.equal(admit.load(), true)
end)

t.case("every field of a report", function()
  local engine = assert(admit.engine())
  local report = engine:check(t.read(BAD))
  t.equal(report.verdict, "reject")
  t.equal(report.counts, { errors = 4, warnings = 0, infos = 0 })
  t.equal(report.omitted, 0)
  t.equal(report.http_status, 400)
  t.equal(report.undecided_reason, nil)
  t.equal(report.violations[2], {
    code = "service.namespace-required",
    severity = "error",
    pointer = "/serviceConfigs/0",
    because = "/sourceType",
    message = "`namespace` is missing in `/serviceConfigs/0`: "
      .. "required when `sourceType` is `MSE_NACOS`",
    hint = "rename `nameSpace` to `namespace`",
    range = {
      start = { offset = 99, line = 5, column = 5 },
      ["end"] = { offset = 100, line = 5, column = 6 },
    },
    source = report.violations[2].source,
    params = { member = "namespace", twin = "nameSpace" },
    related = {
      {
        message = "a misspelt one stands here",
        pointer = "/serviceConfigs/0/nameSpace",
        range = {
          start = { offset = 137, line = 7, column = 7 },
          ["end"] = { offset = 148, line = 7, column = 18 },
        },
      },
    },
  })
  t.holds(report.violations[2].source, "CreateService")
  t.equal(report.violations[4].value, "10.0.0.8:99999")
end)

t.case("every kind of detail", function()
  t.equal(violation_of('{"enum":["a","b"]}', '"c"').params, { allowed = { "a", "b" } })
  t.equal(violation_of('{"maximum":3}', "4").params.maximum, 3)
  t.equal(violation_of('{"maximum":3.5}', "4").params.maximum, 3.5)
  t.equal(violation_of('{"required":["a"]}', "{}").params.member, "a")
  t.equal(violation_of('{"maximum":9007199254740991}', "1e300").params.maximum, 2 ^ 53 - 1)
  local function maximum(digits)
    return violation_of('{"maximum":' .. digits .. "}", "1e300").params.maximum
  end
  t.equal(maximum "9007199254740993", "9007199254740993") -- no Lua number
  t.equal(maximum "18446744073709551615", "18446744073709551615")
  local least = violation_of('{"minimum":-9223372036854775808}', "-1e300").params.minimum
  t.equal(least, "-9223372036854775808")
  t.equal(violation_of('{"maximum":3}', "4").schema, "#/maximum")
end)

t.case("options by name", function()
  local null = '{"gatewayId":"gw-cq7l5s5lhtgi6qasrdc0","sourceType":"K8S","serviceConfigs":'
    .. '[{"name":"user-service","namespace":"default","addresses":null}]}'
  local function severity_of_null(options)
    for _, violation in ipairs(assert(admit.engine(options)):check(null).violations) do
      if violation.code == "schema.null" then
        return violation.severity
      end
    end
  end
  t.equal(severity_of_null(nil), "warning")
  t.equal(severity_of_null { severity = { ["schema.null"] = "error" } }, "error")
  t.equal(severity_of_null { severity = { "schema.*=error", "schema.null=info" } }, nil)
  t.equal(severity_of_null { severity = "schema.null=error" }, "error")
  t.equal(severity_of_null { report_from = "error" }, nil)
  local small = assert(admit.engine { max_body_bytes = 10 })
  local report = small:check(null)
  t.equal(report.violations[1].code, "input.too-large")
  t.equal(report.http_status, 413)
  t.ok(admit.engine { max_work = 2 ^ 52, strict = true, revision = "2026-02-05" })
end)

t.case("an engine of one's own, of several documents", function()
  local engine = assert(admit.engine {
    schema = '{"$ref":"https://example.com/a"}',
    schemas = { ["https://example.com/a"] = '{"type":"object"}' },
  })
  t.equal(engine:accepts "{}", true)
  t.equal(engine:accepts "[]", false)
end)

t.case("what a schema says and the engine does not enforce", function()
  local engine = assert(admit.engine { schema = '{"format":"nonsense"}' })
  local warnings = engine:warnings()
  t.equal(#warnings, 1)
  t.equal(warnings[1].code, "build.format")
  t.equal(warnings[1].pointer, "/format")
  t.equal(warnings[1].position, { offset = 10, line = 1, column = 11 })
  t.holds(warnings[1].message, "nonsense")
  t.equal(assert(admit.engine()):warnings(), {})
end)

t.case("errors of a build are values", function()
  local function err_of(options)
    local engine, err = admit.engine(options)
    t.equal(engine, nil)
    return err
  end
  local err = err_of { strictt = true }
  t.equal(err.code, "build.option")
  t.equal(err.hint, "did you mean `strict`?")
  t.equal(tostring(err), err.text)
  t.holds(err.text, "[build.option]")
  t.equal(err.position, nil)
  err = err_of { schema = '{"requird":[]}' }
  t.equal(err.code, "build.keyword")
  t.equal(err.pointer, "/requird")
  t.equal(err.position, { offset = 1, line = 1, column = 2 })
  t.equal(err.violations, nil)
  err = err_of { schema = '{"type":"strin","minimum":"1"}' }
  t.equal(err.code, "build.schema-invalid")
  t.equal(#err.violations, 2)
  t.equal(err.violations[2].pointer, "/minimum")
  err = err_of {
    schema = '{"$ref":"https://example.com/a"}',
    schemas = { ["https://example.com/a"] = '{"requird":[]}' },
  }
  t.equal(err.document, "https://example.com/a")
  t.equal(err_of({ revision = "1999-01-01" }).code, "build.option")
  t.equal(err_of({ severity = { ["schema.nul"] = "error" } }).code, "build.option")
  t.equal(err_of({ schema = "" }).code, "build.schema-syntax")
end)

t.case("values of types that no option has are errors, too", function()
  local bad = {
    { max_depth = print },
    { max_depth = {} },
    { max_depth = 1.5 },
    { max_depth = 0 / 0 },
    { max_depth = -1 },
    { severity = { ["schema.null"] = 1 } },
    { severity = { [true] = "error" } },
    { severity = 1 },
    { secret_members = { 1 } },
    { secret_members = true },
    { schema = {} },
    { schemas = "a" },
    { schemas = { "a" } },
    { schemas = { ["https://example.com/a"] = {} } },
    { [1] = "strict" },
    { [true] = "strict", strict = true, [2] = 3 },
  }
  for i, options in ipairs(bad) do
    local engine, err = admit.engine(options)
    t.equal(engine, nil, "engine " .. i)
    t.equal(err.code, "build.option", "code " .. i)
    t.ok(#err.message > 0 and #err.text > 0)
  end
end)

t.case("secrets are in nothing that comes out", function()
  local engine = assert(admit.engine { secret_members = { "clientSecret", "pass_phrase" } })
  local body = '{"apiKey": 17034925, "clientSecret": "kettle-blue", "PassPhrase": ["tea-cosy"], '
    .. '"sourceType": 5 '
  for _, text in ipairs { body, body .. "}" } do
    local report = engine:check(text)
    t.equal(report.verdict, "reject")
    for _, format in ipairs { "text", "json", "problem", "api" } do
      local out = report:render(format, { body = text, file = "f", request_id = "r" })
      t.ok(#out > 0)
      for _, secret in ipairs { "17034925", "kettle-blue", "tea-cosy" } do
        t.lacks(out, secret)
      end
    end
  end
  t.holds(engine:check(body):render("text", { body = body }), "***")
end)

t.case("formats of a report", function()
  local engine = assert(admit.engine())
  local report = engine:check(t.read(BAD))
  local problem = t.json(report:render("problem", { request_id = 'a"b' }))
  t.equal(problem.status, 400)
  t.equal(problem.requestId, 'a"b')
  t.equal(#problem.errors, 4)
  t.equal(t.json(report:render "problem").requestId, nil)
  t.equal(t.json(report:render("api", { request_id = "x" })).requestId, "x")
  t.holds(report:render("text", { file = "some.json" }), "some.json:5:5: error: ")
  t.holds(report:render "text", "<stdin>:5:5: error: ")
  local text, trouble = report:render "xml"
  t.equal(text, nil)
  t.equal(trouble, "there is no format of this name")
  local accepted = engine:check(t.read "tests/data/ok/compact.json")
  text, trouble = accepted:render "problem" -- nothing to answer
  t.equal(text, nil)
  t.ok(#trouble > 0)
end)

t.case("refusals", function()
  local expected = { media_type = 415, content_encoding = 415, too_large = 413, undecided = 503 }
  for reason, status in pairs(expected) do
    local got, body = admit.refusal(reason, "problem", "id-1")
    t.equal(got, status, reason)
    t.equal(t.json(body).status, status)
    t.equal(t.json(body).requestId, "id-1")
    got, body = admit.refusal(reason, "api")
    t.equal(got, status, reason)
    t.equal(t.json(body).requestId, nil)
  end
  local status, trouble = admit.refusal("undecided", "text")
  t.equal(status, nil)
  t.equal(trouble, "there is no format of this name")
end)

t.case("bytes of any kind", function()
  local engine = assert(admit.engine())
  local long = { ("["):rep(100000), ("x"):rep(2 ^ 20 + 1) }
  for _, body in ipairs { "", "\0", '{"a":"\0"}', "\255\254", long[1], long[2] } do
    t.equal(engine:accepts(body), false)
    t.equal(engine:check(body).verdict, "reject")
  end
end)

t.case("wrong types of arguments are raised", function()
  local engine = assert(admit.engine())
  local report = engine:check "{}"
  t.raises(function() engine:accepts(nil) end, "body must be a string, not a nil")
  t.raises(function() engine:check(7) end, "body must be a string, not a number")
  t.raises(function() report:render(nil) end, "format must be a string")
  t.raises(function() report:render("text", { body = 7 }) end, "must be a string")
  t.raises(function() report:render("text", "body") end, "input must be a table")
  t.raises(function() admit.engine "strict" end, "options must be a table")
  t.raises(function() admit.refusal("teapot", "api") end, "there is no refusal `teapot`")
end)

t.case("counters tell how bodies were decided", function()
  local engine = assert(admit.engine())
  local proved, explained, undecided = admit.counters()
  engine:accepts(t.read "tests/data/ok/compact.json")
  engine:check "{}"
  local proved_now, explained_now, undecided_now = admit.counters()
  t.equal(proved_now + explained_now, proved + explained + 2)
  t.equal(undecided_now, undecided)
  assert(admit.engine { max_work = 1 }):check(t.read(BAD))
  t.equal(select(3, admit.counters()), undecided + 1)
end)
