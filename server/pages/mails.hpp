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

/// Whether mail goes out at all.
mail::Words trial_mail(std::string_view base_url);

} // namespace interstate::pages
