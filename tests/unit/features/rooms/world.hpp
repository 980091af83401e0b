#pragma once
// A session in a database of its own; after every command the law that a snapshot before, with the changes
// applied, is the snapshot after.
#include "features/rooms/rooms.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"
#include "support/catch.hpp"

#include <filesystem>
#include <map>
#include <unistd.h>

namespace interstate::rooms::testing {

using std::chrono::minutes;
using std::chrono::seconds;

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
        const Context context{.actor = actor,
                              .now = now,
                              .ids = IdSource{now, {0, 0, 0, 0, 0, 0, 0, 0, ++commands_}},
                              .secret = [this] { return "secret-" + std::to_string(commands_); }};
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
        tx.run("INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
               " VALUES (?, '2026-2027', 'active', 'core', 6)",
               id);
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

} // namespace interstate::rooms::testing
