// Collaboratives and organisations as the stream of everybody shows them.
#include "features/membership/membership.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::membership;
using namespace interstate::law;

TEST_CASE("everybody's stream holds the collaborative and its organizations, and no other does") {
    MemoryStore memory;
    add_collaborative(memory.tx());
    CHECK(snapshot<Collaborative, Organisation>(memory.tx(), extended).size() == 4);
    CHECK(snapshot<Collaborative, Organisation>(memory.tx(), members).empty());
    CHECK(home(memory.tx(), *find(memory.tx(), collaborative, As<Collaborative>{})) == extended);
    CHECK(home(memory.tx(), *find(memory.tx(), ohio, As<Organisation>{})) == extended);
}

TEST_CASE("a member is whose membership gives rights now") {
    MemoryStore memory;
    add_collaborative(memory.tx());
    const auto member = [&](const OrganisationId& id) {
        return find(memory.tx(), id, As<Organisation>{})->member;
    };
    CHECK(member(ohio));
    CHECK(!member(convener));
    memory.tx().run("UPDATE memberships SET status = 'grace'");
    CHECK(member(ohio));
    memory.tx().run("UPDATE memberships SET status = 'expired'");
    CHECK(!member(ohio));
}

TEST_CASE("what does not exist is not found") {
    MemoryStore memory;
    CHECK(!find(memory.tx(), Ulid{}, As<Collaborative>{}));
    CHECK(!find(memory.tx(), Ulid{}, As<Organisation>{}));
}
