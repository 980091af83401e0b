// Every call of the store to the file system fails once, a few times, or until it is mended: the outcome is a
// refusal or a retry, never a wrong word, and the database opens afterwards.
#include "base/log.hpp"
#include "disk/failing.hpp"
#include "store/due_items.hpp"
#include "store/journal.hpp"
#include "store/readers.hpp"
#include "store/receipts.hpp"
#include "store/writer.hpp"

#include <future>
#include <latch>

using namespace interstate;
using namespace interstate::tests;
using namespace interstate::tests::disk;

namespace {

const bool registered = (register_recording_vfs(), true);

constexpr std::chrono::seconds patience{60};
const Stream everybody{StreamKind::collaborative, Ulid::from({1}, {1})};

CommandId command_number(int n) { return CommandId{Ulid::from({n}, {7})}; }

bool is_there(store::Transaction& tx, int n) {
    return store::find_receipt(tx, PersonId{}, command_number(n)).has_value();
}

/// What a failed try is allowed to throw.
template <class Body>
bool done(const Body& body) {
    try {
        body();
        return true;
    } catch (const store::Failure&) {
        return false;
    }
}

/// A receipt and an event, as commands write them.
void write_both(store::Transaction& tx, int n) {
    const auto event =
        store::append(tx, {everybody, "said"}, {.now = {n}, .command = command_number(n)},
                      [](std::int64_t seq) { return std::to_string(seq) + std::string(3000, 'e'); });
    store::add_receipt(tx, PersonId{}, command_number(n), {n}, {"digest", std::to_string(event.seq)});
}

class Unit : public store::Work {
  public:
    Unit(int number, std::promise<bool> over, std::function<void()> before = {})
        : number_{number}, over_{std::move(over)}, before_{std::move(before)} {}
    void run(store::Transaction& tx) override {
        if (before_) before_();
        if (!is_there(tx, number_)) write_both(tx, number_);
    }
    bool was_recorded(store::Transaction& tx) override { return is_there(tx, number_); }
    void committed() override { over_.set_value(true); }
    void failed(std::exception_ptr) override { over_.set_value(false); }

  private:
    int number_;
    std::promise<bool> over_;
    std::function<void()> before_;
};

/// The writer, with what it said of each unit.
class Writing {
  public:
    Writing(store::Database& database) : writer_{database, {.batch_time = patience}} {}
    void write(int number, std::function<void()> before = {}) {
        std::promise<bool> over;
        said_[number] = over.get_future().share();
        REQUIRE(writer_.write(std::make_unique<Unit>(number, std::move(over), std::move(before))));
    }
    bool said(int number) {
        auto& word = said_.at(number);
        if (word.wait_for(patience) != std::future_status::ready) FAIL("no word about " << number);
        return word.get();
    }
    void stop() { writer_.stop(); }
    /// Who was told that it is written, is right.
    Look kept() {
        std::set<int> told;
        for (auto& [number, word] : said_)
            if (said(number)) told.insert(number);
        return [told](store::Transaction& tx) {
            for (const int number : told) {
                INFO("unit " << number);
                CHECK(is_there(tx, number));
            }
            struct Count {
                std::int64_t head = 0, rows = 0;
            };
            for (const auto& one : tx.rows<Count>(
                     "SELECT head, (SELECT count(*) FROM journal WHERE stream = streams.name) FROM streams"))
                CHECK(one.head == one.rows);
        };
    }

  private:
    std::map<int, std::shared_future<bool>> said_;
    store::Writer writer_;
};

/// Three units in one commit, whose calls break; once mended, the same writer goes on.
Look commit_a_batch(const Try& one, const std::string& script) {
    class Scripted : public store::Database {
      public:
        Scripted(std::filesystem::path file, std::string script_)
            : real{std::move(file)}, script{std::move(script_)} {}
        std::unique_ptr<store::Connection> open_writer() override {
            auto connection = real.open_writer();
            connection->script(script);
            return connection;
        }
        std::unique_ptr<store::Connection> open_reader() override { return real.open_reader(); }
        store::SqliteDatabase real;
        std::string script;
    } database{one.file, script};
    Writing writing{database};
    std::latch ready{1};
    writing.write(1, [&] { ready.wait(); });
    for (int n = 2; n <= 4; ++n) writing.write(n);
    one.begin();
    ready.count_down();
    for (int n = 1; n <= 4; ++n) writing.said(n);
    one.mend();
    writing.write(5);
    CHECK(writing.said(5));
    for (int n = 1; n <= 4; ++n) {
        if (writing.said(n)) continue;
        writing.write(n); // what a client does that is told to try again
        CHECK(writing.said(n));
    }
    writing.stop();
    return writing.kept();
}

} // namespace

