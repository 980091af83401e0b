// People in their tables, each command held to the law; and how they sign in.
#include "features/identity/identity.hpp"

#include "base/secret.hpp"
#include "features/identity/sign_in.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::identity;
using namespace interstate::law;

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;

struct World {
    MemoryStore memory;
    store::Transaction& tx = memory.tx();
    std::uint8_t seed = 100;

    World() { add_collaborative(tx); }
    template <class Command>
    auto obey(const Command& command, const PersonId& person, std::int64_t ms = 5000,
              const PersonId& other = {}) {
        return run<Person, Contact, identity::Standing, Settings>(
            tx, command, by(person, ms, ++seed),
            {extended, members, staff, {StreamKind::person, person}, {StreamKind::person, other}});
    }
};

std::optional<PersonId> person_of(const std::optional<Login>& login) {
    return login ? std::optional{login->person} : std::nullopt;
}
std::optional<PersonId> person_of_sign_in(store::Transaction& tx, const char* hash, Instant now) {
    return person_of(login_of_sign_in(tx, hash, now));
}
std::optional<PersonId> person_of_token(store::Transaction& tx, const char* hash, Instant now) {
    return person_of(login_of_token(tx, hash, now));
}

AddPeople paste(const char* lines) {
    return {.collaborative = collaborative, .lines = Prose<1, 20000>{lines}};
}

} // namespace

TEST_CASE("settings change what is given; a new zone is news to those who see the contact") {
    World world;
    const auto changed =
        world.obey(ChangeSettings{.zone = ZoneName{"Pacific/Honolulu"}, .theme = Theme::dark}, ohioan);
    REQUIRE(changed.decision);
    const auto settings = find(world.tx, ohioan, As<Settings>{});
    CHECK(settings->theme == Theme::dark);
    CHECK(settings->shortcuts);
    CHECK(find(world.tx, ohioan, collaborative, As<Contact>{})->zone.str() == "Pacific/Honolulu");
}

TEST_CASE("being here is news only when a visit begins") {
    World world;
    CHECK(puts(world.obey(MarkVisit{}, ohioan, 100 * minute).changes, Kind::settings, ohioan));
    CHECK(world.obey(MarkVisit{}, ohioan, 125 * minute).changes.puts().empty());
    CHECK(world.obey(MarkVisit{}, ohioan, 150 * minute).changes.puts().empty());
    CHECK(puts(world.obey(MarkVisit{}, ohioan, 200 * minute).changes, Kind::settings, ohioan));
    CHECK(find(world.tx, ohioan, As<Settings>{})->last_visit.ms == 150 * minute);
}

TEST_CASE("pasted people are there with seat, role and a link that works once; bad lines are not") {
    World world;
    const auto added = world.obey(paste("name, address, state, role\nCy Ito, Cy@sea-oh.example, OH, state "
                                        "lead\nOhm, OHM@agency.example, OH"),
                                  facilitator);
    REQUIRE(added.decision);
    const auto& lines = added.decision->lines;
    REQUIRE(lines.size() == 2);
    REQUIRE(lines[0].person);
    CHECK(lines[1].problem == "“OHM@agency.example” is here already, as Ohm.");
    const auto person = find(world.tx, *lines[0].person, collaborative, As<Person>{});
    REQUIRE(person);
    CHECK(person->organisation == ohio);
    CHECK(person->role == Role::state_lead);
    CHECK(find(world.tx, *lines[0].person, collaborative, As<Contact>{})->address.str() ==
          "Cy@sea-oh.example");
    CHECK(person_by_address(world.tx, " cY@SEA-oh.example ") == lines[0].person);
    const auto hash = secret_hash(std::string(43, 's'));
    CHECK(use_invitation(world.tx, hash, {6000}) == lines[0].person);
    CHECK(!use_invitation(world.tx, hash, {6000}));
}

TEST_CASE("a new person's own stream holds what the changes said") {
    World world;
    const Context context = by(facilitator, 5000, 77);
    const auto coming = by(facilitator, 5000, 77).new_id<PersonId>();
    const auto added = run<Person, Contact, identity::Standing, Settings>(
        world.tx, paste("Cy, cy@x.gov, UT"), context, {{StreamKind::person, coming}});
    REQUIRE(added.decision);
    CHECK(added.decision->lines.at(0).person == coming);
    CHECK(snapshot<identity::Standing, Settings>(world.tx, {StreamKind::person, coming}).size() == 2);
}

TEST_CASE("a renewed link ends the one before") {
    World world;
    make_invitation(world.tx, ohioan, "older", {1000});
    REQUIRE(world.obey(RenewInvitation{ohioan, collaborative}, facilitator).decision);
    CHECK(!peek_invitation(world.tx, "older", {6000}));
    CHECK(peek_invitation(world.tx, secret_hash(std::string(43, 's')), {6000}) == ohioan);
    CHECK(!world.obey(RenewInvitation{PersonId{}, collaborative}, facilitator).decision);
}

