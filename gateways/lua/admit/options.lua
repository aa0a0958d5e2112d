-- A Lua table of options -> the (name, value) texts that admit_options_set takes, in a fixed order.

local options = {}

-- Options of the table that are no options of the library.
local SCHEMAS = { schema = true, schemas = true }

-- Options that may be given many times, and the names under which the table has them.
local LISTS = { secret_members = "secret_member", secret_member = "secret_member" }

-- What cannot be an option, as an error like those of the library.
local function fault(name, message)
  message = ("the option `%s`: %s"):format(tostring(name), message)
  return {
    code = "build.option",
    message = message,
    pointer = "",
    text = message .. " [build.option]",
  }
end

-- A value as text, or nil for a value of a type that no option has.
local function text_of(value)
  local kind = type(value)
  if kind == "string" then
    return value
  elseif kind == "boolean" then
    return tostring(value)
  elseif kind == "number" then
    -- Whole numbers without exponent; what else there is, the library refuses.
    return value % 1 == 0 and ("%.0f"):format(value) or tostring(value)
  end
  return nil
end

-- Keys of a table in a fixed order, whatever their types.
local function sorted_keys(map)
  local keys = {}
  for key in pairs(map) do
    keys[#keys + 1] = key
  end
  table.sort(keys, function(a, b)
    if type(a) == type(b) and type(a) == "number" then
      return a < b
    end
    return tostring(a) < tostring(b)
  end)
  return keys
end

local function add_list(pairs_out, table_name, name, value)
  for _, item in ipairs(type(value) == "table" and value or { value }) do
    if type(item) ~= "string" then
      return fault(table_name, "a list of strings is expected")
    end
    pairs_out[#pairs_out + 1] = { name, item }
  end
end

-- severity = { ["schema.null"] = "error" }, or { "schema.null=error" }, or one such text.
local function add_severities(pairs_out, value)
  if type(value) ~= "table" then
    value = { value }
  end
  for _, key in ipairs(sorted_keys(value)) do
    local level = value[key]
    if type(level) ~= "string" or (type(key) ~= "string" and type(key) ~= "number") then
      return fault("severity", "a table of codes and levels is expected")
    end
    local pair = type(key) == "string" and key .. "=" .. level or level
    pairs_out[#pairs_out + 1] = { "severity", pair }
  end
end

local function add(pairs_out, name, value)
  if type(name) ~= "string" then
    return fault(name, "options have names")
  elseif name == "severity" then
    return add_severities(pairs_out, value)
  elseif LISTS[name] then
    return add_list(pairs_out, name, LISTS[name], value)
  end
  local text = text_of(value)
  if not text then
    return fault(name, "a " .. type(value) .. " is no value of an option")
  end
  pairs_out[#pairs_out + 1] = { name, text }
end

--- The list of { name, value } for admit_options_set; nil and an error table where a value is of a
--- type that no option has. Names are left to the library to judge.
function options.flatten(given)
  local pairs_out = {}
  for _, name in ipairs(sorted_keys(given)) do
    if not SCHEMAS[name] then
      local trouble = add(pairs_out, name, given[name])
      if trouble then
        return nil, trouble
      end
    end
  end
  return pairs_out
end

--- The schema documents of the table as a list of { uri, text }; nil and an error table likewise.
function options.documents(given)
  local documents = given.schemas or {}
  if given.schema ~= nil and type(given.schema) ~= "string" then
    return nil, fault("schema", "JSON text is expected, not a " .. type(given.schema))
  elseif type(documents) ~= "table" then
    return nil, fault("schemas", "a table of URIs and JSON texts is expected")
  end
  local list = {}
  for _, uri in ipairs(sorted_keys(documents)) do
    if type(uri) ~= "string" or type(documents[uri]) ~= "string" then
      return nil, fault("schemas", "a table of URIs and JSON texts is expected")
    end
    list[#list + 1] = { uri, documents[uri] }
  end
  return list
end

return options
