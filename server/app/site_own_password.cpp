// Setting, changing and removing one's own password.
#include "app/audit_row.hpp"
#include "app/site.hpp"
#include "base/secret.hpp"
#include "features/identity/sign_in.hpp"
#include "pages/mails.hpp"

namespace interstate::app {
namespace {

constexpr Millis notice_life = std::chrono::days{3};

const char* busy = "The server is busy. Try again in a moment.";

} // namespace

Site::OwnPassword Site::own_password(store::Transaction& tx, const Sender& who, Instant now) {
    struct Row {
        std::string name, address;
        Instant started_at;
    };
    const auto row = tx.row<Row>("SELECT p.name, p.address, s.started_at FROM people p"
                                 " JOIN sign_ins s ON s.person = p.id WHERE p.id = ? AND s.secret_hash = ?",
                                 who.person, who.credential)
                         .value_or(Row{});
    return {.name = row.name,
            .address = row.address,
            .there = identity::password_set_at(tx, who.person).has_value(),
            // Not one that a clock began which was ahead.
            .recent = now >= row.started_at && now - row.started_at < identity::recent_sign_in};
}

void Site::with_own_password(std::function<void(const Recognised&, const OwnPassword&)> next) {
    if (request_.method == "POST" && !server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the page of this server.");
    as_signed_in([self = shared_from_this(), next = std::move(next)](const Recognised& who) {
        self->server_.queries_.read<OwnPassword>(
            [who = who.sender, now = self->server_.clock_()](store::Transaction& tx) {
                return own_password(tx, who, now);
            },
            [self, next, who](std::optional<OwnPassword> own) {
                if (!own) return self->reply_message(503, "Try again", busy);
                next(who, *own);
            });
    });
}

void Site::reply_password(int status, const OwnPassword& own, const std::string& problem,
                          const std::string& present_problem) {
    reply_page(status, pages::password_page({.address = own.address,
                                             .there = own.there,
                                             .asks_present = own.there && !own.recent,
                                             .sign_in_first = !own.there && !own.recent,
                                             .problem = problem,
                                             .present_problem = present_problem},
                                            {.demonstration = server_.settings_.demonstration}));
}

void Site::show_password() {
    with_own_password([self = shared_from_this()](const Recognised&, const OwnPassword& own) {
        self->reply_password(200, own);
    });
}

void Site::set_password() {
    with_own_password([self = shared_from_this()](const Recognised& who, const OwnPassword& own) {
        if (!own.there && !own.recent) return self->reply_password(403, own);
        const auto password = self->form_field("password");
        if (const auto fault = identity::fault_of_password(password, {own.name, own.address}); !fault.empty())
            return self->reply_password(422, own, fault);
        if (password != self->form_field("again"))
            return self->reply_password(422, own, "The two are not the same. Type it twice alike.");
        own.recent ? self->make_password(who.sender, own, {}) : self->ask_present_password(who.sender, own);
    });
}

void Site::ask_present_password(const Sender& who, const OwnPassword& own) {
    using Asked = std::expected<identity::PasswordQuestion, identity::PasswordWait>;
    const auto asked = std::make_shared<Asked>();
    const auto now = server_.clock_();
    server_.commands_.write(
        [asked, who, now](store::Transaction& tx) {
            *asked = identity::ask_own_password(tx, who.person, who.credential, now);
        },
        [self = shared_from_this(), asked, who, own, now](bool written) {
            if (!written) return self->reply_password(503, own, busy);
            if (*asked) return self->make_password(who, own, (*asked)->hash);
            const auto until = asked->error();
            self->reply_password(429, own, {},
                                 until ? "Wrong ones were tried too often. Try again in " +
                                             in_words(*until - now) + "."
                                       : "Wrong ones were tried too often. Sign in anew.");
        });
}

void Site::make_password(const Sender& who, const OwnPassword& own, const std::string& present_hash) {
    auto made = [self = shared_from_this(), who, own](const workers::PasswordThread::Made& made_one) {
        using Refused = workers::PasswordThread::Refused;
        switch (made_one.refused) {
        case Refused::nothing:
            return self->keep_password(who, own, made_one.hash);
        case Refused::not_present:
            return self->reply_password(422, own, {}, "This is not the present password.");
        case Refused::breached:
            return self->reply_password(
                422, own,
                "This password was stolen elsewhere and stands in lists that others try. "
                "Take another one, and change it wherever you use it.");
        case Refused::failed:
            return self->reply_password(503, own, busy);
        }
    };
    const bool taken = server_.passwords_.make({.password = form_field("password"),
                                                .present = form_field("present"),
                                                .present_hash = present_hash,
                                                .asks_present = !own.recent},
                                               std::move(made));
    if (!taken) reply_password(503, own, busy);
}

void Site::keep_password(const Sender& who, const OwnPassword& own, const std::string& hash) {
    change_way_in(
        who, own.there ? "Your password for Interstate was changed." : "A password for Interstate was set.",
        [person = who.person, hash](store::Transaction& tx, Instant now) {
            identity::set_password(tx, person, hash, now);
            identity::forget_tries(tx, person);
            return true;
        },
        [self = shared_from_this()] { self->redirect("/sign-ins"); });
}

void Site::remove_password() {
    with_own_password([self = shared_from_this()](const Recognised& who, const OwnPassword& own) {
        if (!own.there) return self->redirect("/sign-ins");
        if (!own.recent) return self->reply_password(403, own);
        self->change_way_in(
            who.sender, "Your password for Interstate was removed.",
            [person = who.sender.person](store::Transaction& tx, Instant) {
                identity::remove_password(tx, person);
                return true;
            },
            [self] { self->redirect("/sign-ins"); });
    });
}

Site::ChangedWay Site::changed_way(std::string what) const {
    return {.what = std::move(what),
            .where = pages::device_words(request_.header("user-agent")) + ", " +
                     utc_minute(server_.clock_()) + ".",
            .base_url = server_.front_door_.base_url(),
            .mails = mails_codes()};
}

void Site::tell_of(store::Transaction& tx, const PersonId& person, const ChangedWay& changed, Instant now) {
    const auto to =
        tx.row<identity::CodeRecipient>("SELECT id, name, address FROM people WHERE id = ?", person);
    if (!to || !changed.mails) return;
    mail::queue(tx,
                {.id = MailId{Ulid::from(now, random_bytes())},
                 .person = to->person,
                 .address = to->address.str(),
                 .purpose = mail::Purpose::notice,
                 .words = pages::notice_mail({.name = to->name.str(),
                                              .what = changed.what,
                                              .where = changed.where,
                                              .base_url = changed.base_url}),
                 .useless_at = now + notice_life},
                now);
}

void Site::change_way_in(const Sender& who, std::string what,
                         std::function<bool(store::Transaction&, Instant)> body, std::function<void()> done) {
    const auto ended = std::make_shared<Ended>();
    server_.commands_.write(
        [ended, who, changed = changed_way(std::move(what)), body = std::move(body),
         now = server_.clock_()](store::Transaction& tx) {
            ended->clear();
            if (!body(tx, now)) return;
            *ended = end_others(tx, who, now);
            write_own_row(tx, "change_way_in", who.person, now, changed.what);
            tell_of(tx, who.person, changed, now);
        },
        [self = shared_from_this(), ended, done = std::move(done)](bool written) {
            if (!written) return self->reply_message(503, "Try again", busy);
            for (const auto& credential : *ended) self->server_.end_credential(credential);
            self->server_.mail_round_.look();
            done();
        });
}

} // namespace interstate::app
