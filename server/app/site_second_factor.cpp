// The second factor: asked for after the first one, set up, and ended.
#include "app/site.hpp"
#include "base/one_time_code.hpp"
#include "base/secret.hpp"
#include "features/identity/second_factor.hpp"
#include "features/identity/sign_in.hpp"

#include <charconv>

namespace interstate::app {
namespace {

using identity::SecondFault;
using identity::SecondStep;

std::vector<std::string> fresh_recovery_codes() {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < identity::recovery_codes_made; ++i) codes.push_back(random_recovery_code());
    return codes;
}

std::string words_of(SecondFault fault) {
    if (fault == SecondFault::wait) return "Wrong codes were tried too often. Wait a while, then try again.";
    return "This is not the code, or it was used already. Wait for the next one, and see that the clock of "
           "your "
           "telephone is right.";
}

std::string address_of(store::Transaction& tx, const PersonId& person) {
    return tx.row<std::string>("SELECT address FROM people WHERE id = ?", person).value_or("");
}

const char* busy = "The server is busy. Try again in a moment.";

} // namespace

// ---- after the first factor -------------------------------------------------------------------------------

void Site::with_half(std::function<void(const std::string&, const identity::HalfSignIn&)> next) {
    const auto secret = server_.front_door_.half(request_);
    if (secret.empty()) return redirect("/sign-in");
    server_.queries_.read<std::optional<identity::HalfSignIn>>(
        [hash = secret_hash(secret), now = server_.clock_()](store::Transaction& tx) {
            return identity::half_of(tx, hash, now);
        },
        [self = shared_from_this(), hash = secret_hash(secret),
         next = std::move(next)](std::optional<std::optional<identity::HalfSignIn>> half) {
            if (!half) return self->reply_message(503, "Try again", busy);
            if (!*half) return self->reply_half_over();
            next(hash, **half);
        });
}

void Site::reply_half_over() {
    reply_page(410, pages::second_factor_over_page({.demonstration = server_.settings_.demonstration}));
}

void Site::show_half() {
    with_half([self = shared_from_this()](const std::string&, const identity::HalfSignIn& half) {
        if (half.step == SecondStep::set_up) return self->show_offer(half.person, {.forced = true});
        self->reply_second_factor(200, {});
    });
}

void Site::reply_second_factor(int status, const std::string& problem) {
    reply_page(status, pages::second_factor_page({.problem = problem},
                                                 {.demonstration = server_.settings_.demonstration}));
}

void Site::take_half() {
    if (!server_.front_door_.own_origin(request_))
        return reply_message(403, "Not from here", "Use the sign-in page of this server.");
    with_half([self = shared_from_this()](const std::string& ticket, const identity::HalfSignIn& half) {
        const auto codes =
            half.step == SecondStep::set_up ? fresh_recovery_codes() : std::vector<std::string>{};
        const auto fault = std::make_shared<SecondFault>(SecondFault::over);
        auto whose = [fault, ticket, codes, typed = self->form_field("code")](
                         store::Transaction& tx, Instant now) -> std::optional<PersonId> {
            const auto there = identity::half_of(tx, ticket, now);
            *fault = SecondFault::over;
            if (!there) return std::nullopt;
            const auto shown = codes.empty()
                                   ? identity::use_second_factor(tx, there->person, typed, now)
                                   : identity::confirm_second_factor(tx, there->person, typed, codes, now);
            if (shown) {
                identity::end_half(tx, ticket);
                // What was begun without it, before it had to be there.
                if (!codes.empty()) identity::end_sign_ins(tx, there->person);
                return there->person;
            }
            *fault = shown.error();
            if (*fault == SecondFault::wrong && !identity::count_wrong_in_half(tx, ticket))
                *fault = SecondFault::over;
            return std::nullopt;
        };
        const Entrance how{.next = half.next,
                           .shared = half.shared,
                           .by = half.by,
                           .linking = half.linking,
                           .second_factor_shown = true,
                           .recovery_codes = codes};
        self->begin_sign_in(std::move(whose), how, [self, fault, half] {
            if (*fault == SecondFault::over) return self->reply_half_over();
            if (half.step == SecondStep::show) return self->reply_second_factor(422, words_of(*fault));
            self->show_offer(half.person, {.problem = words_of(*fault), .forced = true});
        });
    });
}

void Site::show_offer(const PersonId& person, pages::SecondFactorOffer page) {
    using Offered = std::optional<pages::SecondFactorOffer>;
    server_.queries_.read<Offered>(
        [page, person, now = server_.clock_()](store::Transaction& tx) -> Offered {
            auto secret = identity::offered_second_factor(tx, person, now);
            if (!secret) return std::nullopt;
            auto offered = page;
            offered.secret = std::move(*secret);
            offered.address = address_of(tx, person);
            return offered;
        },
        [self = shared_from_this(), forced = page.forced](std::optional<Offered> found) {
            if (!found) return self->reply_message(503, "Try again", busy);
            const pages::Frame frame{.demonstration = self->server_.settings_.demonstration};
            if (const auto& offered = *found)
                return self->reply_page(offered->problem.empty() ? 200 : 422,
                                        pages::second_factor_offer_page(*offered, frame));
            if (forced) return self->reply_half_over();
            self->reply_page(200, pages::second_factor_begin_page(frame));
        });
}

