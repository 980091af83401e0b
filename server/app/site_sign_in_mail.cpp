// Signing in by a code that is mailed.
#include "app/mailed_code.hpp"
#include "app/site.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "features/identity/sign_in_codes.hpp"
#include "features/mail/suppression.hpp"
#include "pages/html.hpp"
#include "pages/mails.hpp"
#include "pages/pages.hpp"

#include <algorithm>

namespace interstate::app {
namespace {

/// To nobody it is written too, and never leaves (mail::Delivery::for_nobody): whoever asks for a code cannot
/// tell by what the server does then whether the address is known here.
mail::Mail mail_of(const std::optional<identity::CodeRecipient>& recipient, const std::string& address,
                   const MailedCode& secrets, const std::string& base_url, Instant now) {
    return {.id = MailId{Ulid::from(now, random_bytes())},
            .person = recipient ? std::optional{recipient->person} : std::nullopt,
            .address = recipient ? recipient->address.str() : address,
            .purpose = mail::Purpose::sign_in,
            .words = pages::sign_in_mail({.name = recipient ? recipient->name.str() : "Somebody Else",
                                          .code = secrets.code,
                                          .link = base_url + std::string{identity::link_path} + secrets.link,
                                          .base_url = base_url}),
            .useless_at = now + identity::link_life};
}

} // namespace

std::string Site::utc_minute(Instant at) {
    auto text = local_time(at, ZoneName{"Etc/UTC"}).str();
    std::ranges::replace(text, 'T', ' ');
    return text + " UTC";
}

std::string Site::in_words(Millis wait) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
    if (seconds == std::chrono::seconds{1}) return "a second";
    if (seconds <= std::chrono::seconds{90}) return std::to_string(seconds.count()) + " seconds";
    return std::to_string(std::chrono::ceil<std::chrono::minutes>(seconds).count()) + " minutes";
}

bool Site::mails_codes() const { return server_.settings_.mail_server || server_.settings_.demonstration; }

bool Site::shows_mail() const { return server_.settings_.demonstration && !server_.settings_.mail_server; }

void Site::send_code() {
    if (!mails_codes()) return not_found();
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the sign-in page of this server.");
    const auto address = std::string{trimmed(form_field("address"))};
    const auto how = entrance();
    if (!is_address(address)) return reply_no_address(address, how);
    count_asking(
        address,
        [self = shared_from_this(), address, how](bool of_known_device) {
            self->make_code(address, how, of_known_device);
        },
        [self = shared_from_this(), address, how](Millis wait) {
            self->reply_sign_in(429,
                                {.next = how.next,
                                 .address = address,
                                 .problem = "Many codes were asked for from your network. Ask again in " +
                                            in_words(wait) + ".",
                                 .shared = how.shared});
        });
}

bool Site::is_address(const std::string& address) {
    return identity::MailAddress::parse(address) && identity::is_address(address);
}

void Site::reply_no_address(const std::string& address, const Entrance& how) {
    reply_sign_in(422, {.next = how.next,
                        .address = address,
                        .problem = "This is no mail address: it looks like name@agency.gov.",
                        .shared = how.shared});
}

void Site::make_code(const std::string& address, const Entrance& how, bool of_known_device) {
    const MailedCode secrets;
    const auto asked = std::make_shared<std::optional<identity::CodeWait>>();
    const auto now = server_.clock_();
    server_.commands_.write(
        [secrets, address, asked, now, of_known_device,
         base_url = server_.front_door_.base_url()](store::Transaction& tx) {
            asked->reset();
            const auto made = identity::ask_for_code(tx,
                                                     {.address = address,
                                                      .ticket_hash = secret_hash(secrets.ticket),
                                                      .code_hash = secrets.hash(),
                                                      .link_hash = secret_hash(secrets.link),
                                                      .of_known_device = of_known_device},
                                                     now);
            if (made)
                mail::queue(tx, mail_of(*made, address, secrets, base_url, now), now);
            else
                *asked = made.error();
        },
        [self = shared_from_this(), secrets, address, how, asked, now](bool written) {
            if (!written)
                return self->reply_message(503, "Try again",
                                           "The code could not be made. Try again in a moment.");
            if (*asked)
                return self->reply_sign_in(429, {.next = how.next,
                                                 .address = address,
                                                 .problem = why_wait(**asked, now),
                                                 .shared = how.shared});
            self->redirect(
                "/sign-in/code?next=" + pages::html::parameter(how.next) + (how.shared ? "&shared=1" : ""),
                {self->server_.front_door_.set_ticket(
                    secrets.ticket, std::chrono::duration_cast<std::chrono::seconds>(identity::code_life))});
            self->server_.mail_round_.look();
        });
}

