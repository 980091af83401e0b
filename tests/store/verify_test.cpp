// What must hold between journal, streams and receipts, each sentence with what breaks it.
#include "store/verify.hpp"

#include "store/backends.hpp"
#include "store/copies.hpp"
#include "store/journal.hpp"
#include "store/receipts.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

const Stream series{StreamKind::series, Ulid::from({1000}, {1})};
const Stream meeting{StreamKind::meeting, Ulid::from({1000}, {2})};
const PersonId ana{Ulid::from({1}, {1})};
constexpr Instant noon{400LL * 24 * 3600 * 1000};

CommandId command(int n) { return CommandId{Ulid::from({noon.ms + n}, {9})}; }

/// An acknowledgement, as this test writes it: "series/… 3".
std::vector<std::pair<std::string, std::int64_t>> positions_of(std::string_view outcome) {
    const auto blank = outcome.find(' ');
    if (blank == outcome.npos) return {};
    return {{std::string{outcome.substr(0, blank)}, std::stoll(std::string{outcome.substr(blank + 1)})}};
}

/// A command with its event and its receipt, as the program writes them.
void happen(store::Transaction& tx, int n, const Stream& stream = series, Instant at = noon,
            std::optional<PersonId> actor = ana) {
    const Context context{.actor = actor, .now = at, .command = command(n)};
    const auto event =
        store::append(tx, {stream, "post_added"}, context, [](std::int64_t) { return std::string{"{}"}; });
    store::add_receipt(tx, actor.value_or(PersonId{}), context.command, at,
                       {"digest", stream.name() + " " + std::to_string(event.seq)});
}

std::string fault_of_receipts(store::Transaction& tx, Instant now = noon) {
    return store::fault_of_receipts(tx, now, positions_of);
}

} // namespace

TEMPLATE_TEST_CASE("what the program writes is sound", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        CHECK(store::fault_of_journal(tx).empty());
        for (int n = 1; n <= 5; ++n) happen(tx, n);
        happen(tx, 6, meeting, noon, std::nullopt); // the server's own
        store::add_receipt(tx, ana, command(7), noon, {"digest", "newsless"});
        store::raise_floor(tx, series, 2);
        store::start_over(tx, meeting, {.actor = ana, .now = noon, .command = command(5)});
        CHECK(store::fault_of_journal(tx) == "");
        CHECK(fault_of_receipts(tx) == "");
        const auto reached = store::reached(tx);
        CHECK(reached.sequence == 7);
        CHECK(reached.streams == 2);
        CHECK(reached.receipts == 7);
        CHECK(reached.last == noon);
    });
}

TEMPLATE_TEST_CASE("a stream that is not dense up to its head is named", "", INTERSTATE_BACKENDS) {
    const std::vector<std::pair<std::string, std::string>> faults{
        {"DELETE FROM journal WHERE seq = 3", "has a gap: 4 events up to 5"},
        {"DELETE FROM journal WHERE seq = 1", "begins at 2"},
        {"DELETE FROM journal WHERE seq = 5", "ends at 4, but its head is 5"},
        {"DELETE FROM journal", "ends at 0, but its head is 5"},
        {"UPDATE streams SET head = 6", "ends at 5, but its head is 6"},
        {"UPDATE streams SET head = 4", "ends at 5, but its head is 4"},
        {"UPDATE streams SET floor = 6", "has a floor above its head"},
        {"UPDATE journal SET payload = NULL WHERE seq > 3", "has lost the payloads of 2 events"},
        {"UPDATE streams SET floor = 2", "keeps 2 payloads that are forgotten"},
        {"DELETE FROM streams", "which is not among the streams"}};
    for (const auto& [sql, words] : faults) {
        TestType backend;
        written(backend.database(), [&](store::Transaction& tx) {
            for (int n = 1; n <= 5; ++n) happen(tx, n);
            tx.connection().script(sql);
            const auto fault = store::fault_of_journal(tx);
            CHECK_THAT(fault, Catch::Contains(series.name()));
            CHECK_THAT(fault, Catch::Contains(words));
        });
    }
}

