// What somebody wrote about themselves in one collaborative is told in another from their first visit there
// on.
#include "protocol/two_places.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

class Known : public Two {
  public:
    Known() {
        REQUIRE(does(secret, "edit_profile",
                     {{"bio", "Keeps bees"},
                      {"phone", "+1 614 555 0100"},
                      {"access_needs", "Captions, please"},
                      {"offers", Json::array({{{"text", "Counting bees"}, {"principle", nullptr}}})}})
                    .status == 200);
        sits_in_both();
    }
    /// Everything that the administrator there can read about people.
    std::string told_there() {
        std::string all;
        for (const auto kind : {StreamKind::collaborative, StreamKind::staff, StreamKind::extended})
            for (const auto& one : seen([&](store::Transaction& tx) {
                     return app::Registry::everything().snapshot(tx, Stream{kind, there.collaborative});
                 }))
                all += std::string{one.record};
        auto found = request("GET", "/api/queries/find_people", as(administering_there));
        found.query = {{"collaborative", there.collaborative.str()}};
        return all + ask(std::move(found)).body;
    }
    std::string words_told() {
        const auto all = told_there();
        std::string words;
        for (const char* word : {"Keeps bees", "555 0100", "Captions, please", "Counting bees"})
            if (all.contains(word)) words += std::string{word} + "; ";
        return words;
    }
    bool is_found(const std::string& side) {
        auto found = request("GET", "/api/queries/find_people", as(administering_there));
        found.query = {{"collaborative", there.collaborative.str()}, {"side", side}};
        return ask(std::move(found)).body.contains(member.str());
    }
    /// Events that say it to whoever follows there.
    int news_there() {
        return one<int>("SELECT count(*) FROM journal WHERE stream = ? AND instr(payload, 'Keeps bees') > 0",
                        Stream{StreamKind::collaborative, there.collaborative}.name());
    }
    void visits(const CollaborativeId& collaborative) {
        REQUIRE(does(secret, "mark_visit", {{"collaborative", collaborative.str()}}).status == 200);
    }
};

} // namespace

TEST_CASE("who got a seat from others is told there by name only, until they come themselves") {
    Known house;
    CHECK(house.told_there().contains(house.member.str()));
    CHECK(house.words_told().empty());
    CHECK(!house.is_found("offers"));
    // Being here is not being there.
    house.visits(house.here);
    CHECK(house.words_told().empty());
    // What is written anew meanwhile is as little told.
    REQUIRE(house.does(house.secret, "edit_profile", {{"bio", "Keeps bees and goats"}}).status == 200);
    CHECK(house.words_told().empty());

    CHECK(house.news_there() == 0);
    house.visits(house.there.collaborative);
    CHECK(house.words_told() == "Keeps bees; 555 0100; Captions, please; Counting bees; ");
    CHECK(house.is_found("offers"));
    CHECK(house.news_there() > 0);
}

TEST_CASE("a seat elsewhere takes nothing away from what is told where somebody was alone") {
    Two house;
    REQUIRE(house.does(house.secret, "edit_profile", {{"bio", "Keeps bees"}}).status == 200);
    const auto told_here = [&] {
        std::string all;
        for (const auto& one : house.seen([&](store::Transaction& tx) {
                 return app::Registry::everything().snapshot(tx,
                                                             Stream{StreamKind::collaborative, house.here});
             }))
            all += one.record;
        return all.contains("Keeps bees");
    };
    CHECK(told_here());
    house.sits_in_both();
    CHECK(told_here());
}

TEST_CASE("what somebody works as is told elsewhere from their first visit on, too") {
    Known house;
    const auto there = [&] {
        return house.one<std::string>("SELECT function FROM seats WHERE person = ? AND collaborative = ?",
                                      house.member, house.there.collaborative);
    };
    const auto before = there();
    const Json works_as{{"functions", Json::array({"school_leadership"})}};
    REQUIRE(house.does(house.secret, "edit_profile", works_as).status == 200);
    CHECK(there() == before);
    house.visits(house.there.collaborative);
    REQUIRE(house.does(house.secret, "edit_profile", works_as).status == 200);
    CHECK(there() == "school_leadership");
}
