// The room in its tables: stays, countdowns, undoing and restarts; and after every command the law that a
// snapshot before, with the changes applied, is the snapshot after.
#include "features/rooms/rooms.hpp"
#include "store/due_items.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"
#include "support/catch.hpp"

#include <filesystem>
#include <map>
#include <unistd.h>

using namespace interstate;
using namespace interstate::rooms;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

template <class T>
std::string printed(const T& value) {
    if constexpr (std::same_as<T, Instant>)
        return std::to_string(value.ms);
    else if constexpr (std::derived_from<T, Ulid> || requires { value.min; })
        return std::string{value.str()};
    else if constexpr (DescribedEnum<T>)
        return word_of(value);
    else if constexpr (std::integral<T>)
        return std::to_string(value);
    else
        return value ? printed(*value) : "-";
}

using Snapshot = std::map<std::pair<Kind, Ulid>, std::string>;

template <class Record>
std::string line_of(const Record& record) {
    std::string line;
    boost::pfr::for_each_field(record, [&](const auto& field) { line += printed(field) + "|"; });
    return line;
}

template <class Record>
void add_current(store::Transaction& tx, const Stream& stream, Snapshot& all) {
    for (const auto& record : current(tx, stream, As<Record>{}))
        all[{Record::kind, record.id}] = line_of(record);
}

template <class Record>
void put_found(store::Transaction& tx, const Stream& stream, const Ulid& id, Snapshot& all) {
    const auto record = find(tx, id, As<Record>{});
    REQUIRE(record);
    if (home(tx, *record) == stream) all[{Record::kind, id}] = line_of(*record);
}

