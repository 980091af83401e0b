// Action steps in a real database: invariants, the law of snapshots, and what moves with a step.
#include "features/action_steps/action_steps.hpp"
#include "store/journal.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"
#include "support/catch.hpp"

#include <boost/pfr/ops_fields.hpp>

#include <array>
#include <filesystem>
#include <map>
#include <random>
#include <unistd.h>

using namespace interstate;
using namespace interstate::action_steps;

namespace {

template <class IdType>
IdType id(std::uint8_t number) {
    return IdType{Ulid::from({1000}, {number})};
}

const auto sdi = id<CollaborativeId>(1);
const auto ohio = id<OrganisationId>(2);
const auto utah = id<OrganisationId>(3);
const auto convener = id<OrganisationId>(4);
const auto ana = id<PersonId>(5);
const auto uma = id<PersonId>(6);
const auto fay = id<PersonId>(7);
const auto oz = id<PersonId>(8);
const auto series = id<SeriesId>(9);
const auto session = id<MeetingId>(10);
const auto objective = id<ObjectiveId>(11);
const Stream series_stream{StreamKind::series, series};
const Stream members_stream{StreamKind::collaborative, sdi};
const Stream ohio_stream{StreamKind::organisation, ohio};
const Stream utah_stream{StreamKind::organisation, utah};
const Stream session_stream{StreamKind::meeting, session};
const Stream all_streams[] = {series_stream, members_stream, ohio_stream, utah_stream, session_stream};

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

UpdateStep update(const StepId& step, Status status, const char* text = "") {
    return {.step = step, .status = status, .text = Prose<0, 600>{text}};
}

} // namespace

TEST_CASE("INV-21: a committed step has a lane with an owner of its state and a due date") {
    World world;
    const auto step = world.commit();
    const auto lanes = current(*world.tx, series_stream, As<Lane>{});
    REQUIRE(lanes.size() == 1);
    CHECK(lanes[0].step == step);
    CHECK(lanes[0].organisation == ohio);
    CHECK(lanes[0].owner == ana);
    CHECK(lanes[0].due_on == CivilDate{"2026-12-15"});
    CHECK(world.step(step).horizon == Horizon::days_30);
    CHECK(!world.step(step).on_behalf);
}

TEST_CASE("a facilitator's step for a state is marked so, and its owner is of that state") {
    World world;
    CommitStep command{.collaborative = sdi,
                       .series = series,
                       .organisation = utah,
                       .owner = fay,
                       .title = Text<1, 300>{"T"},
                       .measure = Text<1, 600>{"M"},
                       .due_on = CivilDate{"2027-06-01"},
                       .objectives = std::vector{objective},
                       .principles = std::vector{3, 7}};
    CHECK(world.run(fay, command).error().field == "owner");
    command.owner = uma;
    const auto committed = world.run(fay, command);
    REQUIRE(committed);
    const auto step = world.step(committed->step);
    CHECK(step.on_behalf);
    CHECK(step.horizon == Horizon::longer);
    CHECK(step.objectives == std::vector{objective});
    CHECK(step.principles == std::vector{3, 7});
    CHECK(world.run(oz, command).error().code == "not_allowed");
}

TEST_CASE("a step outside any series is for all members") {
    World world;
    const auto committed = world.run(ana, CommitStep{.collaborative = sdi,
                                                     .organisation = ohio,
                                                     .owner = ana,
                                                     .title = Text<1, 300>{"T"},
                                                     .measure = Text<1, 600>{"M"},
                                                     .due_on = CivilDate{"2027-01-01"}});
    REQUIRE(committed);
    CHECK(home(*world.tx, world.step(committed->step)) == members_stream);
}

