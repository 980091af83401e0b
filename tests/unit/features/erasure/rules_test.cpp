// Who may be erased by whom, and who may ask for it.
#include "features/erasure/erasure.hpp"
#include "support/catch.hpp"

#include <algorithm>

using namespace interstate;
using namespace interstate::erasure;

namespace {

const PersonId lee{Ulid::from({1}, {1})}, dana{Ulid::from({1}, {2})};

permissions::Standing as(permissions::Role role) {
    return {.person = dana,
            .roles = {role},
            .footing = permissions::Footing::active,
            .tier = permissions::Tier::core,
            .active = true};
}

ErasureFacts retired() {
    return {.who = as(permissions::Role::administrator),
            .known = true,
            .name = Text<1, 120>{"Lee Park"},
            .left = true};
}

ErasePerson typed(const char* name) {
    return {.person = lee, .collaborative = {}, .confirmation = Text<1, 120>{name}};
}

std::string code_of(const ErasureFacts& facts, const char* name = "Lee Park") {
    const auto decided = decide(typed(name), facts, {});
    return decided ? "" : decided.error().code;
}

} // namespace

TEST_CASE("an administrator erases who was retired, with the name typed") {
    CHECK(code_of(retired()).empty());
    CHECK(code_of(retired(), "lee park") == "confirmation");
    CHECK(code_of(retired(), " Lee Park ").empty()); // outer blanks are nobody's
    CHECK(code_of(retired(), "Lee") == "confirmation");
}

TEST_CASE("nobody else does, and who is not here is as who may not be erased") {
    for (const auto role : {permissions::Role::facilitator, permissions::Role::state_lead,
                            permissions::Role::partner, permissions::Role::observer}) {
        auto facts = retired();
        facts.who = as(role);
        CHECK(code_of(facts) == "not_allowed");
    }
    auto unknown = retired();
    unknown.known = false;
    CHECK(code_of(unknown) == "not_allowed");
}

TEST_CASE("who is here, suspended or still holds something is retired first; nobody is erased twice") {
    auto facts = retired();
    facts.left = false;
    CHECK(code_of(facts) == "not_retired");
    facts.active = true;
    CHECK(code_of(facts) == "not_retired");
    facts = retired();
    facts.holds = 2;
    const auto refused = decide(typed("Lee Park"), facts, {});
    REQUIRE(!refused);
    CHECK(refused.error().code == "holds");
    CHECK(refused.error().message == "Lee Park still owns 2 open steps: hand over first.");
    facts = retired();
    facts.elsewhere = true; // the account is still theirs
    CHECK(code_of(facts) == "not_former");
    facts = retired();
    facts.erased = true;
    CHECK(code_of(facts) == "erased_already");
}

TEST_CASE("everybody with access asks for themselves, and for nobody else") {
    const auto member = as(permissions::Role::state_member);
    CHECK(decide(AskForErasure{.collaborative = {}, .person = dana}, {member}, {}));
    CHECK(!decide(AskForErasure{.collaborative = {}, .person = lee}, {member}, {}));
    auto left = member;
    left.active = false;
    CHECK(!decide(AskForErasure{.collaborative = {}, .person = dana}, {left}, {}));
}

TEST_CASE("no secret is among what a person is given of a table") {
    for (const auto& holding : holdings()) {
        INFO(holding.table);
        for (const char* secret : {"hash", "secret", "ticket"})
            CHECK(std::string_view{holding.columns}.find(secret) == std::string_view::npos);
    }
}
