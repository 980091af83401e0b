#include "app/door.hpp"

#include "app/site.hpp"
#include "base/log.hpp"
#include "store/grounds.hpp"
#include "store/journal.hpp"

namespace interstate::app {
namespace {

/// So many callers are answered before others of the io thread have their turn.
constexpr std::size_t portion = 64;
/// Where the grounds change again and again while somebody is read about.
constexpr int reads_of_one = 5;

using Found = std::optional<Acquaintance>;

struct Question {
    std::string credential;
    Shown shown;
};
struct Findings {
    std::optional<std::int64_t> grounds;
    /// In the order of the questions.
    std::vector<Found> found;
};

std::vector<wire::CollaborativeName> collaboratives_of(store::Transaction& tx, const PersonId& person) {
    return tx.rows<wire::CollaborativeName>("SELECT c.id, c.slug, c.name FROM collaboratives c"
                                            " JOIN seats s ON s.collaborative = c.id WHERE s.person = ?"
                                            " AND s.left_at IS NULL AND s.suspended_at IS NULL"
                                            " ORDER BY c.slug",
                                            person);
}

Findings look_up(store::Transaction& tx, const std::vector<Question>& questions, Instant now) {
    Findings findings{.grounds = store::grounds(tx)};
    const Reception common{.epoch = store::epoch(tx), .demonstration = is_demonstration(tx)};
    for (const auto& [credential, shown] : questions) {
        const auto login = shown == Shown::token ? identity::login_of_token(tx, credential, now)
                                                 : identity::login_of_sign_in(tx, credential, now);
        auto& found = findings.found.emplace_back();
        if (!login) continue;
        auto reception = std::make_shared<Reception>(common);
        reception->collaboratives = collaboratives_of(tx, login->person);
        found = {*login, shown, std::move(reception)};
    }
    return findings;
}

} // namespace

void Door::recognise(std::string credential, Shown shown, Answer answer) {
    waiting_.join({std::move(credential), shown, std::move(answer)});
}

void Door::answer_portion() {
    const auto grounds = gate_.grounds();
    acquaintances_.stand_on(grounds);
    Callers strangers;
    for (auto left = portion; left > 0; --left) {
        auto caller = waiting_.next();
        if (!caller) break;
        answer_or_keep(std::move(*caller), grounds.has_value(), strangers);
    }
    if (!strangers.empty()) read_about(std::move(strangers));
}

void Door::answer_or_keep(Caller caller, bool grounded, Callers& strangers) {
    try {
        if (!grounded || caller.reads == reads_of_one)
            tell(caller, std::unexpected(Unrecognised::not_just_now));
        else if (const auto* known = acquaintances_.known(caller.credential, caller.shown, clock_()))
            let_in(caller, *known);
        else
            strangers.push_back(std::move(caller));
    } catch (const std::exception& error) { // they ask again; the others have their turn
        log::warning("handler_failed", {{"why", error.what()}});
        tell(caller, std::unexpected(Unrecognised::not_just_now));
    }
}

void Door::tell(Caller& caller, std::expected<Recognised, Unrecognised> who) {
    try {
        caller.answer(std::move(who));
    } catch (const std::exception& error) { // it ends this one's request; the others have their turn
        log::warning("handler_failed", {{"why", error.what()}});
    }
}

void Door::let_in(Caller& caller, const Acquaintance& known) {
    touch(caller.credential, known.login);
    tell(caller, Recognised{{.person = known.login.person,
                             .credential = caller.credential,
                             .until = uptime_() + (known.login.ends_at - clock_()),
                             .shared = known.login.shared,
                             .scopes = known.login.scopes},
                            known.reception});
}

void Door::read_about(Callers strangers) {
    std::vector<Question> questions;
    for (const auto& one : strangers) questions.push_back({one.credential, one.shown});
    const auto waiting = std::make_shared<Callers>(std::move(strangers));
    queries_.read<Findings>([questions = std::move(questions),
                             now = clock_()](store::Transaction& tx) { return look_up(tx, questions, now); },
                            [this, waiting](std::optional<Findings> findings) {
                                for (std::size_t i = 0; i < waiting->size(); ++i) {
                                    auto& caller = (*waiting)[i];
                                    if (!findings || !findings->grounds)
                                        tell(caller, std::unexpected(Unrecognised::not_just_now));
                                    else if (const auto& found = findings->found[i])
                                        introduce(std::move(caller), *findings->grounds, *found);
                                    else
                                        tell(caller, std::unexpected(Unrecognised::unknown));
                                }
                            });
}

void Door::introduce(Caller caller, std::int64_t grounds, const Acquaintance& found) {
    acquaintances_.meet(grounds, caller.credential, found);
    ++caller.reads;
    waiting_.join(std::move(caller));
}

void Door::touch(const std::string& credential, const identity::Login& login) {
    const auto now = clock_();
    if (!login.needs_touch(now)) return;
    commands_.write(
        [credential, now, token = login.scopes.has_value()](store::Transaction& tx) {
            token ? identity::touch_token(tx, credential, now) : identity::touch_sign_in(tx, credential, now);
        },
        [this, credential, now](bool written) {
            if (written) acquaintances_.used(credential, now);
        });
}

} // namespace interstate::app
