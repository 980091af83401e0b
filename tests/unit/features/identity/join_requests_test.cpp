// Asking to join, as sentences: who decides, and what a seat needs.
#include "features/identity/join_requests.hpp"
#include "support/catch.hpp"

using namespace interstate;
using namespace interstate::identity;
using permissions::Footing;

namespace {

const PersonId ana{Ulid::from({1000}, {1})};
const PersonId zoe{Ulid::from({1000}, {2})};
const OrganisationId ohio{Ulid::from({1000}, {3})};
const OrganisationId utah{Ulid::from({1000}, {4})};
const CollaborativeId sdi{Ulid::from({1000}, {5})};
const JoinRequestId asked{Ulid::from({1000}, {6})};

Context at_five() {
    return {.actor = ana, .now = {5000}, .ids = IdSource{{5000}, {}}, .secret = [] {
                return std::string(43, 's');
            }};
}
const Context now = at_five();
Context by_server() {
    auto context = at_five();
    context.actor = {};
    return context;
}

permissions::Standing standing(Role role, const OrganisationId& organisation) {
    return {.person = ana,
            .collaborative = sdi,
            .organisation = organisation,
            .roles = {role},
            .footing = Footing::active,
            .tier = permissions::Tier::core,
            .active = true};
}

/// Somebody of Ohio asks; Ohio is a member with a lead and one free seat.
JoinFacts asks(Role role = Role::state_lead, const OrganisationId& of = ohio) {
    return {.who = standing(role, of),
            .request = JoinRequest{.id = asked,
                                   .collaborative = sdi,
                                   .organisation = ohio,
                                   .agency = Text<1, 200>{"Ohio Department of Education"},
                                   .status = JoinStatus::confirmed},
            .agency = AgencyFacts{.short_name = "Ohio",
                                  .footing = Footing::active,
                                  .seat_cap = 6,
                                  .seats_taken = 5,
                                  .has_contact = true}};
}

std::string refusal(const JoinFacts& facts, const ApproveJoinRequest& command = {}) {
    const auto decided = decide(command, facts, now);
    return decided ? "" : decided.error().code;
}

} // namespace

TEST_CASE("a lead decides for their own agency, an administrator for every one, nobody else for any") {
    CHECK(refusal(asks()) == "");
    CHECK(refusal(asks(Role::administrator, utah)) == "");
    for (const auto role :
         {Role::state_lead, Role::facilitator, Role::state_member, Role::partner, Role::observer})
        CHECK(refusal(asks(role, utah)) == "not_allowed");
    CHECK(refusal(asks(Role::state_member)) == "not_allowed");
    CHECK(decide(DeclineJoinRequest{}, asks(Role::state_lead, utah), now).error().code == "not_allowed");
    CHECK(decide(DeclineJoinRequest{}, asks(), now));
}

TEST_CASE("a request whose address is not confirmed is nobody's, and one of another collaborative neither") {
    auto facts = asks(Role::administrator, utah);
    facts.request->status = JoinStatus::submitted;
    CHECK(refusal(facts) == "not_allowed");
    CHECK(decide(DeclineJoinRequest{}, facts, now).error().code == "not_allowed");
    facts = asks(Role::administrator, utah);
    facts.who.collaborative = {};
    CHECK(refusal(facts) == "not_allowed");
    CHECK(refusal(JoinFacts{}) == "not_allowed");
}

TEST_CASE("of two who decide at once the second is told") {
    for (const auto status : {JoinStatus::approved, JoinStatus::declined, JoinStatus::expired}) {
        auto facts = asks();
        facts.request->status = status;
        CHECK(refusal(facts) == "decided_already");
        CHECK(decide(DeclineJoinRequest{}, facts, now).error().code == "decided_already");
    }
}

TEST_CASE("INV-4 a seventh person on six seats waits, with the number as the reason") {
    auto facts = asks();
    facts.agency->seats_taken = 6;
    const auto refused = decide(ApproveJoinRequest{}, facts, now);
    REQUIRE(!refused);
    CHECK(refused.error().code == "seats_taken");
    CHECK(refused.error().message == "6 of 6 seats of Ohio are taken.");
}

TEST_CASE(
    "the first of a state leads its team; others are members; people of no state are partners or observe") {
    auto facts = asks();
    CHECK(decide(ApproveJoinRequest{}, facts, now)->role == Role::state_member);
    facts.agency->has_contact = false;
    CHECK(decide(ApproveJoinRequest{}, facts, now)->role == Role::state_lead);
    facts = asks(Role::administrator, utah);
    facts.agency.reset();
    facts.request->organisation.reset();
    facts.request->type = AgencyType::partner;
    CHECK(decide(ApproveJoinRequest{}, facts, now)->role == Role::partner);
    facts.request->type = AgencyType::federal;
    CHECK(decide(ApproveJoinRequest{}, facts, now)->role == Role::observer);
}

