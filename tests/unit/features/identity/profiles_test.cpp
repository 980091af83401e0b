// What people say of themselves, who is told of it, and how they are found by it.
#include "features/identity/profiles.hpp"

#include "features/identity/sign_in.hpp"
#include "support/people.hpp"

#include <set>

using namespace interstate;
using namespace interstate::identity;
using namespace interstate::law;

namespace {

struct World {
    MemoryStore memory;
    store::Transaction& tx = memory.tx();
    std::uint8_t seed = 100;

    World() { add_collaborative(tx); }
    auto edits(const PersonId& person, const EditProfile& command) {
        return run<Person, Contact, Profile, AccessNeeds, OwnProfile, Settings>(
            tx, command, by(person, 5000, ++seed), {extended, members, staff, {StreamKind::person, person}});
    }
    FoundPeople found(const FindPeople& query, const PersonId& who = facilitator) {
        const Watch watch{tx};
        auto answered = answer(tx, query, by(who, 6000, 1));
        REQUIRE(answered);
        return *answered;
    }
    std::vector<std::string> names(const FindPeople& query) {
        std::vector<std::string> all;
        for (const auto& one : found(query).people) all.push_back(one.name.str());
        return all;
    }
};

EditProfile offering(const char* text, std::optional<int> principle) {
    EditProfile command;
    command.offers = std::vector{ProfileEntry{Text<1, 160>{text}, principle}};
    return command;
}

EditProfile phoned(const char* phone) {
    EditProfile command;
    command.phone = Phone{phone};
    return command;
}

Refusal refusal_of(const EditProfile& command) {
    const auto refused = decide(command, ProfileFacts{.own = OwnProfile{}}, Context{});
    REQUIRE(!refused);
    return refused.error();
}

FindPeople everybody() { return {.collaborative = collaborative}; }

} // namespace

TEST_CASE("who has no seat, or no access any more, has no profile to edit") {
    CHECK(decide(EditProfile{}, ProfileFacts{}, Context{}).error().code == "not_allowed");
    World world;
    world.tx.run("UPDATE people SET active = 0 WHERE id = ?", ohioan);
    CHECK(!world.edits(ohioan, offering("A rubric", 6)).decision);
    CHECK(world.tx.row<int>("SELECT count(*) FROM profiles") == 0);
}

TEST_CASE("a phone number looks like one, or there is none") {
    const ProfileFacts facts{.own = OwnProfile{}};
    for (const char* good : {"", "(614) 555-0142", "+1 614 555 0142 ext. 7", "6145550142"})
        CHECK(decide(phoned(good), facts, Context{}));
    for (const char* bad : {"call me", "12345", "614-555-0142<script>", "+ ( ) - ."})
        CHECK(refusal_of(phoned(bad)).field == "phone");
}

TEST_CASE("entries and functions have a number, and principles are those that there are") {
    EditProfile many;
    many.wants = std::vector<ProfileEntry>(9, {Text<1, 160>{"x"}, std::nullopt});
    CHECK(refusal_of(many).field == "wants");
    CHECK(refusal_of(offering("x", 11)).field == "offers.0.principle");
    CHECK(refusal_of(offering("x", 0)).allowed == "1 to 10");
    EditProfile functions;
    functions.functions = {JobFunction::ta_provider, JobFunction::subject_expert,
                           JobFunction::district_leader, JobFunction::federal_programs};
    CHECK(refusal_of(functions).code == "too_many");
    functions.functions = {JobFunction::ta_provider, JobFunction::ta_provider};
    CHECK(refusal_of(functions).code == "twice");
}

TEST_CASE("members hear of a profile, those who run sessions of access needs, and nobody else") {
    World world;
    auto command = offering("A rubric", 6);
    command.access_needs = AccessWords{"Captions, please"};
    command.pronouns = Pronouns{"they/them"};
    REQUIRE(world.edits(ohioan, command).decision);
    const auto profile = find(world.tx, ohioan, collaborative, As<Profile>{});
    REQUIRE(profile);
    CHECK(home(world.tx, *profile) == members);
    CHECK(!line_of(*profile).contains("Captions"));
    const auto needs = find(world.tx, ohioan, collaborative, As<AccessNeeds>{});
    REQUIRE(needs);
    CHECK(home(world.tx, *needs) == staff);
    CHECK(current(world.tx, extended, As<Profile>{}).empty());
    CHECK(current(world.tx, members, As<AccessNeeds>{}).empty());
    CHECK(current(world.tx, {StreamKind::person, utahn}, As<OwnProfile>{}).empty());
    CHECK(find(world.tx, ohioan, As<OwnProfile>{})->access_needs.str() == "Captions, please");

    EditProfile none;
    none.access_needs = AccessWords{};
    REQUIRE(world.edits(ohioan, none).decision);
    CHECK(!find(world.tx, ohioan, collaborative, As<AccessNeeds>{}));
    CHECK(find(world.tx, ohioan, collaborative, As<Profile>{})->offers.size() == 1);
}

TEST_CASE("name, zone and function stand where they always did") {
    World world;
    EditProfile command;
    command.person_name = PersonName{"Zoë Ohm"};
    command.zone = ZoneName{"Pacific/Honolulu"};
    command.functions = {JobFunction::title_i_director, JobFunction::accountability_data};
    const auto edited = world.edits(ohioan, command);
    REQUIRE(edited.decision);
    CHECK(find(world.tx, ohioan, collaborative, As<Person>{})->name.str() == "Zoë Ohm");
    CHECK(find(world.tx, ohioan, collaborative, As<Contact>{})->function == "title_i_director");
    CHECK(find(world.tx, ohioan, As<Settings>{})->zone.str() == "Pacific/Honolulu");
}

