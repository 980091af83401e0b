// The journal: dense numbers, the very bytes, and what it forgets on purpose.
#include "store/journal.hpp"

#include "store/backends.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

const Stream series{StreamKind::series, Ulid::from({1000}, {1})};
const Stream meeting{StreamKind::meeting, Ulid::from({1000}, {2})};

Context at(std::int64_t ms) {
    return {
        .actor = PersonId{Ulid::from({1}, {1})}, .now = {ms}, .command = CommandId{Ulid::from({ms}, {9})}};
}

store::Event add(store::Transaction& tx, const Stream& stream, std::int64_t ms = 1000) {
    return store::append(tx, {stream, "post_added"}, at(ms),
                         [&](std::int64_t seq) { return stream.name() + " " + std::to_string(seq); });
}

std::vector<std::int64_t> numbers(store::Transaction& tx, const Stream& stream, std::int64_t after = 0,
                                  int limit = 1000) {
    std::vector<std::int64_t> all;
    for (const auto& event : store::events_after(tx, stream, after, limit)) all.push_back(event.seq);
    return all;
}

using Numbers = std::vector<std::int64_t>;

} // namespace

TEMPLATE_TEST_CASE("each stream counts from 1 without a gap", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        CHECK(add(tx, series).seq == 1);
        CHECK(add(tx, meeting).seq == 1);
        CHECK(add(tx, series).seq == 2);
        CHECK(add(tx, series).seq == 3);
        CHECK(numbers(tx, series) == Numbers{1, 2, 3});
        CHECK(store::state_of(tx, series).head == 3);
    });
}

TEMPLATE_TEST_CASE("a number that was rolled back is given again; one that was committed never", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) { add(tx, series); });
    {
        const auto connection = backend.database().open_writer();
        connection->begin_write();
        store::Transaction tx{*connection};
        CHECK(add(tx, series).seq == 2);
        connection->rollback();
    }
    written(backend.database(), [](store::Transaction& tx) {
        CHECK(add(tx, series).seq == 2);
        store::raise_floor(tx, series, 2);
    });
    written(backend.database(), [](store::Transaction& tx) { CHECK(add(tx, series).seq == 3); });
}

TEMPLATE_TEST_CASE("the journal gives back the bytes that were committed", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto event = written(backend.database(), [](store::Transaction& tx) { return add(tx, series); });
    const auto again = seen(backend.database(),
                            [](store::Transaction& tx) { return store::events_after(tx, series, 0, 10); });
    REQUIRE(again.size() == 1);
    CHECK(again[0].bytes == event.bytes);
    CHECK(again[0].stream == series);
}

TEMPLATE_TEST_CASE("a stream without news stands at nothing", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto state =
        seen(backend.database(), [](store::Transaction& tx) { return store::state_of(tx, series); });
    CHECK(state.head == 0);
    CHECK(state.floor == 0);
}

TEMPLATE_TEST_CASE("what was missed comes in order, after the number, up to the limit", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        for (int i = 0; i < 10; ++i) add(tx, series);
        CHECK(numbers(tx, series, 7) == Numbers{8, 9, 10});
        CHECK(numbers(tx, series, 3, 2) == Numbers{4, 5});
        CHECK(numbers(tx, series, 10).empty());
        CHECK(numbers(tx, meeting).empty());
    });
}

TEMPLATE_TEST_CASE("a raised floor forgets payloads, keeps headers, and never sinks", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        for (int i = 0; i < 5; ++i) add(tx, series);
        add(tx, meeting);
        store::raise_floor(tx, series, 3);
        CHECK(numbers(tx, series) == Numbers{4, 5});
        CHECK(numbers(tx, meeting) == Numbers{1});
        CHECK(store::state_of(tx, series).floor == 3);
        CHECK(store::state_of(tx, series).head == 5);
        CHECK(tx.row<int>("SELECT count(*) FROM journal WHERE stream = ?", series) == 5);
        CHECK(tx.row<std::string>("SELECT name FROM journal WHERE stream = ? AND seq = 1", series) ==
              "post_added");
        store::raise_floor(tx, series, 1);
        CHECK(store::state_of(tx, series).floor == 3);
    });
}

TEMPLATE_TEST_CASE("forgetting by age takes the oldest first, no more than asked, and moves each floor", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        for (int i = 1; i <= 4; ++i) add(tx, series, i * 1000);
        add(tx, meeting, 2500);
        add(tx, meeting, 9000);
        CHECK(store::forget_before(tx, {3000}, 1) == 1);
        CHECK(numbers(tx, series) == Numbers{2, 3, 4});
        CHECK(store::forget_before(tx, {3000}, 100) == 2);
        CHECK(numbers(tx, series) == Numbers{3, 4}); // the one at 3000 is not older than 3000
        CHECK(numbers(tx, meeting) == Numbers{2});
        CHECK(store::state_of(tx, series).floor == 2);
        CHECK(store::state_of(tx, meeting).floor == 1);
        CHECK(store::forget_before(tx, {3000}, 100) == 0);
    });
}

TEMPLATE_TEST_CASE("forgetting leaves no hole between the floor and what is kept", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        // The clock was set back between the two: the younger number is the older one.
        add(tx, series, 9000);
        add(tx, series, 1000);
        add(tx, series, 9500);
        store::forget_before(tx, {2000}, 100);
        const auto floor = store::state_of(tx, series).floor;
        CHECK(numbers(tx, series, floor) == Numbers{3});
        CHECK(floor == 2);
    });
}

TEMPLATE_TEST_CASE("the epoch is kept until it is changed", "", INTERSTATE_BACKENDS) {
    TestType backend;
    const auto first = Ulid::from({1}, {1}), second = Ulid::from({2}, {2});
    const auto now = [&] {
        return seen(backend.database(), [](store::Transaction& tx) { return store::epoch(tx); });
    };
    CHECK(now().is_nil());
    written(backend.database(), [&](store::Transaction& tx) { store::set_epoch(tx, first); });
    CHECK(now() == first);
    written(backend.database(), [&](store::Transaction& tx) { store::set_epoch(tx, second); });
    CHECK(now() == second);
}

TEMPLATE_TEST_CASE("an event keeps who, when and by which command", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        add(tx, series, 1234);
        struct Header {
            Instant at;
            std::optional<PersonId> actor;
            CommandId command;
        };
        const auto header =
            tx.row<Header>("SELECT at, actor, command FROM journal WHERE stream = ? AND seq = 1", series);
        REQUIRE(header);
        CHECK(header->at == Instant{1234});
        CHECK(header->actor == at(1234).actor);
        CHECK(header->command == at(1234).command);
        store::append(tx, {series, "arrived"}, Context{.now = {1}},
                      [](std::int64_t) { return std::string{"{}"}; });
        CHECK(
            !tx.row<std::optional<PersonId>>("SELECT actor FROM journal WHERE stream = ? AND seq = 2", series)
                 ->has_value());
    });
}
