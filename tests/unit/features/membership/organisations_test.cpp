// What organizations are called, and who says it: as sentences, and in the tables.
#include "features/membership/organisations.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::membership;
using namespace interstate::law;
using permissions::Footing;
using permissions::Role;

namespace {

const Context now{.now = {5000}};

OrganisationFacts asks(Role role, const OrganisationId& of = ohio, Footing footing = Footing::active) {
    const auto named = [](const OrganisationId& id, const char* name, const char* code,
                          const char* short_name) {
        return NamedOrganisation{id, OrganisationName{name}, Text<0, 8>{code}, ShortName{short_name}};
    };
    return {.who = {.organisation = of, .roles = {role}, .footing = footing, .active = true},
            .organisation = Organisation{.id = ohio,
                                         .name = OrganisationName{"Ohio Department"},
                                         .code = Text<0, 8>{"OH"},
                                         .short_name = ShortName{"Ohio"},
                                         .revision = 3},
            .named = {named(ohio, "Ohio Department", "OH", "Ohio"), named(utah, "Utah Board", "UT", "Utah"),
                      named(convener, "Council", "", "CCSSO")}};
}

EditOrganisation to(const char* full_name, const char* short_name) {
    return {.organisation = ohio,
            .revision = 3,
            .full_name = OrganisationName{full_name},
            .short_name = ShortName{short_name}};
}

template <class Command>
std::string refused(const Command& command, const OrganisationFacts& facts) {
    const auto decided = decide(command, facts, now);
    return decided ? "" : decided.error().code + " " + decided.error().field;
}

AddOrganisation added(const char* full_name, const char* short_name,
                      OrganisationKind type = OrganisationKind::partner) {
    return {.collaborative = collaborative,
            .type = type,
            .full_name = OrganisationName{full_name},
            .short_name = ShortName{short_name},
            .zone = ZoneName{"America/Denver"}};
}

} // namespace

TEST_CASE("an administrator edits any organization, a lead their own, nobody else") {
    const auto edit = to("Ohio Department of Schools", "Ohio");
    CHECK(refused(edit, asks(Role::administrator, convener)) == "");
    CHECK(refused(edit, asks(Role::state_lead)) == "");
    CHECK(refused(edit, asks(Role::state_lead, ohio, Footing::grace)) == "");
    CHECK(refused(edit, asks(Role::state_lead, ohio, Footing::none)) == "not_allowed ");
    CHECK(refused(edit, asks(Role::state_lead, utah)) == "not_allowed ");
    for (const auto role : {Role::facilitator, Role::state_member, Role::partner, Role::observer})
        CHECK(refused(edit, asks(role)) == "not_allowed ");
    auto nowhere = asks(Role::administrator);
    nowhere.organisation = {};
    CHECK(refused(edit, nowhere) == "not_allowed ");
}

TEST_CASE("of two who edit at once the later one is told what stands") {
    auto edit = to("Ohio Department of Schools", "Ohio");
    edit.revision = 2;
    const auto decided = decide(edit, asks(Role::administrator), now);
    REQUIRE(!decided);
    CHECK(decided.error().code == "changed_since");
    CHECK(decided.error().current == "Ohio Department\nOhio\nUTC");
    edit.revision = 3;
    CHECK(decide(edit, asks(Role::administrator), now)->revision == 4);
}

TEST_CASE("no two are called the same, whatever the case, the accents and the blanks between words") {
    const auto facts = asks(Role::administrator);
    CHECK(refused(to("utah  bOARD", "Ohio"), facts) == "taken full_name");
    CHECK(refused(to("Ohio Department", "ÚTAH"), facts) == "taken short_name");
    CHECK(refused(to("Ohio Department", "ut"), facts) == "taken short_name");
    CHECK(refused(to("ohio department", "OH"), facts) == "");
    CHECK(refused(added("COUNCIL", "Another"), facts) == "taken full_name");
    CHECK(refused(added("Another council", "ccsso"), facts) == "taken short_name");
    CHECK(refused(added("Another council", "oh"), facts) == "taken short_name");
    CHECK(refused(added("Another council", "Another"), facts) == "");
}

TEST_CASE("states and the convener stay what they are; the others become one another by an administrator") {
    auto edit = to("Ohio Department", "Ohio");
    edit.type = OrganisationKind::partner;
    CHECK(refused(edit, asks(Role::administrator)) == "stays type");
    CHECK(refused(edit, asks(Role::state_lead)) == "by_administrator type");
    edit.type = OrganisationKind::state_agency;
    CHECK(refused(edit, asks(Role::state_lead)) == "");
    auto center = asks(Role::administrator);
    center.organisation->type = OrganisationKind::ta_provider;
    CHECK(refused(edit, center) == "not_that type");
    edit.type = OrganisationKind::convener;
    CHECK(refused(edit, center) == "not_that type");
    edit.type = OrganisationKind::federal;
    CHECK(refused(edit, center) == "");
}

TEST_CASE("an administrator adds a center, a partner or a federal agency, and nobody else adds any") {
    for (const auto type :
         {OrganisationKind::ta_provider, OrganisationKind::partner, OrganisationKind::federal})
        CHECK(refused(added("A center", "Center", type), asks(Role::administrator)) == "");
    CHECK(refused(added("Guam", "Guam", OrganisationKind::state_agency), asks(Role::administrator)) ==
          "here_already type");
    CHECK(refused(added("Two", "Two", OrganisationKind::convener), asks(Role::administrator)) ==
          "not_that type");
    for (const auto role :
         {Role::facilitator, Role::state_lead, Role::state_member, Role::partner, Role::observer})
        CHECK(refused(added("A center", "Center"), asks(role)) == "not_allowed ");
    auto full = asks(Role::administrator);
    full.named.resize(most_organisations, full.named.back());
    CHECK(refused(added("A center", "Center"), full) == "too_many ");
}

TEST_CASE(
    "what is edited and added is what everybody's stream says; the code and the place on the map stay") {
    MemoryStore memory;
    auto& tx = memory.tx();
    add_collaborative(tx);
    auto edit = to("Ohio Department of Schools", "Buckeye");
    edit.revision = 1;
    edit.zone = ZoneName{"America/Chicago"};
    const auto edited = run<Organisation>(tx, edit, by(ohioan, 5000, 1), {extended});
    REQUIRE(edited.decision);
    CHECK(puts(edited.changes, Kind::organisation, ohio));
    const auto stands = *find(tx, ohio, As<Organisation>{});
    CHECK(stands.name.str() == "Ohio Department of Schools");
    CHECK(stands.short_name.str() == "Buckeye");
    CHECK(stands.zone.str() == "America/Chicago");
    CHECK(stands.code.str() == "OH");
    CHECK(stands.revision == 2);
    CHECK(run<Organisation>(tx, edit, by(administrator, 6000, 2), {extended}).decision.error().code ==
          "changed_since");
    const auto add = run<Organisation>(tx, added("A center for schools", "Center"),
                                       by(administrator, 7000, 3), {extended});
    REQUIRE(add.decision);
    const auto center = *find(tx, add.decision->organisation, As<Organisation>{});
    CHECK(center.type == OrganisationKind::partner);
    CHECK(center.code.empty());
    CHECK(center.tile_column == -1);
    CHECK(center.revision == 1);
    CHECK(
        run<Organisation>(tx, added("A Center  for schools", "Other"), by(administrator, 8000, 4), {extended})
            .decision.error()
            .field == "full_name");
}
