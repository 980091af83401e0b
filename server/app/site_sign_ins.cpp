// Where one is signed in, and ending it there.
#include "app/audit_row.hpp"
#include "app/site.hpp"
#include "features/identity/sign_in.hpp"

namespace interstate::app {
namespace {

std::string words_of(Instant at, const ZoneName& zone) {
    return date_text(local_date(at, zone)) + ", " + clock_text(at, zone);
}

/// "read, post"
std::string scopes_words(const identity::Scopes& scopes) {
    if (scopes.is_all()) return "whatever you may do";
    std::string words;
    for (const char c : scopes.str()) words += c == ' ' ? ", " : std::string(1, c);
    return words;
}

std::string words_of(const identity::SignIn& one) {
    using identity::SignInWay;
    switch (one.way) {
    case SignInWay::agency:
        return one.agency.empty() ? "by an agency's sign-in" : "by " + one.agency + "'s sign-in";
    case SignInWay::link:
        return "by a link";
    case SignInWay::code:
        return "by a code";
    case SignInWay::password:
        return "by password";
    case SignInWay::demonstration:
        return "by a click of the demonstration";
    case SignInWay::unknown:
        return {};
    }
    return {};
}

pages::SignInsPage page_of(store::Transaction& tx, const Sender& who, Instant now) {
    const auto zone =
        tx.row<ZoneName>("SELECT zone FROM people WHERE id = ?", who.person).value_or(ZoneName{});
    pages::SignInsPage page;
    for (const auto& one : identity::sign_ins_of(tx, who.person, now))
        page.sign_ins.push_back({.key = one.secret_hash,
                                 .what = pages::device_words(one.agent),
                                 .since = words_of(one.started_at, zone),
                                 .last = words_of(one.used_at, zone),
                                 .here = one.secret_hash == who.credential,
                                 .shared = one.shared,
                                 .by = words_of(one)});
    for (const auto& one : identity::tokens_of(tx, who.person, now))
        page.tokens.push_back({.key = one.secret_hash,
                               .what = one.name,
                               .since = date_text(local_date(one.made_at, zone)),
                               .last = one.used_at ? date_text(local_date(*one.used_at, zone)) : "",
                               .until = date_text(local_date(one.expires_at, zone)),
                               .scopes = scopes_words(one.scopes)});
    for (const auto& one : identity::identities_of(tx, who.person))
        page.agencies.push_back({.key = one.organisation.str(),
                                 .what = one.agency,
                                 .since = words_of(one.linked_at, zone),
                                 .last = {}});
    if (const auto since = identity::password_set_at(tx, who.person))
        page.password_since = words_of(*since, zone);
    if (const auto second = identity::second_factor_of(tx, who.person)) {
        page.second_factor_since = words_of(second->since, zone);
        page.recovery_codes = second->recovery_codes;
    }
    return page;
}

std::vector<std::string> end_one(store::Transaction& tx, const Sender& who, const std::string& key) {
    if (key == who.credential || !identity::end_own(tx, who.person, key)) return {};
    return {key};
}

} // namespace

std::string Site::since_words(store::Transaction& tx, const PersonId& person, Instant at) {
    return words_of(at,
                    tx.row<ZoneName>("SELECT zone FROM people WHERE id = ?", person).value_or(ZoneName{}));
}

Site::Ended Site::end_others(store::Transaction& tx, const Sender& who, Instant now) {
    Ended ended;
    for (const auto& one : identity::sign_ins_of(tx, who.person, now))
        if (one.secret_hash != who.credential && identity::end_own(tx, who.person, one.secret_hash))
            ended.push_back(one.secret_hash);
    return ended;
}

void Site::as_signed_in(std::function<void(const Recognised&)> next) {
    const auto sign_in = "/sign-in?next=" + (request_.method == "POST" ? "/sign-ins" : request_.path);
    if (server_.front_door_.cookie_secret(request_).empty() || !FrontDoor::bearer_secret(request_).empty())
        return redirect(sign_in);
    server_.recognise(request_, [self = shared_from_this(), sign_in,
                                 next = std::move(next)](const std::expected<Recognised, Response>& who) {
        if (who) return next(*who);
        if (who.error().status == 401) return self->redirect(sign_in);
        self->reply_message(who.error().status, "Try again", "The server is busy. Try again in a moment.");
    });
}

void Site::show_sign_ins() {
    as_signed_in([self = shared_from_this()](const Recognised& who) {
        auto make = [who = who.sender, now = self->server_.clock_()](store::Transaction& tx) {
            return pages::sign_ins_page(page_of(tx, who, now), {.demonstration = is_demonstration(tx),
                                                                .work = work_of(tx, who.person)});
        };
        self->page_from(std::move(make));
    });
}

void Site::end_sign_ins() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the page of this server.");
    as_signed_in([self = shared_from_this()](const Recognised& who) {
        const auto ended = std::make_shared<Ended>();
        const bool others = !self->form_field("others").empty();
        self->server_.commands_.write(
            [ended, others, who = who.sender, key = self->form_field("key"),
             now = self->server_.clock_()](store::Transaction& tx) {
                *ended = others ? end_others(tx, who, now) : end_one(tx, who, key);
                if (!ended->empty())
                    write_own_row(tx, "end_sign_ins", who.person, now, std::to_string(ended->size()));
            },
            [self, ended](bool written) {
                if (!written)
                    return self->reply_message(503, "Try again", "Nothing was ended. Try again in a moment.");
                for (const auto& credential : *ended) self->server_.end_credential(credential);
                self->redirect("/sign-ins");
            });
    });
}

} // namespace interstate::app
