# What `cmake --install` lays down, in three components: the tool, the shared library, and what
# programs are built with. CMake package, pkg-config files and Debian packages go with them.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(admit_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/admit)

install(TARGETS admit admit_c_static EXPORT admit ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev)
if(ADMIT_BUILD_SHARED)
  install(
    TARGETS admit_shared
    EXPORT admit
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
            COMPONENT library
            NAMELINK_COMPONENT dev)
endif()
if(ADMIT_BUILD_TOOL)
  install(TARGETS admit_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tool)
  # Manual page and completion, by the tool itself.
  set(admit_manual ${PROJECT_BINARY_DIR}/admit.1)
  set(admit_completion ${PROJECT_BINARY_DIR}/admit.bash)
  add_custom_command(
    OUTPUT ${admit_manual} ${admit_completion}
    COMMAND admit_cli generate man > ${admit_manual}
    COMMAND admit_cli generate bash-completion > ${admit_completion}
    DEPENDS admit_cli
    VERBATIM)
  add_custom_target(admit_manual ALL DEPENDS ${admit_manual} ${admit_completion})
  install(FILES ${admit_manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT tool)
  install(FILES ${admit_completion}
          DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
          RENAME admit
          COMPONENT tool)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/admit DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        COMPONENT dev)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/admit/schemas
        COMPONENT tool)

# find_package(admit)
install(EXPORT admit FILE admit-targets.cmake NAMESPACE admit:: DESTINATION ${admit_package_dir}
        COMPONENT dev)
configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/admit-config.cmake.in ${PROJECT_BINARY_DIR}/admit-config.cmake
  INSTALL_DESTINATION ${admit_package_dir} NO_SET_AND_CHECK_MACRO)
# Before 1.0 every minor version may break programs.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/admit-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/admit-config.cmake
              ${PROJECT_BINARY_DIR}/admit-config-version.cmake
        DESTINATION ${admit_package_dir} COMPONENT dev)

# pkg-config: `admit` for C++, `admit-c` and `admit-c-static` for C.
set(admit_pc_requires "re2")
if(ADMIT_WITH_YAML)
  string(APPEND admit_pc_requires " yaml-0.1")
endif()
if(ADMIT_WITH_IDN2)
  string(APPEND admit_pc_requires " libidn2")
endif()
if(ADMIT_WITH_URIPARSER)
  string(APPEND admit_pc_requires " liburiparser")
endif()
# Where the .pc files lie, seen from the prefix, so that the prefix can be moved.
file(RELATIVE_PATH admit_pc_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
foreach(name IN ITEMS admit admit-c admit-c-static)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/${name}.pc.in ${PROJECT_BINARY_DIR}/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${name}.pc
          DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)
endforeach()

# Debian packages, by `cpack -G DEB`.
set(CPACK_PACKAGE_NAME admit)
set(CPACK_PACKAGE_CONTACT "the admit developers <admit@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENTS_ALL library dev tool)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libadmit0)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "Request validation engine: shared library, C interface")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libadmit-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_DEV_DESCRIPTION
    "Request validation engine: headers and static library for C and C++")
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
    "libadmit0 (= ${PROJECT_VERSION}), libre2-dev, libyaml-dev, libidn2-dev, liburiparser-dev")
set(CPACK_DEBIAN_TOOL_PACKAGE_NAME admit)
set(CPACK_DEBIAN_TOOL_PACKAGE_SECTION devel)
set(CPACK_COMPONENT_TOOL_DESCRIPTION "Request validation engine: linter for JSON manifests")
include(CPack)
