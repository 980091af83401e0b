// Terms of use: who publishes them, who owes what, and what is written of it.
#include "features/terms/terms.hpp"

#include "support/people.hpp"

using namespace interstate;
using namespace interstate::terms;
using namespace interstate::law;

namespace {

struct World {
    MemoryStore memory;
    store::Transaction& tx = memory.tx();
    std::uint8_t seed = 100;

    World() { add_collaborative(tx); }
    template <class Command>
    auto obey(const Command& command, const PersonId& person, std::int64_t ms = 5000) {
        return run<Terms, Acceptance>(tx, command, by(person, ms, ++seed),
                                      {extended, {StreamKind::person, person}});
    }
    auto publish(int after, const PersonId& person = administrator, const char* changes = "Kinder") {
        return obey(PublishTerms{.collaborative = collaborative,
                                 .after = after,
                                 .text = TermsText{"**Be** kind.<script>"},
                                 .changes = ChangesText{changes}},
                    person);
    }
    auto accept(int version, const PersonId& person, std::int64_t ms = 5000) {
        return obey(AcceptTerms{collaborative, version}, person, ms);
    }
    bool owes(const PersonId& person) {
        const Watch watch{tx};
        return owes_acceptance(tx, person);
    }
};

} // namespace

TEST_CASE("where nothing was published nobody owes anything, and there is nothing to accept") {
    World world;
    CHECK(!world.owes(ohioan));
    CHECK(!world.accept(1, ohioan).decision);
    CHECK(!world.accept(0, ohioan).decision);
    CHECK(!answer(world.tx, TermsOf{collaborative, {}}, by(ohioan, 1, 1)));
}

TEST_CASE("only an administrator publishes, in order, and says what is new") {
    World world;
    for (const auto& person : {facilitator, ohioan, utahn, partner})
        CHECK(world.publish(0, person).decision.error().code == "not_allowed");
    CHECK(world.publish(1).decision.error().code == "changed_since");
    CHECK(world.publish(0, administrator, "").decision->version == 1);
    CHECK(world.publish(0).decision.error().field == "after");
    CHECK(world.publish(1, administrator, "").decision.error().field == "changes");
    CHECK(world.publish(1).decision->version == 2);
}

TEST_CASE("everybody owes the newest version until they accept it; what was accepted before is kept") {
    World world;
    world.publish(0);
    CHECK(world.owes(ohioan));
    CHECK(world.owes(administrator));
    CHECK(world.accept(2, ohioan).decision.error().field == "version");
    REQUIRE(world.accept(1, ohioan, 7000).decision);
    CHECK(!world.owes(ohioan));
    CHECK(world.owes(utahn));
    world.publish(1);
    CHECK(world.owes(ohioan));
    CHECK(world.accept(1, ohioan).decision.error().code == "changed_since");
    REQUIRE(world.accept(2, ohioan, 8000).decision);
    CHECK(!world.owes(ohioan));
    CHECK(find(world.tx, ohioan, collaborative, As<Acceptance>{})->version == 2);
    // Again: the first time stands.
    const auto again = world.accept(2, ohioan, 9000);
    REQUIRE(again.decision);
    CHECK(again.changes.puts().empty());
    CHECK(find(world.tx, ohioan, collaborative, As<Acceptance>{})->at.ms == 8000);
}

TEST_CASE("who has left or was suspended owes nothing: they are told what others of their kind are") {
    World world;
    world.publish(0);
    world.tx.run("UPDATE people SET active = 0 WHERE id = ?", ohioan);
    world.tx.run("UPDATE seats SET left_at = 5 WHERE person = ?", utahn);
    CHECK(!world.owes(ohioan));
    CHECK(!world.owes(utahn));
    CHECK(world.accept(1, ohioan).decision.error().code == "not_allowed");
}

TEST_CASE("everybody reads every version, made safe; who accepted is for administrators") {
    World world;
    world.publish(0);
    world.publish(1);
    world.accept(2, ohioan, 7000);
    world.accept(2, utahn, 6000);
    const Watch watch{world.tx};
    const auto words = answer(world.tx, TermsOf{collaborative, 1}, by(ohioan, 1, 1));
    REQUIRE(words);
    CHECK(words->html.contains("<strong>Be</strong>"));
    CHECK(!words->html.contains("<script"));
    CHECK(answer(world.tx, TermsOf{collaborative, {}}, by(ohioan, 1, 1))->version == 2);
    CHECK(answer(world.tx, TermsOf{collaborative, 3}, by(ohioan, 1, 1)).error().code == "not_found");
    for (const auto& person : {facilitator, ohioan, partner}) {
        CHECK(!answer(world.tx, TermsVersions{collaborative}, by(person, 1, 1)));
        CHECK(!answer(world.tx, AcceptancesOf{collaborative, 2, {}}, by(person, 1, 1)));
    }
    const auto history = answer(world.tx, TermsVersions{collaborative}, by(administrator, 1, 1));
    REQUIRE(history);
    REQUIRE(history->versions.size() == 2);
    CHECK(history->versions[0].accepted == 2);
    CHECK(history->versions[1].accepted == 0);
    CHECK(history->people == 5);
    const auto accepted = answer(world.tx, AcceptancesOf{collaborative, 2, {}}, by(administrator, 1, 1));
    REQUIRE(accepted);
    REQUIRE(accepted->people.size() == 2);
    CHECK(accepted->people[0].person == utahn);
    CHECK(accepted->people[1].at.ms == 7000);
    const auto rest = answer(world.tx, AcceptancesOf{collaborative, 2, Text<1, 60>{"6000 " + utahn.str()}},
                             by(administrator, 1, 1));
    REQUIRE(rest);
    CHECK(rest->people.size() == 1);
    CHECK(answer(world.tx, AcceptancesOf{collaborative, 2, Text<1, 60>{"x"}}, by(administrator, 1, 1))
              .error()
              .field == "cursor");
}