TEST_CASE(
    "INV-24: each change of a lane has one update, and replaying the updates yields the present state") {
    World world;
    std::mt19937 random{24};
    std::vector<StepId> steps;
    std::map<LaneId, Status> begun;
    for (int i = 0; i < 3; ++i) {
        steps.push_back(world.commit());
        world.ask(steps.back(), utah, uma);
    }
    for (const auto& lane : current(*world.tx, series_stream, As<Lane>{})) begun[lane.id] = lane.status;
    const auto lanes = current(*world.tx, series_stream, As<Lane>{});
    std::int64_t accepted = 0;
    for (int i = 0; i < 400; ++i) {
        const auto& lane = lanes[random() % lanes.size()];
        UpdateStep command{.step = lane.step, .lane = lane.id, .status = static_cast<Status>(random() % 8)};
        if (random() % 3 != 0) command.text = Prose<0, 600>{"What happened"};
        if (random() % 4 == 0) world.now -= 1000; // several updates in one millisecond
        if (world.run(lane.organisation == ohio ? ana : uma, command)) ++accepted;
    }
    CHECK(accepted > 50);
    auto replayed = begun;
    struct Change {
        LaneId lane;
        Status from = Status::not_started;
        Status to = Status::not_started;
    };
    std::int64_t told = 0;
    for (const auto& step : steps)
        for (const auto& change : world.tx->rows<Change>(
                 "SELECT lane, from_status, to_status FROM step_updates WHERE step = ? ORDER BY number",
                 step)) {
            CHECK(replayed[change.lane] == change.from);
            replayed[change.lane] = change.to;
            ++told;
        }
    CHECK(told == accepted);
    for (const auto& lane : current(*world.tx, series_stream, As<Lane>{}))
        CHECK(replayed[lane.id] == lane.status);
    for (const auto& step : steps) {
        std::vector<Status> of_step;
        for (const auto& lane : current(*world.tx, series_stream, As<Lane>{}))
            if (lane.step == step) of_step.push_back(lane.status);
        CHECK(world.step(step).status == status_of(of_step));
    }
}

TEST_CASE("finishing keeps what came of it, opening again clears it, the last update shows on the step") {
    World world;
    const auto step = world.commit();
    REQUIRE(world.run(ana, update(step, Status::completed, "Two districts use it")));
    auto lane = current(*world.tx, series_stream, As<Lane>{}).at(0);
    CHECK(lane.outcome.str() == "Two districts use it");
    CHECK(lane.finished_at == Instant{world.now});
    CHECK(world.step(step).status == Status::completed);
    CHECK(world.step(step).latest_at == Instant{world.now});
    const auto finished = world.now;
    REQUIRE(world.run(ana, update(step, Status::completed, "Three districts use it")));
    lane = current(*world.tx, series_stream, As<Lane>{}).at(0);
    CHECK(lane.outcome.str() == "Three districts use it");
    CHECK(lane.finished_at == Instant{finished});
    REQUIRE(world.run(ana, update(step, Status::on_track, "One stopped")));
    lane = current(*world.tx, series_stream, As<Lane>{}).at(0);
    CHECK(lane.outcome.empty());
    CHECK(!lane.finished_at);
    CHECK(world.step(step).latest.str() == "One stopped");
    CHECK(world.step(step).revision == 1);
}

TEST_CASE("an asked state accepts or declines its own lane") {
    World world;
    const auto step = world.commit();
    const auto lane = world.ask(step, utah, uma);
    UpdateStep command{.step = step, .lane = lane, .status = Status::on_track};
    CHECK(world.run(ana, command).error().code == "not_allowed");
    CHECK(world.run(uma, UpdateStep{.step = step, .status = Status::on_track}).error().field == "lane");
    REQUIRE(world.run(uma, command));
    CHECK(world.step(step).status == Status::not_started);
}

TEST_CASE("an edit changes what is given, the owner's lane too, and no more") {
    World world;
    const auto step = world.commit();
    REQUIRE(world.run(ana, EditStep{.step = step,
                                    .title = Text<1, 300>{"Better words"},
                                    .due_on = CivilDate{"2027-01-31"},
                                    .category = Category::communication}));
    const auto edited = world.step(step);
    CHECK(edited.title.str() == "Better words");
    CHECK(edited.measure.str() == "Two districts used it");
    CHECK(edited.category == Category::communication);
    CHECK(edited.revision == 2);
    CHECK(current(*world.tx, series_stream, As<Lane>{}).at(0).due_on == CivilDate{"2027-01-31"});
    CHECK(world.run(uma, EditStep{.step = step, .revision = 2, .title = Text<1, 300>{"Mine"}}).error().code ==
          "not_allowed");
}

