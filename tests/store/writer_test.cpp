// The only writer: what a batch is, who pays for a guilty unit, and what a failed COMMIT means.
#include "store/writer.hpp"

#include "store/backends.hpp"
#include "store/journal.hpp"
#include "store/receipts.hpp"
#include "store/verify.hpp"

#include <future>
#include <latch>

using namespace interstate;
using namespace interstate::tests;

namespace {

const PersonId ana{Ulid::from({1000}, {1})};

CommandId command_number(int n) { return CommandId{Ulid::from({n}, {7})}; }

/// How one unit fared, kept beyond the unit.
struct Fate {
    int runs = 0;
    int committed = 0;
    int failed = 0;
    std::promise<bool> over;
    std::future<bool> ended = over.get_future();
};

/// Writes a receipt under its number, as commands do; `before` may throw or wait.
class Unit : public store::Work {
  public:
    Unit(std::shared_ptr<Fate> fate, int number, std::function<void(store::Transaction&)> before = {})
        : fate_{std::move(fate)}, number_{number}, before_{std::move(before)} {}
    void run(store::Transaction& tx) override {
        ++fate_->runs;
        if (before_) before_(tx);
        store::add_receipt(tx, ana, command_number(number_), {number_}, {"digest", "outcome"});
    }
    bool was_recorded(store::Transaction& tx) override {
        return store::find_receipt(tx, ana, command_number(number_)).has_value();
    }
    void committed() override {
        ++fate_->committed;
        fate_->over.set_value(true);
    }
    void failed(std::exception_ptr) override {
        ++fate_->failed;
        fate_->over.set_value(false);
    }

  private:
    std::shared_ptr<Fate> fate_;
    int number_;
    std::function<void(store::Transaction&)> before_;
};

template <class Backend>
struct Writing {
    Backend backend;
    FaultyDatabase database{backend.database()};
    std::atomic<int> batches = 0;
    std::latch gate{1};
    std::latch begun{1};
    std::vector<std::shared_ptr<Fate>> fates;
    store::Writer writer;

    explicit Writing(store::WriterLimits limits = {.batch_time = std::chrono::seconds{60}})
        : writer{database, limits, {.done_with_batch = [this] { ++batches; }}} {}

    std::shared_ptr<Fate> write(int number, std::function<void(store::Transaction&)> before = {}) {
        auto fate = fates.emplace_back(std::make_shared<Fate>());
        if (!writer.write(std::make_unique<Unit>(fate, number, std::move(before)))) return nullptr;
        return fate;
    }
    /// The writer is busy with unit 0 until `open_gate`, so that what comes next is one batch.
    void close_gate() {
        write(0, [this](store::Transaction&) {
            begun.count_down();
            gate.wait();
        });
        begun.wait();
    }
    void open_gate() { gate.count_down(); }
    bool on_disk(int number) {
        return seen(backend.database(), [&](store::Transaction& tx) {
            return store::find_receipt(tx, ana, command_number(number)).has_value();
        });
    }
};

} // namespace

TEMPLATE_TEST_CASE("what waits goes into one transaction", "", INTERSTATE_BACKENDS) {
    Writing<TestType> store;
    store.close_gate();
    for (int n = 1; n <= 20; ++n) store.write(n);
    store.open_gate();
    for (auto& fate : store.fates) CHECK(fate->ended.get());
    store.writer.stop();
    CHECK(store.database.commits == 2);
    CHECK(store.batches == 2);
    CHECK(store.on_disk(20));
}

TEMPLATE_TEST_CASE("a batch takes in no more than its limit", "", INTERSTATE_BACKENDS) {
    Writing<TestType> store{{.batch = 5, .batch_time = std::chrono::seconds{60}}};
    store.close_gate();
    for (int n = 1; n <= 11; ++n) store.write(n);
    store.open_gate();
    for (auto& fate : store.fates) CHECK(fate->ended.get());
    store.writer.stop();
    CHECK(store.database.commits == 4); // the gate alone, then 5, 5 and 1
}

TEMPLATE_TEST_CASE("a transaction that has taken too long takes in nothing more", "", INTERSTATE_BACKENDS) {
    Writing<TestType> store{{.batch_time = std::chrono::milliseconds{0}}};
    store.close_gate();
    // Each unit lasts longer than no time at all, so each gets its own transaction, in order.
    for (int n = 1; n <= 3; ++n)
        store.write(n,
                    [](store::Transaction&) { std::this_thread::sleep_for(std::chrono::milliseconds{1}); });
    store.open_gate();
    for (auto& fate : store.fates) CHECK(fate->ended.get());
    store.writer.stop();
    CHECK(store.database.commits == 4);
    for (auto& fate : store.fates) CHECK(fate->runs == 1);
}

