# Third-party libraries, each as one target that hides how it is found.

find_package(RapidJSON REQUIRED)
find_package(valijson REQUIRED)
find_package(fmt REQUIRED)

# One definition of RAPIDJSON_ASSERT for every translation unit, before any RapidJSON header: the
# valijson adapter brings a slow one of its own otherwise, and inline functions compiled with it
# could become the copy that the linker keeps for everybody.
add_library(admit_rapidjson INTERFACE)
target_include_directories(admit_rapidjson SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIRS})
target_compile_options(admit_rapidjson
                       INTERFACE "SHELL:-include ${CMAKE_CURRENT_LIST_DIR}/rapidjson_assert.h")

find_package(PkgConfig REQUIRED)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
if(ADMIT_WITH_YAML)
  pkg_check_modules(libyaml REQUIRED IMPORTED_TARGET yaml-0.1)
endif()
if(ADMIT_WITH_IDN2)
  pkg_check_modules(libidn2 REQUIRED IMPORTED_TARGET libidn2)
endif()
if(ADMIT_WITH_URIPARSER)
  pkg_check_modules(liburiparser REQUIRED IMPORTED_TARGET liburiparser)
endif()
