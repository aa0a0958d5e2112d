# A hook starts its linter once for every commit, and then most of the time goes into loading shared
# libraries. admit_link_statically(TARGET) takes archives instead, of those libraries that have
# one. They come before the shared ones, which are then not needed and left out.
# Nor is the program moved to another address at its start, which would touch a page for each table.
function(admit_link_statically target)
  set(archives re2 yaml)
  if(ADMIT_WITH_IDN2)
    list(APPEND archives idn2 unistring)
  endif()
  set(found "")
  foreach(library IN LISTS archives)
    find_library(admit_static_${library} NAMES lib${library}.a)
    mark_as_advanced(admit_static_${library})
    if(admit_static_${library})
      list(APPEND found ${admit_static_${library}})
    endif()
  endforeach()
  # libidn2.a alone would leave its symbols open.
  if(NOT admit_static_unistring)
    list(REMOVE_ITEM found "${admit_static_idn2}")
  endif()
  target_link_libraries(${target} PRIVATE ${found})
  target_link_options(${target} PRIVATE -static-libstdc++ -static-libgcc -no-pie
                      -Wl,--as-needed -Wl,--gc-sections -Wl,-O1)
endfunction()
