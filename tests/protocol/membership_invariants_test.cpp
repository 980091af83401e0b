// What must hold of memberships and access whatever is done, tried with what chance brings (the seed stands
// in each failure).
#include "protocol/matrix.hpp"

#include <random>

using namespace interstate;
using namespace interstate::tests;

namespace {

constexpr unsigned seed = 20261122;

template <class T>
T one_of(std::mt19937& chance, std::initializer_list<T> choices) {
    return *(choices.begin() + std::uniform_int_distribution<std::size_t>{0, choices.size() - 1}(chance));
}

} // namespace

TEST_CASE("INV-2 an organisation has at most one live membership a year, and one that gives rights, whatever "
          "is done") {
    House house;
    std::mt19937 chance{seed};
    Client administrator{house, house.cast.administrator};
    const auto ask = [&](const char* name, Json body) {
        body["organisation"] = house.cast.state.str();
        const auto reply = administrator.command(name, body);
        INFO(reply.dump());
        CHECK((reply["t"] == "ack" || reply["t"] == "refusal"));
        CHECK(reply.value("code", "") != "internal");
    };
    for (int turn = 0; turn < 80; ++turn) {
        INFO("seed " << seed << ", turn " << turn);
        const auto what = one_of(
            chance, {"admit_member", "suspend_member", "renew_membership", "turn_year", "decline_renewal"});
        if (what == std::string_view{"turn_year"}) {
            house.written([&](store::Transaction& tx) {
                const auto ends = local_date(house.now(), ZoneName{"America/New_York"})
                                      .plus_days(one_of(chance, {-40, -1, 20}));
                tx.run("UPDATE membership_years SET starts_on = ?, ends_on = ? WHERE status = 'active'",
                       ends.plus_days(-364), ends);
                tx.run("UPDATE facts_of_store SET value = 'real' WHERE name = 'kind'");
            });
            house.by_system("turn_year", {{"collaborative", house.cast.collaborative.str()}});
        } else if (what == std::string_view{"admit_member"}) {
            ask(what,
                {{"tier", one_of(chance, {"core", "extended"})}, {"seat_cap", one_of(chance, {1, 40, 500})}});
        } else if (what == std::string_view{"decline_renewal"}) {
            ask(what, {{"reason", "No."}});
        } else if (what == std::string_view{"suspend_member"}) {
            ask(what, {{"withdrawn", one_of(chance, {true, false})}});
        } else {
            ask(what, {{"seat_cap", one_of(chance, {6, 40})}});
        }
        CHECK(house.one<int>("SELECT count(*) - count(DISTINCT organisation || year) FROM memberships") == 0);
        CHECK(house.one<int>("SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM memberships"
                             " WHERE status IN ('active', 'grace') GROUP BY organisation)") <= 1);
    }
}

TEST_CASE("INV-6 member access is a membership that stands and a seat that is held, or a granted role; "
          "nothing else") {
    House house;
    std::mt19937 chance{seed};
    const auto person = house.cast.member;
    const auto connection = house.database().open_writer();
    for (int turn = 0; turn < 400; ++turn) {
        const std::string status =
            one_of(chance, {"applied", "approved", "active", "grace", "expired", "suspended", "withdrawn"});
        const std::string tier = one_of(chance, {"core", "extended"});
        const std::string role =
            one_of(chance, {"", "state_member", "state_lead", "partner", "observer", "facilitator"});
        const bool active = one_of(chance, {true, true, false}), held = one_of(chance, {true, true, false});
        const std::string part = one_of(chance, {"", "", "series", "meeting", "ended"});
        INFO("seed " << seed << ", turn " << turn << ": " << status << " " << tier << " " << role
                     << " active " << active << " held " << held << " part " << part);
        connection->begin_write();
        store::Transaction tx{*connection};
        tx.run("DELETE FROM role_grants WHERE person = ?", person);
        if (!role.empty())
            tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)", person, role,
                   house.cast.collaborative);
        tx.run("UPDATE people SET active = ? WHERE id = ?", active, person);
        tx.run("UPDATE seats SET left_at = CASE WHEN ? THEN NULL ELSE 1 END WHERE person = ?", held, person);
        tx.run("DELETE FROM memberships WHERE organisation = ?", house.cast.state);
        tx.run("INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
               " SELECT ?, year, ?, ?, 400 FROM collaboratives WHERE id = ?",
               house.cast.state, status, tier, house.cast.collaborative);
        tx.run("DELETE FROM participations WHERE organisation = ?", house.cast.state);
        if (!part.empty())
            tx.run("INSERT INTO scoped_role_grants (id, collaborative, person, role, scope, subject,"
                   " granted_by, granted_at, ended_at) VALUES (?, ?, ?, 'partner', ?, ?, ?, 1, ?)",
                   Ulid::from({1}, {5}), house.cast.collaborative, person,
                   part == "ended" ? std::string{"series"} : part,
                   part == "meeting" ? Ulid{house.cast.session} : Ulid{house.cast.series}, person,
                   part == "ended" ? std::optional{2} : std::nullopt);
        const bool stands = (status == "active" || status == "grace") && tier == "core";
        const bool of_a_state = role == "state_member" || role == "state_lead";
        const bool granted = role == "partner" || role == "facilitator";
        const bool expected = active && held && (granted || (of_a_state && stands));
        // Straight from the rows, without any command: nothing was copied that could still say otherwise.
        CHECK(permissions::may_follow(tx, person, {StreamKind::collaborative, house.cast.collaborative}) ==
              expected);
        const auto may = [&](StreamKind kind, const Ulid& subject) {
            return permissions::may_follow(tx, person, {kind, subject});
        };
        const bool everywhere = active && held && (granted || role == "observer");
        CHECK(may(StreamKind::series, house.cast.series) ==
              (everywhere || (active && held && part == "series")));
        CHECK(may(StreamKind::meeting, house.cast.session) ==
              (everywhere || (active && held && (part == "series" || part == "meeting"))));
        connection->rollback();
    }
}
