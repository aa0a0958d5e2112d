-- The value of a Content-Type header -> whether it says JSON in UTF-8.

local media_type = {}

local TOKEN = "^([%w!#$%%&'*+%-.^_`|~]+)()" -- RFC 9110, with the place after it

-- A quoted string that starts at `at`: its text without quotes and escapes, and the place after it.
local function quoted_string(value, at)
  local parts = {}
  at = at + 1
  while true do
    local plain, after = value:match('^([^"\\%z\1-\8\10-\31\127]*)()', at)
    parts[#parts + 1] = plain
    local mark = value:sub(after, after)
    if mark == '"' then
      return table.concat(parts), after + 1
    end
    local escaped = value:match("^\\([^%z\1-\8\10-\31\127])", after)
    if not escaped then
      return nil
    end
    parts[#parts + 1] = escaped
    at = after + 2
  end
end

-- `name=value` at `at`: the name in lower case, the value, and the place after it.
local function parameter(value, at)
  local name, after_name = value:match(TOKEN, at)
  if not name or value:sub(after_name, after_name) ~= "=" then
    return nil
  end
  local text, after
  if value:sub(after_name + 1, after_name + 1) == '"' then
    text, after = quoted_string(value, after_name + 1)
  else
    text, after = value:match(TOKEN, after_name + 1)
  end
  if not text then
    return nil
  end
  return name:lower(), text, after
end

-- The place of what follows white space at `at`.
local function skip_space(value, at)
  return value:match("^[ \t]*()", at)
end

--- Whether `value` is application/json with parameters of which none says another charset than
--- UTF-8. What is malformed is not: the upstream might read it in another way.
function media_type.is_json(value)
  local kind, at = value:match "^[ \t]*([^; \t]+)[ \t]*()"
  if not kind or kind:lower() ~= "application/json" then
    return false
  end
  while at <= #value do
    if value:sub(at, at) ~= ";" then
      return false
    end
    at = skip_space(value, at + 1)
    if at <= #value and value:sub(at, at) ~= ";" then
      local name, text, after = parameter(value, at)
      if not name or (name == "charset" and text:lower() ~= "utf-8") then
        return false
      end
      at = skip_space(value, after)
    end
  end
  return true
end

return media_type
