// Signing in by a code that is mailed.
#include "app/mailed_code.hpp"
#include "app/site.hpp"
#include "base/log.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "features/identity/sign_in_codes.hpp"
#include "features/mail/suppression.hpp"
#include "pages/html.hpp"
#include "pages/mails.hpp"
#include "pages/pages.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace interstate::app {
namespace {

mail::Mail mail_of(const identity::CodeRecipient& recipient, const MailedCode& secrets,
                   const std::string& base_url, Instant now) {
    return {.id = MailId{Ulid::from(now, random_bytes())},
            .person = recipient.person,
            .address = recipient.address.str(),
            .purpose = mail::Purpose::sign_in,
            .words = pages::sign_in_mail({.name = recipient.name.str(),
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
    if (const auto wait = server_.code_rates_.take(network_of(request_.remote), server_.clock_()))
        return reply_sign_in(429, {.next = how.next,
                                   .address = address,
                                   .problem = "Many codes were asked for from your network. Ask again in " +
                                              in_words(*wait) + ".",
                                   .shared = how.shared});
    make_code(address, how);
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

void Site::make_code(const std::string& address, const Entrance& how) {
    struct Asked {
        std::optional<Millis> wait;
        std::optional<identity::CodeRecipient> recipient;
    };
    const MailedCode secrets;
    const auto asked = std::make_shared<Asked>();
    const auto now = server_.clock_();
    server_.commands_.write(
        [secrets, address, asked, now](store::Transaction& tx) {
            *asked = {};
            auto made = identity::ask_for_code(tx,
                                               {.address = address,
                                                .ticket_hash = secret_hash(secrets.ticket),
                                                .code_hash = secrets.hash(),
                                                .link_hash = secret_hash(secrets.link)},
                                               now);
            if (made)
                asked->recipient = std::move(*made);
            else
                asked->wait = made.error() - now;
        },
        [self = shared_from_this(), secrets, address, how, asked, now](bool written) {
            if (!written)
                return self->reply_message(503, "Try again",
                                           "The code could not be made. Try again in a moment.");
            if (asked->wait) return self->reply_wait(address, how, *asked->wait);
            self->redirect(
                "/sign-in/code?next=" + pages::html::parameter(how.next) + (how.shared ? "&shared=1" : ""),
                {self->server_.front_door_.set_ticket(
                    secrets.ticket, std::chrono::duration_cast<std::chrono::seconds>(identity::code_life))});
            if (!asked->recipient) return;
            // After the answer has gone: how long that takes says nothing of who is known here.
            boost::asio::post(self->server_.io_, [self, secrets, asked, now] {
                self->queue_mail(
                    mail_of(*asked->recipient, secrets, self->server_.front_door_.base_url(), now));
            });
        });
}

void Site::reply_wait(const std::string& address, const Entrance& how, Millis wait) {
    reply_sign_in(
        429, {.next = how.next,
              .address = address,
              .problem = "A code for this address was asked for a moment ago. Look at the mail, or ask for "
                         "another in " +
                         in_words(wait) + ".",
              .shared = how.shared});
}

void Site::queue_mail(mail::Mail mail) {
    server_.commands_.write([mail = std::move(mail),
                             now = server_.clock_()](store::Transaction& tx) { mail::queue(tx, mail, now); },
                            [self = shared_from_this()](bool written) {
                                if (!written) log::warning("mail_not_queued"); // they ask for another
                                self->server_.mail_round_.look();
                            });
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
    const auto fault = std::make_shared<identity::CodeFault>(identity::CodeFault::over);
    begin_sign_in(
        [fault, hash = secret_hash(ticket), code_hash = MailedCode::hash_of(ticket, code)](
            store::Transaction& tx, Instant now) -> std::optional<PersonId> {
            const auto used = identity::use_code(tx, hash, code_hash, now);
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