TEST_CASE("a step made narrower takes lanes, history, threads and posts along, and the journal forgets") {
    World world;
    const auto step = world.commit();
    const auto said = world.run(ana, update(step, Status::on_track, "Begun"));
    const auto thread = id<ThreadId>(90);
    const auto post = id<PostId>(91);
    world.tx->run("INSERT INTO threads (id, collaborative, anchor, anchor_id, stream, title, started_by, "
                  "started_at, last_number,"
                  " last_at, last_by, posts, pinned, current) VALUES (?, ?, 'action_step', ?, ?, 'T', ?, 1, "
                  "1, 1, ?, 1, 0, 1)",
                  thread, sdi, step, series_stream, ana, ana);
    world.tx->run("INSERT INTO posts (id, thread, number, author, at, reply_to, text, html, renderer, "
                  "edited_at, revision,"
                  " removed, removed_by) VALUES (?, ?, 1, ?, 1, NULL, 'x', 'x', 1, NULL, 1, 0, NULL)",
                  post, thread, ana);
    store::append(*world.tx, {series_stream, "step_committed"}, Context{.actor = ana},
                  [](auto) { return "old words"; });

    REQUIRE(world.run(ana, EditStep{.step = step, .visibility = Visibility::organisation}));

    const auto lane = current(*world.tx, ohio_stream, As<Lane>{}).at(0).id;
    for (const auto& [kind, which] :
         {std::pair<Kind, Ulid>{Kind::action_step, step}, std::pair<Kind, Ulid>{Kind::lane, lane},
          std::pair<Kind, Ulid>{Kind::step_update, said->update}, std::pair<Kind, Ulid>{Kind::thread, thread},
          std::pair<Kind, Ulid>{Kind::post, post}}) {
        CHECK(world.removed(series_stream, kind, which));
        CHECK(world.put(kind, which));
    }
    CHECK(world.tx->row<Stream>("SELECT stream FROM threads WHERE id = ?", thread) == ohio_stream);
    CHECK(store::state_of(*world.tx, series_stream).floor == 1);
    CHECK(store::events_after(*world.tx, series_stream, 0, 10).empty());
    CHECK(world.run(uma, update(step, Status::on_track)).error().code == "not_allowed");
    CHECK(world.run(fay, EditStep{.step = step, .revision = 2, .title = Text<1, 300>{"Mine"}}).error().code ==
          "not_allowed");
}

TEST_CASE("naming the same audience again moves nothing") {
    World world;
    const auto step = world.commit();
    REQUIRE(world.run(ana, EditStep{.step = step, .visibility = Visibility::series}));
    CHECK(world.changes.removes().empty());
}

TEST_CASE("a link is shown from both sides, once, and moves with its narrower step") {
    World world;
    const auto ours = world.commit();
    const auto theirs = world.commit(Visibility::members, utah);
    const auto linked = world.run(ana, LinkSteps{.from = ours, .to = theirs});
    REQUIRE(linked);
    CHECK(current(*world.tx, series_stream, As<StepLink>{}).size() == 1);
    CHECK(world.run(uma, LinkSteps{.from = theirs, .to = ours}).error().code == "linked_already");
    CHECK(world.run(ana, LinkSteps{.from = ours, .to = theirs}).error().code == "linked_already");
    REQUIRE(world.run(ana, LinkSteps{.from = ours, .to = theirs, .type = LinkType::adapted_from}));
    REQUIRE(world.run(uma, LinkSteps{.from = theirs, .to = ours, .type = LinkType::adapted_from}));

    REQUIRE(world.run(ana, EditStep{.step = ours, .visibility = Visibility::members}));
    CHECK(current(*world.tx, members_stream, As<StepLink>{}).size() == 3);
    REQUIRE(world.run(uma, UnlinkSteps{.link = linked->link}));
    CHECK(world.run(uma, UnlinkSteps{.link = linked->link}).error().code == "not_allowed");
}

