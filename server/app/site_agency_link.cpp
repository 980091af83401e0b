// Linking what an agency's provider says to a person: once, by a code that is mailed to an address of theirs.
#include "app/mailed_code.hpp"
#include "app/site.hpp"
#include "base/text.hpp"
#include "pages/mails.hpp"

namespace interstate::app {
namespace {

using identity::LinkFault;
using identity::PersonName;

const char* busy = "The server is busy. Try again in a moment.";

std::chrono::seconds in_seconds(Millis span) {
    return std::chrono::duration_cast<std::chrono::seconds>(span);
}

} // namespace

void Site::begin_to_link(const identity::Provider& provider, const identity::IdClaims& claims,
                         const Entrance& how) {
    if (!mails_codes())
        return reply_agency_problem(403,
                                    {.title = "We do not know you yet",
                                     .text =
                                         "The first time an address is confirmed by a code, and this server "
                                         "sends no mail. Sign in by the link you were sent."},
                                    how);
    const auto ticket = random_secret();
    // What the provider says of them fills in a form, where it is a name and an address at all.
    const auto name = PersonName::parse(claims.name).value_or(PersonName{});
    const Unlinked one{.organisation = provider.organisation,
                       .agency = provider.agency,
                       .issuer = provider.issuer,
                       .subject = claims.subject,
                       .name = name.str(),
                       .address = is_address(claims.address) ? claims.address : std::string{},
                       .shared = how.shared,
                       .next = how.next};
    server_.commands_.write([hash = secret_hash(ticket), one, now = server_.clock_()](
                                store::Transaction& tx) { identity::keep_unlinked(tx, hash, one, now); },
                            [self = shared_from_this(), ticket](bool written) {
                                if (!written) return self->reply_message(503, "Try again", busy);
                                self->redirect("/sign-in/agency/link",
                                               {self->server_.front_door_.set_agency(
                                                   ticket, in_seconds(identity::unlinked_life))});
                            });
}

void Site::with_unlinked(std::function<void(const std::string&, const Unlinked&)> next) {
    if (request_.method == "POST" && !server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the page of this server.");
    if (!mails_codes()) return not_found();
    const auto ticket = server_.front_door_.agency(request_);
    if (ticket.empty()) return redirect("/sign-in");
    server_.queries_.read<std::optional<Unlinked>>(
        [hash = secret_hash(ticket), now = server_.clock_()](store::Transaction& tx) {
            return identity::unlinked_of(tx, hash, now);
        },
        [self = shared_from_this(), hash = secret_hash(ticket),
         next = std::move(next)](std::optional<std::optional<Unlinked>> one) {
            if (!one) return self->reply_message(503, "Try again", busy);
            if (!*one) return self->reply_agency_over();
            next(hash, **one);
        });
}

void Site::show_link_form() {
    with_unlinked([self = shared_from_this()](const std::string&, const Unlinked& one) {
        self->reply_link_form(200, {.agency = one.agency, .address = one.address, .name = one.name});
    });
}

void Site::reply_link_form(int status, pages::AgencyLinkPage page) {
    reply_page(status, pages::agency_link_page(page, {.demonstration = server_.settings_.demonstration}));
}

void Site::ask_link_code() {
    with_unlinked([self = shared_from_this()](const std::string& hash, const Unlinked& one) {
        pages::AgencyLinkPage page{.agency = one.agency,
                                   .address = std::string{trimmed(self->form_field("address"))},
                                   .name = std::string{trimmed(self->form_field("name"))}};
        const auto name = PersonName::parse(page.name);
        if (!is_address(page.address))
            page.problem = "This is no mail address: it looks like name@agency.gov.";
        if (!name) page.name_problem = "Write your name, in at most 120 characters, none of them invisible.";
        if (!page.problem.empty() || !name) return self->reply_link_form(422, page);
        self->count_asking(
            page.address,
            [self, hash, page, name](bool of_known_device) {
                self->mail_link_code(hash, page, *name, of_known_device);
            },
            [self, page](Millis wait) mutable {
                page.problem =
                    "Many codes were asked for from your network. Ask again in " + in_words(wait) + ".";
                self->reply_link_form(429, page);
            });
    });
}

void Site::mail_link_code(const std::string& hash, const pages::AgencyLinkPage& page, const PersonName& name,
                          bool of_known_device) {
    const auto now = server_.clock_();
    const MailedCode secrets;
    const auto asked = std::make_shared<std::expected<void, identity::CodeWait>>();
    server_.commands_.write(
        [asked, secrets, hash, page, name, now, of_known_device,
         base_url = server_.front_door_.base_url()](store::Transaction& tx) {
            *asked = identity::ask_to_link(tx, hash,
                                           {.address = page.address,
                                            .ticket_hash = secret_hash(secrets.ticket),
                                            .code_hash = secrets.hash(),
                                            .link_hash = secret_hash(secrets.link),
                                            .of_known_device = of_known_device},
                                           name, now);
            if (!*asked) return;
            // To whomever: that nobody has the address is found out behind the code. And no link, which
            // would link a stranger's identity in any browser that opens it.
            mail::queue(tx,
                        {.id = MailId{Ulid::from(now, random_bytes())},
                         .person = std::nullopt,
                         .address = page.address,
                         .purpose = mail::Purpose::confirm_address,
                         .words = pages::link_code_mail(
                             {.code = secrets.code, .agency = page.agency, .base_url = base_url}),
                         .useless_at = now + identity::code_life},
                        now);
        },
        [self = shared_from_this(), asked, secrets, page = pages::AgencyLinkPage{page},
         now](bool written) mutable {
            if (!written) return self->reply_message(503, "Try again", busy);
            if (!*asked) {
                page.problem = why_wait(asked->error(), now);
                return self->reply_link_form(429, page);
            }
            self->server_.mail_round_.look();
            self->redirect("/sign-in/agency/code", {self->server_.front_door_.set_ticket(
                                                       secrets.ticket, in_seconds(identity::code_life))});
        });
}

void Site::show_link_code() {
    with_unlinked([self = shared_from_this()](const std::string&, const Unlinked& one) {
        self->reply_link_code(200, one, {});
    });
}

void Site::reply_link_code(int status, const Unlinked& one, const std::string& problem) {
    reply_page(status,
               pages::agency_code_page({.agency = one.agency, .problem = problem, .shows_mail = shows_mail()},
                                       {.demonstration = server_.settings_.demonstration}));
}

void Site::use_link_code() {
    with_unlinked([self = shared_from_this()](const std::string& hash, const Unlinked& one) {
        const auto code = MailedCode::digits_of(self->form_field("code"));
        if (code.size() != 6)
            return self->reply_link_code(422, one, "The code is six digits, as in 012 345.");
        const auto ticket = self->server_.front_door_.ticket(self->request_);
        self->count_try(
            [self, hash, one, code_hash = MailedCode::hash_of(ticket, code)](const CodeTry& tried) {
                self->use_link_code(hash, one, tried, code_hash);
            },
            [self, one](Millis wait) { self->reply_link_code(429, one, many_wrong_codes(wait)); });
    });
}

void Site::use_link_code(const std::string& hash, const Unlinked& one, const CodeTry& tried,
                         const std::string& code_hash) {
    const auto fault = std::make_shared<LinkFault>(LinkFault::over);
    const auto fresh = JoinRequestId{Ulid::from(server_.clock_(), random_bytes())};
    const Entrance how{.next = one.next,
                       .shared = one.shared,
                       .by = {identity::SignInWay::agency, one.organisation},
                       .linking = hash,
                       .code = tried};
    begin_sign_in(
        [hash, fault, fresh, tried, code_hash](store::Transaction& tx,
                                               Instant now) -> std::optional<PersonId> {
            const auto person =
                identity::confirm_to_link(tx, hash, tried.ticket_hash, code_hash, fresh, now, tried.who);
            if (person) return *person;
            *fault = person.error();
            return std::nullopt;
        },
        how,
        [self = shared_from_this(), fault, one, tried] {
            // The others come behind the right code.
            if (*fault != LinkFault::wrong && *fault != LinkFault::over) self->was_right(tried);
            self->reply_link_fault(*fault, one);
        });
}

void Site::reply_link_fault(LinkFault fault, const Unlinked& one) {
    const Entrance how{.next = one.next, .shared = one.shared};
    switch (fault) {
    case LinkFault::wrong:
        return reply_link_code(422, one, "This is not the code. Look at the newest mail.");
    case LinkFault::over:
        return reply_agency_problem(410,
                                    {.title = "This code is over",
                                     .text =
                                         "It was used, it is older than 15 minutes, another browser asked "
                                         "for it, or wrong codes were tried too often. Sign in again."},
                                    how);
    case LinkFault::elsewhere:
        return reply_agency_problem(403,
                                    {.title = "You have a seat elsewhere",
                                     .text = "Your seat here is with another agency than " + one.agency +
                                             ", whose sign-in you used. Sign in with your password or a code "
                                             "instead; if your seat is wrong, tell an administrator."},
                                    how);
    case LinkFault::ended:
        return reply_agency_problem(403,
                                    {.title = "You have no access now",
                                     .text =
                                         "Your access here was ended. Ask your lead, or an administrator, "
                                         "to let you in again."},
                                    how);
    case LinkFault::waits:
        return reply_agency_problem(200,
                                    {.title = "Your request waits",
                                     .text = "Your address is confirmed, and you have no seat here yet. Who "
                                             "decides for " +
                                             one.agency + " was told; a mail tells you what they decide."},
                                    how);
    }
}

void Site::unlink_agency() {
    with_own_password([self = shared_from_this()](const Recognised& who, const OwnPassword&) {
        const auto key = Ulid::parse(self->form_field("key"));
        if (!key) return self->redirect("/sign-ins");
        self->change_way_in(
            who.sender, "Your agency's sign-in was unlinked: it signs you in to Interstate no more.",
            [person = who.sender.person, organisation = OrganisationId{*key}](store::Transaction& tx,
                                                                              Instant) {
                return identity::unlink_identities(tx, person, organisation);
            },
            [self] { self->redirect("/sign-ins"); });
    });
}

} // namespace interstate::app
