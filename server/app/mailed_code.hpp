#pragma once
// What is made for one who asks for a code by mail. The digests are kept, the rest goes into a cookie and the
// mail.
#include "base/secret.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace interstate::app {

struct MailedCode {
    /// Of the browser that asked.
    std::string ticket = random_secret();
    /// Six digits.
    std::string code = random_code();
    /// Good in any browser.
    std::string link = random_secret();

    [[nodiscard]] std::string hash() const { return hash_of(ticket, code); }
    /// Of both together: whoever reads the table cannot try a million codes.
    static std::string hash_of(const std::string& ticket, const std::string& code) {
        return secret_hash(ticket + ":" + code);
    }
    /// People copy blanks along, and write 123 456.
    static std::string digits_of(const std::string& typed) {
        std::string digits;
        std::ranges::copy_if(typed, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
        return digits;
    }
};

} // namespace interstate::app