TEST_CASE("a link that nobody could see from both sides goes") {
    World world;
    const auto ours = world.commit();
    const auto theirs = world.commit(Visibility::organisation, utah);
    const auto linked = world.run(uma, LinkSteps{.from = theirs, .to = ours});
    REQUIRE(linked);
    CHECK(current(*world.tx, utah_stream, As<StepLink>{}).size() == 1);
    CHECK(world.run(ana, UnlinkSteps{.link = linked->link}).error().code == "not_allowed");
    CHECK(world.run(ana, LinkSteps{.from = ours, .to = theirs}).error().code == "not_allowed");

    REQUIRE(world.run(ana, EditStep{.step = ours, .visibility = Visibility::organisation}));
    CHECK(world.removed(utah_stream, Kind::step_link, linked->link));
    CHECK(!find(*world.tx, linked->link, As<StepLink>{}));
}

TEST_CASE("two steps within one team are linked there, once in its snapshot") {
    World world;
    const auto one = world.commit(Visibility::organisation);
    const auto other = world.commit(Visibility::organisation);
    REQUIRE(world.run(ana, LinkSteps{.from = one, .to = other, .type = LinkType::peer_review}));
    CHECK(current(*world.tx, ohio_stream, As<StepLink>{}).size() == 1);
}

TEST_CASE("help is asked and answered on the step itself") {
    World world;
    const auto step = world.commit();
    CHECK(world.run(uma, AskForHelp{.step = step, .text = Prose<1, 1000>{"Anyone?"}}).error().code ==
          "not_allowed");
    REQUIRE(world.run(ana, AskForHelp{.step = step, .text = Prose<1, 1000>{"Who has a template?"}}));
    CHECK(world.step(step).help == HelpState::wanted);
    CHECK(world.step(step).help_at == Instant{world.now});
    REQUIRE(world.run(fay, CloseHelp{.step = step, .answered = false}));
    CHECK(world.step(step).help == HelpState::withdrawn);
    CHECK(world.step(step).help_text.str() == "Who has a template?");
}

TEST_CASE("none is said once for a state and session, taken back by nothing or by a step") {
    World world;
    const auto none = [](const char* reason) {
        return RecordNone{.meeting = session, .organisation = ohio, .reason = Text<0, 300>{reason}};
    };
    REQUIRE(world.run(fay, none("Budget talks first")));
    REQUIRE(world.run(ana, none("Waiting for the board")));
    CHECK(current(*world.tx, session_stream, As<NoStep>{}).size() == 1);
    CHECK(world.run(uma, none("They do not want to")).error().code == "not_allowed");
    REQUIRE(world.run(ana, none("")));
    CHECK(current(*world.tx, session_stream, As<NoStep>{}).empty());
    REQUIRE(world.run(ana, none("")));
    REQUIRE(world.run(ana, none("Again")));
    world.commit();
    CHECK(current(*world.tx, session_stream, As<NoStep>{}).empty());
    CHECK(world.run(ana, none("Again")).error().code == "has_step");
}

TEST_CASE("each person finds the steps that they may see") {
    World world;
    const auto team = world.commit(Visibility::organisation);
    const auto shared = world.commit(Visibility::series);
    const auto open = world.commit(Visibility::members, utah);
    const auto seen = [&](const PersonId& who) {
        std::vector<StepId> ids;
        const auto page = world.ask_steps(who);
        REQUIRE(page);
        for (const auto& step : std::get<0>(page->records)) ids.push_back(step.id);
        return ids;
    };
    CHECK(seen(ana) == std::vector{team, shared, open});
    CHECK(seen(uma) == std::vector{shared, open});
    CHECK(seen(fay) == std::vector{shared, open});
    CHECK(seen(oz) == std::vector{shared});
    CHECK(world.ask_steps(id<PersonId>(99)).error().code == "not_allowed");
}

