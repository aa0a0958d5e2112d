-- The shared library: found by name, opened once in a Lua VM, and held to the ABI of admit.cdef.

local ffi = require "ffi"
local cdef = require "admit.cdef"

-- A second run of this file in one VM finds the types declared.
if not pcall(ffi.typeof, "admit_engine") then
  ffi.cdef(cdef.declarations)
end

local library = {}

local opened
local opened_as

-- The names to try: the one that was asked for, or the soname and then the name for developers.
local function names_of(path)
  path = path or os.getenv "ADMIT_LIBRARY"
  if path and path ~= "" then
    return { path }
  end
  return { "libadmit.so." .. cdef.abi_version, "admit" }
end

-- The library called `name`, or nil and why it cannot be used.
local function try(name)
  local found, lib = pcall(ffi.load, name)
  if not found then
    return nil, tostring(lib)
  end
  local known, version = pcall(function()
    return lib.admit_abi_version()
  end)
  if not known then
    return nil, name .. " has no admit_abi_version: it is no libadmit"
  end
  if version ~= cdef.abi_version then
    local message = "%s has ABI version %d, and these Lua modules are for ABI version %d"
    return nil, message:format(name, version, cdef.abi_version)
  end
  return lib
end

--- The library, opened at the first call. `path`: a name or path for ffi.load; without it the
--- environment's ADMIT_LIBRARY, then `libadmit.so.N`, then `libadmit.so`. Nil and a message where
--- there is none, or where another one is open already.
function library.open(path)
  if opened then
    if path and path ~= opened_as then
      return nil, ("%s cannot be opened: %s is open already"):format(path, opened_as)
    end
    return opened
  end
  local troubles = {}
  for _, name in ipairs(names_of(path)) do
    local lib, trouble = try(name)
    if lib then
      opened, opened_as = lib, name
      return lib
    end
    troubles[#troubles + 1] = trouble
  end
  return nil, "libadmit cannot be opened: " .. table.concat(troubles, "; ")
end

return library