TEST_CASE("the strongest role is shown, and standing names them all") {
    World world;
    world.tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, 'observer', ?), (?, "
                 "'facilitator', ?)",
                 ohioan, collaborative, ohioan, collaborative);
    CHECK(find(world.tx, ohioan, collaborative, As<Person>{})->role == Role::facilitator);
    CHECK(find(world.tx, ohioan, collaborative, As<identity::Standing>{})->roles ==
          std::vector{Role::facilitator, Role::state_lead, Role::observer});
}

TEST_CASE("standing names the series that may be followed") {
    World world;
    const auto add = [&](std::uint8_t number, std::string_view state, const OrganisationId& organisation) {
        const auto id = made<SeriesId>(number);
        world.tx.run("INSERT INTO series (id, collaborative, slug, title, description, state, starts_on, "
                     "ends_on, current, revision)"
                     " VALUES (?, ?, ?, 'S', '', ?, '2026-09-01', '2027-05-31', 1, 1)",
                     id, collaborative, id.str(), state);
        world.tx.run("INSERT INTO participations (id, series, organisation) VALUES (?, ?, ?)", id, id,
                     organisation);
        return id;
    };
    const auto of_ohio = add(60, "running", ohio);
    const auto of_utah = add(61, "completed", utah);
    const auto draft = add(62, "draft", ohio);
    const auto followed = [&](const PersonId& person) {
        return find(world.tx, person, collaborative, As<identity::Standing>{})->series;
    };
    CHECK(followed(ohioan) == std::vector{of_ohio});
    CHECK(followed(partner) == std::vector{of_ohio, of_utah});
    CHECK(followed(facilitator) == std::vector{of_ohio, of_utah, draft});
    for (const auto& person : {ohioan, utahn, partner, facilitator})
        for (const auto& series : {of_ohio, of_utah, draft}) {
            const Stream stream{StreamKind::series, series};
            const bool named = std::ranges::count(followed(person), series) == 1;
            CHECK(permissions::may_follow(world.tx, person, stream) == named);
            const auto here = permissions::standing_of(world.tx, person, collaborative);
            CHECK(permissions::may_follow(world.tx, here, stream) == named);
        }
}

TEST_CASE("a standing in one collaborative opens no stream of another") {
    World world;
    const auto only_here = [&](const PersonId& person, const Stream& stream) {
        auto standing = permissions::standing_of(world.tx, person, collaborative);
        const bool here = permissions::may_follow(world.tx, standing, stream);
        standing.collaborative = made<CollaborativeId>(99);
        return here && !permissions::may_follow(world.tx, standing, stream);
    };
    CHECK(only_here(ohioan, {StreamKind::organisation, ohio}));
    CHECK(only_here(facilitator, {StreamKind::extended, collaborative}));
    CHECK(only_here(facilitator, {StreamKind::collaborative, collaborative}));
    CHECK(only_here(facilitator, {StreamKind::staff, collaborative}));
}

TEST_CASE("who left keeps their name and loses their contact") {
    World world;
    world.tx.run("UPDATE people SET active = 0 WHERE id = ?", ohioan);
    CHECK(find(world.tx, ohioan, collaborative, As<Person>{})->active == false);
    CHECK(!find(world.tx, ohioan, collaborative, As<Contact>{}));
    CHECK(snapshot<Person>(world.tx, extended).size() == 5);
    CHECK(snapshot<Contact>(world.tx, members).size() == 4);
    CHECK(people_of(world.tx, collaborative).size() == 4);
}

TEST_CASE("a login ends when unused for 14 days, after 60 days, and when its person has left") {
    World world;
    start_sign_in(world.tx, ohioan, "h", {0}, "Browser\n1");
    CHECK(world.tx.row<std::string>("SELECT agent FROM sign_ins") == "Browser1");
    CHECK(person_of_sign_in(world.tx, "h", {14 * day - 1}) == ohioan);
    CHECK(!person_of_sign_in(world.tx, "h", {14 * day}));
    for (int i = 1; i <= 6; ++i) touch_sign_in(world.tx, "h", {i * 10 * day});
    CHECK(person_of_sign_in(world.tx, "h", {60 * day - 1}) == ohioan);
    CHECK(!person_of_sign_in(world.tx, "h", {60 * day}));
    world.tx.run("UPDATE people SET active = 0");
    CHECK(!person_of_sign_in(world.tx, "h", {59 * day}));
}

TEST_CASE("a login is touched at most once in 10 minutes, and ends when asked") {
    World world;
    start_sign_in(world.tx, ohioan, "h", {0}, "");
    CHECK(!login_of_sign_in(world.tx, "h", {10 * minute})->needs_touch({10 * minute}));
    CHECK(login_of_sign_in(world.tx, "h", {10 * minute + 1})->needs_touch({10 * minute + 1}));
    touch_sign_in(world.tx, "h", {10 * minute});
    CHECK(world.tx.row<Instant>("SELECT used_at FROM sign_ins") == Instant{0});
    start_sign_in(world.tx, ohioan, "other", {0}, "");
    end_sign_in(world.tx, "h");
    CHECK(!person_of_sign_in(world.tx, "h", {1}));
    CHECK(person_of_sign_in(world.tx, "other", {1}));
    end_sign_ins(world.tx, ohioan);
    CHECK(!person_of_sign_in(world.tx, "other", {1}));
}

