#include "features/identity/passwords.hpp"

#include "base/password.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

constexpr std::size_t shortest_own_word = 3;

/// Part of a word: bytes beyond ASCII are of letters.
bool is_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words{{}};
    for (const char c : folded(text))
        if (is_of_word(c))
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    std::erase_if(words, [](const std::string& word) { return word.size() < shortest_own_word; });
    return words;
}

/// What is tried first with this person here, forwards and backwards.
std::vector<std::string> tried_first(const OwnWords& own) {
    std::vector<std::string> words{"interstate", folded(own.name), folded(own.address)};
    for (const auto& of : {own.name, own.address}) std::ranges::move(words_of(of), std::back_inserter(words));
    for (std::size_t i = 0, forwards = words.size(); i < forwards; ++i)
        words.emplace_back(words[i].rbegin(), words[i].rend());
    return words;
}

} // namespace

std::string fault_of_password(std::string_view password, const OwnWords& own) {
    const auto size = count_characters(password);
    if (!size) return "This is no sound text: type it anew.";
    if (*size < least_password)
        return "A password has " + std::to_string(least_password) + " characters or more; this one has " +
               std::to_string(*size) + ". A few words that only you put together are easy to remember.";
    if (*size > most_password)
        return "A password has at most " + std::to_string(most_password) + " characters; this one has " +
               std::to_string(*size) + ".";
    if (bits_of_guessing(std::string{password}, tried_first(own)) < least_guesses)
        return "This is made of what others would try first: common passwords and words, your name or "
               "address, a "
               "repeated or ordered row of keys. Take a few words that only you put together.";
    return {};
}

std::optional<Millis> pause_before_password(int tried) {
    constexpr Millis longest = std::chrono::minutes{15};
    if (tried >= most_tries) return std::nullopt;
    if (tried < tries_without_wait) return Millis{0};
    Millis pause = std::chrono::seconds{1};
    for (int i = tries_without_wait; i < tried && pause < longest; ++i) pause *= 2;
    return std::min(pause, longest);
}

} // namespace interstate::identity