TEST_CASE("opening a new database, each call broken") {
    const auto tries = fail_each({}, troubles(), [](const Try& one) -> Look {
        one.begin();
        const bool opened = done([&] { store::migrate(*store::SqliteDatabase{one.file}.open_writer()); });
        one.mend();
        const auto connection = store::SqliteDatabase{one.file}.open_writer();
        const int rest = store::migrate(*connection);
        if (opened) CHECK(rest == 0);
        return {};
    });
    CHECK(tries > 60);
}

TEST_CASE("opening a database with a log to recover, each call broken") {
    const Look all = [](store::Transaction& tx) {
        CHECK(tx.row<int>("SELECT count(*) FROM receipts") == 50);
    };
    const auto tries = fail_each(migrated(true), troubles(), [&](const Try& one) {
        one.begin();
        done([&] { store::SqliteDatabase{one.file}.open_writer(); });
        one.mend();
        return all;
    });
    CHECK(tries > 30);
}

TEST_CASE("a commit of several units, each call broken") {
    const auto tries =
        fail_each(migrated(false), troubles(), [](const Try& one) { return commit_a_batch(one, ""); });
    CHECK(tries > 30);
}

TEST_CASE("a commit with a checkpoint behind it, each call broken") {
    const auto tries = fail_each(migrated(true), troubles(), [](const Try& one) {
        return commit_a_batch(one, "PRAGMA wal_autocheckpoint = 1");
    });
    CHECK(tries > 30);
}

TEST_CASE("what was missed, what is due and what was received, each call of the read broken") {
    const auto tries = fail_each(migrated(true), troubles(), [](const Try& one) -> Look {
        store::SqliteDatabase database{one.file};
        {
            const auto connection = database.open_writer();
            connection->begin_write();
            store::Transaction tx{*connection};
            for (int n = 1; n <= 20; ++n) write_both(tx, n);
            store::leave_due(tx, {{5}, "seal_session", Ulid{}});
            connection->commit();
        }
        one.begin();
        store::Readers readers{database, 1, 10};
        const auto read = [&] {
            auto over = std::make_shared<std::promise<bool>>();
            auto word = over->get_future();
            const auto body = [over](store::Transaction& tx) {
                const bool right = store::events_after(tx, everybody, 5, 1000).size() == 15 &&
                                   store::state_of(tx, everybody).head == 20 &&
                                   store::due_until(tx, {10}, 10).size() == 1 && is_there(tx, 7) &&
                                   !is_there(tx, 70);
                if (!right) throw std::logic_error{"a wrong answer"};
                over->set_value(true);
            };
            readers.read(body, [over](std::exception_ptr why) {
                try {
                    std::rethrow_exception(why);
                } catch (const store::Failure&) {
                    over->set_value(false);
                } catch (...) {
                    over->set_exception(std::current_exception());
                }
            });
            REQUIRE(word.wait_for(patience) == std::future_status::ready);
            return word.get(); // throws for a wrong answer
        };
        (void)read();
        (void)read();
        one.mend();
        (void)read(); // meets the connection that broke, at most
        CHECK(read());
        readers.stop();
        return {};
    });
    CHECK(tries > 30);
}

TEST_CASE("a copy, each call broken") {
    const auto tries = fail_each(migrated(true), troubles(), [](const Try& one) -> Look {
        const auto copy = one.file.parent_path() / "copy.db";
        const auto connection = store::SqliteDatabase{one.file}.open_writer();
        one.begin();
        const bool copied = done([&] { connection->copy_to(copy.string()); });
        one.mend();
        if (copied) CHECK(store::SqliteDatabase{copy}.open_writer()->integrity() == "");
        std::filesystem::remove(copy);
        CHECK_NOTHROW(connection->copy_to(copy.string()));
        return {};
    });
    CHECK(tries > 20);
}
