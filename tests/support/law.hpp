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
#include <utility>

namespace interstate::law {

/// A new database with all tables, gone with this object.
class MemoryStore {
  public:
    MemoryStore() : connection_{store::SqliteDatabase{":memory:"}.open_writer()} {
        store::migrate(*connection_);
    }
    store::Transaction& tx() { return tx_; }

  private:
    std::unique_ptr<store::Connection> connection_;
    store::Transaction tx_{*connection_};
};

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
        const auto record = find(tx, one.id, As<Record>{});
        REQUIRE(record);
        if (home(tx, *record) == stream) all[{Record::kind, one.id}] = line_of(*record);
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
    return std::ranges::find(changes.puts(), Changes::Put{kind, id}) != changes.puts().end();
}

} // namespace interstate::law
