-- The body of the current nginx request, from memory or from its temporary file.

local body = {}

-- All of the file, of which no byte beyond `limit` is read. Nil, and "too_large" or a message.
local function read_file(path, limit)
  local file, trouble = io.open(path, "rb")
  if not file then
    return nil, "the body's file cannot be opened: " .. tostring(trouble)
  end
  local size = file:seek "end"
  if size and size > limit then
    file:close()
    return nil, "too_large"
  end
  if size == 0 then -- of which Lua reads nil
    file:close()
    return ""
  end
  local data = size and file:seek("set", 0) and file:read(size)
  file:close()
  if data and #data == size then
    return data
  end
  return nil, "the body's file cannot be read"
end

--- Reads the body (yields until it has arrived). Nil and "too_large" for more than `limit` bytes;
--- nil and a message where it cannot be had.
function body.read(limit)
  ngx.req.read_body()
  local data, trouble = ngx.req.get_body_data(), nil
  if not data then
    local path = ngx.req.get_body_file()
    if path then
      data, trouble = read_file(path, limit)
    else
      data = ""
    end
  end
  if not data then
    return nil, trouble
  elseif #data > limit then
    return nil, "too_large"
  end
  local announced = tonumber(ngx.var.content_length)
  if announced and announced ~= #data then
    return nil, "the body is no longer complete" -- thrown away, or gone to another upstream
  elseif not announced and #data > 0 and ngx.req.is_internal() then
    -- A body that has arrived has a length, in chunks or not: a redirect has left an upstream that
    -- this one was still on its way to (proxy_request_buffering off).
    return nil, "the body is not complete"
  end
  return data
end

return body
