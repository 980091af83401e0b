#pragma once
// The demonstration in memory, spoken to as a client does: frames in, frames out, no sockets and no sleeping.
#include "app/commands.hpp"
#include "app/conversation.hpp"
#include "app/queries.hpp"
#include "live/presence.hpp"
#include "store/backends.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "support/catch.hpp"
#include "support/passing_connection.hpp"
#include "support/temporary_folder.hpp"
#include "wire/condensed.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <atomic>
#include <mutex>
#include <set>

namespace interstate::tests {

using wire::Json;

/// Remembers every statement that is prepared through it, and how many reads were begun.
class RecordingDatabase : public store::Database {
  public:
    explicit RecordingDatabase(store::Database& real) : real_{real} {}
    std::unique_ptr<store::Connection> open_writer() override {
        return recorded(real_.open_writer(), written_);
    }
    std::unique_ptr<store::Connection> open_reader() override { return recorded(real_.open_reader(), read_); }
    std::set<std::string> statements();
    /// Of those, the ones of readers.
    std::set<std::string> read();
    std::atomic<int> reads = 0;

  private:
    class Recording;
    std::unique_ptr<store::Connection> recorded(std::unique_ptr<store::Connection> connection,
                                                std::set<std::string>& statements);
    store::Database& real_;
    std::mutex mutex_;
    std::set<std::string> written_, read_;
};

/// Adds these statements to the file that INTERSTATE_STATEMENTS names, a NUL after each: tests/load/run.py
/// looks at their plans on other data.
void write_down(const std::set<std::string>& statements);

/// Steps of the plans of these statements that walk through a whole table or index, one a line.
std::string scans(store::Database& database, const std::set<std::string>& statements);

/// A copy of the demonstration, made once in this program and dated from now.
class DemonstrationCopy {
  public:
    DemonstrationCopy();
    store::SqliteDatabase& database() { return database_; }

    /// Runs `body` in a read transaction of its own, outside of what is recorded.
    template <class Body>
    auto seen(const Body& body) {
        const Look look{*this};
        store::Transaction tx{*look.connection};
        return body(tx);
    }
    /// Runs `body` and commits it; the server's writer may be at work beside it.
    void written(const std::function<void(store::Transaction&)>& body);
    /// The first value of a query that has one.
    template <class T, class... Args>
    T one(std::string_view sql, const Args&... args) {
        auto value = seen([&](store::Transaction& tx) { return tx.row<T>(sql, args...); });
        if (!value) FAIL("nothing for " << sql);
        return *value;
    }

  private:
    /// One connection serves one look after the other: each new one reads the whole schema first. A look
    /// inside of a look has its own.
    struct Look {
        explicit Look(DemonstrationCopy& copy_);
        ~Look();
        Look(const Look&) = delete;
        Look& operator=(const Look&) = delete;
        DemonstrationCopy& copy;
        std::unique_ptr<store::Connection> connection;
    };
    TemporaryFolder folder_;
    store::SqliteDatabase database_;
    std::mutex mutex_;
    std::unique_ptr<store::Connection> idle_;
};

/// People and things of the demonstration that tests speak about.
struct Cast {
    CollaborativeId collaborative;
    SeriesId series;
    /// Announced, today.
    MeetingId session;
    PersonId administrator, facilitator, other_facilitator, partner, observer;
    /// The lead and a member of one state that takes part in the series, the lead of another.
    PersonId lead, member, other_lead;
    OrganisationId state, other_state;
    /// The lead of a state that does not take part in the series.
    PersonId outsider;
};

class House;

/// One client: a conversation and its outbox.
class Client {
  public:
    Client(House& house, const PersonId& person);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void send(const Json& frame) { conversation->receive(frame.dump()); }
    /// The next frame; fails the test when none comes.
    Json next();
    /// The next frame of this type; what comes before it is kept in `passed`.
    Json next(std::string_view type);
    /// What has come and was not taken; runs what is under way first.
    std::vector<Json> rest();
    /// Follows, and gives the frames up to `live` or `unfollowed`.
    std::vector<Json> follow(const Stream& stream, std::optional<Ulid> epoch = {},
                             std::optional<std::int64_t> after = {});
    /// Sends a command under a new id (or this one) and gives its ack or refusal.
    Json command(const std::string& name, const Json& body, const std::string& id = {});
    Json query(const std::string& name, const Json& body);

    std::shared_ptr<app::Conversation> conversation;
    std::vector<Json> passed;

  private:
    House& house_;
};

class House : public DemonstrationCopy {
  public:
    explicit House(app::ConversationLimits limits = {}, store::WriterLimits writer = {});
    ~House();

    /// Lets the io thread's work happen until `done`; fails the test when it takes longer than ten seconds.
    void until(const std::function<bool()>& done);
    /// Everything that is under way has been answered.
    void settle();
    /// One of the server's own commands, without waiting; the reply appears in what is given back.
    std::shared_ptr<std::string> issue(const std::string& name, const Json& body);
    /// One of the server's own commands. Gives the reply.
    Json by_system(const std::string& name, const Json& body);
    /// As the clockwork does: every item of a kind that is due by now, the first one first. Its target stands
    /// in `member` of the command of that name.
    void do_what_is_due(const std::string& kind, const char* member);
    /// A fresh command id of this very moment.
    CommandId fresh_id();
    /// The server's clock: real time and what tests add to it.
    [[nodiscard]] Instant now() const { return {wall_clock().ms + ahead.load()}; }
    std::int64_t head(const Stream& stream);
    app::Surroundings surroundings();

    std::atomic<std::int64_t> ahead = 0;
    app::ConversationLimits limits;
    boost::asio::io_context io;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work{io.get_executor()};
    RecordingDatabase recording{database()};
    /// Breaks a COMMIT when a test says so.
    FaultyDatabase faulty{recording};
    const app::Registry& registry = app::Registry::everything();
    /// Nobody is told in fewer words: it throws.
    std::atomic<bool> condensing_fails = false;
    live::Hub hub{[this](const std::vector<std::string_view>& events) {
        if (condensing_fails) throw std::bad_alloc{};
        return wire::condensed(events);
    }};
    app::Gate gate{recording};
    metrics::Metrics metrics{"test"};
    app::Commands commands;
    app::Queries queries;
    app::Acquaintances acquaintances;
    app::Pasts pasts{io, gate, acquaintances, hub, queries};
    live::Presence presence;
    const app::Surroundings around = surroundings();
    Cast cast;
    /// Names of the arrivals and departures that presence told of.
    std::vector<std::string> at_the_door;

  private:
    friend class Client;
    std::map<live::Outbox*, app::Conversation*> conversations_;
};

inline std::string text_of(const Ulid& id) { return id.str(); }

} // namespace interstate::tests
