// Who may do what, cell by cell: the table written out a second time, as people read it.
#include "features/permissions/permissions.hpp"
#include "support/catch.hpp"

#include <iterator>
#include <sstream>

using namespace interstate;
using namespace interstate::permissions;

namespace {

// any: everything in the collaborative. series: in a series one takes part in. own: of one's own
// organisation. membership and tier: what the state of a lead or member must be at least.
constexpr const char* expected = R"(
                  administrator facilitator state_lead state_member partner observer guest membership tier
see_extended      any           any         any        any          any     any      -     grace      extended
see_members       any           any         any        any          any     -        -     grace      core
see_staff         any           any         -          -            -       -        -     -          -
see_series        any           any         series     series       any     any      -     grace      extended
see_meeting       any           any         series     series       any     any      own   grace      extended
enter_room        any           any         series     series       any     any      own   grace      extended
see_organisation  -             -           own        own          own     -        -     grace      extended
manage_exchanges  any           any         -          -            -       -        -     -          -
admit_members     any           -           -          -            -       -        -     -          -
renew_membership  any           -           own        -            -       -        -     none       extended
suspend_people    any           -           -          -            -       -        -     -          -
retire_people     any           -           own        -            own     -        -     grace      extended
leave             own           own         own        own          own     -        -     none       extended
name_contact      any           -           own        -            -       -        -     grace      extended
add_people        any           any         own        -            -       -        -     active     extended
renew_links       any           any         -          -            -       -        -     -          -
explain_access    any           -           -          -            -       -        -     -          -
admit_guests      any           any         -          -            -       -        -     -          -
run_room          any           any         -          -            -       -        -     -          -
raise_hand        any           any         series     series       any     -        -     active     extended
rsvp              any           any         series     series       any     any      -     active     extended
rsvp_for_others   any           any         own        -            -       -        -     active     extended
commit_step       any           any         own        own          -       -        -     active     core
update_step       any           any         own        own          -       -        -     grace      core
write_post        any           any         series     series       any     -        -     active     extended
moderate          any           any         -          -            -       -        -     -          -
export_contacts   any           any         own        -            -       -        -     active     extended
export_records    any           -           own        -            own     -        -     grace      extended
grant_roles       any           any         -          -            -       -        -     -          -
share_team        any           -           own        -            -       -        -     active     core
appoint           any           -           -          -            -       -        -     -          -
see_audit         any           series      own        -            -       -        -     grace      extended
erase_people      any           -           -          -            -       -        -     -          -
publish_terms     any           -           -          -            -       -        -     -          -
)";

template <class E>
std::vector<E> all_of() {
    std::vector<E> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto each) { all.push_back(each.value); });
    return all;
}

Standing with(std::vector<Role> roles, Footing footing = Footing::active, Tier tier = Tier::core) {
    return {.roles = std::move(roles), .footing = footing, .tier = tier, .active = true};
}

/// How far the right reaches, found by asking about a target of each kind.
std::string reach(const Standing& who, Verb verb) {
    const bool foreign = can(who, verb), own = can(who, verb, {.own = true}),
               series = can(who, verb, {.in_series = true}),
               both = can(who, verb, {.own = true, .in_series = true});
    if (foreign) return own && series && both ? "any" : "broken";
    if (own) return both && !series ? "own" : "broken";
    if (series) return both ? "series" : "broken";
    return both ? "broken" : "-";
}

std::vector<std::string> words(const std::string& line) {
    std::istringstream in{line};
    return {std::istream_iterator<std::string>{in}, {}};
}

} // namespace

TEST_CASE("each role may do what the table says, and no more") {
    std::istringstream lines{expected};
    std::string line;
    std::getline(lines, line);
    std::getline(lines, line);
    const auto columns = words(line);
    const std::vector<std::string> roles{columns.begin(), columns.end() - 2};
    REQUIRE(roles.size() == all_of<Role>().size());
    std::size_t rows = 0;
    while (std::getline(lines, line)) {
        const auto cells = words(line);
        REQUIRE(cells.size() == columns.size() + 1);
        Verb verb{};
        REQUIRE(enum_of(cells[0], verb));
        ++rows;
        for (std::size_t i = 0; i < roles.size(); ++i) {
            INFO(cells[0] << " by " << roles[i]);
            Role role{};
            REQUIRE(enum_of(roles[i], role));
            CHECK(reach(with({role}), verb) == cells[i + 1]);
        }
    }
    CHECK(rows == all_of<Verb>().size());
    CHECK(rules().size() == rows);
}

