#include "app/site.hpp"

#include "pages/pages.hpp"

namespace interstate::app {

const std::vector<Site::Route>& Site::routes() {
    static const std::vector<Route> all{
        {"GET", "/", &Site::home},
        {"GET", "/about/*", &Site::about},
        {"GET", "/pages.css", &Site::stylesheet, 0},
        {"GET", "/robots.txt", &Site::robots},
        {"GET", "/healthz", &Site::health, 0},
        {"GET", "/readyz", &Site::readiness},
        {"GET", "/sign-in", &Site::sign_in},
        {"POST", "/sign-in/mail", &Site::send_code, 5},
        {"GET", "/sign-in/code", &Site::show_code_form},
        {"POST", "/sign-in/code", &Site::use_code, 5},
        {"GET", "/join", &Site::show_join},
        {"POST", "/join", &Site::ask_to_join, 5},
        {"GET", "/join/code", &Site::show_join_code},
        {"POST", "/join/code", &Site::confirm_join_code, 5},
        {"GET", "/join/link/*", &Site::show_join_link},
        {"POST", "/join/link/*", &Site::confirm_join_link, 5},
        {"GET", "/guest/link/*", &Site::show_guest_link},
        {"POST", "/guest/link/*", &Site::ask_as_guest, 5},
        {"GET", "/guest", &Site::show_guest},
        // Asked for again and again by who waits.
        {"GET", "/guest/now", &Site::guest_now, 0.2},
        {"GET", "/guest.js", &Site::guest_script, 0},
        {"GET", "/answer/*", &Site::show_action},
        {"POST", "/answer/*", &Site::take_action, 5},
        {"POST", "/sign-in/password", &Site::sign_in_by_password, 5},
        {"POST", "/sign-in/agency", &Site::go_to_agency, 5},
        {"GET", "/sign-in/agency/callback", &Site::come_back_from_agency, 5},
        {"GET", "/sign-in/agency/link", &Site::show_link_form},
        {"POST", "/sign-in/agency/link", &Site::ask_link_code, 5},
        {"GET", "/sign-in/agency/code", &Site::show_link_code},
        {"POST", "/sign-in/agency/code", &Site::use_link_code, 5},
        {"POST", "/sign-ins/agency/remove", &Site::unlink_agency, 5},
        {"GET", "/sign-in/second-factor", &Site::show_half},
        {"POST", "/sign-in/second-factor", &Site::take_half, 5},
        {"GET", "/sign-ins", &Site::show_sign_ins},
        {"GET", "/sign-ins/second-factor", &Site::show_own_second_factor},
        {"POST", "/sign-ins/second-factor/begin", &Site::begin_own_second_factor, 5},
        {"POST", "/sign-ins/second-factor", &Site::confirm_own_second_factor, 5},
        {"POST", "/sign-ins/second-factor/codes", &Site::renew_recovery_codes, 5},
        {"POST", "/sign-ins/second-factor/remove", &Site::remove_second_factor, 5},
        {"GET", "/sign-ins/password", &Site::show_password},
        {"POST", "/sign-ins/password", &Site::set_password, 5},
        {"POST", "/sign-ins/password/remove", &Site::remove_password, 5},
        {"GET", "/sign-ins/tokens", &Site::show_new_token},
        {"POST", "/sign-ins/tokens", &Site::make_token, 5},
        {"POST", "/sign-ins/end", &Site::end_sign_ins, 5},
        {"GET", "/outgoing-mail", &Site::outgoing_mail},
        {"POST", "/sign-in/demonstration", &Site::sign_in_demonstration, 5},
        {"GET", "/sign-in/link/*", &Site::show_link},
        {"POST", "/sign-in/link/*", &Site::use_link, 5},
        {"POST", "/sign-out", &Site::sign_out},
        {"GET", "/metrics", &Site::metrics},
        {"GET", "/api/me", &Site::me},
        {"POST", "/api/commands/*", &Site::command},
        {"GET", "/api/queries/*", &Site::query},
        {"POST", "/api/live", &Site::open_poll, 0},
        {"GET", "/api/live/*", &Site::poll, 0},
        {"POST", "/api/live/*", &Site::take_frames, 0},
        {"GET", "/api/export/*", &Site::export_table, 10},
        {"POST", "/api/export/my-data.json", &Site::export_own, 20},
        {"POST", "/api/export/audit.csv", &Site::export_audit, 10},
        {"POST", "/api/export/contacts.csv", &Site::export_contacts, 10},
        {"GET", "/api/*", &Site::not_found},
        {"GET", "/*", &Site::application},
    };
    return all;
}

std::vector<std::string> Site::addresses() {
    std::vector<std::string> all;
    for (const auto& route : routes()) all.push_back(std::string{route.method} + " " + route.path);
    return all;
}

const Site::Route* Site::find_route(bool& path_known) {
    const std::string method = request_.method == "HEAD" ? "GET" : request_.method;
    for (const auto& route : routes()) {
        const std::string_view pattern{route.path};
        const bool open = pattern.ends_with('*');
        const auto stem = open ? pattern.substr(0, pattern.size() - 1) : pattern;
        const bool fits = open ? request_.path.starts_with(stem) && request_.path.size() > stem.size()
                               : request_.path == stem;
        if (!fits) continue;
        if (method == route.method) {
            if (open) rest_ = request_.path.substr(stem.size());
            return &route;
        }
        path_known = path_known || pattern != "/*";
    }
    return nullptr;
}

void Site::run() {
    bool path_known = false;
    const auto* route = find_route(path_known);
    if (const double cost = route ? route->cost : 1; cost > 0)
        if (auto over = server_.too_often(request_, cost)) return reply_too_many(std::move(*over));
    if (route) return (this->*route->handler)();
    if (path_known)
        return reply({.status = 405,
                      .type = "text/plain; charset=utf-8",
                      .body = "This address does not take that method.\n"});
    not_found();
}

void Site::health() { reply_text(200, "ok\n"); }

void Site::readiness() {
    server_.queries_.read<bool>(
        [](store::Transaction& tx) { return tx.any("SELECT 1 FROM facts_of_store WHERE name = 'epoch'"); },
        [self = shared_from_this()](std::optional<bool> sound) {
            const bool ready = sound.value_or(false) && !self->server_.stopping_;
            self->reply({.status = ready ? 200 : 503,
                         .type = "text/plain; charset=utf-8",
                         .body = ready ? "ready\n" : "not ready\n",
                         // So that an upgrade knows which program answers it.
                         .headers = {{"Interstate-Build", self->server_.settings_.build}}});
        });
}

void Site::robots() {
    server_.queries_.read<bool>(
        is_demonstration, [self = shared_from_this()](std::optional<bool> demonstration) {
            self->reply_text(200, std::string{pages::robots_txt(demonstration.value_or(true))});
        });
}

void Site::me() {
    as_person([self = shared_from_this()](const Recognised& who) {
        self->reply_json(200, wire::encode(self->server_.greeting_for(who)));
    });
}

void Site::not_found() {
    if (request_.path.starts_with("/api/"))
        return reply_json(404, wire::refusal_frame({}, {.code = "not_found",
                                                        .message = "There is nothing at this address."}));
    reply_message(404, "Not found", "There is nothing at this address, or not for you.");
}

// ---- answering ------------------------------------------------------------------------------------------

void Site::reply_page(int status, std::string html) { reply({.status = status, .body = std::move(html)}); }

void Site::reply_text(int status, std::string text) {
    reply({.status = status, .type = "text/plain; charset=utf-8", .body = std::move(text)});
}

void Site::reply_json(int status, std::string json) {
    // The form of a page, sent by a browser: a person reads the answer.
    if (status >= 400 && request_.header("accept").contains("text/html"))
        return reply_message(status, "That was not done",
                             wire::Json::parse(json).value("message", "Go back, and try it again."));
    reply({.status = status,
           .type = "application/json",
           .body = std::move(json),
           .headers = {{"Cache-Control", "no-store"}}});
}

void Site::redirect(const std::string& to, const std::vector<std::string>& cookies) {
    Response response{.status = 303, .headers = {{"Location", to}, {"Cache-Control", "no-store"}}};
    for (const auto& cookie : cookies) response.headers.emplace_back("Set-Cookie", cookie);
    reply(std::move(response));
}

void Site::reply_too_many(Response response) {
    if (request_.path.starts_with("/api/")) return reply(std::move(response));
    response.type = "text/html; charset=utf-8";
    response.body = pages::message_page("Too many requests",
                                        "Too many requests came from your network. Wait " +
                                            response.headers.front().second + " s, then try again.",
                                        {.demonstration = server_.settings_.demonstration});
    reply(std::move(response));
}

void Site::as_person(std::function<void(const Recognised&)> next) {
    server_.recognise(request_, [self = shared_from_this(),
                                 next = std::move(next)](const std::expected<Recognised, Response>& who) {
        if (!who) return self->reply_json(who.error().status, who.error().body);
        if (auto over = self->server_.too_often(who->sender.person))
            return self->reply_too_many(std::move(*over));
        next(*who);
    });
}

} // namespace interstate::app
