// The starting content, and what a broken file leads to.
#include "features/reference/reference.hpp"
#include "support/catch.hpp"
#include "unit/content/support.hpp"

using namespace interstate;

namespace {

const Instant noon{1'795'285'200'000};

/// Content in which one text of one file is another.
content::LoadContext broken(std::string name, std::string_view right, std::string_view wrong) {
    auto context = content::LoadContext::at(noon, "test");
    std::string bytes{content::file(name)};
    bytes.replace(bytes.find(right), right.size(), wrong);
    context.read = [name = std::move(name),
                    bytes = std::move(bytes)](std::string_view asked) -> std::string_view {
        return asked == name ? std::string_view{bytes} : content::file(asked);
    };
    return context;
}

/// What loading says of it.
content::ContentError fault_of(const content::LoadContext& context) {
    tests::FreshDatabase database;
    store::Transaction tx{database.connection()};
    try {
        content::load_starting_content(tx, context);
        content::load_demonstration(tx, context);
    } catch (const content::ContentError& error) {
        return error;
    }
    FAIL("it was loaded");
    std::abort();
}

} // namespace

namespace {

constexpr std::string_view another = R"({"slug":"rsi","name":"Rural Schools","short_name":"RSI",
 "convener":"Rural Council","convener_short_name":"RC","description":"Schools far out.",
 "goals":[{"year":"2026-2027","overall":"Fewer miles","goals":[{"text":"Buses","principles":[1]}]}],
 "who_joins":[{"key":"x","label":"Rural leads"}],"resources":["A list"]})";

/// What adding it says; empty where it was added.
std::string fault_of_another(store::Transaction& tx, std::string_view text) {
    try {
        content::add_collaborative(tx, content::LoadContext::at(noon, "test"), "rsi.json", text);
    } catch (const content::ContentError& error) {
        return error.why();
    }
    return {};
}

std::string with(std::string_view right, std::string_view wrong) {
    std::string text{another};
    return text.replace(text.find(right), right.size(), wrong);
}

} // namespace

TEST_CASE("another collaborative has organizations, principles and protocols of its own, and shares none") {
    tests::FreshDatabase database;
    store::Transaction tx{database.connection()};
    content::load_starting_content(tx, content::LoadContext::at(noon, "test"));
    CHECK(fault_of_another(tx, another) == "");
    const auto rsi = tx.row<CollaborativeId>("SELECT id FROM collaboratives WHERE slug = 'rsi'").value();
    CHECK(tx.row<int>("SELECT count(*) FROM organisations WHERE collaborative = ? AND type = 'state_agency'",
                      rsi) == 58);
    CHECK(tx.any("SELECT 1 FROM organisations WHERE collaborative = ? AND short_name = 'RC'", rsi));
    CHECK(tx.row<int>("SELECT count(*) FROM principles WHERE collaborative = ?", rsi) == 10);
    CHECK(tx.row<int>("SELECT count(*) FROM protocols WHERE collaborative = ?", rsi) == 14);
    CHECK(tx.any("SELECT 1 FROM membership_years WHERE collaborative = ? AND status = 'active'", rsi));
    CHECK(tx.any("SELECT 1 FROM due_items WHERE kind = 'turn_year' AND target = ?", rsi));
    const auto goals = content::public_page(tx, rsi, noon).goals;
    REQUIRE(goals);
    CHECK(goals->overall == "Fewer miles");
    REQUIRE(goals->goals.size() == 1);
    CHECK(goals->goals[0].text == "Buses");
    CHECK(goals->goals[0].principles.size() == 1);
}

TEST_CASE("a collaborative that cannot be added says why") {
    tests::FreshDatabase database;
    store::Transaction tx{database.connection()};
    content::load_starting_content(tx, content::LoadContext::at(noon, "test"));
    const auto fault = [&](std::string_view text) { // and the caller rolls back
        database.connection().begin_write();
        auto why = fault_of_another(tx, text);
        database.connection().rollback();
        return why;
    };
    CHECK(fault(with("rsi", "sdi")).contains("already"));
    CHECK(fault(with("\"rsi\"", "\"R S\"")).contains("lower case"));
    CHECK(fault(with("\"goals\":[{", "\"ghouls\":[{")).contains("goals"));
    CHECK(fault(with("\"principles\":[1]", "\"principles\":[11]")).contains("principles"));
    CHECK(fault(with("\"text\":\"Buses\"", "\"text\":\"\"")).contains("text"));
    CHECK(fault(with("\"short_name\":\"RSI\",", "")).contains("short_name"));
    CHECK(fault("{").contains("JSON"));
}

