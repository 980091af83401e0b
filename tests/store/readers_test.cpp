// Reading beside the writer: one moment a read, a bounded queue, and no read that ends the readers.
#include "store/readers.hpp"

#include "store/backends.hpp"
#include "store/due_items.hpp"

#include <future>
#include <latch>
#include <sys/resource.h>

using namespace interstate;
using namespace interstate::tests;

namespace {

const Ulid target = Ulid::from({1}, {1});

std::size_t items(store::Transaction& tx) { return store::due_until(tx, {1000}, 100).size(); }

void leave(store::Database& database, std::int64_t at) {
    written(database, [&](store::Transaction& tx) { store::leave_due(tx, {{at}, "a", target}); });
}

} // namespace

TEMPLATE_TEST_CASE("a read sees one moment, whatever is committed meanwhile", "", INTERSTATE_BACKENDS) {
    TestType backend;
    leave(backend.database(), 1);
    store::Readers readers{backend.database(), 1, 10};
    std::promise<std::pair<std::size_t, std::size_t>> counted;
    std::latch looked{1}, committed{1};
    readers.read(
        [&](store::Transaction& tx) {
            const auto before = items(tx);
            looked.count_down();
            committed.wait();
            counted.set_value({before, items(tx)});
        },
        [](std::exception_ptr) {});
    looked.wait();
    leave(backend.database(), 2);
    committed.count_down();
    CHECK(counted.get_future().get() == std::pair<std::size_t, std::size_t>{1, 1});
    std::promise<std::size_t> later;
    readers.read([&](store::Transaction& tx) { later.set_value(items(tx)); }, [](std::exception_ptr) {});
    CHECK(later.get_future().get() == 2);
}

TEMPLATE_TEST_CASE("where processors are short, readers give way to those who write and tell", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    store::Readers readers{backend.database(), 1, 10};
    std::promise<int> niceness;
    readers.read([&](store::Transaction&) { niceness.set_value(::getpriority(PRIO_PROCESS, 0)); },
                 [](std::exception_ptr) {});
    CHECK(niceness.get_future().get() > ::getpriority(PRIO_PROCESS, 0));
}

TEMPLATE_TEST_CASE("readers do not wait for one another, nor for the writer", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto writer = backend.database().open_writer();
    writer->begin_write();
    store::Transaction tx{*writer};
    store::leave_due(tx, {{1}, "a", target});
    store::Readers readers{backend.database(), 2, 10};
    // Catch2's own checks stay on the test's thread.
    std::latch both{2};
    std::atomic<std::size_t> seen_by_readers = 0;
    for (int i = 0; i < 2; ++i)
        readers.read(
            [&](store::Transaction& read) {
                seen_by_readers += items(read);
                both.arrive_and_wait();
            },
            [](std::exception_ptr) {});
    both.wait();
    readers.stop();
    CHECK(seen_by_readers == 0);
    writer->rollback();
}

TEMPLATE_TEST_CASE("a read that throws is told, and the next one works", "", INTERSTATE_BACKENDS) {
    TestType backend;
    FaultyDatabase database{backend.database()};
    store::Readers readers{database, 1, 10};
    std::promise<std::exception_ptr> told;
    readers.read([](store::Transaction& tx) { tx.run("SELECT nonsense"); },
                 [&](std::exception_ptr why) { told.set_value(why); });
    CHECK_THROWS_AS(std::rethrow_exception(told.get_future().get()), store::Failure);
    std::promise<std::size_t> later;
    readers.read([&](store::Transaction& tx) { later.set_value(items(tx)); }, [](std::exception_ptr) {});
    CHECK(later.get_future().get() == 0);
    CHECK(database.opened == 2); // a connection that failed is not used again
}

TEMPLATE_TEST_CASE("a reader cannot write", "", INTERSTATE_BACKENDS) {
    TestType backend;
    store::Readers readers{backend.database(), 1, 10};
    std::promise<bool> refused;
    readers.read(
        [&](store::Transaction& tx) {
            store::leave_due(tx, {{1}, "a", target});
            refused.set_value(false);
        },
        [&](std::exception_ptr) { refused.set_value(true); });
    CHECK(refused.get_future().get());
}

TEMPLATE_TEST_CASE("at most so many reads wait; more are refused and told nothing", "", INTERSTATE_BACKENDS) {
    TestType backend;
    store::Readers readers{backend.database(), 1, 2};
    std::latch begun{1}, gate{1};
    std::atomic<int> done = 0;
    readers.read(
        [&](store::Transaction&) {
            begun.count_down();
            gate.wait();
        },
        [](std::exception_ptr) {});
    begun.wait();
    const auto count = [&](store::Transaction&) { ++done; };
    const auto fail = [&](std::exception_ptr) { ++done; };
    CHECK(readers.read(count, fail));
    CHECK(readers.read(count, fail));
    CHECK(!readers.read(count, fail));
    gate.count_down();
    readers.stop(); // finishes what waits
    CHECK(done == 2);
    CHECK(!readers.read(count, fail));
}
