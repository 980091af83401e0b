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
    /// Whoever comes by can ask to join at `/join`.
    bool joins = false;
};

/// `/`: the collaborative for everybody who comes by.
std::string public_page(const PublicPage& page, const Frame& frame);
/// `/` of a server with several: each has its own page at `/about/SLUG`.
std::string collaboratives_page(const std::vector<CollaborativeLine>& collaboratives, const Frame& frame);

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
    /// A code can be mailed. Without it one signs in by a link.
    bool by_mail = false;
    /// What is mailed stands at `/outgoing-mail` and goes nowhere.
    bool shows_mail = false;
    /// What was typed as an address, and what is wrong with it; empty at first.
    std::string address;
    std::string problem;
    /// What is wrong with the password; empty at first.
    std::string password_problem = {};
    /// Others use this computer.
    bool shared = false;
    /// Some agency has a sign-in of its own.
    bool by_agency = false;
};

/// `/sign-in`: a form for an address and a password, posted as `address`, `password`, `shared` and `next` to
/// `/sign-in/password`, `/sign-in/mail` or `/sign-in/agency`; demonstration people by state and role, one
/// button each, posted as `person`, `shared` and `next` to `/sign-in/demonstration`.
std::string sign_in_page(const SignInPage& page, const Frame& frame);

/// A single-use link was opened: one button that posts to `path`, because mail scanners open links.
std::string sign_in_link_page(std::string_view person_name, std::string_view path, const Frame& frame = {});

struct CodePage {
    std::string next;
    /// What was wrong with the code that was typed; empty at first.
    std::string problem;
    /// Where no code can be typed any more: only another can be asked for.
    bool over = false;
    bool shows_mail = false;
    /// Others use this computer.
    bool shared = false;
};

/// `/sign-in/code`: where the code goes that was mailed, posted as `code` and `next`. It says nothing of
/// whether the address is known.
std::string code_page(const CodePage& page, const Frame& frame);

/// A login or a token, for the one whose it is.
struct SignInLine {
    /// Names it in the form that ends it.
    std::string key;
    /// What the browser said it is, or what the token is for.
    std::string what;
    /// In the person's own zone: "November 22, 2026, 11:01 AM EST".
    std::string since;
    std::string last;
    /// The login that asks.
    bool here = false;
    /// On a computer that others use.
    bool shared = false;
    /// How it began, in words: "by Ohio's sign-in"; empty where nobody knows.
    std::string by = {};
};
/// The same for a token; days only.
struct TokenLine {
    std::string key;
    /// What it is for.
    std::string what;
    std::string since;
    /// Empty where it was never shown.
    std::string last;
    std::string until;
    /// "read, post"
    std::string scopes;
};
struct SignInsPage {
    std::vector<SignInLine> sign_ins;
    std::vector<TokenLine> tokens;
    /// Since when there is a password, in words; empty where there is none.
    std::string password_since = {};
    /// Since when there is a second factor, in words; empty where there is none.
    std::string second_factor_since = {};
    int recovery_codes = 0;
    /// Agencies whose sign-in is linked: each has a button that posts `key` to `/sign-ins/agency/remove`.
    std::vector<SignInLine> agencies = {};
};

/// `/sign-ins`: where one is signed in, and tokens of scripts. Each but this one has a button that posts
/// `key` to
/// `/sign-ins/end`; one more posts `others`.
std::string sign_ins_page(const SignInsPage& page, const Frame& frame);
/// "Firefox on Windows"; "An unknown browser" where it says nothing of use.
std::string device_words(std::string_view agent);

/// One box of the form for a token.
struct ScopeChoice {
    /// "read"
    std::string word;
    /// What it allows, for people.
    std::string meaning;
    bool chosen = false;
};
struct NewTokenPage {
    std::string name = {};
    /// How many days it is good for, as it was chosen.
    std::string days = {};
    std::vector<ScopeChoice> scopes = {};
    /// What is wrong; empty at first.
    std::string problem = {};
    std::string name_problem = {};
    std::string days_problem = {};
    std::string scopes_problem = {};
    /// The sign-in is no fresh one.
    bool sign_in_first = false;
};
/// `/sign-ins/tokens`: a token for a script, posted as `name`, `days` and one member for each scope.
std::string new_token_page(const NewTokenPage& page, const Frame& frame);
struct TokenMadePage {
    std::string name;
    std::string secret;
    std::string until;
    std::string scopes;
};
/// Shown once.
std::string token_made_page(const TokenMadePage& page, const Frame& frame);

struct PasswordPage {
    /// Whose it is: for the browser's own list of passwords.
    std::string address;
    /// There is one already: it is changed or removed.
    bool there = false;
    /// The present one is asked for.
    bool asks_present = false;
    /// The sign-in is no fresh one, and there is no password to show instead.
    bool sign_in_first = false;
    /// What is wrong with the new one, and with the present one; empty at first.
    std::string problem = {};
    std::string present_problem = {};
};

/// `/sign-ins/password`: sets, changes or removes a password, posted as `password`, `again` and `present` to
/// the same address, or `present` to `/sign-ins/password/remove`.
std::string password_page(const PasswordPage& page, const Frame& frame);

struct SecondFactorPage {
    /// What is wrong with the code; empty at first.
    std::string problem;
};
/// `/sign-in/second-factor`: a code of the telephone or a recovery code, posted as `code`.
std::string second_factor_page(const SecondFactorPage& page, const Frame& frame);
/// The half sign-in is over.
std::string second_factor_over_page(const Frame& frame);

struct SecondFactorOffer {
    /// Whose it will be, and the secret in base32.
    std::string address = {};
    std::string secret = {};
    std::string problem = {};
    /// Nothing else opens before it is set up.
    bool forced = false;
};
/// The secret as a QR code and as text, and a first code, posted as `code`.
std::string second_factor_offer_page(const SecondFactorOffer& page, const Frame& frame);

struct RecoveryCodesPage {
    std::vector<std::string> codes;
    /// A path of this server to go on to.
    std::string next;
};
/// Shown once.
std::string recovery_codes_page(const RecoveryCodesPage& page, const Frame& frame);

struct OwnSecondFactorPage {
    /// In words, in the person's own zone.
    std::string since;
    int recovery_codes = 0;
    std::string problem = {};
};
/// `/sign-ins/second-factor` of who has one: new recovery codes, or its end, each for a `code`.
std::string own_second_factor_page(const OwnSecondFactorPage& page, const Frame& frame);
/// `/sign-ins/second-factor` of who has none: a button that begins.
std::string second_factor_begin_page(const Frame& frame);
/// The sign-in is no fresh one.
std::string second_factor_sign_in_page(const Frame& frame);

/// A mail as the operator of a demonstration sees it.
struct OutgoingMail {
    std::string to;
    std::string subject;
    /// Empty once it is over.
    std::string plain;
    /// In words: "waits", "sent", "useless by now".
    std::string status;
    /// UTC, for people: "2026-11-22 15:40 UTC".
    std::string made_at;
};

/// `/outgoing-mail` of a demonstration: what would be mailed, the newest first.
std::string outgoing_mail_page(const std::vector<OutgoingMail>& mails, const Frame& frame);

/// One thing to say: not found, the link was used, try again. Plain text, one paragraph.
std::string message_page(std::string_view title, std::string_view text, const Frame& frame = {});

/// The stylesheet of all these, for `/pages.css`.
std::string_view stylesheet();

/// `/robots.txt`. A demonstration is for nobody's index; otherwise only the public page is.
std::string robots_txt(bool demonstration);

} // namespace interstate::pages
