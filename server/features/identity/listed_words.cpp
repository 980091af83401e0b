// The words of Debian's cracklib-runtime, built into the program: sorted by bytes, one a line.
#include "features/identity/passwords.hpp"

namespace interstate::identity {

/// Made at build time by embed_files.cmake.
std::optional<std::string_view> embedded(std::string_view name);

bool is_listed_word(std::string_view word) {
    static const auto words = embedded("cracklib-small").value_or(std::string_view{});
    std::size_t from = 0, to = words.size(); // both at the beginning of a line
    while (from < to) {
        const auto middle = from + (to - from) / 2;
        const auto before = middle == 0 ? words.npos : words.rfind('\n', middle - 1);
        const auto begin = before == words.npos || before < from ? from : before + 1;
        const auto end = std::min(words.find('\n', begin), words.size());
        const auto found = words.substr(begin, end - begin);
        if (found == word) return true;
        if (found < word)
            from = std::min(end + 1, words.size());
        else
            to = begin;
    }
    return false;
}

} // namespace interstate::identity
