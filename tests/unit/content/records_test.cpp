// Whatever is loaded can be read back as the public record that it is: no text out of bounds, no unknown
// word.
#include "features/action_steps/action_steps.hpp"
#include "features/discussions/discussions.hpp"
#include "features/exchanges/exchanges.hpp"
#include "features/identity/identity.hpp"
#include "features/meetings/meetings.hpp"
#include "features/membership/membership.hpp"
#include "features/reference/reference.hpp"
#include "features/rooms/rooms.hpp"
#include "support/catch.hpp"
#include "unit/content/support.hpp"
#include "wire/codec.hpp"

using namespace interstate;

namespace {

/// Finds every record of a kind, by the ids that a query gives; it can be encoded and has a home. Returns how
/// many.
template <class Record>
int all_of(store::Transaction& tx, std::string_view ids) {
    int found = 0;
    for (const auto& id : tx.rows<Ulid>(ids)) {
        INFO(word_of(Record::kind) << " " << id.str());
        const auto record = [&] {
            // What stands with a seat is found by its collaborative; here there is one.
            if constexpr (requires { find(tx, id, CollaborativeId{}, As<Record>{}); })
                return find(tx, id, tx.row<CollaborativeId>("SELECT id FROM collaboratives").value(),
                            As<Record>{});
            else
                return find(tx, id, As<Record>{});
        }();
        REQUIRE(record);
        CHECK(wire::encode(*record).size() > 2);
        CHECK(!home(tx, *record).subject.is_nil());
        ++found;
    }
    return found;
}

} // namespace

TEST_CASE("every record that was loaded is readable") {
    tests::FreshDatabase database;
    store::Transaction tx{database.connection()};
    database.connection().begin_write();
    const auto context = content::LoadContext::at(Instant{1'795'284'000'000}, "test");
    content::load_starting_content(tx, context);
    content::load_demonstration(tx, context);
    database.connection().commit();
    CHECK(all_of<membership::Collaborative>(tx, "SELECT id FROM collaboratives") == 1);
    CHECK(all_of<membership::Organisation>(tx, "SELECT id FROM organisations") == 64);
    CHECK(all_of<identity::Person>(tx, "SELECT id FROM people") == 67);
    CHECK(all_of<identity::Contact>(tx, "SELECT id FROM people WHERE active = 1") == 66);
    CHECK(all_of<identity::Standing>(tx, "SELECT id FROM people WHERE active = 1") == 66);
    CHECK(all_of<identity::Settings>(tx, "SELECT id FROM people WHERE active = 1") == 66);
    CHECK(all_of<exchanges::Series>(tx, "SELECT id FROM series") == 2);
    CHECK(all_of<exchanges::Objective>(tx, "SELECT id FROM objectives") == 8);
    CHECK(all_of<exchanges::Participation>(tx, "SELECT id FROM participations") == 40);
    CHECK(all_of<meetings::Meeting>(tx, "SELECT id FROM meetings") == 34);
    CHECK(all_of<meetings::MeetingLink>(tx, "SELECT id FROM meetings WHERE link <> ''") > 0);
    CHECK(all_of<meetings::AgendaItem>(tx, "SELECT id FROM agenda_items") > 100);
    CHECK(all_of<rooms::Room>(tx, "SELECT id FROM rooms") == 8);
    CHECK(all_of<rooms::ItemRun>(tx, "SELECT id FROM item_runs") > 20);
    CHECK(all_of<rooms::Attendance>(tx, "SELECT id FROM attendance") > 700);
    CHECK(all_of<action_steps::ActionStep>(tx, "SELECT id FROM action_steps") >= 100);
    CHECK(all_of<action_steps::Lane>(tx, "SELECT id FROM step_lanes") >= 100);
    CHECK(all_of<action_steps::StepUpdate>(tx, "SELECT id FROM step_updates") >= 100);
    CHECK(all_of<action_steps::StepLink>(tx, "SELECT id FROM step_links") >= 50);
    CHECK(all_of<discussions::Thread>(tx, "SELECT id FROM threads") >= 38);
    CHECK(all_of<discussions::Post>(tx, "SELECT id FROM posts") >= 170);
    CHECK(all_of<discussions::ReadMark>(tx, "SELECT id FROM read_marks LIMIT 100") == 100);
    CHECK(all_of<reference::Principle>(tx, "SELECT id FROM principles") == 10);
    CHECK(all_of<reference::Protocol>(tx, "SELECT id FROM protocols") == 14);
}

TEST_CASE("the status of a loaded step is the one that its lanes make") {
    tests::FreshDatabase database;
    store::Transaction tx{database.connection()};
    const auto context = content::LoadContext::at(Instant{1'795'284'000'000}, "test");
    content::load_starting_content(tx, context);
    content::load_demonstration(tx, context);
    CHECK(!tx.any("SELECT 1 FROM action_steps a WHERE NOT EXISTS"
                  " (SELECT 1 FROM step_lanes l WHERE l.step = a.id AND l.status = a.status)"));
}
