// The demonstration as it stands in a database, against figures computed beforehand (expected_summary.json).
#include "content/content.hpp"
#include "features/demonstration/demonstration.hpp"
#include "support/catch.hpp"
#include "unit/content/support.hpp"
#include "wire/codec.hpp"

#include <fstream>
#include <sstream>

using namespace interstate;

namespace {

/// 1:00 PM of a Saturday in New York.
const Instant saturday_noon{1'795'284'000'000};
const auto saturday = content::LoadContext::at(saturday_noon, "test");

/// Loaded once: most cases only look.
store::Transaction& loaded() {
    static tests::FreshDatabase database;
    static store::Transaction tx{database.connection()};
    static const bool done = [] {
        database.connection().begin_write();
        content::load_starting_content(tx, saturday);
        content::load_demonstration(tx, saturday);
        database.connection().commit();
        return true;
    }();
    REQUIRE(done);
    return tx;
}

template <class... Args>
int count(std::string_view sql, const Args&... args) {
    return loaded().row<int>(sql, args...).value();
}

const wire::Json& expected() {
    static const auto json = [] {
        std::stringstream bytes;
        bytes << std::ifstream{std::filesystem::path{INTERSTATE_TEST_SOURCES} /
                               "unit/content/expected_summary.json"}
                     .rdbuf();
        return wire::parse_object(bytes.str()).value().at("expected_summary");
    }();
    return json;
}

} // namespace

TEST_CASE("the database is sound") { CHECK(loaded().connection().integrity().empty()); }

TEST_CASE("the archive has the attendance that the files have") {
    for (const auto& [key, figures] : expected().at("attendance").items()) {
        const int ordinal = key.back() - '0';
        constexpr const char* of_session =
            " FROM attendance a JOIN meetings m ON m.id = a.meeting JOIN series s ON s.id = m.series"
            " JOIN organisations o ON o.id = a.organisation"
            " WHERE s.slug = 'p2p-2019-2020' AND m.ordinal = ? AND o.type = 'state_agency' AND a.minutes * 2 "
            ">= m.minutes";
        INFO(key);
        CHECK(count(std::string{"SELECT count(*)"} + of_session, ordinal) == figures.at("people").get<int>());
        CHECK(count(std::string{"SELECT count(DISTINCT a.organisation)"} + of_session, ordinal) ==
              figures.at("seas").get<int>());
    }
}

TEST_CASE("the archive has the steps that the files have, status by status") {
    const auto& steps = expected().at("steps");
    constexpr const char* archived =
        " FROM action_steps a JOIN series s ON s.id = a.series WHERE s.slug = 'p2p-2019-2020'";
    CHECK(count(std::string{"SELECT count(*)"} + archived) == steps.at("total").get<int>());
    for (const auto& [status, number] : steps.at("by_status").items()) {
        INFO(status);
        CHECK(count(std::string{"SELECT count(*)"} + archived + " AND a.status = ?", status) ==
              number.get<int>());
    }
    CHECK(count(std::string{"SELECT count(*)"} + archived +
                " AND EXISTS (SELECT 1 FROM step_links l WHERE l.from_step = a.id OR l.to_step = a.id)") ==
          steps.at("in_a_cross_state_link").get<int>());
}

TEST_CASE("the archive has the threads and posts that the files have") {
    CHECK(count("SELECT count(*) FROM threads WHERE current = 0") == expected().at("threads").get<int>());
    CHECK(count("SELECT count(*) FROM posts p JOIN threads t ON t.id = p.thread WHERE t.current = 0") ==
          expected().at("posts").get<int>());
}

TEST_CASE("people, one of whom has left, and an administrator") {
    CHECK(count("SELECT count(*) FROM people") == 67);
    CHECK(count("SELECT count(*) FROM people WHERE active = 0") == 1);
    CHECK(count("SELECT count(*) FROM role_grants WHERE role = 'administrator'") == 1);
    CHECK(count("SELECT count(*) FROM memberships WHERE year = '2026-2027' AND status = 'active'") == 20);
}

TEST_CASE("the running series has three sessions held, one today and one ahead") {
    const auto states =
        loaded().rows<std::string>("SELECT m.state FROM meetings m JOIN series s ON s.id = m.series"
                                   " WHERE s.slug = 'p2p-2026-2027' ORDER BY m.ordinal");
    CHECK(states == std::vector<std::string>{"ended", "ended", "ended", "announced", "announced"});
    CHECK(loaded().row<std::string>("SELECT starts_local FROM meetings WHERE current = 1 AND ordinal = 4") ==
          "2026-11-21T13:15");
    CHECK(count("SELECT count(*) FROM agenda_items i JOIN meetings m ON m.id = i.meeting"
                " WHERE m.current = 1 AND m.ordinal = 4 AND i.next_steps = 1") == 1);
    CHECK(
        count(
            "SELECT count(*) FROM meetings m WHERE current = 1 AND ordinal BETWEEN 1 AND 3 AND outcome <> ''"
            " AND EXISTS (SELECT 1 FROM attendance a WHERE a.meeting = m.id)"
            " AND EXISTS (SELECT 1 FROM item_runs r WHERE r.meeting = m.id)") == 3);
}

TEST_CASE("its steps show every status, some overdue, some due soon, some asking for help") {
    constexpr const char* running =
        " FROM action_steps a JOIN series s ON s.id = a.series WHERE s.current = 1";
    CHECK(count(std::string{"SELECT count(DISTINCT a.status)"} + running) == 8);
    CHECK(count(std::string{"SELECT count(*)"} + running) >= 35);
    const auto open = std::string{running} + " AND a.status NOT IN ('completed', 'set_aside', 'declined')";
    CHECK(count("SELECT count(*)" + open + " AND a.due_on < ?", saturday.today) >= 2);
    CHECK(count("SELECT count(*)" + open + " AND a.due_on BETWEEN ? AND ?", saturday.today,
                saturday.today.plus_days(14)) >= 3);
    CHECK(count("SELECT count(*)" + open + " AND a.help = 'wanted'") >= 3);
    CHECK(count("SELECT count(*) FROM step_lanes l JOIN action_steps a ON a.id = l.step GROUP BY a.id ORDER "
                "BY 1 DESC LIMIT 1") == 3);
}