TEMPLATE_TEST_CASE("of many wrong streams the first are named, the others counted", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        for (std::uint8_t n = 1; n <= 9; ++n) happen(tx, n, {StreamKind::series, Ulid::from({1000}, {n})});
        tx.connection().script("UPDATE streams SET head = 2");
        CHECK_THAT(store::fault_of_journal(tx), Catch::Contains("; and 6 more"));
    });
}

TEMPLATE_TEST_CASE("a receipt names its own events", "", INTERSTATE_BACKENDS) {
    for (const char* sql :
         {"DELETE FROM journal WHERE seq = 2", "UPDATE journal SET command = 'x' WHERE seq = 2",
          "UPDATE receipts SET outcome = replace(outcome, ' 2', ' 1')"}) {
        TestType backend;
        written(backend.database(), [&](store::Transaction& tx) {
            for (int n = 1; n <= 3; ++n) happen(tx, n);
            tx.connection().script(sql);
            CHECK_THAT(fault_of_receipts(tx),
                       Catch::Contains(command(2).str()) && Catch::Contains("is not its event"));
        });
    }
}

TEMPLATE_TEST_CASE("all receipts are looked at, however many", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        for (int n = 1; n <= 2500; ++n) happen(tx, n);
        CHECK(fault_of_receipts(tx).empty());
        tx.connection().script("UPDATE journal SET command = 'x' WHERE seq IN (1, 1000, 1001, 2500)");
        CHECK_THAT(fault_of_receipts(tx), Catch::Contains("and 2 more")); // and four events without a receipt
    });
}

TEMPLATE_TEST_CASE("an event has the receipt of its command as long as receipts live", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        happen(tx, 1);
        happen(tx, 2, meeting, noon, std::nullopt);
        tx.connection().script("DELETE FROM receipts");
        CHECK(fault_of_receipts(tx) == "2 events have no receipt of their command");
        CHECK(fault_of_receipts(tx, noon + store::receipt_life - std::chrono::days{2}) != "");
        CHECK(fault_of_receipts(tx, noon + store::receipt_life) == "");
    });
}

TEMPLATE_TEST_CASE("events of a migration have no receipt, and need none", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        store::append(tx, {series, "records_renewed"}, {.now = noon},
                      [](std::int64_t) { return std::string{"{}"}; });
        CHECK(fault_of_receipts(tx).empty());
    });
}

TEMPLATE_TEST_CASE("after a clock that was ahead, receipts that it ended are not missed", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        happen(tx, 1);
        const auto ahead = noon + std::chrono::days{400};
        store::forget_receipts(tx, ahead - store::receipt_life, 10);
        happen(tx, 2, series, ahead);
        CHECK(fault_of_receipts(tx, noon + std::chrono::hours{1}).empty());
    });
}

TEMPLATE_TEST_CASE("the last payloads come newest first, and no more than asked", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        for (int n = 1; n <= 4; ++n)
            store::append(tx, {series, "x"}, {.now = noon},
                          [](std::int64_t seq) { return std::to_string(seq); });
        store::raise_floor(tx, series, 2);
        CHECK(store::last_payloads(tx, series.name(), 10) == std::vector<std::string>{"4", "3"});
        CHECK(store::last_payloads(tx, series.name(), 1) == std::vector<std::string>{"4"});
        CHECK(store::stream_names(tx) == std::vector<std::string>{series.name()});
    });
}

TEMPLATE_TEST_CASE("whoever goes on from a copy begins a new epoch, and is no copy any more", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        const auto before = Ulid::from({1}, {1}), after = Ulid::from({2}, {2});
        store::set_epoch(tx, before);
        CHECK(!store::copy_made_at(tx));
        store::mark_copy(tx, {1000});
        store::mark_copy(tx, noon); // a copy of a copy that was never adopted
        CHECK(store::copy_made_at(tx) == noon);
        CHECK(store::epoch(tx) == before);
        store::adopt_copy(tx, after);
        CHECK(!store::copy_made_at(tx));
        CHECK(store::epoch(tx) == after);
    });
}

TEMPLATE_TEST_CASE("the schema is looked up without writing", "", INTERSTATE_BACKENDS) {
    TestType backend;
    CHECK(seen(backend.database(), [](store::Transaction& tx) { return store::looked_up_schema(tx); }) ==
          store::migrations().back().number);
}
