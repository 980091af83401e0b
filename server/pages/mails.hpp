#pragma once
// What mails say: the same as plain text and as HTML, without pictures, styles or links that tell who opened
// it.
#include "base/zone.hpp"
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

struct LinkCodeMail {
    std::string_view code;
    /// The name of the agency whose sign-in is linked.
    std::string_view agency;
    std::string_view base_url;
};
/// To whoever says that this address is theirs: it holds no name, which a stranger may have chosen.
mail::Words link_code_mail(const LinkCodeMail& mail);

/// To somebody who asks to join; `link` is https://…/join/link/…
mail::Words confirm_address_mail(const SignInMail& mail);

struct InvitationMail {
    std::string_view name;
    std::string_view agency;
    /// https://…/sign-in/link/…
    std::string_view link;
    std::string_view base_url;
};
mail::Words invitation_mail(const InvitationMail& mail);

/// What a mail about a request to join may tell.
struct JoinMail {
    /// Who asks.
    std::string name, address, agency, statement;
    /// Who reads it; empty for who asks.
    std::string reader;
    /// Why it was declined.
    std::string reason;
    /// "6 of 6 seats of Ohio are taken."; empty while some are free.
    std::string full;
    std::string link, base_url;
    /// Where they can ask again: https://…/join?…
    std::string join_link;
};
mail::Words request_waiting_mail(const JoinMail& mail);
mail::Words request_approved_mail(const JoinMail& mail);
mail::Words request_declined_mail(const JoinMail& mail);
/// To who asked: nobody decided for a month.
mail::Words request_expired_mail(const JoinMail& mail);
/// To the contact: a colleague came in by the agency's domain.
mail::Words seat_taken_mail(const JoinMail& mail);

struct WaitingMail {
    std::string reader;
    /// "1", "12"
    std::string count;
    std::string link;
};
/// To who decides: requests wait for a week.
mail::Words requests_waiting_mail(const WaitingMail& mail);

struct StepMail {
    std::string reader, title, measure;
    CivilDate due_on;
    /// 0 on the day itself.
    int days_left = 0;
    std::string link, settings_link;
    /// https://…/answer/…
    std::string update_link;
};
/// To the owner of a step that is due.
mail::Words step_due_mail(const StepMail& mail);

/// What a mail about a renewal may tell.
struct RenewalMail {
    std::string reader, agency;
    /// "2026-2027", and its last day, in words.
    std::string year, ends_on;
    /// The year is over, and until this day people can read; empty before.
    std::string grace_ends_on;
    std::string link, base_url;
    /// Why it is not renewed, where it was asked for and declined.
    std::string reason;
};
mail::Words renewal_due_mail(const RenewalMail& mail);
mail::Words renewal_waiting_mail(const RenewalMail& mail);
/// To who asked to renew after the membership was over.
mail::Words renewal_decided_mail(const RenewalMail& mail);

struct HandOverMail {
    std::string reader;
    /// Who left, and their organization.
    std::string name, agency;
    /// "7 open steps and the contact duty".
    std::string what;
    std::string link;
};
mail::Words handed_over_mail(const HandOverMail& mail);
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
