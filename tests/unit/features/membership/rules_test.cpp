// Who is a member, as sentences.
#include "features/membership/membership.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::membership;
using permissions::Footing;
using permissions::Role;

namespace {

const Context now{.now = {5000}};

MemberFacts of_ohio(Role role = Role::administrator) {
    return {
        .who = {.roles = {role}, .footing = Footing::active, .tier = permissions::Tier::core, .active = true},
        .known = true,
        .footing = Footing::active,
        .seats_taken = 5};
}

std::string refusal(const AdmitMember& command, const MemberFacts& facts = of_ohio()) {
    const auto decided = decide(command, facts, now);
    return decided ? "" : decided.error().code + " " + decided.error().field;
}

} // namespace

TEST_CASE("administrators say who is a member, and nobody else does") {
    CHECK(refusal({}) == "");
    for (const auto role :
         {Role::facilitator, Role::state_lead, Role::state_member, Role::partner, Role::observer}) {
        CHECK(refusal({}, of_ohio(role)) == "not_allowed ");
        CHECK(decide(SuspendMember{}, of_ohio(role), now).error().code == "not_allowed");
    }
    auto unknown = of_ohio();
    unknown.known = false;
    CHECK(refusal({}, unknown) == "not_allowed ");
}

TEST_CASE("INV-4 a member has 1 to 500 seats, and no fewer than are taken") {
    for (const int cap : {0, -1, 501}) CHECK(refusal({.seat_cap = cap}) == "out_of_range seat_cap");
    CHECK(refusal({.seat_cap = 4}) == "seats_taken seat_cap");
    CHECK(decide(AdmitMember{.seat_cap = 4}, of_ohio(), now).error().allowed == "at least 5");
    CHECK(refusal({.seat_cap = 5}) == "");
}

TEST_CASE("membership is of states; others' people have what they were granted") {
    auto partner = of_ohio();
    partner.type = OrganisationKind::partner;
    CHECK(refusal({}, partner) == "no_state organisation");
}

TEST_CASE("only who asked to renew is declined, by an administrator") {
    auto facts = of_ohio();
    CHECK(decide(DeclineRenewal{}, facts, now).error().code == "not_waiting");
    facts.asked_to_renew = true;
    CHECK(decide(DeclineRenewal{}, facts, now));
    facts.who.roles = {Role::state_lead, Role::facilitator};
    CHECK(decide(DeclineRenewal{}, facts, now).error().code == "not_allowed");
}

TEST_CASE("only who is a member can be suspended") {
    auto facts = of_ohio();
    CHECK(decide(SuspendMember{}, facts, now));
    facts.footing = Footing::none;
    CHECK(decide(SuspendMember{}, facts, now).error().code == "no_member");
}
