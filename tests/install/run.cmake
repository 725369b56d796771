# Installs the build that was tested, builds examples/library on it, and runs that and the installed
# program away from the source tree. Called with BUILD, SOURCE and SCRATCH.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE output
                  ERROR_VARIABLE errors WORKING_DIRECTORY ${SCRATCH})
  set(output "${output}" PARENT_SCOPE)
  set(status "${status}" PARENT_SCOPE)
  set(errors "${errors}" PARENT_SCOPE)
endfunction()

function(must_run)
  run(${ARGV})
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGV}\nended with ${status}:\n${output}${errors}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect text)
  string(FIND "${output}" "${text}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "expected `${text}` in:\n${output}${errors}")
  endif()
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
set(prefix ${SCRATCH}/prefix)
must_run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})

must_run(${CMAKE_COMMAND} -G Ninja -S ${SOURCE}/examples/library -B ${SCRATCH}/build
         -DCMAKE_PREFIX_PATH=${prefix} -DCMAKE_CXX_COMPILER=${COMPILER}
         -DCMAKE_CXX_FLAGS=${FLAGS})
must_run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
set(data ${SOURCE}/examples/northshire/data)
must_run(${SCRATCH}/build/breaches EC-RG-001 ${data} 2026-02-28)
expect("PO000117: ")

# Violations are status 1; the packs are found beside the program.
run(${prefix}/bin/remit check --rules england-children --data ${data} --as-of 2026-02-28
    --rule EC-RG-001)
if(NOT status EQUAL 1)
  message(FATAL_ERROR "the installed program ended with ${status}:\n${output}${errors}")
endif()
expect("PO000117")

# The manual page and the words for the shells are there, and say what this program can do.
foreach(file man/man1/remit.1 bash-completion/completions/remit zsh/vendor-completions/_remit
        fish/vendor_completions.d/remit.fish)
  file(READ ${prefix}/share/${file} output)
  expect("remit")
endforeach()
file(READ ${prefix}/share/man/man1/remit.1 output)
expect("remit check")
