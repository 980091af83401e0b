#include "features/identity/passwords.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace interstate::identity {
namespace {

constexpr std::size_t shortest_word = 6, longest_word = 24, shortest_own_word = 3, shortest_row = 4,
                      shortest_sequence = 3;

/// What is tried with everybody, beside the listed words.
constexpr std::array<std::string_view, 16> everybodys{
    "interstate", "password", "passphrase", "passwort", "passcode", "welcome", "letmein", "iloveyou",
    "changeme",   "change",   "secret",     "signin",   "login",    "admin",   "monkey",  "dragon"};
/// Keys that stand beside each other, of the keyboards of the people here.
constexpr std::array<std::string_view, 7> rows{
    "1234567890",          "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "qazwsxedcrfvtgbyhnujmikolp",
    "1q2w3e4r5t6y7u8i9o0p"};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Part of a word: bytes beyond ASCII are of letters.
bool is_of_word(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

/// P@ssw0rd as it is meant.
std::string without_disguise(std::string text) {
    constexpr std::string_view disguised = "@4310$57!", meant = "aaeiossti";
    for (char& c : text)
        if (const auto at = disguised.find(c); at != disguised.npos) c = meant[at];
    return text;
}

/// The least number of characters that the text repeats; its own length when it repeats nothing.
std::size_t period_of(std::string_view text) {
    for (std::size_t period = 1; period <= text.size() / 2; ++period)
        if (text.substr(period) == text.substr(0, text.size() - period)) return period;
    return text.size();
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

/// A text of which others know some.
class Guessed {
  public:
    explicit Guessed(std::string text) : text_{std::move(text)}, known_(text_.size(), false) {}

    void word(std::string_view word) {
        for (auto at = text_.find(word); at != text_.npos; at = text_.find(word, at + 1))
            mark(at, word.size());
    }
    /// Of this row, forwards and backwards, wherever four keys or more stand in it.
    void row(std::string_view keys) {
        const std::string forwards{keys}, backwards{keys.rbegin(), keys.rend()};
        for (std::size_t at = 0; at + shortest_row <= text_.size(); ++at)
            for (const auto& one : {forwards, backwards})
                if (one.contains(std::string_view{text_}.substr(at, shortest_row))) mark(at, shortest_row);
    }
    /// aaa, abc, 987.
    void sequences() {
        for (const int step : {0, 1, -1})
            for (std::size_t at = 0; at + shortest_sequence <= text_.size(); ++at)
                if (goes_by(step, at)) mark(at, shortest_sequence);
    }
    /// 1987, 2026.
    void years() {
        for (std::size_t at = 0; at + 4 <= text_.size(); ++at) {
            const auto year = std::string_view{text_}.substr(at, 4);
            if ((year.starts_with("19") || year.starts_with("20")) && std::ranges::all_of(year, is_digit))
                mark(at, 4);
        }
    }
    /// The longest listed word in it: one, since several make a phrase.
    void longest_listed_word() {
        for (auto size = std::min(text_.size(), longest_word); size >= shortest_word; --size)
            for (std::size_t at = 0; at + size <= text_.size(); ++at) {
                const auto part = std::string_view{text_}.substr(at, size);
                if (!std::ranges::all_of(part, is_letter) || !is_listed_word(part)) continue;
                return word(std::string{part});
            }
    }
    [[nodiscard]] std::size_t unknown() const {
        return static_cast<std::size_t>(std::ranges::count(known_, false));
    }

  private:
    void mark(std::size_t at, std::size_t size) {
        std::fill_n(known_.begin() + static_cast<std::ptrdiff_t>(at), size, true);
    }
    [[nodiscard]] bool goes_by(int step, std::size_t at) const {
        for (std::size_t i = at + 1; i < at + shortest_sequence; ++i)
            if (text_[i] - text_[i - 1] != step) return false;
        return step == 0 || (is_of_word(text_[at]) && is_of_word(text_[at + shortest_sequence - 1]));
    }
    std::string text_;
    std::vector<bool> known_;
};

bool is_made_of_what_others_try(const std::string& text, const OwnWords& own) {
    Guessed guessed{text.substr(0, period_of(text))};
    for (const auto word : everybodys) guessed.word(word);
    for (const auto& of : {own.name, own.address})
        for (const auto& word : words_of(of)) {
            guessed.word(word);
            guessed.word(std::string{word.rbegin(), word.rend()});
        }
    for (const auto keys : rows) guessed.row(keys);
    guessed.sequences();
    guessed.years();
    guessed.longest_listed_word();
    return guessed.unknown() < least_of_ones_own;
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
    const auto text = folded(password);
    if (is_made_of_what_others_try(text, own) || is_made_of_what_others_try(without_disguise(text), own))
        return "This is made of what others would try first: your name or address, one common word, a "
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
