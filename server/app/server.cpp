#include "app/server.hpp"

#include "app/site.hpp"
#include "base/log.hpp"
#include "base/secret.hpp"
#include "features/identity/sign_in.hpp"
#include "wire/condensed.hpp"

#include <map>
#include <set>

namespace interstate::app {
namespace {

constexpr std::chrono::milliseconds come_back_after{1500};

Response not_signed_in() {
    return {
        .status = 401,
        .type = "application/json",
        .body = wire::refusal_frame(
            {}, {.code = "not_signed_in", .message = "Sign in first.", .allowed = "a cookie or a token"})};
}

Response not_just_now() {
    return {.status = 503,
            .type = "application/json",
            .body =
                wire::refusal_frame({}, {.code = "try_again", .message = "The server is busy. Ask again."})};
}

Response not_from_here() {
    return {.status = 403,
            .type = "application/json",
            .body = wire::refusal_frame({}, {.code = "not_allowed",
                                             .message = "This Origin may not connect here.",
                                             .allowed = "the server's own pages, or a token"}),
            .headers = {{"Cache-Control", "no-store"}}};
}

Response no_such_connection() {
    return {.status = 404,
            .type = "application/json",
            .body = wire::refusal_frame(
                {}, {.code = "not_found", .message = "This connection is over, or not yours. Open another."}),
            .headers = {{"Cache-Control", "no-store"}}};
}

Response too_many(std::chrono::seconds wait, const Rate& rate) {
    const auto seconds = std::to_string(wait.count());
    return {.status = 429,
            .type = "application/json",
            .body = wire::refusal_frame(
                {}, {.code = "too_many",
                     .message = "Too many requests. Ask again in " + seconds +
                                (seconds == "1" ? " second." : " seconds."),
                     .allowed = std::to_string(static_cast<long>(rate.per_second)) + " a second"}),
            .headers = {{"Retry-After", seconds}, {"Cache-Control", "no-store"}}};
}

} // namespace

Server::Server(boost::asio::io_context& io, store::Database& database, ServerSettings settings)
    : io_{io}, settings_{std::move(settings)}, front_door_{settings_.front_door}, metrics_{settings_.build},
      address_rates_{settings_.requests.of_address, settings_.requests.remembered},
      person_rates_{settings_.requests.of_person, settings_.requests.remembered},
      code_rates_{settings_.requests.codes_of_address, settings_.requests.remembered},
      password_rates_{settings_.requests.passwords_of_address, settings_.requests.remembered},
      agency_rates_{settings_.requests.passwords_of_address, settings_.requests.remembered},
      codes_of_devices_{settings_.requests.codes_of_device, settings_.requests.remembered},
      wrong_codes_{settings_.requests.wrong_codes, settings_.requests.remembered},
      wrong_codes_of_devices_{settings_.requests.wrong_codes, settings_.requests.remembered},
      hub_{wire::condensed}, gate_{database},
      commands_{io,
                database,
                settings_.writer,
                registry_,
                hub_,
                gate_,
                metrics_,
                clock_,
                LetterSettings{.base_url = front_door_.base_url(),
                               .written = settings_.mail_server || settings_.demonstration,
                               .sent = settings_.mail_server.has_value(),
                               .from = settings_.mail_server ? settings_.mail_server->from_address
                                                             : std::string{"interstate@localhost"}}},
      queries_{io, database, registry_, metrics_, clock_},
      door_{io, gate_, acquaintances_, queries_, commands_, clock_, settings_.uptime},
      pasts_{io, gate_, acquaintances_, hub_, queries_},
      presence_{io,
                settings_.presence_grace,
                {.arrived =
                     [this](const MeetingId& meeting, const PersonId& person) {
                         clockwork_.issue("arrive", {{"meeting", meeting.str()}, {"person", person.str()}},
                                          system_command_id(clock_(), random_secret(), meeting));
                     },
                 .departed =
                     [this](const MeetingId& meeting, const PersonId& person, Instant at) {
                         clockwork_.issue(
                             "depart", {{"meeting", meeting.str()}, {"person", person.str()}, {"at", at.ms}},
                             system_command_id(clock_(), random_secret(), meeting));
                     }}},
      clockwork_{io, commands_, queries_, presence_, hub_, registry_, clock_},
      mail_round_{io, commands_, queries_, metrics_, clock_, settings_.mail_server},
      login_watch_{io,
                   commands_,
                   clock_,
                   settings_.login_look,
                   [this](const LoginWatch::Tell& tell) { each_login(tell); },
                   [this](const std::string& credential) { end_credential(credential); }},
      passwords_{io, settings_.passwords, clock_()}, providers_{io, settings_.providers},
      polls_{io, settings_.polls,
             [this](const std::shared_ptr<Conversation>& conversation) { closed(conversation); }} {
    commands_.on_erased([this] {
        using List = std::vector<erasure::Erased>;
        queries_.read<List>([](store::Transaction& tx) { return erasure::erasures(tx); },
                            [this](std::optional<List> list) {
                                // What is not kept now is when the server starts.
                                if (list) settings_.keep_erasures(*list);
                            });
    });
    commands_.on_denied([this](live::Follower& follower) {
        if (const auto found = conversations_.find(&follower.outbox()); found != conversations_.end())
            found->second->deny(Stream{follower.stream()});
    });
    commands_.on_signed_out([this](const PersonId& person) {
        for (auto& [outbox, conversation] : conversations_)
            if (conversation->sender().person == person) outbox->close(live::CloseCode::not_welcome);
    });
    commands_.on_mail([this] { mail_round_.look(); });
    commands_.on_start_over([this](live::Follower& follower) {
        if (const auto found = conversations_.find(&follower.outbox()); found != conversations_.end())
            found->second->start_over(Stream{follower.stream()});
    });
}

Server::~Server() {
    for (auto& [outbox, conversation] : conversations_) conversation->end();
}

void Server::start() {
    clockwork_.start();
    mail_round_.start();
    login_watch_.start();
}

void Server::stop() {
    if (stopping_) return;
    stopping_ = true;
    login_watch_.stop();
    clockwork_.stop();
    for (auto& [outbox, conversation] : conversations_) {
        outbox->push(wire::going_away_frame(come_back_after));
        outbox->close(live::CloseCode::going_away);
    }
    mail_round_.stop();
    passwords_.stop();
    providers_.stop();
    commands_.stop();
    queries_.stop();
}

std::string Server::secret_of(const Request& request) const {
    const auto token = FrontDoor::bearer_secret(request);
    return token.empty() ? front_door_.cookie_secret(request) : token;
}

void Server::recognise(const Request& request, Known known) {
    const auto secret = secret_of(request);
    if (secret.empty()) return known(std::unexpected(not_signed_in()));
    const auto shown = FrontDoor::bearer_secret(request).empty() ? Shown::cookie : Shown::token;
    door_.recognise(
        secret_hash(secret), shown,
        [known = std::move(known)](std::expected<Recognised, Unrecognised> who) mutable {
            if (who) return known(std::move(*who));
            known(std::unexpected(who.error() == Unrecognised::unknown ? not_signed_in() : not_just_now()));
        });
}

wire::Greeting Server::greeting_for(const Recognised& who) const {
    return {.build = settings_.build,
            .epoch = who.reception->epoch,
            .person = who.sender.person,
            .now = clock_(),
            .demonstration = who.reception->demonstration,
            .shared_computer = who.sender.shared,
            .collaboratives = who.reception->collaboratives};
}

void Server::handle(Request request, Respond respond) {
    auto counted = [this, respond = std::move(respond)](Response response) {
        metrics_.response(response.status);
        respond(std::move(response));
    };
    std::make_shared<Site>(*this, std::move(request), std::move(counted))->run();
}

std::optional<Response> Server::too_often(const Request& request, double cost) {
    const auto wait = address_rates_.take(network_of(request.remote), clock_(), cost);
    return wait ? std::optional{too_many(*wait, address_rates_.rate())} : std::nullopt;
}

std::optional<Response> Server::too_often(const PersonId& person) {
    const auto wait = person_rates_.take(person.str(), clock_());
    return wait ? std::optional{too_many(*wait, person_rates_.rate())} : std::nullopt;
}

std::unexpected<Response> Server::refused(const std::string& network, Response response) {
    address_rates_.take(network, clock_());
    return std::unexpected(std::move(response));
}

void Server::open(Request request, Opened opened) {
    opened = [this, opened = std::move(opened)](
                 std::expected<std::shared_ptr<Conversation>, Response> met) mutable {
        metrics_.response(met ? 101 : met.error().status);
        opened(std::move(met));
    };
    const auto network = network_of(request.remote);
    if (const auto wait = address_rates_.look(network, clock_()))
        return opened(std::unexpected(too_many(*wait, address_rates_.rate())));
    // A browser always says where it comes from; a script shows a token instead.
    if (!front_door_.may_change(request))
        return opened(refused(
            network, {.status = 403, .type = "text/plain", .body = "This Origin may not connect here.\n"}));
    recognise(request,
              [this, network, opened = std::move(opened)](std::expected<Recognised, Response> who) mutable {
                  if (!who) return opened(refused(network, std::move(who.error())));
                  if (stopping_)
                      return opened(std::unexpected(
                          Response{.status = 503, .type = "text/plain", .body = "Restarting.\n"}));
                  const auto greeting = greeting_for(*who);
                  auto conversation = std::make_shared<Conversation>(around_, std::move(who->sender));
                  conversation->greet(greeting);
                  conversations_.emplace(&conversation->outbox(), conversation);
                  metrics_.opened();
                  opened(std::move(conversation));
              });
}

std::expected<std::shared_ptr<Poll>, Response> Server::poll_of(const Request& request,
                                                               const std::string& id) {
    // What is in order costs the address nothing: sixty people of one office ask from one.
    const auto refused = [&](Response why) {
        auto over = too_often(request, 1);
        return std::unexpected(over ? std::move(*over) : std::move(why));
    };
    // Browsers say no Origin with a GET from their own page.
    const bool own = request.method == "GET" && !request.headers.contains("origin");
    if (!own && !front_door_.may_change(request)) return refused(not_from_here());
    const auto secret = secret_of(request);
    if (secret.empty()) return refused(not_signed_in());
    auto poll = polls_.find(id, secret_hash(secret));
    if (!poll) return refused(no_such_connection());
    if (poll->conversation->is_over()) return refused(not_signed_in());
    return poll;
}

void Server::closed(const std::shared_ptr<Conversation>& conversation) {
    conversation->end();
    if (conversations_.erase(&conversation->outbox()) > 0)
        metrics_.closed(conversation->outbox().closed_with());
}

metrics::Standings Server::standings() const {
    metrics::Standings now{.connections = conversations_.size(),
                           .followed_streams = hub_.streams(),
                           .commands_waiting = commands_.waiting(),
                           .reads_waiting = queries_.waiting()};
    if (const auto backup = settings_.last_backup())
        now.backup_age = std::chrono::duration_cast<std::chrono::seconds>(clock_() - *backup);
    return now;
}

void Server::end_credential(const std::string& credential) {
    for (auto& [outbox, conversation] : conversations_)
        if (conversation->sender().credential == credential) outbox->close(live::CloseCode::not_welcome);
}

void Server::each_login(const LoginWatch::Tell& tell) const {
    std::set<PersonId> in_rooms;
    for (const auto& [meeting, people] : presence_.here()) in_rooms.insert(people.begin(), people.end());
    for (const auto& [outbox, conversation] : conversations_) {
        const auto& who = conversation->sender();
        tell({.who = who,
              .over = conversation->is_over(),
              .idle = in_rooms.contains(who.person) ? Millis{0} : conversation->idle()});
    }
}

Surroundings Server::surroundings() {
    return {.commands = commands_,
            .queries = queries_,
            .pasts = pasts_,
            .hub = hub_,
            .presence = presence_,
            .registry = registry_,
            .metrics = metrics_,
            .clock = clock_,
            .uptime = settings_.uptime,
            .limits = settings_.limits};
}

} // namespace interstate::app
