#pragma once
// Two states with a live session in a real database; every command is held to the law of snapshots.
#include "features/action_steps/action_steps.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"
#include "support/catch.hpp"

#include <boost/pfr/ops_fields.hpp>

#include <array>
#include <filesystem>
#include <map>
#include <unistd.h>

namespace interstate::action_steps::testing {

template <class IdType>
IdType id(std::uint8_t number) {
    return IdType{Ulid::from({1000}, {number})};
}

inline const auto sdi = id<CollaborativeId>(1);
inline const auto ohio = id<OrganisationId>(2);
inline const auto utah = id<OrganisationId>(3);
inline const auto convener = id<OrganisationId>(4);
inline const auto ana = id<PersonId>(5);
inline const auto uma = id<PersonId>(6);
inline const auto fay = id<PersonId>(7);
inline const auto oz = id<PersonId>(8);
inline const auto series = id<SeriesId>(9);
inline const auto session = id<MeetingId>(10);
inline const auto objective = id<ObjectiveId>(11);
inline const Stream series_stream{StreamKind::series, series};
inline const Stream members_stream{StreamKind::collaborative, sdi};
inline const Stream ohio_stream{StreamKind::organisation, ohio};
inline const Stream utah_stream{StreamKind::organisation, utah};
inline const Stream session_stream{StreamKind::meeting, session};
inline const Stream all_streams[] = {series_stream, members_stream, ohio_stream, utah_stream, session_stream};

/// What a stream's snapshot says of one kind.
template <class R>
using Snapshot = std::map<Ulid, R>;
template <class R>
Snapshot<R> snapshot(store::Transaction& tx, const Stream& stream) {
    Snapshot<R> all;
    for (auto& one : current(tx, stream, As<R>{})) CHECK(all.emplace(one.id, one).second);
    return all;
}
template <class R>
void apply(store::Transaction& tx, const Stream& stream, const Changes& changes, Snapshot<R>& all) {
    for (const auto& remove : changes.removes())
        if (remove.kind == R::kind && remove.stream == stream) all.erase(remove.id);
    for (const auto& put : changes.puts()) {
        if (put.kind != R::kind) continue;
        const auto record = find(tx, put.id, As<R>{});
        REQUIRE(record);
        if (home(tx, *record) == stream) all.insert_or_assign(put.id, *record);
    }
}
template <class R>
bool same(const Snapshot<R>& a, const Snapshot<R>& b) {
    return std::ranges::equal(a, b, [](const auto& x, const auto& y) {
        return x.first == y.first && boost::pfr::eq_fields(x.second, y.second);
    });
}

/// Two states, a convener, one running series with a live session.
class World {
  public:
    World() : file_{std::filesystem::temp_directory_path() / ("steps" + std::to_string(::getpid()) + ".db")} {
        clear();
        store::SqliteDatabase database{file_};
        connection_ = database.open_writer();
        store::migrate(*connection_);
        connection_->begin_write();
        tx.emplace(*connection_);
        people();
        exchange();
    }
    ~World() {
        connection_->rollback();
        connection_.reset();
        clear();
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    /// Runs a command as `execute` does, and holds it to the law for every stream.
    template <class Command>
    auto run(const PersonId& actor, const Command& command) {
        // Seeds fall: of two commands in one millisecond the later one makes the smaller ids.
        const std::array<std::uint8_t, 10> seed{static_cast<std::uint8_t>(--seed_ >> 8),
                                                static_cast<std::uint8_t>(seed_)};
        const Context context{.actor = actor, .now = {now += 1000}, .ids = IdSource{{now}, seed}};
        const auto before = law_state();
        const auto facts = gather(*tx, command, context);
        auto decision = decide(command, facts, context);
        if (!decision) return decision;
        changes = {};
        record(*tx, command, facts, *decision, context, changes);
        hold_to_law(before);
        return decision;
    }

    StepId commit(Visibility visibility = Visibility::series, const OrganisationId& state = ohio) {
        const auto owner = state == ohio ? ana : uma;
        const auto committed = run(owner, CommitStep{.collaborative = sdi,
                                                     .series = series,
                                                     .meeting = session,
                                                     .organisation = state,
                                                     .owner = owner,
                                                     .title = Text<1, 300>{"Pilot the needs assessment"},
                                                     .measure = Text<1, 600>{"Two districts used it"},
                                                     .due_on = CivilDate{"2026-12-15"},
                                                     .visibility = visibility});
        REQUIRE(committed);
        return committed->step;
    }
    /// A lane of another state that is asked to join; there is no command for it yet.
    LaneId ask(const StepId& step, const OrganisationId& state, const PersonId& owner) {
        const auto lane = LaneId{Ulid::from({now += 1000}, {1})};
        tx->run("INSERT INTO step_lanes (id, step, organisation, owner, due_on, status, outcome, finished_at)"
                " VALUES (?, ?, ?, ?, '2026-12-15', 'proposed', '', NULL)",
                lane, step, state, owner);
        return lane;
    }
    ActionStep step(const StepId& step_id) { return find(*tx, step_id, As<ActionStep>{}).value(); }
    Result<Page<ActionStep, Lane, StepLink>> ask_steps(const PersonId& actor, Steps query = {}) {
        query.collaborative = sdi;
        return answer(*tx, query, Context{.actor = actor, .now = {now}});
    }
    [[nodiscard]] bool put(Kind kind, const Ulid& which) const {
        return std::ranges::find(changes.puts(), Changes::Put{kind, which}) != changes.puts().end();
    }
    [[nodiscard]] bool removed(const Stream& stream, Kind kind, const Ulid& which) const {
        return std::ranges::find(changes.removes(), Changes::Remove{stream, kind, which}) !=
               changes.removes().end();
    }

    std::optional<store::Transaction> tx;
    Changes changes;
    /// 2026-11-21, noon in UTC.
    std::int64_t now = 1795262400000;

  private:
    template <class... R>
    using State = std::vector<std::tuple<Snapshot<R>...>>;
    using Steps_ = State<ActionStep, Lane, StepLink, NoStep>;

    Steps_ law_state() {
        Steps_ all;
        for (const auto& stream : all_streams)
            all.emplace_back(snapshot<ActionStep>(*tx, stream), snapshot<Lane>(*tx, stream),
                             snapshot<StepLink>(*tx, stream), snapshot<NoStep>(*tx, stream));
        return all;
    }
    void hold_to_law(Steps_ state) {
        const auto after = law_state();
        for (std::size_t i = 0; i < state.size(); ++i) {
            INFO(all_streams[i].name());
            boost::mp11::tuple_for_each(state[i], [&](auto& part) {
                apply(*tx, all_streams[i], changes, part);
                CHECK(same(part, std::get<std::remove_reference_t<decltype(part)>>(after[i])));
            });
        }
    }
    void person(const PersonId& who, const OrganisationId& organisation, permissions::Role role) {
        tx->run("INSERT INTO people (id, name, address, address_folded, zone, active) VALUES (?, 'N', ?, ?, "
                "'UTC', 1)",
                who, who, who);
        tx->run("INSERT INTO seats (person, collaborative, organisation, title, function, primary_contact)"
                " VALUES (?, ?, ?, '', '', 0)",
                who, sdi, organisation);
        tx->run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)", who, role, sdi);
    }
    void people() {
        tx->run("INSERT INTO collaboratives (id, slug, name, short_name, year) VALUES (?, 'sdi', 'SDI', "
                "'SDI', '2026')",
                sdi);
        for (const auto& [which, code] :
             {std::pair{ohio, std::string{"OH"}}, std::pair{utah, std::string{"UT"}},
              std::pair{convener, std::string{}}})
            tx->run("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone, "
                    "tile_column, tile_row)"
                    " VALUES (?, ?, 'state_agency', 'N', ?, 'N', 'UTC', 0, 0)",
                    which, sdi, code);
        for (const auto& state : {ohio, utah})
            tx->run("INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
                    " VALUES (?, '2026-2027', 'active', 'core', 6)",
                    state);
        person(ana, ohio, permissions::Role::state_lead);
        person(uma, utah, permissions::Role::state_member);
        person(fay, convener, permissions::Role::facilitator);
        person(oz, convener, permissions::Role::observer);
    }
    void exchange() {
        tx->run("INSERT INTO series (id, collaborative, slug, title, description, state, starts_on, ends_on, "
                "current, revision)"
                " VALUES (?, ?, 's', 'S', '', 'running', '2026-09-01', '2027-06-30', 1, 1)",
                series, sdi);
        tx->run("INSERT INTO objectives (id, series, ordinal, short_name, text) VALUES (?, ?, 1, 'O', 'O')",
                objective, series);
        for (const auto& state : {ohio, utah})
            tx->run("INSERT INTO participations (id, series, organisation) VALUES (?, ?, ?)", state, series,
                    state);
        tx->run("INSERT INTO meetings (id, collaborative, series, ordinal, type, state, title, summary, "
                "starts_local, zone,"
                " starts_at, minutes, place, objectives, principles, presenting, pre_work, materials, "
                "outcome, moved_at,"
                " cancel_reason, revision, current, link, dial_in) VALUES (?, ?, ?, 1, 'session', 'live', "
                "'T', '',"
                " '2026-11-21T12:00', 'UTC', 0, 90, '', '', '', '', '', '', '', NULL, '', 1, 1, '', '')",
                session, sdi, series);
    }
    void clear() {
        for (const char* tail : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + tail);
    }

    std::filesystem::path file_;
    std::unique_ptr<store::Connection> connection_;
    std::uint16_t seed_ = 0;
};

inline UpdateStep update(const StepId& step, Status status, const char* text = "") {
    return {.step = step, .status = status, .text = Prose<0, 600>{text}};
}

} // namespace interstate::action_steps::testing
