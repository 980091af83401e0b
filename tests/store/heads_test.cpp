// Heads of streams, counted together for many units of work and put down once.
#include "store/heads.hpp"

#include "store/backends.hpp"
#include "store/journal.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

const Stream series{StreamKind::series, Ulid::from({1000}, {1})};
const Stream meeting{StreamKind::meeting, Ulid::from({1000}, {2})};

std::int64_t add(store::Transaction& tx, const Stream& stream) {
    return store::append(tx, {stream, "post_added"}, {.now = {1000}},
                         [](std::int64_t seq) { return std::to_string(seq); })
        .seq;
}

std::int64_t row_of(store::Transaction& tx, const Stream& stream) {
    return tx.row<std::int64_t>("SELECT head FROM streams WHERE name = ?", stream).value_or(0);
}

/// A transaction as the writer has it.
struct Batch {
    explicit Batch(store::Database& database) : connection{database.open_writer()} {
        connection->begin_write();
    }
    void commit() {
        heads.put_down(tx);
        connection->commit();
    }
    std::unique_ptr<store::Connection> connection;
    store::Heads heads;
    store::Transaction tx{*connection, &heads};
};

} // namespace

TEMPLATE_TEST_CASE("events counted together are dense, in each stream", "", INTERSTATE_BACKENDS) {
    TestType backend;
    Batch first{backend.database()};
    for (const std::int64_t seq : {1, 2, 3}) CHECK(add(first.tx, series) == seq);
    CHECK(add(first.tx, meeting) == 1);
    CHECK(row_of(first.tx, series) == 1); // what was counted is not put down yet
    first.commit();
    Batch second{backend.database()};
    CHECK(row_of(second.tx, series) == 3);
    CHECK(row_of(second.tx, meeting) == 1);
    CHECK(add(second.tx, series) == 4);
}

TEMPLATE_TEST_CASE("whoever asks within the transaction is told what was counted", "", INTERSTATE_BACKENDS) {
    TestType backend;
    Batch batch{backend.database()};
    add(batch.tx, series);
    add(batch.tx, series);
    CHECK(store::state_of(batch.tx, series).head == 2);
    CHECK(add(batch.tx, series) == 3);
    batch.commit();
    CHECK(row_of(batch.tx, series) == 3);
}

TEMPLATE_TEST_CASE("a floor raised between counted events stays where it was raised", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    Batch batch{backend.database()};
    add(batch.tx, series);
    add(batch.tx, series);
    store::raise_floor(batch.tx, series, 2);
    add(batch.tx, series);
    batch.commit();
    const auto state = store::state_of(batch.tx, series);
    CHECK(state.head == 3);
    CHECK(state.floor == 2);
    CHECK(store::events_after(batch.tx, series, 0, 10).size() == 1);
}

TEMPLATE_TEST_CASE("a claim that failed is no number", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto reader = backend.database().open_reader();
    reader->begin_read();
    store::Heads heads;
    store::Transaction tx{*reader, &heads};
    CHECK_THROWS_AS(heads.next(tx, series), store::Failure); // a reader may not write
    CHECK_THROWS_AS(heads.next(tx, series), store::Failure);
}
