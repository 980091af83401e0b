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

# Every library and program in a folder and below it. What has flags of its own is not compiled alike.
function(interstate_precompile folder)
  get_target_property(common_flags precompiled COMPILE_OPTIONS)
  get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target ${targets})
    get_target_property(type ${target} TYPE)
    get_target_property(flags ${target} COMPILE_OPTIONS)
    get_target_property(own ${target} PRECOMPILE_HEADERS)
    get_target_property(given ${target} PRECOMPILE_HEADERS_REUSE_FROM)
    if(type MATCHES "STATIC_LIBRARY|EXECUTABLE" AND flags STREQUAL common_flags AND NOT own AND NOT given)
      target_precompile_headers(${target} REUSE_FROM precompiled)
    endif()
  endforeach()
  get_property(folders DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
  foreach(inner ${folders})
    interstate_precompile(${inner})
  endforeach()
endfunction()
