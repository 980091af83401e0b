// Rules of exchanges as sentences: given facts, when a command, then an event or a refusal.
#include "features/exchanges/exchanges.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::exchanges;
using permissions::Role;

namespace {

const Context now{.actor = PersonId{Ulid::from({1000}, {1})}, .now = {5000}, .ids = IdSource{{5000}, {}}};
const OrganisationId ohio{Ulid::from({1000}, {10})};
const OrganisationId utah{Ulid::from({1000}, {11})};
const ObjectiveId first{Ulid::from({1000}, {20})};
const ObjectiveId second{Ulid::from({1000}, {21})};

ObjectiveText objective(const char* short_name, const char* text = "What we want") {
    return {Text<1, 120>{short_name}, Text<1, 600>{text}};
}

SeriesFacts facts(Role role = Role::facilitator) {
    return {.who = {.roles = {role},
                    .footing = permissions::Footing::active,
                    .tier = permissions::Tier::core,
                    .active = true},
            .states = {{ohio, "OH"}, {utah, "UT"}}};
}

SeriesFacts running() {
    auto all = facts();
    all.series = Series{.title = Text<1, 200>{"As it was"}, .state = SeriesState::running, .revision = 3};
    all.objectives = {{.id = first, .ordinal = 1, .short_name = "One", .text = "Text one"},
                      {.id = second, .ordinal = 2, .short_name = "Two", .text = "Text two"}};
    all.places = {{.organisation = ohio, .code = "OH"}, {.organisation = utah, .code = "UT"}};
    return all;
}

CreateSeries create() {
    return {.title = Text<1, 200>{"P2P Exchange"},
            .objectives = {objective("One")},
            .states = {Text<1, 8>{"OH"}, Text<1, 8>{"ut"}},
            .starts_on = CivilDate{"2026-09-01"},
            .ends_on = CivilDate{"2027-05-31"}};
}

EditSeries edit() {
    return {.revision = 3,
            .title = Text<1, 200>{"Newer"},
            .objectives = {objective("One", "Text one"), objective("Two", "Text two")},
            .states = {Text<1, 8>{"OH"}, Text<1, 8>{"UT"}},
            .starts_on = CivilDate{"2026-09-01"},
            .ends_on = CivilDate{"2027-05-31"}};
}

} // namespace

TEST_CASE("a slug is made of the title's letters and digits") {
    CHECK(slug_of("  P2P: Exchange — 2026/27! ", {}) == "p2p-exchange-2026-27");
    CHECK(slug_of("Educación Ñandú", {}) == "educacion-nandu");
    CHECK(slug_of("——", {}) == "series");
}

TEST_CASE("a slug that is taken gets the next number and stays within 80 characters") {
    CHECK(slug_of("Exchange", {"exchange", "exchange-2"}) == "exchange-3");
    const std::string full(80, 'a');
    CHECK(slug_of(std::string(200, 'a'), {}) == full);
    CHECK(slug_of(std::string(200, 'a'), {full}) == std::string(78, 'a') + "-2");
}

TEST_CASE("a facilitator makes a draft, others do not") {
    CHECK(decide(create(), facts(), now)->slug == "p2p-exchange");
    for (const Role role : {Role::state_lead, Role::state_member, Role::partner, Role::observer})
        CHECK(decide(create(), facts(role), now).error().code == "not_allowed");
}

TEST_CASE("a series has 1 to 8 objectives") {
    auto command = create();
    command.objectives.clear();
    CHECK(decide(command, facts(), now).error().field == "objectives");
    command.objectives.assign(9, objective("One"));
    CHECK(decide(command, facts(), now).error().field == "objectives");
    command.objectives.resize(8);
    CHECK(decide(command, facts(), now));
}

TEST_CASE("a series has 1 to 58 states, each known and once") {
    auto command = create();
    command.states.clear();
    CHECK(decide(command, facts(), now).error().code == "out_of_bounds");
    command.states.assign(59, Text<1, 8>{"OH"});
    CHECK(decide(command, facts(), now).error().code == "out_of_bounds");
    command.states = {Text<1, 8>{"ZZ"}};
    CHECK(decide(command, facts(), now).error().code == "not_found");
    command.states = {Text<1, 8>{"OH"}, Text<1, 8>{"oh"}};
    CHECK(decide(command, facts(), now).error().code == "twice");
}

TEST_CASE("a series does not end before it starts") {
    auto command = create();
    command.ends_on = CivilDate{"2026-08-31"};
    const auto refused = decide(command, facts(), now);
    REQUIRE(!refused);
    CHECK(refused.error().field == "ends_on");
    CHECK(refused.error().allowed == "2026-09-01 or later");
}

TEST_CASE("an edit raises the revision, and one of an older text is refused with the newer") {
    CHECK(decide(edit(), running(), now)->revision == 4);
    auto late = edit();
    late.revision = 2;
    const auto refused = decide(late, running(), now);
    REQUIRE(!refused);
    CHECK(refused.error().code == "changed_since");
    CHECK(refused.error().current.find("As it was") == 0);
}

TEST_CASE("an edit is held to the same bounds as a new series") {
    auto command = edit();
    command.states = {Text<1, 8>{"ZZ"}};
    CHECK(decide(command, running(), now).error().field == "states");
}

TEST_CASE("what does not exist and what a member may not edit get the same answer") {
    auto missing = running();
    missing.series.reset();
    auto member = running();
    member.who.roles = {Role::state_lead};
    CHECK(decide(edit(), missing, now).error() == decide(edit(), member, now).error());
    CHECK(decide(PublishSeries{}, missing, now).error() == decide(PublishSeries{}, member, now).error());
}

TEST_CASE("the archive stays as it was") {
    auto old = running();
    old.series->current = false;
    CHECK(decide(edit(), old, now).error().code == "archived");
    CHECK(decide(PublishSeries{}, old, now).error().code == "archived");
}

TEST_CASE("objectives keep their ids when they are reordered or reworded") {
    auto command = edit();
    command.objectives = {objective("Two", "Text two"), objective("One, in other words", "Text one")};
    const auto plan = plan_of(command, running());
    CHECK(plan.objectives == std::vector<std::optional<ObjectiveId>>{second, first});
    command.objectives = {objective("One", "Text one"), objective("All new", "New text")};
    CHECK(plan_of(command, running()).objectives.at(1) == second);
}

TEST_CASE("an objective in use is not dropped") {
    auto command = edit();
    command.objectives.resize(1);
    CHECK(decide(command, running(), now));
    auto used = running();
    used.objectives[1].in_use = true;
    const auto refused = decide(command, used, now);
    REQUIRE(!refused);
    CHECK(refused.error().code == "in_use");
    CHECK(refused.error().field == "objectives");
}

TEST_CASE("a state with steps or attendance is not taken out") {
    auto command = edit();
    command.states = {Text<1, 8>{"OH"}};
    CHECK(decide(command, running(), now));
    auto used = running();
    used.places[1].in_use = true;
    const auto refused = decide(command, used, now);
    REQUIRE(!refused);
    CHECK(refused.error().field == "states");
    CHECK(refused.error().message.find("UT") == 0);
}

TEST_CASE("a draft is published once") {
    auto draft = running();
    draft.series->state = SeriesState::draft;
    CHECK(decide(PublishSeries{}, draft, now));
    CHECK(decide(PublishSeries{}, running(), now).error().code == "published_already");
}