TEST_CASE(
    "a state that is no member is admitted by an administrator, who says as what and with how many seats") {
    auto facts = asks(Role::administrator, utah);
    facts.agency->footing = Footing::none;
    facts.agency->seats_taken = 0;
    CHECK(decide(ApproveJoinRequest{}, facts, now).error().field == "tier");
    ApproveJoinRequest command{.tier = Tier::extended, .seat_cap = {}};
    CHECK(decide(command, facts, now).error().field == "seat_cap");
    for (const int cap : {0, -1, 501}) {
        command.seat_cap = cap;
        CHECK(decide(command, facts, now).error().field == "seat_cap");
    }
    command.seat_cap = 6;
    CHECK(decide(command, facts, now));
    facts.who = standing(Role::facilitator, utah);
    CHECK(refusal(facts, command) == "not_allowed");
}

TEST_CASE("in its grace a state gets no new seats") {
    auto facts = asks(Role::administrator, utah);
    facts.agency->footing = Footing::grace;
    CHECK(refusal(facts) == "in_grace");
}

TEST_CASE("INV-7 whoever has a seat already gets no second; who had one gets the new one as who they are") {
    auto facts = asks();
    facts.known = zoe;
    facts.seated = true;
    CHECK(refusal(facts) == "here_already");
    facts.seated = false;
    CHECK(decide(ApproveJoinRequest{}, facts, now)->person == zoe);
}

TEST_CASE("a confirmed request waits; the agency's domain lets it in while a seat is free") {
    auto facts = asks();
    CHECK(!decide(ReceiveJoinRequest{}, facts, by_server())->person);
    facts.agency->admits_domain = true;
    CHECK(decide(ReceiveJoinRequest{}, facts, by_server())->person);
    CHECK(decide(ReceiveJoinRequest{}, facts, now).error().code == "not_allowed");
    auto full = facts;
    full.agency->seats_taken = 6;
    CHECK(!decide(ReceiveJoinRequest{}, full, by_server())->person);
    auto lapsed = facts;
    lapsed.agency->footing = Footing::grace;
    CHECK(!decide(ReceiveJoinRequest{}, lapsed, by_server())->person);
    auto known = facts;
    known.known = zoe; // elsewhere: they come in as anybody does, and as who they are
    CHECK(decide(ReceiveJoinRequest{}, known, by_server())->person == zoe);
    known.known_here = true;
    CHECK(!decide(ReceiveJoinRequest{}, known, by_server())->person);
    auto by_provider = facts;
    by_provider.by_provider = true;
    CHECK(!decide(ReceiveJoinRequest{}, by_provider, by_server())->person);
    auto again = facts;
    again.request->status = JoinStatus::approved;
    CHECK(decide(ReceiveJoinRequest{}, again, by_server())->again);
}

TEST_CASE("a lead lets in the domain of their own address, unless anybody can have one there") {
    DomainFacts facts{
        .who = standing(Role::state_lead, ohio), .known = true, .address = "ana@education.ohio.gov"};
    CHECK(decide(AdmitByDomain{.organisation = ohio}, facts, now)->domain == "education.ohio.gov");
    CHECK(!decide(AdmitByDomain{.organisation = utah}, facts, now));
    facts.address = "ana@gmail.com";
    CHECK(decide(AdmitByDomain{.organisation = ohio}, facts, now).error().code == "public_domain");
    CHECK(decide(AdmitByDomain{.organisation = ohio, .on = false}, facts, now));
    facts.who = standing(Role::state_member, ohio);
    CHECK(!decide(AdmitByDomain{.organisation = ohio, .on = false}, facts, now));
}

TEST_CASE(
    "an administrator names the domain of any state; it is as plain, and nobody's else, as a lead's own") {
    DomainFacts facts{
        .who = standing(Role::administrator, utah), .known = true, .address = "ana@ccsso.example"};
    const auto refused = [&](std::optional<Text<1, 253>> domain) {
        const auto decided = decide(AdmitByDomain{.organisation = ohio, .domain = domain}, facts, now);
        return decided ? "" : decided.error().code + " " + decided.error().field;
    };
    const auto says = [](const char* domain) { return std::optional{Text<1, 253>{domain}}; };
    CHECK(refused(says("education.ohio.gov")) == "");
    CHECK(decide(AdmitByDomain{.organisation = ohio, .domain = says("Education.Ohio.GOV")}, facts, now)
              ->domain == "education.ohio.gov");
    CHECK(refused({}) == "missing domain");
    CHECK(refused(says("gmail.com")) == "public_domain domain");
    CHECK(refused(says("no domain")) == "malformed domain");
    CHECK(refused(says("somebody@ohio.gov")) == "malformed domain");
    CHECK(refused(says("xn--hio-fla.gov")) == "odd_domain domain");
    CHECK(decide(AdmitByDomain{.organisation = ohio, .on = false}, facts, now));
    facts.is_state = false;
    CHECK(refused(says("education.ohio.gov")) == "no_state organisation");
    facts.is_state = true;
    facts.who = standing(Role::state_lead, ohio);
    CHECK(refused(says("education.ohio.gov")) == "own_domain domain");
    facts.who = standing(Role::facilitator, ohio);
    CHECK(refused(says("education.ohio.gov")) == "not_allowed ");
}

TEST_CASE("the domain of an address is what stands behind its last @, in lower case") {
    CHECK(domain_of("Ana@Education.Ohio.GOV") == "education.ohio.gov");
    CHECK(domain_of("nobody") == "");
    CHECK(is_public_domain("gmail.com"));
    CHECK(!is_public_domain("education.ohio.gov"));
}