TEMPLATE_TEST_CASE("one guilty unit fails alone: the others run again, each in its own transaction", "",
                   INTERSTATE_BACKENDS) {
    Writing<TestType> store;
    store.close_gate();
    store.write(1);
    store.write(2);
    const auto guilty = store.write(3, [](store::Transaction& tx) {
        store::add_receipt(tx, ana, command_number(1), {1}, {"digest", "twice"});
    });
    store.write(4);
    store.open_gate();
    for (auto& fate : store.fates) CHECK(fate->ended.get() == (fate != guilty));
    store.writer.stop();
    CHECK(store.database.commits == 4); // the gate, and 1, 2 and 4
    for (int n : {1, 2, 4}) CHECK(store.on_disk(n));
    CHECK(!store.on_disk(3));
    CHECK(store.fates[1]->runs == 2);
    CHECK(guilty->runs == 2);
    CHECK(store.fates[4]->runs == 1);
    for (auto& fate : store.fates) CHECK(fate->committed + fate->failed == 1);
}

TEMPLATE_TEST_CASE("a stream stands where the units of the batch have left it, without the guilty one", "",
                   INTERSTATE_BACKENDS) {
    const bool guilty_between = GENERATE(false, true);
    Writing<TestType> store;
    const Stream series{StreamKind::series, Ulid::from({1000}, {1})};
    const auto happen = [&](store::Transaction& tx) {
        store::append(tx, {series, "post_added"}, {.now = {1000}}, [](std::int64_t) { return "{}"; });
    };
    store.close_gate();
    store.write(1, happen);
    if (guilty_between)
        store.write(2, [&](store::Transaction& tx) {
            happen(tx);
            throw std::runtime_error{"guilty"};
        });
    store.write(3, happen);
    store.open_gate();
    for (auto& fate : store.fates) fate->ended.wait();
    store.writer.stop();
    seen(store.backend.database(), [&](store::Transaction& tx) {
        CHECK(store::state_of(tx, series).head == 2);
        CHECK(store::fault_of_journal(tx).empty());
        return 0;
    });
}

TEMPLATE_TEST_CASE("anything that a unit throws ends that unit only", "", INTERSTATE_BACKENDS) {
    Writing<TestType> store;
    store.close_gate();
    const auto guilty = store.write(1, [](store::Transaction&) { throw 42; });
    store.write(2);
    store.open_gate();
    CHECK(!guilty->ended.get());
    CHECK(store.fates[2]->ended.get());
}

TEMPLATE_TEST_CASE("a COMMIT that failed and was undone: nobody is told that it happened", "",
                   INTERSTATE_BACKENDS) {
    Writing<TestType> store;
    store.close_gate();
    for (int n = 1; n <= 3; ++n) store.write(n);
    store.open_gate();
    store.fates[0]->ended.wait();
    // The gate's own batch may be committing still; the next one is the batch of three.
    store.database.next_commit = NextCommit::sound;
    for (auto& fate : store.fates) CHECK(fate->ended.get());

    store.database.next_commit = NextCommit::fails_undone;
    const auto lost = store.write(10);
    CHECK(!lost->ended.get());
    CHECK(!store.on_disk(10));
    const auto after = store.write(11);
    CHECK(after->ended.get());
    CHECK(store.on_disk(11));
    CHECK(store.database.opened == 2);
}

TEMPLATE_TEST_CASE("a COMMIT that failed and yet is on the disk: the receipts say so after reopening", "",
                   INTERSTATE_BACKENDS) {
    Writing<TestType> store;
    store.write(1)->ended.wait();
    store.database.next_commit = NextCommit::fails_done;
    const auto kept = store.write(2);
    CHECK(kept->ended.get());
    CHECK(kept->committed == 1);
    CHECK(kept->failed == 0);
    CHECK(kept->runs == 1);
    CHECK(store.on_disk(2));
    CHECK(store.database.opened == 2);
}

