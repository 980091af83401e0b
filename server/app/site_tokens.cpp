// Making a token for a script: by the person, signed in with a browser a moment ago.
#include "app/site.hpp"
#include "base/secret.hpp"
#include "features/identity/sign_in.hpp"
#include "pages/mails.hpp"

#include <array>
#include <charconv>

namespace interstate::app {
namespace {

using identity::Scope;
using TokenName = Text<1, 80>;

constexpr Millis notice_life = std::chrono::days{3};
constexpr const char* busy = "The server is busy. Try again in a moment.";
constexpr int usual_days = 90;
constexpr int most_days = 365;

struct ScopeWords {
    Scope scope;
    const char* meaning;
};
constexpr std::array scope_words{
    ScopeWords{Scope::read, "read what you may read, and fetch tables"},
    ScopeWords{Scope::post, "start topics, post, mark as read"},
    ScopeWords{Scope::steps, "write and update action steps"},
    ScopeWords{Scope::sessions, "take part in sessions, and run them"},
    ScopeWords{Scope::manage, "series, meetings, people, membership, and your own settings and profile"}};

std::string words_of(const identity::Scopes& scopes) {
    std::string words;
    for (const auto& [scope, meaning] : scope_words)
        if (scopes.has(scope)) words += (words.empty() ? "" : ", ") + std::string{word_of(scope)};
    return words;
}

} // namespace

struct Site::NewToken {
    std::string name;
    Millis life{};
    identity::Scopes scopes;
};

void Site::reply_new_token(int status, pages::NewTokenPage page) {
    if (page.days.empty()) page.days = std::to_string(usual_days);
    if (page.scopes.empty())
        for (const auto& [scope, meaning] : scope_words)
            page.scopes.push_back({word_of(scope), meaning, scope == Scope::read});
    reply_page(status, pages::new_token_page(page, {.demonstration = server_.settings_.demonstration}));
}

void Site::show_new_token() {
    with_own_password([self = shared_from_this()](const Recognised&, const OwnPassword& own) {
        self->reply_new_token(own.recent ? 200 : 403, {.sign_in_first = !own.recent});
    });
}

std::optional<Site::NewToken> Site::typed_token(pages::NewTokenPage& page) const {
    page.name = form_field("name");
    page.days = form_field("days");
    NewToken token;
    for (const auto& [scope, meaning] : scope_words) {
        const bool chosen = !form_field(word_of(scope)).empty();
        if (chosen) token.scopes.add(scope);
        page.scopes.push_back({word_of(scope), meaning, chosen});
    }
    const auto name = TokenName::parse(page.name);
    if (!name) page.name_problem = "Say what it is for, in 1 to 80 characters.";
    int days = 0;
    const auto* const end = page.days.data() + page.days.size();
    const auto read = std::from_chars(page.days.data(), end, days);
    if (read.ec != std::errc{} || read.ptr != end || days < 1 || days > most_days)
        page.days_problem = "A token is good for 1 to 365 days.";
    if (token.scopes.empty()) page.scopes_problem = "Choose at least one.";
    if (!page.name_problem.empty() || !page.days_problem.empty() || !page.scopes_problem.empty())
        return std::nullopt;
    token.name = name->str();
    token.life = std::chrono::days{days};
    return token;
}

void Site::make_token() {
    with_own_password([self = shared_from_this()](const Recognised& who, const OwnPassword& own) {
        if (!own.recent) return self->reply_new_token(403, {.sign_in_first = true});
        pages::NewTokenPage page;
        const auto token = self->typed_token(page);
        if (!token) return self->reply_new_token(422, std::move(page));
        self->keep_token(who.sender, *token, std::move(page));
    });
}

void Site::keep_token(const Sender& who, const NewToken& token, pages::NewTokenPage page) {
    const auto secret = random_secret();
    const auto until = std::make_shared<std::string>();
    const auto now = server_.clock_();
    const auto where = pages::device_words(request_.header("user-agent")) + ", " + utc_minute(now) + ".";
    server_.commands_.write(
        [until, who, token, now, where, mails = mails_codes(), hash = secret_hash(secret),
         id = MailId{Ulid::from(now, random_bytes())},
         base_url = server_.front_door_.base_url()](store::Transaction& tx) {
            until->clear();
            // Signed out, or suspended, since they were recognised.
            if (!identity::login_of_sign_in(tx, who.credential, now)) return;
            if (static_cast<int>(identity::tokens_of(tx, who.person, now).size()) >= identity::most_tokens)
                return;
            identity::make_token(tx, who.person, hash, token.name, now, now + token.life, token.scopes);
            *until = since_words(tx, who.person, now + token.life);
            const auto to = tx.row<identity::CodeRecipient>(
                "SELECT id, name, address FROM people WHERE id = ?", who.person);
            if (!to || !mails) return;
            const auto what = "A token for scripts was made: “" + token.name + "”.";
            mail::queue(tx,
                        {.id = id,
                         .person = to->person,
                         .address = to->address.str(),
                         .purpose = mail::Purpose::notice,
                         .words = pages::notice_mail(
                             {.name = to->name.str(), .what = what, .where = where, .base_url = base_url}),
                         .useless_at = now + notice_life},
                        now);
        },
        [self = shared_from_this(), until, secret, token, page = std::move(page)](bool written) mutable {
            if (!written) return self->reply_message(503, "Try again", busy);
            if (until->empty()) {
                page.problem = "You have " + std::to_string(identity::most_tokens) +
                               " tokens already. End one that is not needed any more.";
                return self->reply_new_token(409, std::move(page));
            }
            self->server_.mail_round_.look();
            self->reply_page(
                200,
                pages::token_made_page(
                    {.name = token.name, .secret = secret, .until = *until, .scopes = words_of(token.scopes)},
                    {.demonstration = self->server_.settings_.demonstration}));
        });
}

} // namespace interstate::app