/// A series with Alabama and Ohio and one announced session of two items, 10 and 20 minutes, in a database of
/// its own.
class World {
  public:
    World() : connection_{open()}, tx{*connection_} {
        store::migrate(*connection_);
        connection_->begin_write();
        const auto id = [](std::uint8_t n) { return Ulid::from({1000}, {n}); };
        const CollaborativeId sdi{id(1)};
        tx.run("INSERT INTO collaboratives (id, slug, name, short_name, year)"
               " VALUES (?, 'sdi', 'SDI', 'SDI', '2026-2027')",
               sdi);
        tx.run("INSERT INTO series (id, collaborative, slug, title, description, state, starts_on, ends_on,"
               " current, revision)"
               " VALUES (?, ?, 'p2p', 'P2P', '', 'running', '2026-09-01', '2027-06-30', 1, 1)",
               series, sdi);
        add_state(sdi, alabama, "AL", "Alabama");
        add_state(sdi, ohio, "OH", "Ohio");
        add_person(sdi, fay, ohio, "Fay", "facilitator");
        add_person(sdi, ana, alabama, "Ana", "state_member");
        add_person(sdi, ben, ohio, "Ben", "state_lead");
        tx.run("INSERT INTO meetings (id, collaborative, series, ordinal, type, state, title, summary,"
               " starts_local, zone,"
               " starts_at, minutes, place, objectives, principles, presenting, pre_work, materials,"
               " outcome, cancel_reason,"
               " revision, current, link, dial_in)"
               " VALUES (?, ?, ?, 1, 'session', 'announced', 'One', '', '2026-11-21T13:00',"
               " 'UTC', ?, 90, '', '', '', '', '', '', '', '', 1, 1, '', '')",
               meeting, sdi, series, start);
        add_item(first, 1, 10);
        add_item(second, 2, 20);
    }
    ~World() {
        connection_->rollback();
        connection_.reset();
        for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + end);
    }
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    /// Runs a command as `app` does, and holds it to the law.
    template <class Command>
    auto run(const Command& command, const std::optional<PersonId>& actor) {
        const Context context{
            .actor = actor, .now = now, .ids = IdSource{now, {0, 0, 0, 0, 0, 0, 0, 0, ++commands_}}};
        const auto before = snapshot();
        const auto facts = gather(tx, command, context);
        auto decision = decide(command, facts, context);
        Changes changes;
        if (decision) record(tx, command, facts, *decision, context, changes);
        auto expected = before;
        apply(changes, expected);
        CHECK(expected == snapshot());
        puts = changes.puts();
        return decision;
    }
    template <class Command>
    auto by_server(const Command& command) {
        return run(command, std::nullopt);
    }
    void arrive(const PersonId& person) { REQUIRE(by_server(Arrive{meeting, person})); }
    void open_room() { REQUIRE(run(OpenRoom{meeting}, fay)); }
    void next() { REQUIRE(run(NextItem{meeting, room().current_item}, fay)); }
    void end() { REQUIRE(run(EndSession{meeting, true}, fay)); }
    void pass(Millis span) { now = now + span; }

    Room room() { return find(tx, meeting, As<Room>{}).value(); }
    Millis remaining() {
        const auto at = room();
        return minutes{at.item_minutes} - (now - at.item_started_at.value());
    }
    std::optional<Attendance> row(const PersonId& person) {
        const auto id =
            tx.row<Ulid>("SELECT id FROM attendance WHERE meeting = ? AND person = ?", meeting, person);
        return id ? find(tx, *id, As<Attendance>{}) : std::nullopt;
    }
    std::vector<Hand> hands() { return current(tx, stream(), As<Hand>{}); }
    std::string stage() {
        return tx.row<std::string>("SELECT state FROM meetings WHERE id = ?", meeting).value();
    }
    bool due(const char* kind, Instant at) {
        return tx.any("SELECT 1 FROM due_items WHERE at = ? AND kind = ? AND target = ?", at,
                      std::string_view{kind}, meeting);
    }
    [[nodiscard]] Stream stream() const { return {StreamKind::meeting, meeting}; }
    bool was_put(Kind kind) {
        return std::ranges::any_of(puts, [&](const auto& put) { return put.kind == kind; });
    }

    const SeriesId series{Ulid::from({2000}, {1})};
    const MeetingId meeting{Ulid::from({2000}, {2})};
    const OrganisationId alabama{Ulid::from({2000}, {3})};
    const OrganisationId ohio{Ulid::from({2000}, {4})};
    const PersonId fay{Ulid::from({2000}, {5})};
    const PersonId ana{Ulid::from({2000}, {6})};
    const PersonId ben{Ulid::from({2000}, {7})};
    const AgendaItemId first{Ulid::from({2000}, {8})};
    const AgendaItemId second{Ulid::from({2000}, {9})};
    const Instant start{1'795'000'000'000};
    Instant now = start;
    std::vector<Changes::Put> puts;

  private:
    static std::filesystem::path new_file() {
        static int made = 0;
        return std::filesystem::temp_directory_path() /
               ("rooms-" + std::to_string(::getpid()) + "-" + std::to_string(++made) + ".db");
    }
    std::unique_ptr<store::Connection> open() { return store::SqliteDatabase{file_}.open_writer(); }

    std::filesystem::path file_ = new_file();
    std::unique_ptr<store::Connection> connection_;
    std::uint8_t commands_ = 0;

  public:
    store::Transaction tx;

  private:
    void add_state(const CollaborativeId& sdi, const OrganisationId& id, const char* code, const char* name) {
        tx.run("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone,"
               " tile_column, tile_row)"
               " VALUES (?, ?, 'state_agency', ?, ?, ?, 'UTC', 0, 0)",
               id, sdi, std::string_view{name}, std::string_view{code}, std::string_view{name});
        tx.run("INSERT INTO participations (id, series, organisation) VALUES (?, ?, ?)", id, series, id);
    }
    void add_person(const CollaborativeId& sdi, const PersonId& id, const OrganisationId& state,
                    const char* name, const char* role) {
        tx.run("INSERT INTO people (id, name, address, address_folded, zone, active)"
               " VALUES (?, ?, ?, ?, 'UTC', 1)",
               id, std::string_view{name}, std::string_view{name}, std::string_view{name});
        tx.run("INSERT INTO seats (person, collaborative, organisation, title, function, primary_contact)"
               " VALUES (?, ?, ?, '', '', 0)",
               id, sdi, state);
        tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)", id,
               std::string_view{role}, sdi);
    }
    void add_item(const AgendaItemId& id, int ordinal, int length) {
        tx.run("INSERT INTO agenda_items (id, meeting, ordinal, title, minutes, who, mode, instruction,"
               " capture, next_steps)"
               " VALUES (?, ?, ?, 'Item', ?, '', 'plenary', '', '', 0)",
               id, meeting, ordinal, length);
    }
    Snapshot snapshot() {
        Snapshot all;
        add_current<Room>(tx, stream(), all);
        add_current<ItemRun>(tx, stream(), all);
        add_current<Hand>(tx, stream(), all);
        add_current<Attendance>(tx, stream(), all);
        return all;
    }
    void apply(const Changes& changes, Snapshot& all) {
        for (const auto& gone : changes.removes())
            if (gone.stream == stream()) all.erase({gone.kind, gone.id});
        for (const auto& put : changes.puts()) {
            if (put.kind == Kind::room) put_found<Room>(tx, stream(), put.id, all);
            if (put.kind == Kind::item_run) put_found<ItemRun>(tx, stream(), put.id, all);
            if (put.kind == Kind::hand) put_found<Hand>(tx, stream(), put.id, all);
            if (put.kind == Kind::attendance) put_found<Attendance>(tx, stream(), put.id, all);
        }
    }
};

} // namespace

