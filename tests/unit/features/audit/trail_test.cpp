// Who sees which rows of the audit, in which words, page by page.
#include "features/audit/audit.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::audit;
using namespace interstate::law;

namespace {

class Trail : public MemoryStore {
  public:
    Trail() { add_collaborative(tx()); }
    void write(const PersonId& actor, const std::string& verb, const std::string& kind, const Ulid& target,
               std::int64_t at, std::vector<PersonId> people = {}) {
        add(tx(),
            {.actor = actor,
             .via = Via::web,
             .verb = verb,
             .target_kind = kind,
             .target = target,
             .before = "{}",
             .after = "{}",
             .people = std::move(people)},
            {at}, "salt");
    }
    Result<AuditLines> ask(const PersonId& who, AuditTrail query = {}) {
        query.collaborative = collaborative;
        const Watch watch{tx()};
        return answer(tx(), query, by(who, 1, 9));
    }
    std::vector<std::string> sentences(const PersonId& who, const AuditTrail& query = {}) {
        const auto found = ask(who, query);
        REQUIRE(found);
        std::vector<std::string> all;
        for (const auto& line : found->lines) all.push_back(line.sentence);
        return all;
    }
    void three() {
        write(administrator, "suspend_person", "person", ohioan, 1000);
        write(ohioan, "sign_in", "person", ohioan, 2000);
        write(administrator, "add_people", "collaborative", collaborative, 3000, {utahn});
    }
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("an administrator reads all of it, the newest first") {
    Trail trail;
    trail.three();
    CHECK(trail.sentences(administrator) ==
          Lines{"Ada added people to SDI.", "Ohm signed in.", "Ada suspended Ohm."});
}

TEST_CASE("a lead reads what is of their own organization, others nothing; everybody what is of themselves") {
    Trail trail;
    trail.three();
    trail.write(administrator, "suspend_person", "person", utahn, 4000);
    CHECK(trail.sentences(ohioan) == Lines{"Ohm signed in.", "Ada suspended Ohm."});
    for (const auto& person : {utahn, partner}) {
        const auto refused = trail.ask(person);
        REQUIRE(!refused);
        CHECK(refused.error().code == "not_allowed");
    }
    // Not that she stood in a paste: that tells of others.
    CHECK(trail.sentences(utahn, {.mine = true}) == Lines{"Ada suspended Ute."});
    CHECK(trail.sentences(partner, {.mine = true}).empty());
    CHECK(trail.sentences(partner, {.person = utahn, .mine = true}).empty());
}

TEST_CASE("a facilitator reads what is of series and their meetings") {
    Trail trail;
    trail.three();
    const auto series = made<SeriesId>(31);
    trail.tx().run(
        "INSERT INTO series (id, collaborative, slug, title, description, state, starts_on, ends_on,"
        " current, revision) VALUES (?, ?, 's', 'Coaching', '', 'draft', '2026-10-01', '2027-05-01', 1, 1)",
        series, collaborative);
    trail.write(administrator, "create_series", "series", series, 5000);
    CHECK(trail.sentences(facilitator) == Lines{"Ada began the series “Coaching”."});
}

TEST_CASE(
    "who facilitates one series reads what was done there, and of no other; a lead who does reads both") {
    Trail trail;
    trail.three();
    const auto one = made<SeriesId>(31), other = made<SeriesId>(32);
    for (const auto& series : {one, other}) {
        trail.tx().run("INSERT INTO series (id, collaborative, slug, title, description, state, starts_on,"
                       " ends_on, current, revision) VALUES (?, ?, ?, ?, '', 'draft', '2026-10-01',"
                       " '2027-05-01', 1, 1)",
                       series, collaborative, series == one ? "one" : "two", series == one ? "One" : "Two");
        trail.write(administrator, "create_series", "series", series, series == one ? 5000 : 6000);
    }
    const auto grant = [&](const PersonId& person, const SeriesId& series, std::uint8_t number) {
        trail.tx().run("INSERT INTO scoped_role_grants (id, collaborative, person, role, scope, subject,"
                       " granted_by, granted_at) VALUES (?, ?, ?, 'facilitator', 'series', ?, ?, 1)",
                       made<RoleGrantId>(number), collaborative, person, series, administrator);
    };
    grant(partner, one, 41);
    grant(ohioan, other, 42);
    CHECK(trail.sentences(partner) == Lines{"Ada began the series “One”."});
    CHECK(trail.sentences(partner, {.verb = Text<1, 60>{"create_series"}}) ==
          Lines{"Ada began the series “One”."});
    CHECK(trail.sentences(partner, {.target = other}).empty());
    CHECK(trail.sentences(ohioan) ==
          Lines{"Ada began the series “Two”.", "Ohm signed in.", "Ada suspended Ohm."});
    const auto body_of = [&](const SeriesId& series) {
        const auto seq = trail.tx().row<int>("SELECT seq FROM audit WHERE target = ?", series).value();
        return answer(trail.tx(), AuditBody{.collaborative = collaborative, .seq = seq}, by(partner, 1, 9))
            .has_value();
    };
    CHECK(body_of(one));
    CHECK(!body_of(other));
    trail.tx().run("UPDATE scoped_role_grants SET ended_at = 2");
    CHECK(!trail.ask(partner));
}

TEST_CASE("it is searched by person, verb, target and time, together too") {
    Trail trail;
    trail.three();
    CHECK(trail.sentences(administrator, {.person = utahn}) == Lines{"Ada added people to SDI."});
    CHECK(trail.sentences(administrator, {.person = ohioan}).size() == 2);
    CHECK(trail.sentences(administrator, {.person = ohioan, .verb = Text<1, 60>{"suspend_person"}}).size() ==
          1);
    CHECK(trail.sentences(administrator, {.verb = Text<1, 60>{"sign_in"}}).size() == 1);
    CHECK(trail.sentences(administrator, {.target = collaborative}).size() == 1);
    CHECK(trail.sentences(administrator, {.from = Instant{2000}}).size() == 2);
    CHECK(trail.sentences(administrator, {.until = Instant{2000}}).size() == 1);
    CHECK(trail.sentences(administrator, {.person = ohioan, .from = Instant{2000}, .until = Instant{2001}})
              .size() == 1);
}

TEST_CASE("pages follow each other without a gap, also within one instant") {
    Trail trail;
    for (int i = 0; i < 25; ++i) trail.write(administrator, "suspend_person", "person", ohioan, 1000 + i / 7);
    std::vector<int> seen;
    AuditTrail query{.limit = 4};
    for (int pages = 0; pages < 20; ++pages) {
        const auto page = trail.ask(administrator, query);
        REQUIRE(page);
        CHECK(page->verbs.empty() == query.cursor.has_value());
        for (const auto& line : page->lines) seen.push_back(line.seq);
        if (!page->next) break;
        query.cursor = Text<1, 60>{*page->next};
    }
    REQUIRE(seen.size() == 25);
    for (int i = 0; i < 25; ++i) CHECK(seen[static_cast<std::size_t>(i)] == 25 - i);
}

TEST_CASE("a page that is none is refused by its name") {
    Trail trail;
    CHECK(trail.ask(administrator, {.limit = 0}).error().field == "limit");
    CHECK(trail.ask(administrator, {.limit = 201}).error().field == "limit");
    for (const char* cursor : {"x", "1", "1 x", "1 1 "})
        CHECK(trail.ask(administrator, {.cursor = Text<1, 60>{cursor}}).error().field == "cursor");
}

TEST_CASE("what was before and after is shown to who sees the row by right; once erased nobody sees it") {
    Trail trail;
    trail.three();
    const auto body = [&](const PersonId& who, int seq) {
        const Watch watch{trail.tx()};
        return answer(trail.tx(), AuditBody{collaborative, seq}, by(who, 1, 9));
    };
    CHECK(body(administrator, 1)->before == "{}");
    CHECK(body(ohioan, 1));
    for (const auto& [who, seq] : {std::pair{ohioan, 3}, std::pair{utahn, 1}, std::pair{administrator, 99}}) {
        REQUIRE(!body(who, seq));
        CHECK(body(who, seq).error().code == "not_allowed");
    }
    trail.tx().run("INSERT INTO audit_erased (seq, at) VALUES (1, 1)");
    trail.tx().run("DELETE FROM audit_bodies WHERE seq = 1");
    CHECK(body(administrator, 1)->erased);
}

TEST_CASE("each verb has words with at most one place for its target, and no two are alike") {
    std::set<std::string> seen;
    for (const auto& verb : verbs()) {
        INFO(verb.verb);
        const std::string words = verb.words;
        CHECK(words.find("{}") == words.rfind("{}"));
        CHECK(seen.insert(verb.verb).second);
    }
    CHECK(sentence_of("Interstate", "turn_year", "") ==
          "Interstate turned the membership year of something that is gone.");
}
