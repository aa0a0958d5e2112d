-- What the tests share: cases, comparison, files, a reader of JSON reports.

local harness = { root = "./" } -- of the repository

local cases, checks, failures = 0, 0, {}
local current = "?"

local function fail(message)
  failures[#failures + 1] = ("%s: %s"):format(current, message)
end

--- Runs one case; what it raises is a failure.
function harness.case(name, run)
  cases, current = cases + 1, name
  local is_done, trouble = xpcall(run, debug.traceback)
  if not is_done then
    fail(trouble)
  end
end

function harness.ok(condition, message)
  checks = checks + 1
  if not condition then
    fail(message or debug.traceback("is not so", 2))
  end
  return condition
end

local function show(value)
  return type(value) == "string" and ("%q"):format(value) or tostring(value)
end

-- The first place where two values differ, or nil.
local function difference(got, expected, place)
  if type(got) ~= "table" or type(expected) ~= "table" then
    return got ~= expected and ("%s is %s, not %s"):format(place, show(got), show(expected)) or nil
  end
  for key, value in pairs(expected) do
    local found = difference(got[key], value, place .. "." .. tostring(key))
    if found then
      return found
    end
  end
  for key, value in pairs(got) do
    if expected[key] == nil then
      return ("%s.%s is %s, and should not be there"):format(place, tostring(key), show(value))
    end
  end
end

function harness.equal(got, expected, what)
  local found = difference(got, expected, what or "it")
  return harness.ok(not found, found and debug.traceback(found, 2))
end

--- `text` holds `part`, to the letter.
function harness.holds(text, part)
  local is_there = type(text) == "string" and text:find(part, 1, true) ~= nil
  return harness.ok(is_there, debug.traceback(("%s does not hold %q"):format(show(text), part), 2))
end

function harness.lacks(text, part)
  local is_there = type(text) ~= "string" or text:find(part, 1, true) ~= nil
  return harness.ok(not is_there, debug.traceback(("%s holds %q"):format(show(text), part), 2))
end

function harness.raises(run, part)
  local is_done, trouble = pcall(run)
  harness.ok(not is_done, debug.traceback("nothing is raised", 2))
  return harness.holds(tostring(trouble), part)
end

--- The bytes of a file below the root; nil where there is none.
function harness.read(name)
  local file = io.open(harness.root .. name, "rb")
  if not file then
    return nil
  end
  local bytes = file:read "*a"
  file:close()
  return bytes
end

--- The names of the files in a folder below the root that end in `ending`, without it.
function harness.files(folder, ending)
  local names = {}
  local list = assert(io.popen(("ls '%s%s'"):format(harness.root, folder)))
  for line in list:lines() do
    local stem = line:sub(1, -#ending - 1)
    if line:sub(-#ending) == ending and not stem:find("%.schema$") then
      names[#names + 1] = stem
    end
  end
  list:close()
  return names
end

function harness.finish()
  local line = "admit Lua tests: %d cases, %d checks, %d failures"
  line = line:format(cases, checks, #failures)
  if #failures > 0 then
    error(table.concat(failures, "\n") .. "\n" .. line, 0)
  end
  print(line)
end

-- ---- JSON, as far as reports go -------------------------------------------------------------

local ESCAPES = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }

-- Reports escape control characters alone as \uXXXX.
local function unescape(text)
  return (text:gsub("\\(.)(%x?%x?%x?%x?)", function(mark, digits)
    if mark == "u" then
      return string.char(tonumber(digits, 16))
    end
    return (ESCAPES[mark] or mark) .. digits
  end))
end

local value_at

local function string_at(text, at)
  local stop = at + 1
  while text:sub(stop, stop) ~= '"' do
    stop = stop + (text:sub(stop, stop) == "\\" and 2 or 1)
  end
  return unescape(text:sub(at + 1, stop - 1)), stop + 1
end

local function array_at(text, at)
  local list = {}
  at = at + 1
  while text:sub(at, at) ~= "]" do
    list[#list + 1], at = value_at(text, at)
    at = at + (text:sub(at, at) == "," and 1 or 0)
  end
  return list, at + 1
end

local function object_at(text, at)
  local map, name = {}, nil
  at = at + 1
  while text:sub(at, at) ~= "}" do
    name, at = string_at(text, at)
    map[name], at = value_at(text, at + 1)
    at = at + (text:sub(at, at) == "," and 1 or 0)
  end
  return map, at + 1
end

function value_at(text, at)
  local first = text:sub(at, at)
  if first == '"' then
    return string_at(text, at)
  elseif first == "[" then
    return array_at(text, at)
  elseif first == "{" then
    return object_at(text, at)
  end
  local number = text:match("^[-+.%deE]+", at)
  assert(number, "no JSON value at " .. at)
  return tonumber(number), at + #number
end

--- The value of a JSON report without white space.
function harness.json(text)
  return (value_at(text, 1))
end

return harness
