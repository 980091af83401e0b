#pragma once
// A feature on a real database in memory, and the law it is held to: snapshot before + changes = snapshot
// after.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "store/migrations.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"
#include "support/catch.hpp"

#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <utility>

namespace interstate::law {

/// Passes everything on, and remembers the SQL that is asked for while it watches.
class WatchedConnection : public store::Connection {
  public:
    explicit WatchedConnection(std::unique_ptr<store::Connection> connection)
        : real_{std::move(connection)} {}
    store::Statement& prepare(std::string_view sql) override {
        if (watching) seen_.emplace(sql);
        return real_->prepare(sql);
    }
    void begin_write() override { real_->begin_write(); }
    void begin_read() override { real_->begin_read(); }
    void commit() override { real_->commit(); }
    void rollback() noexcept override { real_->rollback(); }
    [[nodiscard]] std::int64_t changes() const override { return real_->changes(); }
    void script(std::string_view sql) override { real_->script(sql); }
    std::string plan(std::string_view sql) override { return real_->plan(sql); }
    std::string integrity() override { return real_->integrity(); }
    void copy_to(const std::string& path) override { real_->copy_to(path); }

    /// The statements seen that would read a whole table or a whole index. Not counted: looking through the
    /// rooms, one a meeting, before an agenda item may go (its references in schema/sql/0005_rooms.sql have
    /// no index).
    std::string scans() {
        std::string found;
        for (const auto& sql : seen_) {
            std::istringstream steps{plan(sql)};
            for (std::string step; std::getline(steps, step);)
                if (step.starts_with("SCAN")) found += sql + "\n" + step + "\n";
        }
        return found;
    }
    bool watching = false;

  private:
    std::unique_ptr<store::Connection> real_;
    std::set<std::string> seen_;
};

/// A new database with all tables, gone with this object. Looks at the plans of what `run` ran.
class MemoryStore {
  public:
    MemoryStore() { store::migrate(connection_); }
    ~MemoryStore() { CHECK(connection_.scans() == ""); }
    MemoryStore(const MemoryStore&) = delete;
    MemoryStore& operator=(const MemoryStore&) = delete;
    store::Transaction& tx() { return tx_; }

  private:
    WatchedConnection connection_{store::SqliteDatabase{":memory:"}.open_writer()};
    store::Transaction tx_{connection_};
};

/// Watches the SQL while it lives.
class Watch {
  public:
    explicit Watch(store::Transaction& tx) : connection_{dynamic_cast<WatchedConnection&>(tx.connection())} {
        connection_.watching = true;
    }
    ~Watch() { connection_.watching = false; }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

  private:
    WatchedConnection& connection_;
};

template <class Record>
std::string line_of(const Record& record);

template <class T>
std::string printed(const T& value) {
    if constexpr (std::same_as<T, std::string>)
        return value;
    else if constexpr (std::same_as<T, Instant>)
        return std::to_string(value.ms);
    else if constexpr (DescribedEnum<T>)
        return word_of(value);
    else if constexpr (std::integral<T>)
        return std::to_string(value);
    else if constexpr (requires { value.str(); })
        return std::string{value.str()};
    else if constexpr (requires { value.has_value(); })
        return value ? printed(*value) : "-";
    else if constexpr (DescribedStruct<T>)
        return line_of(value);
    else {
        std::string list;
        for (const auto& one : value) list += printed(one) + " ";
        return list;
    }
}

/// The records of a stream, each printed in one line.
using Snapshot = std::map<std::pair<Kind, Ulid>, std::string>;

template <class Record>
std::string line_of(const Record& record) {
    std::string line;
    boost::pfr::for_each_field(record, [&](const auto& field) { line += printed(field) + "|"; });
    return line;
}

template <class... Records>
Snapshot snapshot(store::Transaction& tx, const Stream& stream) {
    Snapshot all;
    const auto add = [&]<class Record>(As<Record>) {
        for (const auto& record : current(tx, stream, As<Record>{}))
            all[{Record::kind, record.id}] = line_of(record);
    };
    (add(As<Records>{}), ...);
    return all;
}

/// What a client holds of a stream once it has applied the changes.
template <class... Records>
Snapshot applied(store::Transaction& tx, const Stream& stream, Snapshot all, const Changes& changes) {
    for (const auto& gone : changes.removes())
        if (gone.stream == stream) all.erase({gone.kind, gone.id});
    const auto put = [&]<class Record>(const Changes::Put& one, As<Record>) {
        if (one.kind != Record::kind) return;
        if constexpr (requires { find(tx, one.id, *one.within, As<Record>{}); }) {
            REQUIRE(one.within);
            const auto record = find(tx, one.id, *one.within, As<Record>{});
            if (record && home(tx, *record) == stream) all[{Record::kind, record->id}] = line_of(*record);
        } else {
            const auto record = find(tx, one.id, As<Record>{});
            REQUIRE(record);
            if (home(tx, *record) == stream) all[{Record::kind, one.id}] = line_of(*record);
        }
    };
    for (const auto& one : changes.puts()) (put(one, As<Records>{}), ...);
    return all;
}

template <class Decision>
struct Outcome {
    Result<Decision> decision;
    Changes changes;
};

/// Runs a command as app does, and holds it to the law in each of the streams. A refusal changes nothing.
template <class... Records, class Command>
auto run(store::Transaction& tx, const Command& command, const Context& context,
         const std::vector<Stream>& streams) {
    const Watch watch{tx};
    std::vector<Snapshot> before;
    for (const auto& stream : streams) before.push_back(snapshot<Records...>(tx, stream));
    const auto facts = gather(tx, command, context);
    auto decision = decide(command, facts, context);
    Changes changes;
    if (decision) record(tx, command, facts, *decision, context, changes);
    for (std::size_t i = 0; i < streams.size(); ++i) {
        INFO(streams[i].name());
        CHECK(applied<Records...>(tx, streams[i], before[i], changes) ==
              snapshot<Records...>(tx, streams[i]));
    }
    return Outcome<typename decltype(decision)::value_type>{std::move(decision), std::move(changes)};
}

inline bool puts(const Changes& changes, Kind kind, const Ulid& id) {
    return std::ranges::any_of(changes.puts(),
                               [&](const auto& one) { return one.kind == kind && one.id == id; });
}

} // namespace interstate::law
