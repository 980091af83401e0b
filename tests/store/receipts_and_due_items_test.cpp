// Receipts prove that a command happened; due items happen once.
#include "store/due_items.hpp"
#include "store/receipts.hpp"

#include "store/backends.hpp"

using namespace interstate;
using namespace interstate::tests;

namespace {

const PersonId ana{Ulid::from({1000}, {1})};
const PersonId ben{Ulid::from({1000}, {2})};
CommandId command(std::uint8_t n) { return CommandId{Ulid::from({5000}, {n})}; }
const Ulid room = Ulid::from({1}, {1});

} // namespace

TEMPLATE_TEST_CASE("a receipt belongs to one person and one command", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        store::add_receipt(tx, ana, command(1), {5000}, {"abc", "done"});
        const auto found = store::find_receipt(tx, ana, command(1));
        REQUIRE(found);
        CHECK(found->digest == "abc");
        CHECK(found->outcome == "done");
        CHECK(!store::find_receipt(tx, ben, command(1)));
        CHECK(!store::find_receipt(tx, ana, command(2)));
        store::add_receipt(tx, ben, command(1), {5000}, {"other", "done"});
        CHECK_THROWS_AS(store::add_receipt(tx, ana, command(1), {6000}, {"abc", "again"}), store::Failure);
    });
}

TEMPLATE_TEST_CASE("old receipts go, the oldest first, no more than asked", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        const auto made_at = [](std::uint8_t n) { return CommandId{Ulid::from({n * 1000}, {n})}; };
        for (std::uint8_t n = 1; n <= 6; ++n) store::add_receipt(tx, ana, made_at(n), {n * 1000}, {"d", "o"});
        CHECK(store::forget_receipts(tx, {5000}, 2) == 2);
        CHECK(!store::find_receipt(tx, ana, made_at(2)));
        CHECK(store::find_receipt(tx, ana, made_at(3)));
        CHECK(store::forget_receipts(tx, {5000}, 100) == 2);
        CHECK(store::find_receipt(tx, ana, made_at(5))); // at the instant itself: kept
        CHECK(store::forget_receipts(tx, {5000}, 100) == 0);
    });
}

TEMPLATE_TEST_CASE("a receipt of an id that is not refused yet is kept, whenever it was written", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        const CommandId of_a_clock_ahead{Ulid::from({7000}, {1})}, of_a_clock_behind{Ulid::from({3000}, {2})};
        store::add_receipt(tx, ana, of_a_clock_ahead, {4000}, {"d", "o"});
        store::add_receipt(tx, ana, of_a_clock_behind, {6000}, {"d", "o"});
        CHECK(store::forget_receipts(tx, {5000}, 100) == 0);
        CHECK(store::forget_receipts(tx, {6500}, 100) == 1);
        CHECK(store::find_receipt(tx, ana, of_a_clock_ahead));
    });
}

TEST_CASE("receipts live 90 days") { CHECK(store::receipt_life == std::chrono::hours{24 * 90}); }

TEMPLATE_TEST_CASE("a due item left twice is one", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        store::leave_due(tx, {{100}, "seal_session", room});
        store::leave_due(tx, {{100}, "seal_session", room});
        store::leave_due(tx, {{200}, "seal_session", room});
        CHECK(store::due_until(tx, {1000}, 10).size() == 2);
    });
}

TEMPLATE_TEST_CASE("what is due comes earliest first, the instant itself included, up to the limit", "",
                   INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        CHECK(!store::next_due(tx));
        for (std::int64_t at : {300, 100, 200}) store::leave_due(tx, {{at}, "close_abandoned", room});
        CHECK(store::next_due(tx) == Instant{100});
        CHECK(store::due_until(tx, {99}, 10).empty());
        const auto due = store::due_until(tx, {200}, 10);
        REQUIRE(due.size() == 2);
        CHECK(due[0].at == Instant{100});
        CHECK(due[1].at == Instant{200});
        CHECK(due[0].kind == "close_abandoned");
        CHECK(due[0].target == room);
        CHECK(store::due_until(tx, {1000}, 1).size() == 1);
    });
}

TEMPLATE_TEST_CASE("a due item that was done is gone, its like stay", "", INTERSTATE_BACKENDS) {
    TestType backend;
    written(backend.database(), [](store::Transaction& tx) {
        store::leave_due(tx, {{100}, "a", room});
        store::leave_due(tx, {{100}, "b", room});
        store::remove_due(tx, {{100}, "a", room});
        store::remove_due(tx, {{100}, "a", room});
        const auto due = store::due_until(tx, {1000}, 10);
        REQUIRE(due.size() == 1);
        CHECK(due[0].kind == "b");
    });
}
