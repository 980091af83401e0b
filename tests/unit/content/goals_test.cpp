// Goals of an installation from before they had tables, and which of them the public page shows.
#include "features/membership/goals.hpp"
#include "support/catch.hpp"
#include "unit/content/support.hpp"

using namespace interstate;

namespace {

const Instant noon{1'795'285'200'000}; // in the year 2026-2027

/// A collaborative of before: its goals stand in what it says about itself.
CollaborativeId of_before(store::Transaction& tx, std::string_view goals) {
    content::load_starting_content(tx, content::LoadContext::at(noon, "test"));
    tx.run("DELETE FROM goals");
    tx.run("DELETE FROM year_goals_versions");
    tx.run("DELETE FROM year_goals");
    const auto about = tx.row<std::string>("SELECT about FROM collaboratives").value();
    tx.run("UPDATE collaboratives SET about = ?", "{\"goals\":" + std::string{goals} + "," + about.substr(1));
    return tx.row<CollaborativeId>("SELECT id FROM collaboratives").value();
}

void write(store::Transaction& tx, const CollaborativeId& collaborative, const char* year,
           const char* overall, std::uint8_t digit) {
    membership::write_first(tx,
                            {.id = membership::YearGoalsId{Ulid::from(noon, {digit})},
                             .collaborative = collaborative,
                             .year = Text<1, 20>{year},
                             .overall = Text<0, 600>{overall},
                             .goals = {}},
                            noon);
}

} // namespace

TEST_CASE("goals of before are moved into their tables once, and the page says the same") {
    tests::FreshDatabase database;
    store::Transaction tx{database.connection()};
    const auto sdi = of_before(tx, R"([{"year":"2019-2020","overall":"Equity","goals":[
        {"text":"A paper","principles":[2,5]},{"text":"A resource","principles":[4,77]}]},
        {"year":"2018-2019","overall":"Use","goals":[]}])");
    CHECK(!content::public_page(tx, sdi, noon).goals);
    CHECK(content::settle_goals(tx, noon) == 1);
    const auto page = content::public_page(tx, sdi, noon);
    REQUIRE(page.goals);
    CHECK(page.goals->year == "2019-2020");
    CHECK(page.goals->overall == "Equity");
    REQUIRE(page.goals->goals.size() == 2);
    CHECK(page.goals->goals[0].principles[1].number == 5);
    CHECK(page.goals->goals[1].principles.size() == 1);
    CHECK(page.description.starts_with("A membership group"));
    CHECK(tx.row<int>("SELECT count(*) FROM year_goals") == 2);
    CHECK(!tx.any("SELECT 1 FROM collaboratives WHERE instr(about, '\"goals\"') > 0"));
    CHECK(content::settle_goals(tx, noon) == 0);
    CHECK(tx.row<int>("SELECT count(*) FROM year_goals") == 2);
}

TEST_CASE("goals of before that no field would take now are moved as far as they fit") {
    tests::FreshDatabase database;
    store::Transaction tx{database.connection()};
    std::string many, accents;
    for (int i = 0; i < 25; ++i) many += R"({"text":"One","principles":[1,1]},)";
    for (int i = 0; i < 700; ++i) accents += "é";
    const auto sdi = of_before(
        tx, R"([{"year":"2019-2020","overall":"Two\nlines","goals":[{"text":")" + accents +
                R"(","principles":[]},)" + many.substr(0, many.size() - 1) +
                R"(]},{"year":"2020-2021","goals":[]},{"year":"2019-2020","overall":"Again","goals":[]}])");
    CHECK(content::settle_goals(tx, noon) == 1);
    const auto goals = content::public_page(tx, sdi, noon).goals.value();
    CHECK(goals.overall == "Two lines");
    REQUIRE(goals.goals.size() == 20);
    CHECK(count_characters(goals.goals[0].text) == 600);
    CHECK(goals.goals[0].text.ends_with("é…"));
    CHECK(goals.goals[1].principles.size() == 1);
    CHECK(tx.row<int>("SELECT count(*) FROM year_goals") == 1);
}

TEST_CASE("the page shows the goals of the running year, else the newest before it, and those ahead") {
    tests::FreshDatabase database;
    store::Transaction tx{database.connection()};
    const auto sdi = of_before(tx, "[]");
    CHECK(content::settle_goals(tx, noon) == 1);
    CHECK(!content::public_page(tx, sdi, noon).goals);
    write(tx, sdi, "2027-2028", "Next", 1);
    CHECK(!content::public_page(tx, sdi, noon).goals);
    CHECK(content::public_page(tx, sdi, noon).goals_ahead->overall == "Next");
    write(tx, sdi, "2024-2025", "Before", 2);
    CHECK(content::public_page(tx, sdi, noon).goals->overall == "Before");
    write(tx, sdi, "2026-2027", "Now", 3);
    write(tx, sdi, "2028-2029", "Later", 4);
    const auto page = content::public_page(tx, sdi, noon);
    CHECK(page.goals->overall == "Now");
    CHECK(page.goals_ahead->overall == "Next");
    // Goals that were taken away are none.
    tx.run("UPDATE year_goals_versions SET overall = '' WHERE overall = 'Now'");
    CHECK(content::public_page(tx, sdi, noon).goals->overall == "Before");
}
