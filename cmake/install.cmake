# What `cmake --install` puts where, and the Debian package that CPack makes of it:
#
#   bin/remit                       the program
#   share/remit/                    rules and schemas, where the program finds them
#   share/man/, share/bash-completion/, share/zsh/, share/fish/
#                                   its manual page, and the completion of its words
#   include/remit-VERSION/, lib/    the library; find_package(remit) gives remit::remit
#
# A part of it: cmake --install build/release --component program (or library). scripts/package
# makes the Debian package.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# What is installed needs no tests; building the target `remit` first is enough.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

set(REMIT_INSTALL_INCLUDEDIR
  ${CMAKE_INSTALL_INCLUDEDIR}/remit-${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(REMIT_INSTALL_CMAKEDIR ${CMAKE_INSTALL_LIBDIR}/cmake/remit)

# install_module(NAME): the static library of a module, and its headers. The public headers include
# some of them.
function(install_module name)
  set_target_properties(remit_${name} PROPERTIES EXPORT_NAME ${name})
  install(TARGETS remit_${name} EXPORT remit-targets
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
  install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/${name} COMPONENT library
          DESTINATION ${REMIT_INSTALL_INCLUDEDIR}
          FILES_MATCHING PATTERN "*.h" PATTERN reference EXCLUDE)
endfunction()

# install_written_by_remit(FILE ARGUMENT...): what the program writes when it is called so, made
# whenever it has been linked; FILE is below share/.
function(install_written_by_remit file)
  set(written ${PROJECT_BINARY_DIR}/written/${file})
  get_filename_component(written_folder ${written} DIRECTORY)
  file(MAKE_DIRECTORY ${written_folder})
  add_custom_command(TARGET remit POST_BUILD COMMAND remit ${ARGN} > ${written} VERBATIM)
  get_filename_component(folder ${file} DIRECTORY)
  install(FILES ${written} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder} COMPONENT program)
endfunction()

function(install_remit)
  # The one target that others link.
  add_library(remit_remit INTERFACE)
  set_target_properties(remit_remit PROPERTIES EXPORT_NAME remit)
  target_link_libraries(remit_remit INTERFACE remit_audit remit_report)
  install(TARGETS remit_remit EXPORT remit-targets)
  install(DIRECTORY include/remit DESTINATION ${REMIT_INSTALL_INCLUDEDIR} COMPONENT library)

  install(TARGETS remit RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
  install(DIRECTORY rules schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/remit COMPONENT program)

  install(EXPORT remit-targets NAMESPACE remit:: DESTINATION ${REMIT_INSTALL_CMAKEDIR}
          COMPONENT library)
  configure_package_config_file(cmake/remit-config.cmake.in ${PROJECT_BINARY_DIR}/remit-config.cmake
                                INSTALL_DESTINATION ${REMIT_INSTALL_CMAKEDIR}
                                PATH_VARS CMAKE_INSTALL_DATADIR)
  # Before version 1 each minor version may change what a program that links remit relies on.
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/remit-config-version.cmake
                                   COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/remit-config.cmake
                ${PROJECT_BINARY_DIR}/remit-config-version.cmake
          DESTINATION ${REMIT_INSTALL_CMAKEDIR} COMPONENT library)
endfunction()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "the maintainers of remit")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "audit of social-work case allocations against rules")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Declarative rules say who may do which task, how often supervision, visits and
reviews must happen, and which registration and qualifications a worker needs.
remit checks exported data against them, and gives every rule and every subject
a verdict with the evidence, the provision and the dates.")
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# The program with its rules; who builds on the library builds from source.
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME remit)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
include(CPack)
