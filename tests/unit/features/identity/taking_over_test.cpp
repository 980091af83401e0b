// What ties a leaver to the work of others goes to the successor: their place in topics, what they offer and
// want help with. Drafts that they began are named.
#include "features/identity/leaving.hpp"
#include "features/identity/profiles.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::identity;
using namespace interstate::law;

namespace {

const auto olga = made<PersonId>(31);

ProfileEntry says(const char* text, std::optional<int> principle = {}) {
    return {Text<1, 160>{text}, principle};
}

/// Ohio with a lead who reads and offers, and a colleague.
struct Agency {
    MemoryStore memory;
    store::Transaction& tx = memory.tx();
    std::uint8_t seed = 100;

    Agency() {
        add_collaborative(tx);
        add_person(tx, olga, "Olga", ohio, "state_member");
    }
    ThreadId add_topic(std::uint8_t number, const Stream& stream, const PersonId& starter = utahn,
                       bool current = true) {
        const auto id = made<ThreadId>(number);
        tx.run("INSERT INTO threads (id, collaborative, anchor, anchor_id, stream, title, started_by, "
               "started_at,"
               " last_number, last_at, posts, pinned, current)"
               " VALUES (?, ?, 'topic', ?, ?, ?, ?, 1, 9, ?, 9, 0, ?)",
               id, collaborative, collaborative, stream, "Topic " + std::to_string(number), starter,
               static_cast<int>(number), current);
        return id;
    }
    void add_post(const ThreadId& thread, int number, const PersonId& author) {
        tx.run("INSERT INTO posts (id, thread, number, author, at, text, html, renderer, revision, removed)"
               " VALUES (?, ?, ?, ?, 1, 'x', 'x', 1, 1, 0)",
               made<PostId>(++seed), thread, number, author);
    }
    void has_read(const PersonId& person, const ThreadId& thread, int number) {
        tx.run("INSERT INTO read_marks (id, person, thread, number) VALUES (?, ?, ?, ?)", made<Ulid>(++seed),
               person, thread, number);
    }
    int place_of(const PersonId& person, const ThreadId& thread) {
        return tx.row<int>("SELECT number FROM read_marks WHERE person = ? AND thread = ?", person, thread)
            .value_or(-1);
    }
    template <class Command>
    auto obey(const Command& command, const PersonId& person) {
        return run<Person, Contact, identity::Standing, Settings, Profile, OwnProfile>(
            tx, command, by(person, 5000, ++seed),
            {extended, members, staff, {StreamKind::person, ohioan}, {StreamKind::person, olga}});
    }
    auto retire(const std::optional<PersonId>& successor = olga) {
        return obey(RetirePerson{ohioan, collaborative, successor}, administrator);
    }
    HandOverPack pack(const PersonId& reader = administrator) {
        const Watch watch{tx};
        return answer(tx, HandOverOf{ohioan, collaborative}, by(reader, 1, 1)).value();
    }
    std::string entries_of(const PersonId& person) {
        std::string all;
        for (const auto& text : tx.rows<std::string>("SELECT side || ' ' || text FROM profile_entries"
                                                     " WHERE person = ? ORDER BY side, position",
                                                     person))
            all += text + ";";
        return all;
    }
};

} // namespace

TEST_CASE("what a successor takes over stands behind their own, once, and as far as a profile holds it") {
    const std::vector own{says("Mentoring"), says("Data")};
    CHECK(taken_over(own, {says("mentóring", 3), says("Rural schools")}) ==
          std::vector{says("Mentoring"), says("Data"), says("Rural schools")});
    std::vector<ProfileEntry> many;
    for (char c = 'a'; c <= 'j'; ++c) many.push_back(says(std::string{c}.c_str()));
    CHECK(taken_over(own, many).size() == most_entries);
    CHECK(taken_over({}, std::vector<ProfileEntry>{}).empty());
}

TEST_CASE(
    "the successor goes on in a topic from where the leaver was, unless they have a place of their own") {
    Agency here;
    const auto read = here.add_topic(51, members), both = here.add_topic(52, members),
               ahead = here.add_topic(53, members), begun = here.add_topic(54, members, ohioan),
               wrote = here.add_topic(55, members), none = here.add_topic(56, members),
               team = here.add_topic(57, {StreamKind::organisation, ohio}),
               old = here.add_topic(58, members, ohioan, false);
    here.has_read(ohioan, read, 5);
    here.has_read(ohioan, both, 7);
    here.has_read(olga, both, 2);
    here.has_read(ohioan, ahead, 3);
    here.has_read(olga, ahead, 8);
    here.add_post(begun, 1, ohioan);
    here.add_post(wrote, 4, ohioan);
    here.add_post(wrote, 5, utahn);
    here.add_post(none, 1, utahn);
    here.has_read(ohioan, team, 9);
    // Of those who prepare sessions, whom the leaver helps and the successor does not.
    here.tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, 'facilitator', ?)", ohioan,
                collaborative);
    const auto prepared = here.add_topic(59, staff);
    here.has_read(ohioan, prepared, 4);
    CHECK(here.pack().topic_count == 7);
    CHECK(here.pack().topics.size() == 6);
    CHECK(here.pack(ohioan).topics.size() == 7);
    const auto retired = here.retire();
    REQUIRE(retired.decision);
    CHECK(retired.decision->topics == 6);
    CHECK(here.place_of(olga, read) == 5);
    CHECK(here.place_of(olga, both) == 2);
    CHECK(here.place_of(olga, ahead) == 8);
    CHECK(here.place_of(olga, begun) == 1);
    CHECK(here.place_of(olga, wrote) == 4);
    CHECK(here.place_of(olga, none) == -1);
    CHECK(here.place_of(olga, team) == 9);
    CHECK(here.place_of(olga, old) == -1);
    CHECK(here.place_of(olga, prepared) == -1);
    CHECK(here.place_of(ohioan, read) == 5);
}