TEMPLATE_TEST_CASE("after a COMMIT of unknown outcome each unit of the batch is looked up by itself", "",
                   INTERSTATE_BACKENDS) {
    /// Wrote nothing that could prove it: a refusal.
    class Refusal : public store::Work {
      public:
        explicit Refusal(std::shared_ptr<Fate> fate) : fate_{std::move(fate)} {}
        void run(store::Transaction&) override { ++fate_->runs; }
        bool was_recorded(store::Transaction&) override { return false; }
        void committed() override { fate_->over.set_value(true); }
        void failed(std::exception_ptr) override { fate_->over.set_value(false); }

      private:
        std::shared_ptr<Fate> fate_;
    };
    Writing<TestType> store;
    store.close_gate();
    const auto refused = std::make_shared<Fate>();
    store.write(1, [&](store::Transaction&) { store.database.next_commit = NextCommit::fails_done; });
    store.writer.write(std::make_unique<Refusal>(refused));
    store.write(2);
    store.open_gate();
    CHECK(store.fates[1]->ended.get());
    CHECK(!refused->ended.get());
    CHECK(store.fates[2]->ended.get());
}

TEMPLATE_TEST_CASE("a unit that runs alone has its failed COMMIT looked up too", "", INTERSTATE_BACKENDS) {
    Writing<TestType> store;
    store.close_gate();
    int runs = 0;
    const auto arm = [&](NextCommit how) {
        return [&store, &runs, how](store::Transaction&) {
            if (++runs == 1) throw std::runtime_error{"forces every unit to run alone"};
            store.database.next_commit = how;
        };
    };
    SECTION("it is there") {
        store.write(1, arm(NextCommit::fails_done));
        store.open_gate();
        CHECK(store.fates[1]->ended.get());
        CHECK(store.on_disk(1));
    }
    SECTION("it is not") {
        store.write(1, arm(NextCommit::fails_undone));
        store.open_gate();
        CHECK(!store.fates[1]->ended.get());
        CHECK(!store.on_disk(1));
    }
    CHECK(store.write(2)->ended.get());
}

TEMPLATE_TEST_CASE("a database that cannot be reopened fails units until it can", "", INTERSTATE_BACKENDS) {
    Writing<TestType> store;
    store.write(1)->ended.wait();
    store.database.refuse_to_open = true;
    store.database.next_commit = NextCommit::fails_done;
    CHECK(!store.write(2)->ended.get()); // nobody can say: the sender may try again
    CHECK(!store.write(3)->ended.get());
    store.database.refuse_to_open = false;
    CHECK(store.write(4)->ended.get());
    CHECK(store.on_disk(2)); // and would be found by its receipt
    CHECK(!store.on_disk(3));
}

TEMPLATE_TEST_CASE("while nobody may write, one try speaks for the whole batch", "", INTERSTATE_BACKENDS) {
    Writing<TestType> store;
    store.close_gate();
    for (int n = 1; n <= 20; ++n) store.write(n);
    SECTION("before any of them") {
        store.database.refuse_to_begin = true;
        store.open_gate();
        for (int n = 1; n <= 20; ++n) CHECK(!store.fates[static_cast<std::size_t>(n)]->ended.get());
        CHECK(store.database.begun_in_vain == 1);
        for (int n = 1; n <= 20; ++n) CHECK(store.fates[static_cast<std::size_t>(n)]->runs == 0);
    }
    SECTION("when each runs alone") {
        store.write(21, [&](store::Transaction&) {
            store.database.refuse_to_begin = true;
            throw std::runtime_error{"forces every unit to run alone"};
        });
        store.open_gate();
        for (int n = 1; n <= 21; ++n) CHECK(!store.fates[static_cast<std::size_t>(n)]->ended.get());
        CHECK(store.database.begun_in_vain == 1);
    }
    store.database.refuse_to_begin = false;
    CHECK(store.write(30)->ended.get());
    CHECK(store.on_disk(30));
}

TEMPLATE_TEST_CASE("the queue is bounded: more is refused at once", "", INTERSTATE_BACKENDS) {
    Writing<TestType> store{{.queue = 3}};
    store.close_gate();
    for (int n = 1; n <= 3; ++n) CHECK(store.write(n));
    CHECK(store.writer.waiting() == 3);
    CHECK(!store.write(4));
    store.fates.pop_back();
    store.open_gate();
    for (auto& fate : store.fates) CHECK(fate->ended.get());
    CHECK(!store.on_disk(4));
}

TEMPLATE_TEST_CASE("stopping finishes what waits and takes nothing more", "", INTERSTATE_BACKENDS) {
    Writing<TestType> store;
    store.close_gate();
    for (int n = 1; n <= 5; ++n) store.write(n);
    store.open_gate();
    store.writer.stop();
    for (auto& fate : store.fates) {
        REQUIRE(fate->ended.wait_for(std::chrono::seconds{0}) == std::future_status::ready);
        CHECK(fate->ended.get());
    }
    CHECK(!store.write(6));
}