TEST_CASE("who has left may do nothing, whatever they were; who has no role neither") {
    Standing everything{.roles = all_of<Role>(), .active = false};
    for (const auto verb : all_of<Verb>()) {
        INFO(word_of(verb));
        CHECK(reach(everything, verb) == "-");
        CHECK(reach(with({}), verb) == "-");
    }
}

TEST_CASE("a right that one of several roles gives is given") {
    CHECK(reach(with({Role::observer, Role::state_member}), Verb::write_post) == "series");
    CHECK(reach(with({Role::state_member, Role::facilitator}), Verb::write_post) == "any");
    CHECK(reach(with({Role::partner, Role::observer}), Verb::moderate) == "-");
    const auto both = with({Role::state_lead, Role::partner});
    CHECK(can(both, Verb::commit_step, {.own = true}));
    CHECK(!can(both, Verb::commit_step, {.in_series = true}));
}

TEST_CASE("a state's roles are worth what its membership is; what is granted to a person stands without it") {
    std::istringstream lines{expected};
    std::string line;
    std::getline(lines, line);
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const auto cells = words(line);
        Verb verb{};
        REQUIRE(enum_of(cells[0], verb));
        for (const auto role : {Role::state_lead, Role::state_member}) {
            const auto whole = reach(with({role}), verb);
            if (whole == "-") continue;
            for (const auto footing : all_of<Footing>())
                for (const auto tier : all_of<Tier>()) {
                    INFO(cells[0] << " by " << word_of(role) << ", " << word_of(footing) << ", "
                                  << word_of(tier));
                    Footing least{};
                    Tier lowest{};
                    REQUIRE(enum_of(cells[8], least));
                    REQUIRE(enum_of(cells[9], lowest));
                    const bool carried = footing >= least && tier >= lowest;
                    CHECK(reach(with({role}, footing, tier), verb) == (carried ? whole : "-"));
                }
        }
        for (const auto role :
             {Role::administrator, Role::facilitator, Role::partner, Role::observer, Role::guest})
            CHECK(reach(with({role}, Footing::none, Tier::extended), verb) == reach(with({role}), verb));
    }
}

TEST_CASE("a role in a part gives there what it gives everywhere, in what belongs to the part, and nothing "
          "elsewhere") {
    const auto id = [](std::uint8_t last) { return Ulid::from({1}, {last}); };
    const OrganisationId team{id(1)}, other_team{id(2)};
    const SeriesId series{id(3)}, other_series{id(4)};
    const MeetingId meeting{id(5)}, other_meeting{id(6)};
    for (const auto role : all_of<Role>())
        for (const auto scope : {RoleScope::organisation, RoleScope::series, RoleScope::meeting}) {
            const Ulid subject = scope == RoleScope::organisation ? Ulid{team}
                                 : scope == RoleScope::series     ? Ulid{series}
                                                                  : Ulid{meeting};
            const Standing who{.within = {{role, scope, subject, Footing::active, Tier::core}},
                               .active = true};
            for (const auto verb : all_of<Verb>()) {
                INFO(word_of(verb) << " as " << word_of(role) << " in one " << word_of(scope));
                const auto everywhere = reach(with({role}), verb);
                const bool in_team = scope == RoleScope::organisation;
                const bool gives = everywhere == "series" || everywhere == (in_team ? "own" : "any");
                CHECK(can(who, verb, {.organisation = team}) == (gives && in_team));
                CHECK(can(who, verb, {.series = series}) == (gives && scope == RoleScope::series));
                CHECK(can(who, verb, {.meeting = meeting}) == (gives && scope == RoleScope::meeting));
                // A meeting is part of its series, not the series of its meetings.
                CHECK(can(who, verb, {.series = series, .meeting = other_meeting}) ==
                      (gives && scope == RoleScope::series));
                CHECK(!can(who, verb, {.own = true, .in_series = true}));
                CHECK(!can(who, verb,
                           {.own = true,
                            .in_series = true,
                            .organisation = other_team,
                            .series = other_series,
                            .meeting = other_meeting}));
            }
        }
}

TEST_CASE("a role in a team is worth what the membership of that team is") {
    const OrganisationId team{Ulid::from({1}, {1})};
    const auto may = [&](Verb verb, Footing footing, Tier tier) {
        return can(
            {.within = {{Role::state_member, RoleScope::organisation, team, footing, tier}}, .active = true},
            verb, {.organisation = team});
    };
    CHECK(may(Verb::see_organisation, Footing::grace, Tier::extended));
    CHECK(!may(Verb::see_organisation, Footing::none, Tier::core));
    CHECK(may(Verb::commit_step, Footing::active, Tier::core));
    CHECK(!may(Verb::commit_step, Footing::grace, Tier::core));
    CHECK(!may(Verb::commit_step, Footing::active, Tier::extended));
}
