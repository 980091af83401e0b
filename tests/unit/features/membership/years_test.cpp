// Membership years, as sentences: when they open, turn and end, and who renews for how many seats.
#include "features/membership/years.hpp"
#include "support/catch.hpp"

#include <random>

using namespace interstate;
using namespace interstate::membership;
using permissions::Role;

namespace {

const Context by_server{.now = {5000}};
const PersonId ana{Ulid::from({1000}, {1})};
const OrganisationId ohio{Ulid::from({1000}, {2})};
const Context now{.actor = ana, .now = {5000}};

Year year(const char* label, const char* starts, const char* ends, YearStatus status) {
    return {.label = Text<1, 20>{label},
            .starts_on = CivilDate{starts},
            .ends_on = CivilDate{ends},
            .status = status};
}
const Year running = year("2026-2027", "2026-07-01", "2027-06-30", YearStatus::active);
const Year next = year("2027-2028", "2027-07-01", "2028-06-30", YearStatus::open);
const Year last = year("2025-2026", "2025-07-01", "2026-06-30", YearStatus::grace);

YearFacts on(const char* day, std::vector<Year> years = {running}) {
    return {.known = true,
            .today = CivilDate{day},
            .looked_on = CivilDate{day}.plus_days(-1),
            .years = std::move(years)};
}

RenewalFacts renews(MembershipStatus status, std::vector<Year> years = {running, next}) {
    const bool over = status != MembershipStatus::active && status != MembershipStatus::grace;
    return {.who = {.organisation = ohio,
                    .roles = {Role::state_lead},
                    .footing = over ? permissions::Footing::none : permissions::Footing::active,
                    .tier = permissions::Tier::core,
                    .active = true},
            .years = std::move(years),
            .membership = Membership{.id = ohio, .status = status, .seat_cap = 6, .seats_taken = 4}};
}

RenewMembership seats(int cap) { return {.organisation = ohio, .seat_cap = cap}; }

} // namespace

TEST_CASE("the next year is there 120 days before it begins, as long as this one and without overlap") {
    CHECK(!plan_of(on("2027-03-01")).opens);
    const auto opens = plan_of(on("2027-03-03")).opens;
    REQUIRE(opens);
    CHECK(opens->label.str() == "2027-2028");
    CHECK(opens->starts_on.str() == "2027-07-01");
    CHECK(opens->ends_on.str() == "2028-06-30");
    CHECK(!plan_of(on("2027-03-03", {running, next})).opens);
}

TEST_CASE("a year that was made shorter is followed by one with a name of its own") {
    const Year shorter{.label = Text<1, 20>{"2026-2027"},
                       .starts_on = CivilDate{"2026-07-01"},
                       .ends_on = CivilDate{"2026-12-12"},
                       .status = YearStatus::active};
    const CivilDate today{"2026-12-01"};
    const auto opens = plan_of({.known = true, .today = today, .looked_on = today, .years = {shorter}}).opens;
    REQUIRE(opens);
    CHECK(opens->label.str() == "2027-2028");
    CHECK(opens->starts_on == CivilDate{"2026-12-13"});
}

TEST_CASE("INV-1 years that come one after the other never overlap, whatever their first days are") {
    std::mt19937 dice{2026};
    for (int i = 0; i < 200; ++i) {
        const auto starts = CivilDate{"2020-01-01"}.plus_days(static_cast<int>(dice() % 3000));
        std::vector<Year> years{{.label = Text<1, 20>{"first"},
                                 .starts_on = starts,
                                 .ends_on = starts.plus_days(30 + static_cast<int>(dice() % 500)),
                                 .status = YearStatus::active}};
        for (int turns = 0; turns < 5; ++turns) {
            const auto opens = plan_of({.known = true,
                                        .today = years.back().ends_on,
                                        .looked_on = years.back().ends_on,
                                        .years = years})
                                   .opens;
            REQUIRE(opens);
            CHECK(opens->starts_on == years.back().ends_on.plus_days(1));
            CHECK(opens->ends_on > opens->starts_on);
            years.back().status = YearStatus::closed;
            years.push_back(*opens);
            years.back().status = YearStatus::active;
        }
    }
}

TEST_CASE("a year runs through its last day, and the next begins with its first") {
    CHECK(!plan_of(on("2027-06-30", {running, next})).begins);
    const auto plan = plan_of(on("2027-07-01", {running, next}));
    REQUIRE(plan.begins);
    CHECK(plan.begins->label == next.label);
    CHECK(plan.reminds == 0);
    // A gap between two years is nobody's loss: the one before runs on.
    auto later = next;
    later.starts_on = CivilDate{"2027-08-01"};
    CHECK(!plan_of(on("2027-07-20", {running, later})).begins);
}

TEST_CASE("a year whose next was never opened does not end under people's feet") {
    const auto plan = plan_of(on("2027-07-05"));
    CHECK(plan.opens);
    CHECK(plan.begins);
}