TEST_CASE("waiting before the room opens is seen and does not count") {
    World w;
    w.arrive(w.ana);
    CHECK(w.row(w.ana)->here);
    CHECK(!w.row(w.ana)->first_here_at);
    w.pass(minutes{5});
    w.open_room();
    CHECK(w.was_put(Kind::meeting));
    CHECK(w.stage() == "live");
    CHECK(w.row(w.ana)->first_here_at == w.now);
    w.pass(minutes{7});
    w.by_server(Depart{w.meeting, w.ana, w.now});
    CHECK(w.row(w.ana)->minutes == 7);
    CHECK(!w.row(w.ana)->here);
    CHECK(w.row(w.ana)->last_here_at == w.now);
}

TEST_CASE("who waits and goes before the room opens is not on the roster") {
    World w;
    w.arrive(w.ana);
    w.by_server(Depart{w.meeting, w.ana, w.now});
    CHECK(!w.row(w.ana));
}

TEST_CASE("several stays add up, and the minute of grace does not count") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.pass(minutes{3});
    const auto line_lost = w.now;
    w.pass(minutes{1});
    w.by_server(Depart{w.meeting, w.ana, line_lost});
    w.pass(minutes{6});
    w.arrive(w.ana);
    w.arrive(w.ana);
    w.pass(minutes{4});
    w.run(LeaveRoom{w.meeting}, w.ana);
    CHECK(w.row(w.ana)->minutes == 7);
    w.by_server(Depart{w.meeting, w.ana, w.now});
    CHECK(w.row(w.ana)->minutes == 7);
}

TEST_CASE("a departure from before the present stay is old news") {
    World w;
    w.open_room();
    const auto line_lost = w.now;
    w.pass(minutes{2});
    w.arrive(w.ana);
    w.by_server(Depart{w.meeting, w.ana, line_lost});
    CHECK(w.row(w.ana)->here);
}

TEST_CASE("a heartbeat is news when whole minutes have changed") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.pass(seconds{59});
    w.by_server(Heartbeat{w.meeting, {w.ana}});
    CHECK(w.puts.empty());
    w.pass(seconds{1});
    w.by_server(Heartbeat{w.meeting, {w.ana}});
    CHECK(w.row(w.ana)->minutes == 1);
    w.pass(minutes{5});
    w.by_server(Heartbeat{w.meeting, {w.ben}});
    CHECK(w.row(w.ana)->minutes == 1);
}

TEST_CASE("a stranger to the series does not arrive") {
    World w;
    w.tx.run("DELETE FROM participations WHERE organisation = ?", w.alabama);
    CHECK(w.by_server(Arrive{w.meeting, w.ana}).error().code == "not_allowed");
    CHECK(!w.row(w.ana));
}

