// Guests of one meeting: its link, the page that waits and shows. Nobody is signed in here.
#include "app/site.hpp"
#include "base/secret.hpp"
#include "features/rooms/guests.hpp"

namespace interstate::app {
namespace {

pages::GuestMeeting meeting_of(const rooms::GuestInvitation& meeting) {
    return {.title = meeting.title,
            .starts_at = meeting.starts_at,
            .minutes = meeting.minutes,
            .zone = meeting.zone};
}

pages::GuestState state_of(const rooms::GuestView& view) {
    if (view.inside) return pages::GuestState::inside;
    return view.status == rooms::GuestStatus::waiting ? pages::GuestState::waiting : pages::GuestState::over;
}

pages::GuestPage page_of(const rooms::GuestView& view) {
    pages::GuestPage page{.meeting = meeting_of(view.meeting),
                          .state = state_of(view),
                          .name = view.name,
                          .summary = view.summary,
                          .link = view.link,
                          .dial_in = view.dial_in,
                          .is_open = view.is_open};
    for (const auto& item : view.agenda)
        page.agenda.push_back({.title = item.title, .minutes = item.minutes, .current = item.current});
    return page;
}

constexpr const char* link_over = "This link is over. Ask whoever sent it for another one.";

} // namespace

void Site::show_guest_link() { reply_guest_form(200, {}); }

void Site::reply_guest_form(int status, pages::GuestForm form) {
    server_.queries_.read<std::optional<rooms::GuestInvitation>>(
        [hash = secret_hash(rest()), now = server_.clock_()](store::Transaction& tx) {
            return rooms::invited_by(tx, hash, now);
        },
        [self = shared_from_this(), status, form = std::move(form)](auto invitation) mutable {
            if (!invitation || !*invitation) return self->reply_message(410, "No session here", link_over);
            form.meeting = meeting_of(**invitation);
            form.path = self->request_.path;
            self->reply_page(status, pages::guest_form_page(
                                         form, {.demonstration = self->server_.settings_.demonstration}));
        });
}

void Site::ask_as_guest() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Open the link again and press the button.");
    pages::GuestForm form{.name = form_field("name"), .affiliation = form_field("affiliation")};
    const auto name = Text<1, 120>::parse(form.name);
    const auto affiliation = Text<0, 160>::parse(form.affiliation);
    if (!name) form.name_problem = "Write your name, in at most 120 characters, none of them invisible.";
    if (!affiliation)
        form.affiliation_problem = "At most 160 characters, on one line, none of them invisible.";
    if (!name || !affiliation) return reply_guest_form(422, std::move(form));
    const auto now = server_.clock_();
    const auto secret = random_secret();
    const auto asked = std::make_shared<std::expected<Millis, rooms::GuestFault>>();
    server_.commands_.write(
        [asked, now, link_hash = secret_hash(rest()),
         guest = rooms::NewGuest{.id = GuestId{Ulid::from(now, random_bytes())},
                                 .name = *name,
                                 .affiliation = *affiliation,
                                 .secret_hash = secret_hash(secret)}](store::Transaction& tx) {
            *asked = rooms::ask_as_guest(tx, link_hash, guest, now);
        },
        [self = shared_from_this(), asked, secret, form = std::move(form)](bool written) mutable {
            if (!written)
                return self->reply_message(503, "Try again", "It could not be saved. Try again in a moment.");
            if (!*asked && asked->error() == rooms::GuestFault::over)
                return self->reply_message(410, "No session here", link_over);
            if (!*asked) {
                form.problem = "Many wait to be let in. Try again in a minute.";
                return self->reply_guest_form(429, std::move(form));
            }
            self->redirect("/guest", {self->server_.front_door_.set_guest(
                                         secret, std::chrono::duration_cast<std::chrono::seconds>(**asked))});
        });
}

void Site::show_guest() {
    server_.queries_.read<std::optional<rooms::GuestView>>(
        [hash = secret_hash(server_.front_door_.guest(request_)),
         now = server_.clock_()](store::Transaction& tx) { return rooms::guest_view(tx, hash, now); },
        [self = shared_from_this()](auto view) {
            if (!view || !*view)
                return self->reply_message(410, "No session here", "Open the link that you were sent.");
            self->reply_page(
                200,
                pages::guest_page(page_of(**view), {.demonstration = self->server_.settings_.demonstration}));
        });
}

void Site::guest_now() {
    server_.queries_.read<std::optional<rooms::GuestView>>(
        [hash = secret_hash(server_.front_door_.guest(request_)),
         now = server_.clock_()](store::Transaction& tx) { return rooms::guest_view(tx, hash, now); },
        [self = shared_from_this()](auto view) {
            if (!view || !*view) return self->not_found();
            const auto page = page_of(**view);
            self->reply_json(200, wire::Json{{"state", pages::guest_state_word(page.state)},
                                             {"words", pages::guest_now_words(page)}}
                                      .dump());
        });
}

void Site::guest_script() {
    reply({.type = "text/javascript; charset=utf-8",
           .body = std::string{pages::guest_script()},
           .headers = {{"Cache-Control", "public, max-age=3600"}}});
}

} // namespace interstate::app
