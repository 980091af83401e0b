#pragma once
// Asking to join, without an account and without JavaScript.
#include "pages/pages.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace interstate::pages {

struct JoinPage {
    /// "SDI".
    std::string collaborative;
    /// Ids and names of the agencies that are here, states first.
    std::vector<std::pair<std::string, std::string>> states, others;
    /// What was typed, by the field's name; empty at first.
    std::map<std::string, std::string> typed;
    /// What is wrong, by the field's name; `` for what no field has.
    std::map<std::string, std::string> problems;
    bool shows_mail = false;

    /// Of the collaborative that is asked; empty for the first.
    [[nodiscard]] std::string slug() const {
        const auto found = typed.find("collaborative");
        return found == typed.end() ? std::string{} : found->second;
    }
};

/// `/join`: agency, name, address, title, function, statement, posted to `/join`. What was typed comes back
/// with what is wrong beside each field.
std::string join_page(const JoinPage& page, const Frame& frame);

/// Where several collaboratives are: names and slugs to choose from.
std::string join_choice_page(const std::vector<std::pair<std::string, std::string>>& collaboratives,
                             const Frame& frame);

/// Keys and words of the functions that people of an agency have.
const std::vector<std::pair<std::string, std::string>>& functions();

/// `/join/code`: as the page of a code to sign in, posted to `/join/code`.
std::string join_code_page(const CodePage& page, const Frame& frame);
/// A link in the mail was opened: one button that posts to `path`.
std::string join_link_page(std::string_view path, const Frame& frame);
/// The address is confirmed: what happens next.
std::string join_done_page(const Frame& frame);

} // namespace interstate::pages
