# The headers that most files begin with, compiled once and used by every target that is compiled alike.
if(INTERSTATE_PRECOMPILED)
  set(precompiled_cpp ${CMAKE_BINARY_DIR}/generated/precompiled.cpp)
  file(CONFIGURE OUTPUT ${precompiled_cpp} CONTENT "")
  add_library(precompiled STATIC ${precompiled_cpp})
  target_link_libraries(precompiled PRIVATE Boost::boost nlohmann_json::nlohmann_json)
  target_precompile_headers(precompiled PRIVATE
    <algorithm> <array> <charconv> <chrono> <compare> <concepts> <cstdint> <deque> <expected> <filesystem> <functional>
    <limits> <map> <memory> <mutex> <optional> <set> <span> <stdexcept> <string> <string_view> <tuple> <unordered_map>
    <utility> <variant> <vector>
    <boost/describe.hpp> <boost/mp11.hpp> <boost/pfr/tuple_size.hpp> <nlohmann/json.hpp>)
endif()

# NAME: the same and some headers more, for targets that begin with those; given to one by interstate_precompiled_as(target NAME).
function(interstate_more_precompiled name)
  if(INTERSTATE_PRECOMPILED)
    add_library(${name} STATIC ${CMAKE_BINARY_DIR}/generated/precompiled.cpp)
    get_target_property(common precompiled PRECOMPILE_HEADERS)
    target_precompile_headers(${name} PRIVATE ${common} ${ARGN})
  endif()
endfunction()
function(interstate_precompiled_as target name)
  if(INTERSTATE_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM ${name})
  endif()
endfunction()

# What takes longer to optimise, with sanitizers, than its tests spare by it. The rest is what they spend their time in.
function(interstate_hardly_run)
  if(INTERSTATE_SANITIZE)
    foreach(target ${ARGN})
      target_compile_options(${target} PRIVATE -O0)
    endforeach()
  endif()
endfunction()
if(INTERSTATE_SANITIZE)
  interstate_more_precompiled(precompiled_hardly_run
    ${PROJECT_SOURCE_DIR}/server/base/changes.hpp ${PROJECT_SOURCE_DIR}/server/base/context.hpp
    ${PROJECT_SOURCE_DIR}/server/base/refusal.hpp ${PROJECT_SOURCE_DIR}/server/store/transaction.hpp)
  if(INTERSTATE_PRECOMPILED)
    target_link_libraries(precompiled_hardly_run PRIVATE base store)
    interstate_hardly_run(precompiled_hardly_run)
  endif()
endif()

# Every library and program in a folder and below it. Where flags differ from those of all that is precompiled, nothing
# is; counters of coverage (tests/fuzz) are no difference, since no header is read differently for them.
function(interstate_precompile folder)
  get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target ${targets})
    get_target_property(type ${target} TYPE)
    get_target_property(flags ${target} COMPILE_OPTIONS)
    list(FILTER flags EXCLUDE REGEX "^-f(sanitize-coverage=|no-builtin-)")
    get_target_property(own ${target} PRECOMPILE_HEADERS)
    get_target_property(given ${target} PRECOMPILE_HEADERS_REUSE_FROM)
    if(own OR given OR NOT type MATCHES "STATIC_LIBRARY|EXECUTABLE")
      continue()
    endif()
    foreach(name precompiled precompiled_hardly_run)
      if(TARGET ${name})
        get_target_property(precompiled_flags ${name} COMPILE_OPTIONS)
        if(flags STREQUAL precompiled_flags)
          target_precompile_headers(${target} REUSE_FROM ${name})
          break()
        endif()
      endif()
    endforeach()
  endforeach()
  get_property(folders DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
  foreach(inner ${folders})
    interstate_precompile(${inner})
  endforeach()
endfunction()