TEST_CASE("steps come in pages by due date, with their lanes and links, under every filter") {
    World world;
    const auto first = world.commit();
    const auto second = world.commit(Visibility::members, utah);
    const auto third = world.commit(Visibility::organisation);
    REQUIRE(world.run(ana, EditStep{.step = first,
                                    .due_on = CivilDate{"2026-11-30"},
                                    .objectives = std::vector{objective},
                                    .principles = std::vector{10}}));
    REQUIRE(world.run(ana, LinkSteps{.from = first, .to = second}));
    REQUIRE(world.run(ana, update(third, Status::completed, "Done")));
    const auto ids = [&](Steps query) {
        const auto page = world.ask_steps(ana, std::move(query));
        REQUIRE(page);
        std::vector<StepId> found;
        for (const auto& step : std::get<0>(page->records)) found.push_back(step.id);
        return found;
    };
    const auto page = world.ask_steps(ana, {.limit = 2});
    REQUIRE(page);
    CHECK(std::get<0>(page->records).size() == 2);
    CHECK(std::get<1>(page->records).size() == 2);
    CHECK(std::get<2>(page->records).size() == 1);
    CHECK(page->next == "2026-12-15 " + second.str());
    CHECK(ids({.cursor = Text<1, 60>{*page->next}, .limit = 2}) == std::vector{third});
    CHECK(ids({.series = series}).size() == 3);
    CHECK(ids({.series = SeriesId{ana}}).empty());
    CHECK(ids({.meeting = session}).size() == 3);
    CHECK(ids({.state = Text<1, 8>{"UT"}}) == std::vector{second});
    CHECK(ids({.status = Status::completed}) == std::vector{third});
    CHECK(ids({.open = true}) == std::vector{first, second});
    CHECK(ids({.open = false}) == std::vector{third});
    CHECK(ids({.overdue = true}).empty());
    CHECK(ids({.owner = uma}) == std::vector{second});
    CHECK(ids({.principle = 10}) == std::vector{first});
    CHECK(ids({.principle = 1}).empty());
    CHECK(ids({.objective = objective}) == std::vector{first});
    world.now += std::int64_t{20} * 24 * 3600 * 1000;
    CHECK(ids({.overdue = true}) == std::vector{first});
    CHECK(ids({.overdue = false}) == std::vector{second, third});
    CHECK(world.ask_steps(ana, {.limit = 201}).error().field == "limit");
    CHECK(world.ask_steps(ana, {.state = Text<1, 8>{"ZZ"}}).error().field == "state");
    CHECK(world.ask_steps(ana, {.cursor = Text<1, 60>{"2026-13-45 nonsense"}}).error().field == "cursor");
}

TEST_CASE("a step's history comes newest first, in pages, to those who see the step") {
    World world;
    const auto step = world.commit(Visibility::organisation);
    for (const auto status : {Status::on_track, Status::at_risk, Status::blocked})
        REQUIRE(world.run(ana, update(step, status)));
    const auto history = [&](const PersonId& who, UpdatesOfStep query) {
        return answer(*world.tx, query, Context{.actor = who, .now = {world.now}});
    };
    const auto page = history(ana, {.step = step, .limit = 2});
    REQUIRE(page);
    REQUIRE(std::get<0>(page->records).size() == 2);
    CHECK(std::get<0>(page->records)[0].to == Status::blocked);
    CHECK(std::get<0>(page->records)[0].author == ana);
    const auto last = history(ana, {.step = step, .cursor = Text<1, 60>{page->next.value()}});
    REQUIRE(last);
    REQUIRE(std::get<0>(last->records).size() == 1);
    CHECK(std::get<0>(last->records)[0].from == Status::not_started);
    CHECK(!last->next);
    CHECK(history(uma, {.step = step}).error().code == "not_allowed");
    CHECK(history(ana, {.step = step, .limit = 0}).error().field == "limit");
    CHECK(history(ana, {.step = step, .cursor = Text<1, 60>{"x"}}).error().field == "cursor");
}
