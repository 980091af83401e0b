#pragma once
// What mails say: the same as plain text and as HTML, without pictures, styles or links that tell who opened
// it.
#include "features/mail/mail.hpp"

#include <string>
#include <string_view>

namespace interstate::pages {

struct SignInMail {
    std::string_view name;
    std::string_view code;
    /// https://…/sign-in/link/…
    std::string_view link;
    /// Where the server is reached, without a slash at the end.
    std::string_view base_url;
};
mail::Words sign_in_mail(const SignInMail& mail);

struct NoticeMail {
    std::string_view name;
    /// What was done, as a sentence: "Your password for Interstate was changed."
    std::string_view what;
    /// Where and when: "Firefox on Windows, 2026-11-22 15:40 UTC".
    std::string_view where;
    std::string_view base_url;
};
/// Something of the way a person signs in was changed.
mail::Words notice_mail(const NoticeMail& mail);

/// Whether mail goes out at all.
mail::Words trial_mail(std::string_view base_url);

} // namespace interstate::pages
