# Builds files into the program, whatever their length: cmake -DOUT=x.cpp -DROOT=folder -DFILES=a|b -DFUNCTION=ns::name
# -P embed_files.cmake. The function takes a file's name under ROOT and gives its bytes; nothing for other names.
string(REPLACE "|" ";" names "${FILES}")
string(REGEX REPLACE "::[^:]+$" "" space "${FUNCTION}")
string(REGEX REPLACE "^.*::" "" function "${FUNCTION}")
string(MAKE_C_IDENTIFIER "embedded_${FUNCTION}" prefix)
set(assembly "")
set(declarations "")
set(lookups "")
set(index 0)
foreach(name ${names})
  set(symbol "${prefix}_${index}")
  string(APPEND assembly "    \"    .globl ${symbol}\\n${symbol}:\\n    .incbin \\\"${ROOT}/${name}\\\"\\n\"\n"
                         "    \"    .globl ${symbol}_end\\n${symbol}_end:\\n    .byte 0\\n\"\n")
  string(APPEND declarations "extern const char ${symbol}[];\nextern const char ${symbol}_end[];\n")
  string(APPEND lookups "    if (name == \"${name}\") return std::string_view(${symbol}, ${symbol}_end);\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUT}" "#include <optional>
#include <string_view>

asm(\"    .section .rodata\\n\"
${assembly}    \"    .text\\n\");

extern \"C\" {
${declarations}}

namespace ${space} {
std::optional<std::string_view> ${function}(std::string_view name) {
${lookups}    return std::nullopt;
}
} // namespace ${space}
")
