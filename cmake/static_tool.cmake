# A hook starts its linter once for every commit, and then most of the time goes into loading shared
# libraries. admit_link_statically(TARGET) takes archives instead, of those libraries that have one.
# They come before the shared ones, which are then not needed and left out.
function(admit_link_statically target)
  foreach(library IN ITEMS re2 yaml)
    find_library(admit_static_${library} NAMES lib${library}.a)
    mark_as_advanced(admit_static_${library})
    if(admit_static_${library})
      target_link_libraries(${target} PRIVATE ${admit_static_${library}})
    endif()
  endforeach()
  target_link_options(${target} PRIVATE -static-libstdc++ -static-libgcc
                      -Wl,--as-needed -Wl,--gc-sections -Wl,-O1)
endfunction()
