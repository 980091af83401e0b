#include "content/content.hpp"

#include <optional>

namespace interstate::content {

/// Made at build time by embed_files.cmake.
std::optional<std::string_view> embedded(std::string_view name);

std::string_view file(std::string_view name) {
    const auto bytes = embedded(name);
    if (!bytes) throw ContentError{std::string{name}, "the file", "there is no such file in this program"};
    return *bytes;
}

} // namespace interstate::content
