-- A stand-in for the parts of the `ngx` API that the gateway uses, and requests to run through it.
-- Inside nginx it takes the place of the real one while a request runs.

local nginx = {}

local LEVELS = { ERR = 4, WARN = 5, INFO = 7 }

-- Header fields as ngx.req.get_headers gives them: names in lower case, values of repeated ones in
-- a list, and other spellings found by the metatable.
local function header_table(fields)
  local headers = {}
  for _, field in ipairs(fields) do
    local name, value = field[1]:lower(), field[2]
    local known = headers[name]
    if type(known) == "table" then
      known[#known + 1] = value
    else
      headers[name] = known and { known, value } or value
    end
  end
  return setmetatable(headers, {
    __index = function(self, key)
      return rawget(self, (key:lower():gsub("_", "-")))
    end,
  })
end

-- ngx.var: variables that are not declared cannot be written.
local function variable_table(declared)
  return setmetatable({}, {
    __index = declared,
    __newindex = function(_, name, value)
      if declared[name] == nil then
        error('variable "' .. name .. '" not found for writing')
      end
      declared[name] = value
    end,
  })
end

-- The API for one request; what it does is written to `seen`.
local function api_for(request, seen)
  local api = { header = seen.headers, var = variable_table(seen.vars) }
  for name, level in pairs(LEVELS) do
    api[name] = level
  end
  function api.log(level, ...)
    seen.log[#seen.log + 1] = level .. " " .. table.concat({ ... })
  end
  function api.print(text)
    seen.body = (seen.body or "") .. text
  end
  function api.exit(status)
    coroutine.yield("exit", status)
  end
  api.req = {
    get_method = function()
      return request.method or "POST"
    end,
    get_headers = function(limit)
      if request.get_headers then
        return request.get_headers(limit)
      end
      return header_table(request.headers)
    end,
    read_body = function()
      seen.is_read = true
      coroutine.yield "read"
      if request.read_body then
        request.read_body()
      end
    end,
    get_body_data = function()
      return not request.file and request.body ~= "" and request.body or nil
    end,
    get_body_file = function()
      return request.file
    end,
    is_internal = function()
      return request.is_internal or false
    end,
    discard_body = function()
      seen.is_discarded = true
      if request.discard_body then
        request.discard_body()
      end
    end,
  }
  return setmetatable(api, {
    __newindex = function(_, name, value)
      if name ~= "status" then
        error("ngx." .. name .. " is not to be written")
      end
      seen.status = value
    end,
  })
end

--- Runs `handler` for a request and returns what was seen: passed, returned, exit, status, headers,
--- body, vars, log (lines of "LEVEL text"), is_read, is_discarded. `request`: method, headers (a
--- list of { name, value }), body, file, content_length, is_internal, vars (false: admit's are not
--- declared), and functions to take the place of get_headers, read_body, discard_body.
function nginx.run(request, handler)
  local seen = { headers = {}, log = {}, vars = { request_id = "id-1" } }
  seen.vars.content_length = request.content_length
  for _, name in ipairs(request.vars == false and {} or { "verdict", "codes", "path" }) do
    seen.vars["admit_" .. name] = "-"
  end
  local real = ngx
  ngx = api_for(request, seen)
  local thread = coroutine.create(handler)
  local is_alive, what, value
  repeat
    is_alive, what, value = coroutine.resume(thread)
  until what ~= "read"
  ngx = real
  if not is_alive then
    error(debug.traceback(thread, what), 0)
  end
  if coroutine.status(thread) == "suspended" then
    seen.exit = value
  else
    seen.passed, seen.returned = true, what
  end
  return seen
end

return nginx