TEST_CASE("a restart ends stays at the last beat; queue, item, countdown and guests are as before") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    const auto guest =
        w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, Text<1, 8>{"oh"}, Channel::phone}, w.fay)->attendance;
    w.next();
    w.run(RaiseHand{w.meeting, {}}, w.ana);
    w.pass(minutes{2});
    w.by_server(Heartbeat{w.meeting, {w.ana}});
    w.pass(seconds{40});
    const auto left = w.remaining();
    const auto item = w.room().current_item;
    REQUIRE(w.by_server(CloseStale{}));
    CHECK(!w.row(w.ana)->here);
    CHECK(w.row(w.ana)->minutes == 2);
    CHECK(w.row(w.ana)->last_here_at == w.start + minutes{2});
    CHECK(find(w.tx, guest, As<Attendance>{})->here);
    CHECK(find(w.tx, guest, As<Attendance>{})->organisation == w.ohio);
    CHECK(w.remaining() == left);
    CHECK(w.room().current_item == item);
    CHECK(w.hands().size() == 1);
    w.pass(seconds{20});
    w.arrive(w.ana);
    w.pass(minutes{2});
    w.by_server(Heartbeat{w.meeting, {w.ana}});
    CHECK(w.hands().size() == 1);
    CHECK(w.row(w.ana)->minutes == 4);
    CHECK(find(w.tx, guest, As<Attendance>{})->minutes == 5);
}

TEST_CASE("the hand of somebody who does not come back after a restart goes after a minute") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.arrive(w.ben);
    w.run(RaiseHand{w.meeting, {}}, w.ana);
    REQUIRE(w.run(GiveFloor{w.meeting, w.hands()[0].id}, w.fay));
    w.pass(seconds{30});
    w.by_server(Heartbeat{w.meeting, {w.ana, w.ben}});
    w.by_server(CloseStale{});
    w.arrive(w.ben);
    w.pass(seconds{59});
    w.by_server(Heartbeat{w.meeting, {w.ben}});
    CHECK(w.hands().size() == 1);
    w.pass(seconds{1});
    w.by_server(Heartbeat{w.meeting, {w.ben}});
    CHECK(w.hands().empty());
    CHECK(!w.room().floor);
    CHECK(w.row(w.ana)->spoken_seconds == 30);
}

TEST_CASE("going back continues the countdown, and times of items add up without overlap") {
    World w;
    w.open_room();
    w.next();
    CHECK(w.room().current_item == w.first);
    w.pass(minutes{4});
    REQUIRE(w.run(ExtendItem{w.meeting, w.first, 3}, w.fay));
    CHECK(w.remaining() == minutes{9});
    w.next();
    CHECK(w.remaining() == minutes{20});
    CHECK(find(w.tx, w.first, As<ItemRun>{})->seconds == 240);
    w.pass(minutes{1});
    REQUIRE(w.run(PreviousItem{w.meeting, w.second}, w.fay));
    CHECK(w.remaining() == minutes{9});
    CHECK(!find(w.tx, w.first, As<ItemRun>{})->ended_at);
    w.pass(minutes{2});
    CHECK(w.run(NextItem{w.meeting, w.second}, w.fay).error().code == "moved_already");
    w.next();
    CHECK(w.remaining() == minutes{19});
    w.pass(minutes{5});
    CHECK(w.run(NextItem{w.meeting, w.second}, w.fay).error().code == "last_item");
    CHECK(w.room().current_item == w.second);
    w.end();
    const auto runs = current(w.tx, w.stream(), As<ItemRun>{});
    CHECK(runs[0].seconds == 360);
    CHECK(runs[0].added_minutes == 3);
    CHECK(runs[1].seconds == 360);
    CHECK(runs[0].seconds + runs[1].seconds == (w.now - w.start) / seconds{1});
}

TEST_CASE("hands stand in one order, with numbers that are never used again") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.arrive(w.ben);
    CHECK(w.run(RaiseHand{w.meeting, {}}, w.ana)->ordinal == 1);
    CHECK(w.run(RaiseHand{w.meeting, {}}, w.ben)->ordinal == 2);
    const auto again = w.run(RaiseHand{w.meeting, {}}, w.ben);
    CHECK(again->ordinal == 2);
    REQUIRE(w.run(LowerHand{w.meeting, again->hand}, w.ben));
    REQUIRE(w.run(LowerHand{w.meeting, again->hand}, w.ben));
    CHECK(w.run(RaiseHand{w.meeting, {}}, w.ben)->ordinal == 3);
}

