// Rules of identity as sentences: given facts, when a command, then an event or a refusal.
#include "features/identity/identity.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::identity;

namespace {

constexpr std::int64_t minute = 60'000;
const PersonId ana{Ulid::from({1000}, {1})};
const PersonId ben{Ulid::from({1000}, {2})};
const OrganisationId ohio{Ulid::from({1000}, {3})};

Context at(std::int64_t ms) {
    return {.actor = ana, .now = {ms}, .ids = IdSource{{5000}, {}}, .secret = [] {
                return std::string(43, 's');
            }};
}
const Context now = at(5000);

permissions::Standing standing(const PersonId& person, Role role) {
    return {.person = person,
            .roles = {role},
            .footing = permissions::Footing::active,
            .tier = permissions::Tier::core,
            .active = true};
}

SettingsFacts seen(std::int64_t seen_at, std::int64_t last_visit, std::int64_t this_visit) {
    return {.settings = Settings{.id = ana, .last_visit = {last_visit}, .this_visit = {this_visit}},
            .active = true,
            .seen_at = {seen_at}};
}

PasteFacts paste(Role role = Role::facilitator) {
    return {.who = standing(ana, role),
            .places = {{.id = ohio,
                        .code = "OH",
                        .short_name = "Ohio",
                        .name = "Ohio Department of Education",
                        .footing = permissions::Footing::active,
                        .seat_cap = 6,
                        .seats_taken = 1},
                       {.code = "", .short_name = "CCSSO", .name = "Council of Chief State School Officers"}},
            .known = {{.address = "ben@sea-oh.example", .name = PersonName{"Ben Okafor"}, .here = true},
                      {.person = ana, .address = "far@away.example", .name = PersonName{"Hidden Name"}}}};
}

std::vector<LineOutcome> added(const char* lines, const PasteFacts& facts = paste()) {
    return decide(AddPeople{.lines = Prose<1, 20000>{lines}}, facts, now).value().lines;
}
std::string problem(const char* line, const PasteFacts& facts = paste()) {
    return added(line, facts).at(0).problem;
}

} // namespace

TEST_CASE("who left changes no settings") {
    auto facts = seen(0, 0, 0);
    facts.active = false;
    CHECK(decide(ChangeSettings{}, facts, now).error().code == "not_allowed");
    CHECK(decide(MarkVisit{}, facts, now).error().code == "not_allowed");
    CHECK(decide(ChangeSettings{}, SettingsFacts{}, now).error().code == "not_allowed");
}

TEST_CASE("an active person changes their settings") { CHECK(decide(ChangeSettings{}, seen(0, 0, 0), now)); }

TEST_CASE("a visit goes on while absences are 30 minutes or shorter") {
    const auto marked = decide(MarkVisit{}, seen(100 * minute, 10 * minute, 90 * minute), at(130 * minute));
    REQUIRE(marked);
    CHECK(marked->last_visit.ms == 10 * minute);
    CHECK(marked->this_visit.ms == 90 * minute);
}

TEST_CASE("after more than 30 minutes a new visit begins, and the last one ended when it was last heard of") {
    const auto marked =
        decide(MarkVisit{}, seen(100 * minute, 10 * minute, 90 * minute), at(130 * minute + 1));
    REQUIRE(marked);
    CHECK(marked->last_visit.ms == 100 * minute);
    CHECK(marked->this_visit.ms == 130 * minute + 1);
}

TEST_CASE("the first visit has none before it") {
    const auto marked = decide(MarkVisit{}, seen(0, 0, 0), at(500 * minute));
    REQUIRE(marked);
    CHECK(marked->last_visit.ms == 0);
    CHECK(marked->this_visit.ms == 500 * minute);
}

TEST_CASE("members, partners and observers add nobody") {
    for (const Role role : {Role::state_member, Role::partner, Role::observer})
        CHECK(decide(AddPeople{.lines = Prose<1, 20000>{"A, a@b.gov, OH"}}, paste(role), now).error().code ==
              "not_allowed");
}

TEST_CASE("a good line gives a person and a link with a fresh secret") {
    const auto lines = added("Cy Ito, cy@sea-oh.example, OH, state lead");
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].problem == "");
    CHECK(lines[0].person);
    CHECK(lines[0].link == "/sign-in/link/" + std::string(43, 's'));
}