TEST_CASE("people are found by what they offer and want, by function, state and words, without accents") {
    World world;
    auto ohms = offering("A walkthrough rubric", 6);
    ohms.person_name = PersonName{"Łucja Ångström"};
    ohms.functions = {JobFunction::title_i_director, JobFunction::accountability_data};
    REQUIRE(world.edits(ohioan, ohms).decision);
    EditProfile utes;
    utes.wants = std::vector{ProfileEntry{Text<1, 160>{"Somebody with a rubric"}, 6}};
    REQUIRE(world.edits(utahn, utes).decision);

    CHECK(world.names(everybody()) == std::vector<std::string>{"Ada", "Fay", "Pat", "Ute", "Łucja Ångström"});
    auto query = everybody();
    query.text = Text<0, 80>{"LUCJA  angstrom"};
    CHECK(world.names(query) == std::vector<std::string>{"Łucja Ångström"});
    query.text = Text<0, 80>{"rubric"};
    CHECK(world.names(query).size() == 2);
    query.text = Text<0, 80>{"rubric utah"};
    CHECK(world.names(query) == std::vector<std::string>{"Ute"});
    query = everybody();
    query.principle = 6;
    CHECK(world.names(query).size() == 2);
    query.side = Side::wants;
    CHECK(world.names(query) == std::vector<std::string>{"Ute"});
    query.principle = 5;
    CHECK(world.names(query).empty());
    query = everybody();
    query.side = Side::offers;
    CHECK(world.names(query) == std::vector<std::string>{"Łucja Ångström"});
    query = everybody();
    query.state = Text<1, 8>{"UT"};
    CHECK(world.names(query) == std::vector<std::string>{"Ute"});
    query = everybody();
    query.function = JobFunction::accountability_data;
    CHECK(world.names(query) == std::vector<std::string>{"Łucja Ångström"});
}

TEST_CASE("pages follow one another without gap or double, and the first one counts all") {
    World world;
    constexpr int more = 437;
    for (int i = 0; i < more; ++i) {
        const PersonId id{Ulid::from({2000 + i}, {7})};
        // Each name several times: the id then decides, and a cursor stands between two of one name.
        world.tx.run("INSERT INTO people (id, name, address, address_folded, zone, active)"
                     " VALUES (?, ?, ?, ?, 'America/New_York', 1)",
                     id, "Same " + std::to_string(i % 7), id.str(), id.str());
        world.tx.run("INSERT INTO seats (person, collaborative, organisation, title, function,"
                     " primary_contact) VALUES (?, ?, ?, '', '', 0)",
                     id, collaborative, ohio);
    }
    for (const int limit : {1, 7, 100}) {
        auto query = everybody();
        query.limit = limit;
        std::set<PersonId> seen;
        std::optional<int> count;
        int pages = 0;
        for (bool next = true; next; ++pages) {
            const auto page = world.found(query);
            if (pages == 0) count = page.count;
            CHECK(page.count.has_value() == (pages == 0));
            CHECK(page.people.size() <= static_cast<std::size_t>(limit));
            for (const auto& one : page.people) CHECK(seen.insert(one.person).second);
            next = page.next.has_value();
            if (next) query.cursor = Text<1, 200>{*page.next};
        }
        CHECK(seen.size() == more + 5);
        CHECK(count == more + 5);
        CHECK(pages == (more + 5 + limit - 1) / limit);
    }
}

TEST_CASE("who does not see members finds nobody; a cursor of somebody else's making is refused") {
    World world;
    add_person(world.tx, made<PersonId>(30), "Obs", convener, "observer");
    CHECK(answer(world.tx, everybody(), by(made<PersonId>(30), 6000, 1)).error().code == "not_allowed");
    world.tx.run("UPDATE memberships SET tier = 'extended' WHERE organisation = ?", utah);
    CHECK(answer(world.tx, everybody(), by(utahn, 6000, 1)).error().code == "not_allowed");
    auto query = everybody();
    query.cursor = Text<1, 200>{"rubbish"};
    CHECK(answer(world.tx, query, by(facilitator, 6000, 1)).error().field == "cursor");
    query = everybody();
    query.limit = 101;
    CHECK(answer(world.tx, query, by(facilitator, 6000, 1)).error().field == "limit");
}

TEST_CASE("who has left or was suspended is not found, and where others were before is told with dates") {
    World world;
    world.tx.run("UPDATE people SET active = 0 WHERE id = ?", ohioan);
    world.tx.run("UPDATE seats SET left_at = 5 WHERE person = ?", partner);
    world.tx.run("INSERT INTO affiliations (person, until, organisation, collaborative, role, title, since)"
                 " VALUES (?, 900, ?, ?, 'state_member', 'Lead', 100)",
                 utahn, ohio, collaborative);
    const auto page = world.found(everybody());
    REQUIRE(page.people.size() == 3);
    CHECK(page.count == 3);
    const auto& ute = page.people.back();
    REQUIRE(ute.before.size() == 1);
    CHECK(ute.before[0].organisation == ohio);
    CHECK(ute.before[0].since.ms == 100);
    CHECK(ute.before[0].until.ms == 900);
}