TEST_CASE(
    "contacts are reminded 60, 30 and 7 days before the end, each once, and the nearest after a downtime") {
    auto years = std::vector{running, next};
    int sent = 0;
    for (int left = 90; left >= 0; --left) {
        auto facts = on("2027-06-30", years);
        facts.today = running.ends_on.plus_days(-left);
        facts.looked_on = facts.today;
        const int due = plan_of(facts).reminds;
        if (due == 0) continue;
        CHECK(due == left);
        years[0].reminded = due;
        ++sent;
    }
    CHECK(sent == 3);
    CHECK(plan_of(on("2027-06-10", {running, next})).reminds == 30);
}

TEST_CASE("grace lasts its days and no longer") {
    CHECK(plan_of(on("2026-07-30", {last, running})).closes.empty());
    CHECK(plan_of(on("2026-07-31", {last, running})).closes.size() == 1);
}

TEST_CASE("a day that was not seen the day before is looked at again before anything turns") {
    auto facts = on("2027-07-01", {running, next});
    for (const auto* looked_on : {"2027-06-20", "2026-01-01", "2028-01-01"}) {
        facts.looked_on = CivilDate{looked_on};
        CHECK(plan_of(facts).unsure);
        CHECK(!plan_of(facts).begins);
    }
    facts.looked_on.reset();
    CHECK(plan_of(facts).unsure);
    facts.looked_on = facts.today;
    CHECK(plan_of(facts).begins);
}

TEST_CASE("only the server turns a year") {
    CHECK(decide(TurnYear{}, on("2027-07-01"), by_server));
    CHECK(!decide(TurnYear{}, on("2027-07-01"), now));
}

TEST_CASE("a lead renews for the next year with the seats they have or fewer, and may change their mind") {
    const auto renewed = decide(seats(5), renews(MembershipStatus::active), now);
    REQUIRE(renewed);
    CHECK(renewed->year.str() == "2027-2028");
    CHECK(renewed->status == MembershipStatus::approved);
    auto again = renews(MembershipStatus::active);
    again.next = MembershipStatus::approved;
    CHECK(decide(seats(4), again, now));
    for (const int cap : {3, 0, -1, 7})
        CHECK(decide(seats(cap), renews(MembershipStatus::active), now).error().field == "seat_cap");
    auto administrator = renews(MembershipStatus::active);
    administrator.who.roles = {Role::administrator};
    CHECK(decide(seats(40), administrator, now));
}

TEST_CASE("before the next year opens there is nothing to renew for") {
    CHECK(decide(seats(6), renews(MembershipStatus::active, {running}), now).error().code == "not_open");
}

TEST_CASE("in grace a state is a member again at once; later an administrator decides") {
    CHECK(decide(seats(6), renews(MembershipStatus::grace), now)->status == MembershipStatus::active);
    CHECK(decide(seats(6), renews(MembershipStatus::grace), now)->year.str() == "2026-2027");
    CHECK(decide(seats(6), renews(MembershipStatus::expired), now)->status == MembershipStatus::applied);
    CHECK(decide(seats(6), renews(MembershipStatus::applied), now).error().code == "waits_already");
    for (const auto status : {MembershipStatus::suspended, MembershipStatus::withdrawn})
        CHECK(decide(seats(6), renews(status), now).error().code == "not_renewable");
}

TEST_CASE("nobody renews for another state, and members do not renew") {
    auto facts = renews(MembershipStatus::active);
    facts.who.organisation = {};
    CHECK(decide(seats(6), facts, now).error().code == "not_allowed");
    for (const auto role : {Role::state_member, Role::facilitator, Role::partner, Role::observer}) {
        facts = renews(MembershipStatus::active);
        facts.who.roles = {role};
        CHECK(decide(seats(6), facts, now).error().code == "not_allowed");
    }
}

TEST_CASE("INV-1 a year's days are changed by an administrator, and onto no other year's") {
    auto facts = on("2027-01-01", {last, running, next});
    facts.who = {.roles = {Role::administrator}, .active = true};
    EditYear edit{.label = running.label,
                  .starts_on = running.starts_on,
                  .ends_on = CivilDate{"2027-06-15"},
                  .grace_days = 14};
    CHECK(decide(edit, facts, now));
    edit.ends_on = CivilDate{"2027-07-01"};
    CHECK(decide(edit, facts, now).error().code == "overlaps");
    CHECK(decide(edit, facts, now).error().field == "ends_on");
    edit.ends_on = running.ends_on;
    edit.starts_on = CivilDate{"2026-06-30"};
    CHECK(decide(edit, facts, now).error().field == "starts_on");
    edit.starts_on = running.ends_on;
    CHECK(decide(edit, facts, now).error().field == "ends_on");
    edit.starts_on = running.starts_on;
    edit.grace_days = 367;
    CHECK(decide(edit, facts, now).error().field == "grace_days");
    edit.grace_days = 30;
    edit.label = Text<1, 20>{"2090-2091"};
    CHECK(decide(edit, facts, now).error().code == "not_allowed");
    edit.label = running.label;
    facts.who.roles = {Role::facilitator};
    CHECK(decide(edit, facts, now).error().code == "not_allowed");
}