TEST_CASE("a login on a computer that others use ends when unused for half an hour, and after twelve hours") {
    World world;
    start_sign_in(world.tx, ohioan, "h", {0}, "", true);
    start_sign_in(world.tx, ohioan, "own", {0}, "");
    CHECK(person_of_sign_in(world.tx, "h", {30 * minute - 1}) == ohioan);
    CHECK(!person_of_sign_in(world.tx, "h", {30 * minute}));
    CHECK(!login_of_sign_in(world.tx, "h", {minute})->needs_touch({minute}));
    CHECK(login_of_sign_in(world.tx, "h", {minute + 1})->needs_touch({minute + 1}));
    CHECK(sign_ins_of(world.tx, ohioan, {30 * minute}).size() == 1);
    CHECK(!end_unused(world.tx, "h", {30 * minute - 1}));
    for (int i = 1; i < 12 * 3; ++i) touch_sign_in(world.tx, "h", {i * 20 * minute});
    CHECK(person_of_sign_in(world.tx, "h", {12 * 60 * minute - 1}) == ohioan);
    CHECK(!person_of_sign_in(world.tx, "h", {12 * 60 * minute}));
    CHECK(end_unused(world.tx, "h", {12 * 60 * minute}));
    CHECK(world.tx.row<int>("SELECT count(*) FROM sign_ins") == 1);
}

TEST_CASE("a new login forgets the expired ones of its person") {
    World world;
    start_sign_in(world.tx, ohioan, "h", {0}, "");
    start_sign_in(world.tx, ohioan, "i", {20 * day}, "");
    CHECK(world.tx.row<int>("SELECT count(*) FROM sign_ins") == 1);
}

TEST_CASE("a link is good for 14 days, and looking does not use it up") {
    World world;
    make_invitation(world.tx, ohioan, "h", {0});
    CHECK(peek_invitation(world.tx, "h", {1}) == ohioan);
    CHECK(peek_invitation(world.tx, "h", {14 * day - 1}) == ohioan);
    CHECK(!use_invitation(world.tx, "h", {14 * day}));
    CHECK(use_invitation(world.tx, "h", {14 * day - 1}) == ohioan);
}

TEST_CASE("a token is its person until it expires") {
    World world;
    make_token(world.tx, ohioan, "h", "weekly export", {0}, {day});
    CHECK(person_of_token(world.tx, "h", {day - 1}) == ohioan);
    CHECK(!person_of_token(world.tx, "h", {day}));
}

TEST_CASE("what a clock began that was ahead is over until its time comes; its use is set right") {
    World world;
    const auto now = 1000 * day;
    start_sign_in(world.tx, ohioan, "ahead", {now + 400 * day}, "");
    make_token(world.tx, ohioan, "t", "export", {now + 400 * day}, {now + 400 * day + 30 * day});
    CHECK(!login_of_sign_in(world.tx, "ahead", {now}));
    CHECK(!login_of_token(world.tx, "t", {now}));
    CHECK(login_of_sign_in(world.tx, "ahead", {now + 400 * day}));
    start_sign_in(world.tx, ohioan, "minutes", {now + 10 * minute}, "");
    CHECK(login_of_sign_in(world.tx, "minutes", {now}));
    start_sign_in(world.tx, ohioan, "used", {now}, "");
    touch_sign_in(world.tx, "used", {now + 50 * day});
    CHECK(login_of_sign_in(world.tx, "used", {now + day})->needs_touch({now + day}));
    touch_sign_in(world.tx, "used", {now + day});
    CHECK(!login_of_sign_in(world.tx, "used", {now + 16 * day}));
}

TEST_CASE("signing in reads no whole table") {
    World world;
    const Watch watch{world.tx};
    start_sign_in(world.tx, ohioan, "h", {0}, "");
    login_of_sign_in(world.tx, "h", {0});
    touch_sign_in(world.tx, "h", {0});
    end_sign_in(world.tx, "h");
    end_sign_ins(world.tx, ohioan);
    make_invitation(world.tx, ohioan, "i", {0});
    use_invitation(world.tx, "i", {0});
    make_token(world.tx, ohioan, "t", "export", {0}, {day});
    login_of_token(world.tx, "t", {0});
    person_by_address(world.tx, "ohm@agency.example");
}

TEST_CASE("the choices of a demonstration go by state and role") {
    World world;
    const auto choices = people_of(world.tx, collaborative);
    REQUIRE(choices.size() == 5);
    CHECK(choices[0].person == administrator);
    CHECK(choices[1].person == facilitator);
    CHECK(choices[2].role == Role::partner);
    CHECK(choices[3].code.str() == "OH");
    CHECK(choices[4].role == Role::state_member);
}

TEST_CASE("secrets are 43 characters that differ, and only their digests are alike") {
    CHECK(random_secret().size() == 43);
    CHECK(random_secret() != random_secret());
    CHECK(random_secret().find_first_of("+/=") == std::string::npos);
    CHECK(secret_hash("a") == secret_hash("a"));
    CHECK(secret_hash("").size() == 64);
    CHECK(secret_hash("") == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}