TEST_CASE("bad lines are named by their number in the paste and good ones done") {
    const auto lines = added("Name, Address, State, Role\n\nCy, cy@sea-oh.example, OH\nDee, nowhere, OH\n");
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].line == 3);
    CHECK(lines[0].problem == "");
    CHECK(lines[1].line == 4);
    CHECK(lines[1].problem.find("name@agency.gov") != std::string::npos);
    CHECK(!lines[1].person);
    CHECK(lines[1].link == "");
}

TEST_CASE("commas, semicolons and tabs part a line; a comma inside a name survives the others") {
    for (const char* text :
         {"Cy Ito,cy@x.gov,OH", "Ito, Cy; cy@x.gov; Ohio", "Ito, Cy\tcy@x.gov\tohio\tpartner",
          "\"Ito, Cy\", cy@x.gov, OH, observer", "Cy\tcy@x.gov; oh"})
        CHECK(problem(text) == "");
}

TEST_CASE("a state is known by code, name or the agency's name") {
    for (const char* text :
         {"Cy, cy@x.gov, oh", "Cy, cy@x.gov, OHIO", "Cy, cy@x.gov, Ohio Department of Education"})
        CHECK(problem(text) == "");
    CHECK(problem("Cy, cy@x.gov, ZZ").find("“ZZ” is no state") == 0);
}

TEST_CASE("roles go by key, label or the short word") {
    auto by_administrator = paste(Role::administrator);
    for (const char* role : {"state_lead", "State team lead", "lead", "member", "PARTNER", "observer",
                             "Facilitator", "administrator"})
        CHECK(problem(("Cy, cy@x.gov, OH, " + std::string{role}).c_str(), by_administrator) == "");
    CHECK(problem("Cy, cy@x.gov, OH, boss").find("“boss” is no role") == 0);
}

TEST_CASE("without a role people of states are members, and others must be given one") {
    const auto lines = checked_lines(
        AddPeople{.lines = Prose<1, 20000>{"Cy, cy@x.gov, OH\nDee, dee@x.gov, CCSSO"}}, paste());
    CHECK(lines.at(0).role == Role::state_member);
    CHECK(lines.at(1).problem.find("Name a role") == 0);
}

TEST_CASE("a state's role does not suit an organization that is no state") {
    CHECK(problem("Cy, cy@x.gov, CCSSO, state lead").find("CCSSO is no state") == 0);
    CHECK(problem("Cy, cy@x.gov, CCSSO, partner") == "");
}

TEST_CASE("only an administrator adds facilitators and administrators") {
    for (const char* line : {"Cy, cy@x.gov, CCSSO, facilitator", "Cy, cy@x.gov, CCSSO, administrator"}) {
        CHECK(problem(line).find("Only an administrator") == 0);
        CHECK(problem(line, paste(Role::administrator)) == "");
    }
}

TEST_CASE("an address that is here already names its person, without regard to case") {
    CHECK(problem("Ben, BEN@sea-oh.example , OH").find("is here already, as Ben Okafor.") !=
          std::string::npos);
}

TEST_CASE("a lead adds members of their own team, and nobody else's") {
    auto facts = paste(Role::state_lead);
    facts.who.organisation = ohio;
    facts.places.push_back({.code = "UT",
                            .short_name = "Utah",
                            .name = "Utah",
                            .footing = permissions::Footing::active,
                            .seat_cap = 6});
    CHECK(problem("Ann Bee, ann@x.gov, OH", facts) == "");
    CHECK(problem("Ann Bee, ann@x.gov, OH, state member", facts) == "");
    CHECK(problem("Ann Bee, ann@x.gov, UT", facts) == "You add people of your own agency.");
    CHECK(problem("Ann Bee, ann@x.gov, OH, state lead", facts).starts_with("You add state team members"));
    CHECK(problem("Ann Bee, ann@x.gov, CCSSO, partner", facts) == "You add people of your own agency.");
}