// ---- of who is signed in ----------------------------------------------------------------------------------

void Site::show_own_second_factor() {
    with_own_password([self = shared_from_this()](const Recognised& who, const OwnPassword& own) {
        self->reply_own_second_factor(200, who.sender, own, {});
    });
}

void Site::reply_own_second_factor(int status, const Sender& who, const OwnPassword& own,
                                   const std::string& problem) {
    struct Found {
        std::optional<identity::SecondFactor> factor;
        std::string since;
    };
    server_.queries_.read<Found>(
        [who](store::Transaction& tx) {
            Found found{.factor = identity::second_factor_of(tx, who.person), .since = {}};
            if (found.factor) found.since = since_words(tx, who.person, found.factor->since);
            return found;
        },
        [self = shared_from_this(), status, who, own, problem](std::optional<Found> found) {
            if (!found) return self->reply_message(503, "Try again", busy);
            const pages::Frame frame{.demonstration = self->server_.settings_.demonstration};
            if (found->factor)
                return self->reply_page(
                    status, pages::own_second_factor_page({.since = found->since,
                                                           .recovery_codes = found->factor->recovery_codes,
                                                           .problem = problem},
                                                          frame));
            if (!own.recent)
                return self->reply_page(status == 200 ? 200 : 403, pages::second_factor_sign_in_page(frame));
            self->show_offer(who.person, {.problem = problem});
        });
}

void Site::begin_own_second_factor() {
    with_own_password([self = shared_from_this()](const Recognised& who, const OwnPassword& own) {
        if (!own.recent) return self->reply_own_second_factor(403, who.sender, own, {});
        self->server_.commands_.write(
            [person = who.sender.person, now = self->server_.clock_()](store::Transaction& tx) {
                identity::offer_second_factor(tx, person, now);
            },
            [self](bool written) {
                written ? self->redirect("/sign-ins/second-factor")
                        : self->reply_message(503, "Try again", busy);
            });
    });
}

void Site::confirm_own_second_factor() {
    with_own_password([self = shared_from_this()](const Recognised& who, const OwnPassword& own) {
        if (!own.recent) return self->reply_own_second_factor(403, who.sender, own, {});
        self->with_second_factor(
            who.sender, own, "A second factor for Interstate was set up.",
            [](store::Transaction& tx, const PersonId& person, std::string_view typed,
               const std::vector<std::string>& codes,
               Instant now) { return identity::confirm_second_factor(tx, person, typed, codes, now); },
            true);
    });
}

void Site::renew_recovery_codes() {
    with_own_password([self = shared_from_this()](const Recognised& who, const OwnPassword& own) {
        self->with_second_factor(
            who.sender, own, "New recovery codes for Interstate were made.",
            [](store::Transaction& tx, const PersonId& person, std::string_view typed,
               const std::vector<std::string>& codes, Instant now) {
                auto shown = identity::use_second_factor(tx, person, typed, now);
                if (shown) identity::set_recovery_codes(tx, person, codes);
                return shown;
            },
            true);
    });
}

void Site::remove_second_factor() {
    with_own_password([self = shared_from_this()](const Recognised& who, const OwnPassword& own) {
        self->with_second_factor(
            who.sender, own, "The second factor for Interstate was removed.",
            [](store::Transaction& tx, const PersonId& person, std::string_view typed,
               const std::vector<std::string>&, Instant now) {
                auto shown = identity::use_second_factor(tx, person, typed, now);
                if (shown) identity::remove_second_factor(tx, person);
                return shown;
            },
            false);
    });
}

void Site::with_second_factor(const Sender& who, const OwnPassword& own, std::string what, ForCode body,
                              bool shows_codes) {
    const auto codes = fresh_recovery_codes();
    const auto fault = std::make_shared<std::optional<SecondFault>>();
    change_way_in(
        who, std::move(what),
        [fault, codes, who, body = std::move(body), typed = form_field("code")](store::Transaction& tx,
                                                                                Instant now) {
            const auto done = body(tx, who.person, typed, codes, now);
            *fault = done ? std::nullopt : std::optional{done.error()};
            return done.has_value();
        },
        [self = shared_from_this(), fault, codes, who, own, shows_codes] {
            if (*fault) return self->reply_own_second_factor(422, who, own, words_of(**fault));
            if (!shows_codes) return self->redirect("/sign-ins");
            self->reply_page(
                200, pages::recovery_codes_page({.codes = codes, .next = "/sign-ins"},
                                                {.demonstration = self->server_.settings_.demonstration}));
        });
}

} // namespace interstate::app
