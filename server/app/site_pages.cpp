// Pages made on the server, and the shell of the application.
#include "app/site.hpp"
#include "content/content.hpp"
#include "features/identity/sign_in.hpp"
#include "pages/pages.hpp"

#include <set>

namespace interstate::app {
namespace {

std::string role_words(permissions::Role role) {
    using permissions::Role;
    switch (role) {
    case Role::administrator:
        return "Administrator";
    case Role::facilitator:
        return "Facilitator";
    case Role::state_lead:
        return "State team lead";
    case Role::state_member:
        return "State team member";
    case Role::partner:
        return "Partner";
    case Role::observer:
        return "Observer";
    case Role::guest:
        return "Guest";
    }
    return {};
}

/// Of all collaboratives, the oldest first; who is in several once.
std::vector<pages::SignInPerson> demonstration_people(store::Transaction& tx) {
    std::vector<pages::SignInPerson> people;
    if (!is_demonstration(tx)) return people;
    std::set<PersonId> listed;
    for (const auto& collaborative :
         tx.rows<CollaborativeId>("SELECT id FROM collaboratives WHERE id > '' ORDER BY id LIMIT 100"))
        for (const auto& one : identity::people_of(tx, collaborative))
            if (listed.insert(one.person).second)
                people.push_back({.person = one.person,
                                  .name = one.name.str(),
                                  .title = one.title.str(),
                                  .organisation = one.short_name.str(),
                                  .code = one.code.str(),
                                  .role = role_words(one.role)});
    return people;
}

std::vector<pages::CollaborativeLine> public_collaboratives(store::Transaction& tx) {
    struct Row {
        std::string name, slug;
    };
    std::vector<pages::CollaborativeLine> all;
    for (auto& row :
         tx.rows<Row>("SELECT name, slug FROM collaboratives WHERE slug > '' ORDER BY slug LIMIT 100"))
        all.push_back({.name = std::move(row.name), .address = "/about/" + row.slug});
    return all;
}

} // namespace

bool is_demonstration(store::Transaction& tx) {
    return tx.any("SELECT 1 FROM facts_of_store WHERE name = 'kind' AND value = 'demonstration'");
}

void Site::home() { show_about(""); }

void Site::about() { show_about(rest()); }

void Site::show_about(const std::string& slug) {
    server_.recognise(request_, [self = shared_from_this(),
                                 slug](const std::expected<Recognised, Response>& who) {
        const auto person = who ? std::optional{who->sender.person} : std::nullopt;
        auto make = [now = self->server_.clock_(), person, slug,
                     joins = self->mails_codes()](store::Transaction& tx) {
            const auto work = person ? work_of(tx, *person) : std::string{};
            const pages::Frame frame{.demonstration = is_demonstration(tx), .work = work, .joins = joins};
            const auto all = public_collaboratives(tx);
            if (slug.empty() && all.size() > 1) return pages::collaboratives_page(all, frame);
            const auto collaborative = open_collaborative(tx, slug);
            if (!collaborative)
                return pages::message_page("Nothing here", "There is no collaborative of that name.", frame);
            auto page = content::public_page(tx, *collaborative, now);
            if (all.size() > 1) page.join = "/join?collaborative=" + slug;
            return pages::public_page(page, frame);
        };
        self->page_from(std::move(make));
    });
}

void Site::page_from(std::function<std::string(store::Transaction&)> make, int status) {
    server_.queries_.read<std::string>(std::move(make), [self = shared_from_this(),
                                                         status](std::optional<std::string> html) {
        if (html) return self->reply_page(status, std::move(*html));
        self->reply_page(503, pages::message_page("Try again", "The server is busy. Try again in a moment.",
                                                  {.demonstration = self->server_.settings_.demonstration}));
    });
}

void Site::reply_message(int status, const std::string& title, const std::string& text) {
    page_from(
        [title, text](store::Transaction& tx) {
            return pages::message_page(title, text, {.demonstration = is_demonstration(tx)});
        },
        status);
}

void Site::stylesheet() {
    reply({.type = "text/css; charset=utf-8",
           .body = std::string{pages::stylesheet()},
           .headers = {{"Cache-Control", "public, max-age=3600"}}});
}

void Site::sign_in() {
    reply_sign_in(200, {.next = safe_next(request_.parameter("next")),
                        .shared = !request_.parameter("shared").empty()});
}

void Site::reply_sign_in(int status, pages::SignInPage page) {
    page.by_mail = mails_codes();
    page.shows_mail = shows_mail();
    page_from(
        [page](store::Transaction& tx) mutable {
            page.people = demonstration_people(tx);
            page.by_agency = identity::has_providers(tx);
            return pages::sign_in_page(page, {.demonstration = is_demonstration(tx)});
        },
        status);
}

void Site::application() {
    // Addresses of the application belong to a collaborative: /sdi/steps. Anything else is not there.
    const auto slug = rest().substr(0, rest().find('/'));
    server_.queries_.read<bool>(
        [slug](store::Transaction& tx) {
            return tx.any("SELECT 1 FROM collaboratives WHERE slug = ?", slug);
        },
        [self = shared_from_this()](std::optional<bool> known) {
            if (!known.value_or(false)) return self->not_found();
            self->reply({.file = "index.html"});
        });
}

} // namespace interstate::app
