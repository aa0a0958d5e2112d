-- Content-Type values -> JSON in UTF-8 or not.

local media_type = require "admit.media_type"
local t = require "test.harness"

local JSON = {
  "application/json",
  "Application/JSON",
  " application/json\t",
  "application/json;charset=utf-8",
  "application/json; charset=UTF-8",
  'application/json ;\tCHARSET="Utf-8"',
  'application/json; charset="utf\\-8"',
  "application/json; charset=utf-8; charset=utf-8",
  "application/json; version=1",
  'application/json; note="a;b, c\\"d"',
  "application/json; note=\"\195\164\"",
  "application/json;",
  "application/json; ; charset=utf-8;",
}

local NOT_JSON = {
  "",
  " ",
  "text/plain",
  "application/jsonx",
  "application/json5",
  "application/problem+json",
  "application /json",
  "application/json, application/json",
  "application/json,text/plain",
  "application/json charset=utf-8",
  "application/json; charset=utf-16",
  "application/json; charset=latin1",
  "application/json; CharSet=latin1",
  "application/json; charset=utf8",
  "application/json; charset=utf-8; charset=latin1",
  'application/json; charset="utf-8',
  'application/json; charset="utf-8\\',
  'application/json; charset="utf-8"x',
  'application/json; charset=""',
  "application/json; charset=",
  "application/json; charset",
  "application/json; charset =utf-8",
  "application/json; charset= utf-8",
  "application/json; =utf-8",
  "application/json; charset=utf-8, text/plain",
  "application/json; charset='utf-8'",
  "application/json; note=\"a\0b\"; charset=utf-8",
  "\0application/json",
  "application/json\0",
}

t.case("what is JSON in UTF-8", function()
  for _, value in ipairs(JSON) do
    t.equal(media_type.is_json(value), true, value)
  end
end)

t.case("what is not", function()
  for _, value in ipairs(NOT_JSON) do
    t.equal(media_type.is_json(value), false, value)
  end
end)

t.case("long values take no long time", function()
  local start = os.clock()
  for _, part in ipairs { ";", "; a=b", '; a="\\x\\x\\x\\x"', ";\t " } do
    t.equal(media_type.is_json("application/json" .. part:rep(20000)), true, part)
  end
  t.equal(media_type.is_json('application/json; a="' .. ("\\x"):rep(100000)), false)
  t.ok(os.clock() - start < 2)
end)
