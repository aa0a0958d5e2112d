# Language level, warnings and sanitizers, as one interface target that every target of ours links.

add_library(admit_compile_options INTERFACE)
target_compile_features(admit_compile_options INTERFACE cxx_std_20)
target_compile_options(
  admit_compile_options
  INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
            -Woverloaded-virtual -Wimplicit-fallthrough -Wcast-qual -Wformat=2)
if(ADMIT_WERROR)
  target_compile_options(admit_compile_options INTERFACE -Werror)
endif()
# A literal with some fields named means "the rest by default": that is the point of designated
# initialisers, and -Wextra warns about it.
target_compile_options(admit_compile_options INTERFACE -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  # GCC 12 sees an overlap in `"text" + std::string` that cannot be (GCC bug 105329).
  target_compile_options(admit_compile_options INTERFACE -Wno-restrict)
endif()

if(ADMIT_SANITIZE)
  set(admit_sanitizer_flags -fsanitize=${ADMIT_SANITIZE} -fno-sanitize-recover=all
                            -fno-omit-frame-pointer)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # Instrumented code confuses the analysis behind this warning: it fires inside <regex>.
    list(APPEND admit_sanitizer_flags -Wno-maybe-uninitialized)
  endif()
  if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    # RapidJSON 1.1.0 computes a pointer past a null stack (internal/stack.h) with its very first
    # input; that one header is excused, nothing else.
    list(APPEND admit_sanitizer_flags
         -fsanitize-ignorelist=${CMAKE_CURRENT_LIST_DIR}/sanitizer_ignorelist.txt)
  endif()
  target_compile_options(admit_compile_options INTERFACE ${admit_sanitizer_flags})
  target_link_options(admit_compile_options INTERFACE -fsanitize=${ADMIT_SANITIZE})
endif()

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