TEST_CASE("INV-4 a paste fills the seats that are free, and names the lines for which there are none") {
    auto facts = paste();
    facts.places[0].seats_taken = 5;
    const auto lines = added("Ann, ann@x.gov, OH\nBob, bob@x.gov, OH\nPat, pat@x.gov, CCSSO, partner", facts);
    CHECK(lines.at(0).problem == "");
    CHECK(lines.at(1).problem.starts_with("All 6 seats of Ohio are taken"));
    CHECK(lines.at(2).problem == "");
    facts.places[0].footing = permissions::Footing::grace;
    CHECK(problem("Ann, ann@x.gov, OH", facts).starts_with("The membership of Ohio was not renewed"));
    facts.places[0].footing = permissions::Footing::none;
    CHECK(problem("Ann, ann@x.gov, OH", facts).starts_with("Ohio is no member this year"));
}

TEST_CASE("where mail leaves, a link is shown to nobody but its reader") {
    auto mailing = at(5000);
    mailing.mails = true;
    const auto lines =
        decide(AddPeople{.lines = Prose<1, 20000>{"Ann, ann@x.gov, OH"}}, paste(), mailing).value().lines;
    CHECK(lines.at(0).person);
    CHECK(lines.at(0).link == "");
}

TEST_CASE("INV-7 somebody of another collaborative is added as who they are, and no word says that they are "
          "known") {
    const auto lines = added("Far, far@away.example, OH\nNew, new@away.example, OH");
    CHECK(lines.at(0).problem.empty());
    CHECK(lines.at(0).warning.empty());
    CHECK(lines.at(0).person == ana);
    CHECK(lines.at(0).link.size() == lines.at(1).link.size());
}

TEST_CASE("the same address twice in a paste is done once") {
    const auto lines = added("Cy, cy@x.gov, OH\nCy again, CY@X.GOV, OH");
    CHECK(lines.at(0).problem == "");
    CHECK(lines.at(1).problem.find("earlier line") != std::string::npos);
}

TEST_CASE("a line with too few or too many parts says what to write") {
    CHECK(problem("Cy, cy@x.gov").find("too few parts") != std::string::npos);
    CHECK(problem("Cy, cy@x.gov, OH, lead, extra").find("too many parts") != std::string::npos);
    CHECK(problem(", cy@x.gov, OH").find("The name is missing") == 0);
}

TEST_CASE("a paste without a person, or with more than 200 lines, is refused as a whole") {
    CHECK(decide(AddPeople{.lines = Prose<1, 20000>{"name, address, state"}}, paste(), now).error().code ==
          "empty");
    std::string many;
    for (int i = 0; i < 201; ++i) many += "Cy, cy" + std::to_string(i) + "@x.gov, OH\n";
    const auto refused = decide(AddPeople{.lines = Prose<1, 20000>{many}}, paste(), now);
    REQUIRE(!refused);
    CHECK(refused.error().code == "too_many");
    CHECK(refused.error().field == "lines");
}

TEST_CASE("addresses have one @, no blanks, ASCII, and a dot in the domain") {
    for (const char* good : {"a@b.c", "first.last+tag@sub.agency.gov", "o'neil@agency.gov"})
        CHECK(is_address(good));
    for (const char* bad : {"", "a@b", "@b.c", "a@@b.c", "a b@c.d", "a@b.", "a@.b", "a@b..c", "jos\u00e9@b.c",
                            "<a@b.c>", "a@b.c\n"})
        CHECK(!is_address(bad));
}

TEST_CASE("a facilitator renews the link of a member, an observer does not") {
    const InvitationFacts facts{.who = standing(ana, Role::facilitator),
                                .invited = standing(ben, Role::state_member)};
    CHECK(decide(RenewInvitation{}, facts, now)->link == "/sign-in/link/" + std::string(43, 's'));
    auto observer = facts;
    observer.who = standing(ana, Role::observer);
    CHECK(decide(RenewInvitation{}, observer, now).error().code == "not_allowed");
}

TEST_CASE("who is not here, or has left, gets no link") {
    CHECK(decide(RenewInvitation{}, {.who = standing(ana, Role::facilitator)}, now).error().code ==
          "not_allowed");
}

TEST_CASE("only an administrator renews the link of staff, since a link is the person") {
    for (const Role role : {Role::facilitator, Role::administrator}) {
        const InvitationFacts facts{.who = standing(ana, Role::facilitator), .invited = standing(ben, role)};
        CHECK(decide(RenewInvitation{}, facts, now).error().code == "administrator_only");
        auto by_administrator = facts;
        by_administrator.who = standing(ana, Role::administrator);
        CHECK(decide(RenewInvitation{}, by_administrator, now));
    }
}
