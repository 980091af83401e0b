// Signing in and out: demonstration people, single-use links, cookies.
#include "app/audit_row.hpp"
#include "app/site.hpp"
#include "base/secret.hpp"
#include "features/identity/sign_in_codes.hpp"
#include "pages/pages.hpp"

#include <algorithm>
#include <iterator>

namespace interstate::app {
namespace {

const char* link_over = "This sign-in link was used already or is over. Ask whoever sent it for a new one.";

} // namespace

std::string work_of(store::Transaction& tx, const PersonId& person) {
    const auto places = identity::places_of(tx, person);
    if (places.empty()) return "/";
    return "/" + tx.row<std::string>("SELECT slug FROM collaboratives WHERE id = ?", places.front()).value();
}

std::string Site::form_field(std::string_view name) const {
    for (const auto& [key, value] : form_fields(request_.body))
        if (key == name) return value;
    return {};
}

Site::Entrance Site::entrance() const {
    return {.next = safe_next(form_field("next")), .shared = !form_field("shared").empty()};
}

void Site::sign_in_demonstration() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the sign-in page of this server.");
    const auto id = Ulid::parse(form_field("person"));
    if (!id) return reply_message(400, "Choose a person", "No person was chosen.");
    auto how = entrance();
    how.second_factor_shown = true; // anybody may be anybody
    how.by.way = identity::SignInWay::demonstration;
    begin_sign_in(
        [person = PersonId{*id}](store::Transaction& tx, Instant) -> std::optional<PersonId> {
            if (!is_demonstration(tx)) return std::nullopt;
            return tx.row<PersonId>("SELECT id FROM people WHERE id = ? AND active = 1", person);
        },
        how, [self = shared_from_this()] { self->not_found(); });
}

struct Site::Begun {
    enum class How { nobody, half, whole } how = How::nobody;
    std::string first_page;
    /// What was open until now, and is not any more.
    Ended ended;
};

/// What the browser keeps, and what it kept until now.
struct Site::Secrets {
    std::string login = random_secret();
    std::string half = random_secret();
    std::string before;
    std::string device;
};

Site::Begun Site::begin(store::Transaction& tx, const PersonId& person, const Entrance& how,
                        const Secrets& secrets, std::string_view agent, Instant now) {
    const auto step = identity::second_step_of(tx, person);
    if (!how.second_factor_shown && step != identity::SecondStep::none) {
        // Now, so that the page that shows it only reads.
        if (step == identity::SecondStep::set_up) identity::offer_second_factor(tx, person, now);
        identity::begin_half(
            tx, secret_hash(secrets.half),
            {.person = person, .shared = how.shared, .next = how.next, .by = how.by, .linking = how.linking},
            now);
        return {.how = Begun::How::half, .first_page = {}, .ended = {}};
    }
    Begun begun{.how = Begun::How::whole,
                .first_page = how.next == "/" ? work_of(tx, person) : how.next,
                .ended = {}};
    if (!secrets.before.empty()) {
        identity::end_sign_in(tx, secret_hash(secrets.before));
        begun.ended.push_back(secret_hash(secrets.before));
    }
    std::ranges::move(
        identity::start_sign_in(tx, person, secret_hash(secrets.login), now, agent, how.shared, how.by),
        std::back_inserter(begun.ended));
    identity::forget_tries(tx, person);
    if (!how.shared) identity::know_device(tx, person, secret_hash(secrets.device), now);
    write_own_row(tx, "sign_in", person, now);
    return begun;
}