TEST_CASE("an empty installation has 58 jurisdictions, its convener, ten principles and the protocols") {
    tests::FreshDatabase database;
    store::Transaction tx{database.connection()};
    content::load_starting_content(tx, content::LoadContext::at(noon, "test"));
    const auto collaborative =
        tx.row<CollaborativeId>("SELECT id FROM collaboratives WHERE slug = 'sdi'").value();
    CHECK(tx.row<int>("SELECT count(*) FROM organisations WHERE type = 'state_agency'") == 58);
    CHECK(tx.any("SELECT 1 FROM organisations WHERE type = 'convener' AND short_name = 'CCSSO'"));
    CHECK(!tx.any("SELECT 1 FROM people"));
    CHECK(!tx.any("SELECT 1 FROM memberships"));
    const auto principles =
        reference::current(tx, {StreamKind::extended, collaborative}, As<reference::Principle>{});
    REQUIRE(principles.size() == 10);
    CHECK(!principles.front().attribution.empty());
    CHECK(reference::find(tx, principles.front().id, As<reference::Principle>{})->number == 1);
    const auto protocols =
        reference::current(tx, {StreamKind::staff, collaborative}, As<reference::Protocol>{});
    REQUIRE(protocols.size() == 14);
    for (const auto& protocol : protocols) {
        int minutes = 0;
        for (const auto& step : protocol.steps) minutes += step.minutes;
        CHECK(minutes == protocol.minutes);
    }
}

TEST_CASE("the membership year turns on July 1") {
    CHECK(content::membership_year(CivilDate{"2026-06-30"}) == "2025-2026");
    CHECK(content::membership_year(CivilDate{"2026-07-01"}) == "2026-2027");
}

TEST_CASE("a broken file says which record is wrong, and why") {
    SECTION("a zone that is none") {
        const auto fault = fault_of(broken("demo/people.json", "America/Anchorage", "America/Nowhere"));
        CHECK(fault.file() == "demo/people.json");
        CHECK(fault.record() == "ak-1");
        CHECK(fault.why().find("time_zone") != std::string::npos);
    }
    SECTION("an owner who is not there") {
        const auto fault =
            fault_of(broken("demo/action_steps.json", "\"owner\": \"ak-3\"", "\"owner\": \"ak-9\""));
        CHECK(fault.file() == "demo/action_steps.json");
        CHECK(fault.record() == "as-ak-1");
        CHECK(fault.why().find("ak-9") != std::string::npos);
    }
    SECTION("a member that is missing") {
        CHECK(fault_of(broken("jurisdictions.json", "\"tile\": {", "\"tiles\": {")).record() == "AL");
    }
    SECTION("no JSON at all") { CHECK(fault_of(broken("principles.json", "{", "[")).record() == "the file"); }
    SECTION("a key that stands twice") {
        CHECK(fault_of(broken("demo/people.json", "\"id\": \"ak-2\"", "\"id\": \"ak-1\"")).record() ==
              "ak-1");
    }
    SECTION("times that contradict each other") {
        CHECK(fault_of(broken("demo/events.json", "2019-05-23T18:00:00Z", "2019-05-23T17:00:00Z")).record() ==
              "ev-s1");
    }
}

TEST_CASE("the public page is read from the tables") {
    tests::FreshDatabase database;
    store::Transaction tx{database.connection()};
    const auto context = content::LoadContext::at(noon, "test");
    content::load_starting_content(tx, context);
    const auto collaborative = tx.row<CollaborativeId>("SELECT id FROM collaboratives").value();
    const auto empty = content::public_page(tx, collaborative, noon);
    REQUIRE(empty.goals);
    CHECK(empty.goals->year == "2019-2020");
    CHECK(empty.goals->goals.size() == 5);
    CHECK(empty.goals->goals[3].principles.size() == 2);
    CHECK(!empty.goals_ahead);
    CHECK(!empty.series);
    CHECK(!empty.contact);
    content::load_demonstration(tx, context);
    const auto page = content::public_page(tx, collaborative, noon);
    CHECK(page.year == "2026-2027");
    REQUIRE(page.series);
    CHECK(page.series->sessions.size() == 5);
    CHECK(page.series->objectives.size() == 4);
    CHECK(page.states.size() == 58);
    CHECK(std::ranges::count(page.states, true, &pages::StateTile::member) == 20);
    CHECK(!page.meetings.empty());
    CHECK(page.contact->address.ends_with(".example"));
}
