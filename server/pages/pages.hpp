#pragma once
// The pages that the server makes itself: they work without JavaScript, and print. Plain functions from
// structs to HTML.
#include "base/id.hpp"
#include "pages/public_page.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace interstate::pages {

/// What is around every page.
struct Frame {
    /// Shows the notice that everything is invented, and sends robots away.
    bool demonstration = false;
    /// Where the work of who is signed in begins, for example "/sdi/today"; empty when nobody is.
    std::string work;
};

/// `/`: the collaborative for everybody who comes by.
std::string public_page(const PublicPage& page, const Frame& frame);

/// One person whom the sign-in page of a demonstration offers.
struct SignInPerson {
    PersonId person;
    std::string name;
    std::string title;
    /// The state ("Ohio"), else the organisation.
    std::string organisation;
    /// The state's code; empty for people of no state.
    std::string code;
    /// In words: "State lead".
    std::string role;
};

struct SignInPage {
    /// Where to go afterwards: a path of this server, for example "/sdi/today".
    std::string next;
    /// Demonstration people, those of one organisation together; empty in a real installation.
    std::vector<SignInPerson> people;
    /// Whom to ask for a link; may be empty.
    std::string contact_name;
    std::string contact_address;
};

/// `/sign-in`: demonstration people by state and role, one button each, posted as `person` and `next` to
/// `/sign-in/demonstration`. Without them it says that one signs in by a link.
std::string sign_in_page(const SignInPage& page, const Frame& frame);

/// A single-use link was opened: one button that posts to `path`, because mail scanners open links.
std::string sign_in_link_page(std::string_view person_name, std::string_view path, const Frame& frame = {});

/// One thing to say: not found, the link was used, try again. Plain text, one paragraph.
std::string message_page(std::string_view title, std::string_view text, const Frame& frame = {});

/// The stylesheet of all these, for `/pages.css`.
std::string_view stylesheet();

/// `/robots.txt`. A demonstration is for nobody's index; otherwise only the public page is.
std::string robots_txt(bool demonstration);

} // namespace interstate::pages