TEST_CASE("giving the floor ends the speaker before, and counts the time") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.arrive(w.ben);
    const auto ana = w.run(RaiseHand{w.meeting, {}}, w.ana)->hand;
    const auto ben = w.run(RaiseHand{w.meeting, {}}, w.ben)->hand;
    REQUIRE(w.run(GiveFloor{w.meeting, ana}, w.fay));
    CHECK(w.room().floor == ana);
    w.pass(seconds{90});
    REQUIRE(w.run(GiveFloor{w.meeting, ana}, w.fay));
    REQUIRE(w.run(GiveFloor{w.meeting, ben}, w.fay));
    CHECK(w.row(w.ana)->spoken_seconds == 90);
    REQUIRE(w.hands().size() == 1);
    CHECK(w.hands()[0].state == HandState::speaking);
    w.pass(seconds{30});
    REQUIRE(w.run(LowerHand{w.meeting, ben}, w.ben));
    CHECK(w.row(w.ben)->spoken_seconds == 30);
    CHECK(!w.room().floor);
    CHECK(w.run(GiveFloor{w.meeting, ben}, w.fay).error().code == "not_found");
}

TEST_CASE("who departs lowers the hand, waiting or speaking") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.arrive(w.ben);
    const auto ana = w.run(RaiseHand{w.meeting, {}}, w.ana)->hand;
    w.run(RaiseHand{w.meeting, {}}, w.ben);
    w.run(GiveFloor{w.meeting, ana}, w.fay);
    w.pass(seconds{10});
    const auto line_lost = w.now;
    w.pass(seconds{60});
    w.by_server(Depart{w.meeting, w.ana, line_lost});
    CHECK(w.row(w.ana)->spoken_seconds == 10);
    w.run(LeaveRoom{w.meeting}, w.ben);
    CHECK(w.hands().empty());
}

TEST_CASE("states that were here and have neither a step nor a reason are named") {
    World w;
    w.open_room();
    w.arrive(w.ben);
    w.arrive(w.ana);
    w.pass(minutes{1});
    w.run(LeaveRoom{w.meeting}, w.ana);
    const auto refused = w.run(EndSession{w.meeting}, w.fay);
    CHECK(refused.error().message == "These states have no action step from this session: Alabama, Ohio.");
    CHECK(w.room().state == RoomState::open);
    w.tx.run("INSERT INTO no_steps (id, meeting, organisation, reason) VALUES (?, ?, ?, 'no staff')",
             w.alabama, w.meeting, w.alabama);
    CHECK(w.run(EndSession{w.meeting}, w.fay).error().message ==
          "These states have no action step from this session: Ohio.");
    w.tx.run("DELETE FROM participations WHERE organisation = ?", w.ohio);
    CHECK(w.run(EndSession{w.meeting}, w.fay));
}

TEST_CASE("undoing an ending brings back the item, its countdown and those who were here") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.arrive(w.ben);
    w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, {}, Channel::in_room}, w.fay);
    w.next();
    w.run(RaiseHand{w.meeting, {}}, w.ana);
    w.pass(minutes{6} + Millis{250});
    w.end();
    CHECK(w.stage() == "ended");
    CHECK(w.hands().empty());
    CHECK(!w.room().current_item);
    CHECK(!w.row(w.ana)->here);
    CHECK(w.row(w.ana)->minutes == 6);
    CHECK(w.due("seal_session", w.now + minutes{10}));

    w.pass(minutes{4});
    w.by_server(Depart{w.meeting, w.ben, w.now});
    w.arrive(w.fay);
    w.pass(minutes{4});
    REQUIRE(w.run(UndoEnd{w.meeting}, w.fay));
    CHECK(w.stage() == "live");
    CHECK(w.remaining() == minutes{4} - Millis{250});
    CHECK(w.row(w.ana)->here);
    CHECK(!w.row(w.ben)->here);
    CHECK(w.row(w.fay)->here);
    w.pass(minutes{3});
    w.end();
    CHECK(w.row(w.ana)->minutes == 9);
    CHECK(w.row(w.ben)->minutes == 6);
    CHECK(w.row(w.fay)->minutes == 3);
    CHECK(find(w.tx, w.first, As<ItemRun>{})->seconds == 540);
}