TEST_CASE("INV-5 offers and wishes for help are the successor's, or end; none is left with nobody") {
    for (const bool succeeded : {true, false}) {
        Agency here;
        here.tx.run("UPDATE role_grants SET role = 'state_member' WHERE person = ?", ohioan);
        REQUIRE(here.obey(EditProfile{.offers = std::vector{says("Mentoring", 3), says("Data")},
                                      .wants = std::vector{says("Rural turnover")}},
                          ohioan)
                    .decision);
        REQUIRE(here.obey(EditProfile{.offers = std::vector{says("data")}}, olga).decision);
        CHECK(here.pack().offers == std::vector{says("Mentoring", 3), says("Data")});
        CHECK(here.pack().wants == std::vector{says("Rural turnover")});
        const auto retired = here.retire(succeeded ? std::optional{olga} : std::nullopt);
        REQUIRE(retired.decision);
        CHECK(retired.decision->entries == (succeeded ? 2 : 0));
        CHECK(here.entries_of(olga) ==
              (succeeded ? "offers data;offers Mentoring;wants Rural turnover;" : "offers data;"));
        CHECK(here.entries_of(ohioan) == "");
        CHECK(open_without_holder(here.tx).empty());
        CHECK(retired.changes.notices().size() == (succeeded ? 1 : 0));
        if (succeeded)
            CHECK(retired.changes.notices()[0].detail == "2 offers and wishes for help from their profile");
    }
}

TEST_CASE("INV-5 an offer of somebody without access is found open without a holder") {
    Agency here;
    REQUIRE(here.obey(EditProfile{.offers = std::vector{says("Mentoring")}}, ohioan).decision);
    CHECK(open_without_holder(here.tx).empty());
    here.tx.run("UPDATE seats SET left_at = 1 WHERE person = ?", ohioan);
    const auto open = open_without_holder(here.tx);
    REQUIRE(open.size() == 1);
    CHECK(open[0].what == "offer");
    CHECK(open[0].title == "Mentoring");
    CHECK(!open[0].suspended);
}

TEST_CASE("a successor without a profile has one by what they take over, with the function of their seat") {
    Agency here;
    here.tx.run("UPDATE seats SET function = 'title_i_director' WHERE person = ?", olga);
    REQUIRE(here.obey(EditProfile{.offers = std::vector{says("Mentoring")}}, ohioan).decision);
    REQUIRE(here.retire().decision);
    const auto profile = find(here.tx, olga, As<OwnProfile>{});
    REQUIRE(profile);
    CHECK(profile->functions == std::vector{JobFunction::title_i_director});
    CHECK(profile->offers == std::vector{says("Mentoring")});
}

TEST_CASE("an administrator's word for the domain of another agency stays an administrator's") {
    Agency here;
    here.tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, 'administrator', ?)",
                facilitator, collaborative);
    here.tx.run("INSERT INTO organisation_domains (organisation, domain, confirmed_by, confirmed_at)"
                " VALUES (?, 'agency.example', ?, 1)",
                utah, administrator);
    CHECK(open_without_holder(here.tx).empty());
    REQUIRE(here.obey(RetirePerson{administrator, collaborative, {}}, facilitator).decision);
    CHECK(here.tx.row<PersonId>("SELECT confirmed_by FROM organisation_domains") == facilitator);
    CHECK(open_without_holder(here.tx).empty());
}

TEST_CASE("the pack names the drafts that somebody began, to those who may see drafts") {
    Agency here;
    const auto draft = made<SeriesId>(71), shown = made<SeriesId>(72);
    for (const auto& [id, state] : {std::pair{draft, "draft"}, std::pair{shown, "running"}}) {
        here.tx.run("INSERT INTO series (id, collaborative, slug, title, description, state, starts_on, "
                    "ends_on, current,"
                    " revision) VALUES (?, ?, ?, ?, '', ?, '2026-09-01', '2027-06-01', 1, 1)",
                    id, collaborative, id.str(), std::string{state} + " series", std::string_view{state});
        here.tx.run("INSERT INTO audit (seq, at, actor, via, verb, target_kind, target, collaborative,"
                    " body_digest, prev_hash, hash) SELECT coalesce(max(seq), 0) + 1, 1, ?, 'web',"
                    " 'create_series', 'series', ?, ?, 'd', 'p', 'h' FROM audit",
                    ohioan, id, collaborative);
    }
    const auto drafts = here.pack().drafts;
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].what == "series");
    CHECK(drafts[0].id == draft);
    CHECK(here.pack(ohioan).drafts.empty());
}
