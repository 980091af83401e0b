#pragma once
// The pages of signing in by an agency's own provider of identities, and of linking what it says to an
// address that we know.
#include "pages/pages.hpp"

#include <string>
#include <string_view>

namespace interstate::pages {

/// On the way to the provider: the browser goes on by itself, and by a link.
struct AgencyLeave {
    std::string agency;
    /// Where to.
    std::string address;
};
std::string agency_leave_page(const AgencyLeave& page, const Frame& frame);

/// It did not work, and what to do instead.
struct AgencyProblem {
    std::string title;
    std::string text;
    /// Where to go after signing in otherwise.
    std::string next;
    bool shared = false;
    /// A code can be mailed to this address at once; empty where nobody knows one, or mails none.
    std::string address = {};
};
std::string agency_problem_page(const AgencyProblem& page, const Frame& frame);

/// `/sign-in/agency/link`: whose address it is, posted as `address` and `name`. Both are filled in with what
/// the provider says.
struct AgencyLinkPage {
    std::string agency;
    std::string address, name;
    /// What is wrong with them; empty at first.
    std::string problem = {}, name_problem = {};
};
std::string agency_link_page(const AgencyLinkPage& page, const Frame& frame);

/// `/sign-in/agency/code`: the code that was mailed for that, posted as `code`.
struct AgencyCodePage {
    std::string agency;
    std::string problem = {};
    bool shows_mail = false;
};
std::string agency_code_page(const AgencyCodePage& page, const Frame& frame);

} // namespace interstate::pages