TEST_CASE("the seal of an ending that was undone does nothing, that of the last one ends it for good") {
    World w;
    w.open_room();
    w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, {}, Channel::phone}, w.fay);
    w.end();
    const auto first_seal = w.now + minutes{10};
    w.pass(minutes{1});
    REQUIRE(w.run(UndoEnd{w.meeting}, w.fay));
    w.pass(minutes{1});
    w.end();
    const auto last_seal = w.now + minutes{10};
    w.now = first_seal;
    w.by_server(SealSession{w.meeting});
    CHECK(w.room().undo_until == last_seal);
    w.arrive(w.ana);
    w.now = last_seal;
    w.by_server(SealSession{w.meeting});
    CHECK(!w.room().undo_until);
    CHECK(!w.row(w.ana));
    CHECK(w.run(UndoEnd{w.meeting}, w.fay).error().code == "undo_expired");
    w.arrive(w.ben);
    CHECK(!w.row(w.ben));
    CHECK(!w.tx.any("SELECT 1 FROM attendance WHERE connected = 1"));
}

TEST_CASE("a forgotten room is ended as of when the last person left") {
    World w;
    w.open_room();
    CHECK(w.due("close_abandoned", w.start + minutes{150}));
    w.arrive(w.ana);
    w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, {}, Channel::phone}, w.fay);
    w.next();
    w.pass(minutes{80});
    w.by_server(Depart{w.meeting, w.ana, w.now});
    w.now = w.start + minutes{150};
    CHECK(w.by_server(CloseAbandoned{w.meeting})->ended_at == w.start + minutes{80});
    CHECK(w.stage() == "ended");
    CHECK(w.room().ended_at == w.start + minutes{80});
    CHECK(find(w.tx, w.first, As<ItemRun>{})->seconds == 80 * 60);
    CHECK(w.run(UndoEnd{w.meeting}, w.fay));
}

TEST_CASE("a room in use is looked at again an hour later, also right after a restart") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.now = w.start + minutes{150};
    CHECK(!w.by_server(CloseAbandoned{w.meeting})->ended_at);
    CHECK(w.due("close_abandoned", w.now + minutes{60}));
    w.by_server(CloseStale{});
    w.pass(seconds{5});
    CHECK(!w.by_server(CloseAbandoned{w.meeting})->ended_at);
    CHECK(w.stage() == "live");
}

TEST_CASE("a correction stands beside what was measured and can be taken back") {
    World w;
    w.open_room();
    w.arrive(w.ana);
    w.pass(minutes{5});
    w.end();
    const auto row = w.row(w.ana)->id;
    REQUIRE(w.run(CorrectAttendance{w.meeting, row, 60, Text<0, 300>{"by phone before"}}, w.fay));
    CHECK(w.row(w.ana)->corrected_minutes == 60);
    CHECK(w.row(w.ana)->minutes == 5);
    REQUIRE(w.run(CorrectAttendance{w.meeting, row, {}, {}}, w.fay));
    CHECK(!w.row(w.ana)->corrected_minutes);
}

TEST_CASE(
    "a guest who goes stays on the roster with the minutes, and may be of a state that takes part only") {
    World w;
    w.open_room();
    const auto refused =
        w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, Text<1, 8>{"TX"}, Channel::phone}, w.fay);
    CHECK(refused.error().allowed == "AL, OH");
    const auto guest =
        w.run(AddGuest{w.meeting, Text<1, 120>{"Pat"}, Text<1, 8>{"AL"}, Channel::phone}, w.fay)->attendance;
    REQUIRE(w.run(RaiseHand{w.meeting, guest}, w.fay));
    w.pass(minutes{12});
    REQUIRE(w.run(RemoveGuest{w.meeting, guest}, w.fay));
    CHECK(w.hands().empty());
    CHECK(find(w.tx, guest, As<Attendance>{})->minutes == 12);
    CHECK(!find(w.tx, guest, As<Attendance>{})->here);
}

TEST_CASE("taking over changes the host, opening again changes nothing") {
    World w;
    w.open_room();
    w.open_room();
    CHECK(w.puts.empty());
    w.tx.run("UPDATE role_grants SET role = 'facilitator' WHERE person = ?", w.ben);
    CHECK(w.run(OpenRoom{w.meeting}, w.ben).error().code == "already_open");
    REQUIRE(w.run(TakeOver{w.meeting}, w.ben));
    CHECK(w.room().host == w.ben);
}
