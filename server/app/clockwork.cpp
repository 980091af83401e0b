#include "app/clockwork.hpp"

#include "base/log.hpp"
#include "base/secret.hpp"
#include "features/identity/join_requests.hpp"
#include "features/identity/passwords.hpp"
#include "features/identity/providers.hpp"
#include "features/identity/second_factor.hpp"
#include "features/mail/mail.hpp"
#include "store/receipts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace interstate::app {
namespace {

constexpr int due_limit = 50;
constexpr int forget_limit = 2000;
constexpr Millis payload_life = std::chrono::days{7};
/// A clock that is corrected by less is steered, not set.
constexpr Millis least_jump = std::chrono::minutes{1};
/// What looks again is left for the next hour, or for the end of a meeting.
constexpr Millis looks_ahead = std::chrono::days{1};

/// A due item's kind is the name of the command it becomes; its target is this member of the body.
struct DueCommand {
    std::string_view name;
    const char* member;
    /// Looks whether there is something to do, and leaves itself again: too early does no harm.
    bool looks_again = false;
};
constexpr std::array due_commands{DueCommand{"welcome_person", "person"},
                                  DueCommand{"receive_join_request", "request"},
                                  DueCommand{"receive_guest", "guest"},
                                  DueCommand{"seal_session", "meeting"},
                                  DueCommand{"close_abandoned", "meeting", true},
                                  DueCommand{"ensure_session", "series", true},
                                  DueCommand{"turn_year", "collaborative", true},
                                  DueCommand{"empty_post", "post"},
                                  DueCommand{"empty_trash", "item"},
                                  DueCommand{"forget_flags", "post"},
                                  DueCommand{"end_due_role", "grant"},
                                  DueCommand{"remind_owners", "collaborative", true},
                                  DueCommand{"tend_requests", "collaborative", true}};

bool looks_again(const store::DueItem& item) {
    return std::ranges::any_of(
        due_commands, [&](const DueCommand& known) { return known.looks_again && known.name == item.kind; });
}

CommandId fresh_id(Instant now) { return system_command_id(now, random_secret(), {}); }

} // namespace

Clockwork::Clockwork(boost::asio::io_context& io, Commands& commands, Queries& queries,
                     live::Presence& presence, live::Hub& hub, const Registry& registry,
                     std::function<Instant()> clock)
    : io_{io}, commands_{commands}, queries_{queries}, presence_{presence}, hub_{hub}, registry_{registry},
      clock_{std::move(clock)}, second_{io}, wall_{clock_()}, steady_{std::chrono::steady_clock::now()} {}

void Clockwork::start() {
    issue("close_stale", wire::Json::object(), fresh_id(clock_()));
    forget_old();
    do_what_was_put_off();
    every_second();
}

void Clockwork::stop() { second_.cancel(); }

void Clockwork::issue(const std::string& name, const wire::Json& body, const CommandId& id,
                      std::function<void()> done) {
    auto command = registry_.command(name, body);
    if (!command) {
        log::warning("own_command_refused", {{"name", name}, {"why", command.error().message}});
        return;
    }
    commands_.submit(std::move(*command), id, std::nullopt, digest_of(name, body),
                     [done = std::move(done)](const Reply& reply) {
                         if (reply.code != "try_again") done();
                     });
}

void Clockwork::every_second() {
    second_.expires_after(std::chrono::seconds{1});
    second_.async_wait([this](const boost::system::error_code& error) {
        if (error) return;
        notice_a_jump();
        do_due_items();
        if (++seconds_ % 60 == 0) every_minute();
        every_second();
    });
}

void Clockwork::every_minute() {
    for (const auto& [meeting, people] : presence_.here()) {
        wire::Json here = wire::Json::array();
        for (const auto& person : people) here.push_back(person.str());
        issue("heartbeat", {{"meeting", meeting.str()}, {"here", here}}, fresh_id(clock_()));
    }
    // No right ends by date yet; this finds what was taken away in the tables without a command of ours.
    commands_.check_rights(hub_.people());
    commands_.write(
        [now = clock_()](store::Transaction& tx) {
            mail::tidy(tx, now);
            identity::forget_unconfirmed(tx, now);
            identity::forget_codes(tx, now);
            identity::forget_password_tries(tx, now);
            identity::forget_halves(tx, now);
            identity::forget_ways(tx, now);
        },
        [](bool) {});
    if (seconds_ % 3600 == 0) forget_old();
}

void Clockwork::do_due_items() {
    if (looking_) return;
    looking_ = true;
    using Items = std::vector<store::DueItem>;
    queries_.read<Items>(
        [now = clock_()](store::Transaction& tx) { return store::due_until(tx, now, due_limit); },
        [this](std::optional<Items> items) {
            looking_ = false;
            if (!items) return;
            for (const auto& item : *items) do_due(item);
        });
}

void Clockwork::notice_a_jump() {
    const auto wall = clock_();
    const auto steady = std::chrono::steady_clock::now();
    const auto passed = std::chrono::duration_cast<Millis>(steady - std::exchange(steady_, steady));
    const auto jumped = wall - std::exchange(wall_, wall) - passed;
    if (std::chrono::abs(jumped) < least_jump) return;
    log::warning("clock_jumped",
                 {{"seconds", std::chrono::duration_cast<std::chrono::seconds>(jumped).count()}});
    if (jumped < Millis{0}) do_what_was_put_off();
}

void Clockwork::do_what_was_put_off() {
    using Items = std::vector<store::DueItem>;
    queries_.read<Items>([later = clock_() + looks_ahead](
                             store::Transaction& tx) { return store::due_after(tx, later, due_limit); },
                         [this](std::optional<Items> items) {
                             for (const auto& item : items.value_or(Items{}))
                                 if (looks_again(item)) do_due(item);
                         });
}

void Clockwork::do_due(const store::DueItem& item) {
    const auto remove = [this, item] {
        commands_.write([item](store::Transaction& tx) { store::remove_due(tx, item); }, [](bool) {});
    };
    for (const auto& known : due_commands)
        if (known.name == item.kind)
            return issue(item.kind, {{known.member, item.target.str()}},
                         system_command_id(item.at, item.kind, item.target), remove);
    log::warning("unknown_due_item", {{"kind", item.kind}});
    remove();
}

void Clockwork::forget_old() {
    const auto more = std::make_shared<bool>(false);
    commands_.write(
        [now = clock_(), more](store::Transaction& tx) {
            const auto events = store::forget_before(tx, now - payload_life, forget_limit);
            const auto receipts = store::forget_receipts(tx, now - store::receipt_life, forget_limit);
            *more = events >= forget_limit || receipts >= forget_limit;
        },
        [this, more](bool written) {
            if (written && *more) forget_old();
        });
}

} // namespace interstate::app