std::string Site::why_wait(const identity::CodeWait& wait, Instant now) {
    const auto span = in_words(wait.until - now);
    if (wait.everybody)
        return "Very many codes were asked for in the last hour. Ask for one in " + span + ".";
    return "A code for this address was asked for already, by you or by somebody else. Look at the mail, or "
           "ask for another in " +
           span + ".";
}

void Site::show_code_form() {
    reply_code_page(200, {.next = safe_next(request_.parameter("next")),
                          .shared = !request_.parameter("shared").empty()});
}

void Site::use_code() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the sign-in page of this server.");
    const auto ticket = server_.front_door_.ticket(request_);
    const auto code = MailedCode::digits_of(form_field("code"));
    auto how = entrance();
    how.by.way = identity::SignInWay::code;
    if (code.size() != 6)
        return reply_code_page(
            422,
            {.next = how.next, .problem = "The code is six digits, as in 012 345.", .shared = how.shared});
    count_try([self = shared_from_this(), code_hash = MailedCode::hash_of(ticket, code),
               how](const CodeTry& one) { self->use_code(one, code_hash, how); },
              [self = shared_from_this(), how](Millis wait) {
                  self->reply_code_page(
                      429, {.next = how.next,
                            .problem = many_wrong_codes(wait) + " The link in the mail works at once.",
                            .shared = how.shared});
              });
}

void Site::use_code(const CodeTry& one, const std::string& code_hash, Entrance how) {
    how.code = one;
    const auto fault = std::make_shared<identity::CodeFault>(identity::CodeFault::over);
    begin_sign_in(
        [fault, one, code_hash](store::Transaction& tx, Instant now) -> std::optional<PersonId> {
            const auto used = identity::use_code(tx, one.ticket_hash, code_hash, now, one.who);
            if (used) return mail::lift_for(tx, *used), *used; // mail has arrived there
            *fault = used.error();
            return std::nullopt;
        },
        how, [self = shared_from_this(), fault, how] { self->reply_code_fault(*fault, how); });
}

void Site::reply_code_fault(identity::CodeFault fault, const Entrance& how) {
    if (fault == identity::CodeFault::wrong)
        return reply_code_page(422, {.next = how.next,
                                     .problem = "This is not the code. Look at the newest mail.",
                                     .shared = how.shared});
    reply_code_page(
        410, {.next = how.next,
              .problem = "It was used, it is older than 15 minutes, another browser asked for it, or wrong "
                         "codes were tried too often. The link in the mail may still work.",
              .over = true});
}

void Site::reply_code_page(int status, pages::CodePage page) {
    page.shows_mail = shows_mail();
    reply_page(status, pages::code_page(page, {.demonstration = server_.settings_.demonstration}));
}

// ---- the operator's look ----------------------------------------------------------------------------------

void Site::outgoing_mail() {
    if (!shows_mail()) return not_found();
    page_from([](store::Transaction& tx) {
        std::vector<pages::OutgoingMail> mails;
        for (const auto& one : mail::newest(tx, 100))
            mails.push_back(
                {.to = one.address,
                 .subject = one.subject,
                 .plain = one.plain,
                 .status = one.status == mail::Status::queued ? "would be sent now" : "of no use any more",
                 .made_at = utc_minute(one.made_at)});
        return pages::outgoing_mail_page(mails, {.demonstration = true});
    });
}

} // namespace interstate::app
