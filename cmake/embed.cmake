# admit_embed_text(TARGET SYMBOL FILE): compiles FILE into TARGET as `SYMBOL`, a
# `const std::string_view` in namespace admit::embedded, declared in embedded/SYMBOL.h.

function(admit_embed_text target symbol file)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cc)
  set(header ${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.h)
  add_custom_command(
    OUTPUT ${source} ${header}
    COMMAND ${CMAKE_COMMAND} -DSYMBOL=${symbol} -DINPUT=${file} -DSOURCE=${source}
            -DHEADER=${header} -P ${PROJECT_SOURCE_DIR}/cmake/embed_text.cmake
    DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/embed_text.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${source} ${header})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
endfunction()

# admit_embed_pages(TARGET SYMBOL FOLDER): compiles the *.md of FOLDER into TARGET. The function
# `SYMBOL` in namespace admit::embedded, declared in embedded/SYMBOL.h, returns them as Pages, sorted
# by name, which is that of the file without `.md`. The folder may be empty or missing.
function(admit_embed_pages target symbol folder)
  file(GLOB pages CONFIGURE_DEPENDS ${folder}/*.md)
  # The names are part of the command, so that taking one away makes it run again.
  set(names "")
  foreach(page IN LISTS pages)
    get_filename_component(name ${page} NAME_WLE)
    list(APPEND names ${name})
  endforeach()
  list(SORT names)
  list(JOIN names "," names)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.cc)
  set(header ${CMAKE_CURRENT_BINARY_DIR}/embedded/${symbol}.h)
  add_custom_command(
    OUTPUT ${source} ${header}
    COMMAND ${CMAKE_COMMAND} -DSYMBOL=${symbol} -DFOLDER=${folder} -DNAMES=${names}
            -DSOURCE=${source} -DHEADER=${header} -P ${PROJECT_SOURCE_DIR}/cmake/embed_pages.cmake
    DEPENDS ${pages} ${PROJECT_SOURCE_DIR}/cmake/embed_pages.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${source} ${header})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
endfunction()