TEST_CASE("nothing of the running year has happened in the future") {
    CHECK(count("SELECT count(*) FROM posts WHERE at > ?", saturday.now) == 0);
    CHECK(count("SELECT count(*) FROM step_updates WHERE at > ?", saturday.now) == 0);
    CHECK(count("SELECT count(*) FROM action_steps WHERE set_at > ?", saturday.now) == 0);
    CHECK(count("SELECT count(*) FROM posts WHERE at > ?", saturday.now - std::chrono::hours{12}) > 0);
}

TEST_CASE("posts of a thread are in the order of their numbers, and answer earlier ones") {
    CHECK(count("SELECT count(*) FROM posts a JOIN posts b ON b.thread = a.thread AND b.number = a.number + "
                "1 WHERE b.at < a.at") == 0);
    CHECK(count("SELECT count(*) FROM posts a JOIN posts b ON b.id = a.reply_to WHERE b.thread <> a.thread "
                "OR b.number >= a.number") == 0);
}

TEST_CASE("everybody has two to five unread threads") {
    const auto unread = loaded().rows<int>(
        "SELECT (SELECT count(*) FROM threads t LEFT JOIN read_marks r ON r.thread = t.id AND r.person = p.id"
        " WHERE t.current = 1 AND t.last_number > coalesce(r.number, 0)) FROM people p WHERE p.active = 1");
    CHECK(unread.size() == 66);
    for (const int number : unread) CHECK((number >= 2 && number <= 5));
}

TEST_CASE("loading is no news") { CHECK(count("SELECT count(*) FROM journal") == 0); }

TEST_CASE("the same circumstances make the same ids") {
    tests::FreshDatabase other;
    store::Transaction tx{other.connection()};
    content::load_starting_content(tx, saturday);
    content::load_demonstration(tx, saturday);
    constexpr const char* ids = "SELECT id FROM posts ORDER BY id";
    CHECK(tx.rows<PostId>(ids) == loaded().rows<PostId>(ids));
}

TEST_CASE("it loads at any hour of any day") {
    for (int step = 0; step < 12; ++step) {
        tests::FreshDatabase other;
        store::Transaction tx{other.connection()};
        other.connection().begin_write();
        const auto now =
            Instant{1'767'225'600'000} + std::chrono::days{31 * step} + std::chrono::minutes{287 * step};
        const auto context = content::LoadContext::at(now, "test");
        INFO(local_time(now, ZoneName{"America/New_York"}).str());
        content::load_starting_content(tx, context);
        content::load_demonstration(tx, context);
        other.connection().commit();
        CHECK(tx.row<int>("SELECT count(DISTINCT a.status) FROM action_steps a JOIN series s ON s.id = "
                          "a.series WHERE s.current = 1") == 8);
        CHECK(!tx.any("SELECT 1 FROM posts WHERE at > ?", now));
        CHECK(tx.any(
            "SELECT 1 FROM meetings WHERE current = 1 AND ordinal = 4 AND substr(starts_local, 1, 10) = ?",
            context.today));
    }
}

TEST_CASE("there is always a session to join today, also after days of downtime") {
    using namespace demonstration;
    tests::FreshDatabase other;
    store::Transaction tx{other.connection()};
    other.connection().begin_write();
    content::load_starting_content(tx, saturday);
    content::load_demonstration(tx, saturday);
    const EnsureSession command{tx.row<SeriesId>("SELECT id FROM series WHERE current = 1").value()};
    std::uint8_t seed = 0;
    const auto look = [&](Instant now) {
        const Context context{.now = now, .ids = IdSource{now, {++seed}}};
        const auto facts = gather(tx, command, context);
        const auto ensured = decide(command, facts, context);
        Changes changes;
        record(tx, command, facts, *ensured, context, changes);
        return ensured->meeting;
    };
    const auto today = [&](Instant now) {
        return tx.row<MeetingId>(
            "SELECT id FROM meetings WHERE state = 'announced' AND type = 'session' AND current = 1"
            " AND substr(starts_local, 1, 10) = ?",
            local_date(now, ZoneName{"America/New_York"}));
    };
    const auto fourth = today(saturday_noon);
    REQUIRE(fourth);
    CHECK(!look(saturday_noon));
    // Nobody came: three days later it is the same session, today.
    const auto tuesday = saturday_noon + std::chrono::days{3};
    CHECK(look(tuesday) == fourth);
    CHECK(today(tuesday) == fourth);
    // It was held: another follows, with its agenda, up to twelve; then they stand outside the series.
    for (int ended = 0; ended < 10; ++ended) {
        tx.run("UPDATE meetings SET state = 'ended' WHERE id = ?", today(tuesday));
        const auto added = look(tuesday + std::chrono::minutes{ended});
        REQUIRE(added);
        CHECK(added == today(tuesday));
        CHECK(tx.any("SELECT 1 FROM agenda_items WHERE meeting = ? AND next_steps = 1", added));
    }
    CHECK(tx.row<int>("SELECT max(ordinal) FROM meetings") == sessions_limit);
    other.connection().commit();
    CHECK(other.connection().integrity().empty());
    CHECK(tx.any("SELECT 1 FROM due_items WHERE kind = ? AND at > ?", std::string{ensure_session_due},
                 tuesday));
}