void Site::begin_sign_in(Whose whose, const Entrance& how, std::function<void()> nobody) {
    Secrets secrets{.before = server_.front_door_.cookie_secret(request_),
                    .device = server_.front_door_.device(request_)};
    if (secrets.device.empty() && !how.shared) secrets.device = random_secret();
    const auto begun = std::make_shared<Begun>();
    server_.commands_.write(
        [whose = std::move(whose), begun, secrets, how, agent = request_.header("user-agent"),
         linked = changed_way({}), now = server_.clock_()](store::Transaction& tx) mutable {
            *begun = {};
            const auto person = whose(tx, now);
            if (!person) return;
            *begun = begin(tx, *person, how, secrets, agent, now);
            if (begun->how != Begun::How::whole || !how.linking) return;
            const auto agency = identity::link_identity(tx, *how.linking, *person, now);
            if (!agency) return;
            linked.what = "The sign-in of " + *agency + " was linked to you: it signs you in from now on.";
            write_own_row(tx, "change_way_in", *person, now, linked.what);
            tell_of(tx, *person, linked, now);
        },
        [self = shared_from_this(), secrets, how, begun, nobody = std::move(nobody)](bool written) {
            if (!written)
                return self->reply_message(503, "Try again",
                                           "The sign-in could not be saved. Try again in a moment.");
            if (begun->how == Begun::How::nobody) return nobody();
            self->was_right(how.code);
            for (const auto& credential : begun->ended) self->server_.end_credential(credential);
            if (how.linking) self->server_.mail_round_.look();
            self->reply_begun(*begun, how, secrets);
        });
}

void Site::reply_begun(const Begun& begun, const Entrance& how, const Secrets& secrets) {
    const auto& door = server_.front_door_;
    if (begun.how == Begun::How::half)
        return redirect("/sign-in/second-factor",
                        {door.set_half(secrets.half, std::chrono::duration_cast<std::chrono::seconds>(
                                                         identity::half_sign_in_life))});
    std::vector<std::string> cookies{door.set_cookie(secrets.login, how.shared)};
    if (!how.shared) cookies.push_back(door.set_device(secrets.device));
    if (how.recovery_codes.empty()) return redirect(begun.first_page, cookies);
    Response response{.body =
                          pages::recovery_codes_page({.codes = how.recovery_codes, .next = begun.first_page},
                                                     {.demonstration = server_.settings_.demonstration}),
                      .headers = {{"Cache-Control", "no-store"}}};
    for (const auto& cookie : cookies) response.headers.emplace_back("Set-Cookie", cookie);
    reply(std::move(response));
}

void Site::show_link() {
    struct Found {
        std::optional<std::string> name;
        std::optional<identity::Whereabouts> elsewhere;
    };
    // Only a look: mail scanners open links. Pressing the button uses it.
    server_.queries_.read<Found>(
        [hash = secret_hash(rest()), now = server_.clock_()](store::Transaction& tx) -> Found {
            const auto person = identity::peek_link(tx, hash, now);
            if (!person) return {.name = {}, .elsewhere = identity::whereabouts(tx, hash, now)};
            return {.name = tx.row<std::string>("SELECT name FROM people WHERE id = ?", *person),
                    .elsewhere = {}};
        },
        [self = shared_from_this()](std::optional<Found> found) {
            if (found && found->elsewhere) return self->show_known_elsewhere(*found->elsewhere);
            if (!found || !found->name) return self->reply_message(410, "This link is over", link_over);
            self->page_from([name = *found->name, path = self->request_.path](store::Transaction& tx) {
                return pages::sign_in_link_page(name, path, {.demonstration = is_demonstration(tx)});
            });
        });
}

void Site::show_known_elsewhere(const identity::Whereabouts& place) {
    page_from([place](store::Transaction& tx) {
        return pages::known_already_page(place.name, "/" + place.slug,
                                         {.demonstration = is_demonstration(tx)});
    });
}

void Site::use_link() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Open the link again and press the button.");
    auto how = entrance();
    how.by.way = identity::SignInWay::link;
    begin_sign_in([hash = secret_hash(rest())](store::Transaction& tx,
                                               Instant now) { return identity::use_link(tx, hash, now); },
                  how,
                  [self = shared_from_this()] { self->reply_message(410, "This link is over", link_over); });
}

void Site::sign_out() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Sign out from the application.");
    const auto secret = server_.front_door_.cookie_secret(request_);
    if (secret.empty()) return redirect("/", {server_.front_door_.clear_cookie()});
    const auto hash = secret_hash(secret);
    server_.commands_.write(
        [hash, now = server_.clock_()](store::Transaction& tx) {
            const auto login = identity::login_of_sign_in(tx, hash, now);
            identity::end_sign_in(tx, hash);
            if (login) write_own_row(tx, "sign_out", login->person, now);
        },
        [self = shared_from_this(), hash](bool) {
            self->server_.end_credential(hash);
            self->redirect("/", {self->server_.front_door_.clear_cookie()});
        });
}

} // namespace interstate::app
