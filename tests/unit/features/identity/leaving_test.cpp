// Leaving, as sentences and in the tables: what is held goes to a successor, the past stays, the seat is
// free.
#include "features/identity/leaving.hpp"

#include "features/identity/sign_in.hpp"
#include "features/identity/suspension.hpp"
#include "features/mail/mail.hpp"
#include "features/membership/membership.hpp"
#include "support/people.hpp"

using namespace interstate;
using namespace interstate::identity;
using namespace interstate::law;
using membership::Membership;
using permissions::Footing;
using permissions::Verb;

namespace {

const auto olga = made<PersonId>(31);

LeavingFacts leaves(Role asking = Role::administrator, const Held& held = {}) {
    return {.who = {.organisation = ohio,
                    .roles = {asking},
                    .footing = Footing::active,
                    .tier = permissions::Tier::core,
                    .active = true},
            .known = true,
            .name = PersonName{"Ohm"},
            .organisation = ohio,
            .agency = "Ohio",
            .held = held,
            .colleagues = 2};
}

const Context asked{.actor = administrator, .now = {5000}};

std::string refusal(const LeavingFacts& facts, const std::optional<PersonId>& successor = {},
                    const PersonId& person = ohioan) {
    const auto decided = decide(RetirePerson{person, collaborative, successor}, facts, asked);
    return decided ? "" : decided.error().code;
}

/// Ohio with a lead who is its contact, owns seven open steps and a finished one, and a colleague.
struct Agency {
    MemoryStore memory;
    store::Transaction& tx = memory.tx();
    std::uint8_t seed = 100;

    Agency() {
        add_collaborative(tx);
        add_person(tx, olga, "Olga", ohio, "state_member");
        tx.run("INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
               " VALUES (?, '2026-2027', 'active', 'core', 6)",
               convener);
        tx.run("UPDATE seats SET primary_contact = 1, taken_at = 1000, title = 'Director' WHERE person = ?",
               ohioan);
        for (std::uint8_t i = 0; i < 7; ++i) add_step(i, "on_track", i == 3 ? "organisation" : "members");
        add_step(7, "completed", "members");
    }

    void add_step(std::uint8_t number, std::string_view status, std::string_view visibility) {
        const auto step = made<StepId>(static_cast<std::uint8_t>(40 + number));
        tx.run(
            "INSERT INTO action_steps (id, collaborative, organisation, visibility, title, measure, detail,"
            " level, horizon, objectives, principles, status, due_on, set_at, set_by, on_behalf, help,"
            " help_text, latest, revision) VALUES (?, ?, ?, ?, ?, 'm', '', 'sea', 'days_90', '', '', ?,"
            " '2027-01-01', 1, ?, 0, 'none', '', 'As it was', 1)",
            step, collaborative, ohio, visibility, "Step " + std::to_string(number), status, ohioan);
        tx.run("INSERT INTO step_lanes (id, step, organisation, owner, due_on, status, outcome)"
               " VALUES (?, ?, ?, ?, '2027-01-01', ?, '')",
               made<LaneId>(static_cast<std::uint8_t>(60 + number)), step, ohio, ohioan, status);
    }

    template <class Command>
    auto obey(const Command& command, const PersonId& person, std::int64_t ms = 5000) {
        return run<Person, Contact, identity::Standing, Settings, Membership>(
            tx, command, by(person, ms, ++seed),
            {extended, members, staff, {StreamKind::person, ohioan}, {StreamKind::person, olga}});
    }
    auto retire(const PersonId& person = administrator, const std::optional<PersonId>& successor = olga) {
        return obey(RetirePerson{ohioan, collaborative, successor}, person);
    }
    std::string open_of_whom() {
        std::string names;
        for (const auto& one : open_without_holder(tx)) names += one.what + " " + one.holder.str() + ";";
        return names;
    }
    int owned_by(const PersonId& person) {
        return tx.row<int>("SELECT count(*) FROM step_lanes WHERE owner = ?", person).value();
    }
    std::optional<PersonId> contact() { return find(tx, ohio, As<Membership>{})->contact; }
};

} // namespace

// ---- rules ------------------------------------------------------------------------------------------------

TEST_CASE(
    "an administrator retires anybody; a lead and a partner those of their own organization; no other") {
    for (const auto role : {Role::administrator, Role::state_lead, Role::partner})
        CHECK(refusal(leaves(role)) == "");
    for (const auto role : {Role::facilitator, Role::state_member, Role::observer})
        CHECK(refusal(leaves(role)) == "not_allowed");
    for (const auto role : {Role::state_lead, Role::partner}) {
        auto elsewhere = leaves(role);
        elsewhere.organisation = utah;
        CHECK(refusal(elsewhere) == "not_allowed");
    }
    auto stranger = leaves();
    stranger.known = false;
    CHECK(refusal(stranger) == "not_allowed");
}

TEST_CASE("whoever administers or facilitates is retired by an administrator only") {
    for (const auto role : {Role::state_lead, Role::partner}) {
        auto facts = leaves(role);
        facts.staff = true;
        CHECK(refusal(facts) == "not_allowed");
    }
    auto facts = leaves();
    facts.staff = true;
    CHECK(refusal(facts) == "");
}

TEST_CASE("everybody but an observer leaves on their own, also when their state is no member any more") {
    for (const auto role :
         {Role::facilitator, Role::state_lead, Role::state_member, Role::partner, Role::administrator})
        CHECK(refusal(leaves(role), {}, administrator) == "");
    CHECK(refusal(leaves(Role::observer), {}, administrator) == "not_allowed");
    auto lapsed = leaves(Role::state_member);
    lapsed.who.footing = Footing::none;
    CHECK(refusal(lapsed, {}, administrator) == "");
    lapsed = leaves(Role::state_lead);
    lapsed.who.footing = Footing::none;
    CHECK(refusal(lapsed) == "not_allowed");
}

TEST_CASE("the last administrator stays") {
    auto facts = leaves();
    facts.last_administrator = true;
    CHECK(refusal(facts) == "last_administrator");
    CHECK(refusal(facts, {}, administrator) == "last_administrator");
}

TEST_CASE("whoever holds something needs a successor, and the refusal says what is held") {
    const auto facts = leaves(Role::administrator, {.steps = 7, .contact = true, .lead = true});
    const auto refused = decide(RetirePerson{ohioan, collaborative, {}}, facts, asked);
    REQUIRE(!refused);
    CHECK(refused.error().field == "successor");
    CHECK(refused.error().message ==
          "Ohm holds 7 open steps, the contact duty and the lead of the team. Name who takes it over.");
    CHECK(refusal(leaves(Role::administrator, {.steps = 1})) == "successor_needed");
    CHECK(refusal(leaves(Role::administrator, {.contact = true})) == "successor_needed");
    CHECK(refusal(leaves(Role::administrator, {.lead = true})) == "successor_needed");
    CHECK(refusal(leaves()) == "");
}

TEST_CASE("a successor is an active person of the same organization, and not the leaver") {
    auto facts = leaves(Role::administrator, {.steps = 1});
    CHECK(refusal(facts, olga) == "wrong_successor");
    facts.successor_fits = true;
    CHECK(refusal(facts, olga) == "");
}

TEST_CASE("INV-3 the last person of an organization leaves the contact vacant by an administrator only") {
    for (const auto role : {Role::administrator, Role::state_lead}) {
        auto facts = leaves(role, {.contact = true, .lead = true});
        facts.colleagues = 0;
        CHECK(refusal(facts) == (role == Role::administrator ? "" : "successor_needed"));
        facts.held.steps = 1;
        CHECK(refusal(facts) == "successor_needed");
    }
    auto facts = leaves(Role::administrator, {.contact = true});
    facts.colleagues = 0;
    CHECK(decide(RetirePerson{ohioan, collaborative, {}}, facts, asked)->contact_vacant);
}

TEST_CASE("nobody leaves twice; but what they still hold from before is handed over") {
    auto facts = leaves();
    facts.left = true;
    CHECK(refusal(facts) == "left_already");
    facts.held.steps = 2;
    facts.successor_fits = true;
    CHECK(refusal(facts, olga) == "");
}

TEST_CASE("administrators and the own lead name the contact, who has access and is another") {
    NamingFacts facts{.who = leaves().who, .known = true, .active = true, .organisation = ohio};
    const auto refused = [&] {
        const auto decided = decide(NameContact{}, facts, asked);
        return decided ? "" : decided.error().code;
    };
    CHECK(refused() == "");
    facts.who.roles = {Role::state_lead};
    CHECK(refused() == "");
    facts.organisation = utah;
    CHECK(refused() == "not_allowed");
    facts.organisation = ohio;
    for (const auto role : {Role::facilitator, Role::state_member, Role::partner, Role::observer}) {
        facts.who.roles = {role};
        CHECK(refused() == "not_allowed");
    }
    facts.who.roles = {Role::administrator};
    facts.contact_already = true;
    CHECK(refused() == "contact_already");
    facts.active = false;
    CHECK(refused() == "no_access");
    facts.known = false;
    CHECK(refused() == "not_allowed");
}

TEST_CASE("whoever has left is let back in while a seat is free") {
    SuspensionFacts facts{.who = leaves().who,
                          .seated = true,
                          .left = true,
                          .agency = "Ohio",
                          .is_state = true,
                          .footing = Footing::active,
                          .seat_cap = 6,
                          .seats_taken = 6};
    const auto refused = decide(ReadmitPerson{}, facts, asked);
    REQUIRE(!refused);
    CHECK(refused.error().message == "6 of 6 seats of Ohio are taken.");
    facts.seats_taken = 5;
    CHECK(decide(ReadmitPerson{}, facts, asked));
    facts.footing = Footing::grace;
    CHECK(decide(ReadmitPerson{}, facts, asked).error().code == "no_member");
    facts.left = false;
    CHECK(decide(ReadmitPerson{}, facts, asked));
}

// ---- tables -----------------------------------------------------------------------------------------------

TEST_CASE(
    "INV-5 a retired person's open steps, contact duty and lead are the successor's; no holder is away") {
    Agency here;
    CHECK(here.contact() == ohioan);
    const auto retired = here.retire();
    REQUIRE(retired.decision);
    CHECK(retired.decision->steps == 7);
    CHECK(here.open_of_whom() == "");
    CHECK(here.owned_by(olga) == 7);
    CHECK(here.owned_by(ohioan) == 1);
    CHECK(here.contact() == olga);
    CHECK(find(here.tx, olga, collaborative, As<Person>{})->role == Role::state_lead);
    CHECK(!find(here.tx, ohioan, collaborative, As<Contact>{}));
    CHECK(here.tx.row<int>("SELECT count(*) FROM seats WHERE organisation = ? AND left_at IS NULL", ohio) ==
          1);
}

TEST_CASE("the history of a step keeps the old name, and what was said of it last stays") {
    Agency here;
    REQUIRE(here.retire().decision);
    CHECK(here.tx.rows<std::string>("SELECT DISTINCT text FROM step_updates") ==
          std::vector<std::string>{"Ohm has left. Olga owns this step from now on."});
    CHECK(here.tx.row<int>("SELECT count(*) FROM step_updates WHERE from_status = to_status AND author = ?",
                           administrator) == 7);
    CHECK(here.tx.row<int>("SELECT count(*) FROM action_steps WHERE latest = 'As it was'") == 8);
    CHECK(here.tx.row<int>("SELECT count(*) FROM action_steps WHERE revision = 2") == 7);
    const auto leaver = find(here.tx, ohioan, collaborative, As<Person>{});
    CHECK(leaver->name.str() == "Ohm");
    CHECK(leaver->left_at == Instant{5000});
    CHECK(!leaver->active);
}

TEST_CASE("a retired person's secrets are over, and mail that waits for them is not sent") {
    Agency here;
    start_sign_in(here.tx, ohioan, "h", {0}, "");
    make_invitation(here.tx, ohioan, "i", {0});
    make_token(here.tx, ohioan, "t", "export", {0}, {100'000});
    mail::queue(here.tx,
                {.id = made<MailId>(90),
                 .person = ohioan,
                 .address = "Ohm@agency.example",
                 .words = {"s", "p", "h", ""},
                 .useless_at = {100'000}},
                {1000});
    const auto retired = here.retire();
    CHECK(!login_of_sign_in(here.tx, "h", {1}));
    CHECK(!peek_invitation(here.tx, "i", {1}));
    CHECK(!login_of_token(here.tx, "t", {1}));
    CHECK(here.tx.row<std::string>("SELECT status FROM mail") == "outdated");
    here.tx.run("UPDATE people SET active = 1");
    CHECK(mail::due(here.tx, {6000}, 10).empty());
    CHECK(retired.changes.signed_out() == std::vector{ohioan});
    REQUIRE(retired.changes.notices().size() == 1);
    CHECK(retired.changes.notices()[0].person == olga);
    CHECK(retired.changes.notices()[0].detail == "7 open steps, the contact duty and the lead of the team");
}

TEST_CASE("INV-3 an organization has one contact, or is flagged vacant: suspended, let back in, named anew") {
    Agency here;
    const auto suspended = here.obey(SuspendPerson{ohioan, collaborative}, administrator);
    CHECK(puts(suspended.changes, Kind::membership, ohio));
    CHECK(!here.contact());
    CHECK(here.open_of_whom().starts_with("step Ohm;"));
    REQUIRE(here.obey(ReadmitPerson{ohioan, collaborative}, administrator).decision);
    CHECK(here.contact() == ohioan);
    REQUIRE(here.obey(NameContact{olga, collaborative}, ohioan).decision);
    CHECK(here.contact() == olga);
    CHECK(find(here.tx, olga, collaborative, As<Person>{})->role == Role::state_lead);
    CHECK(find(here.tx, ohioan, collaborative, As<Person>{})->role == Role::state_member);
    CHECK(here.obey(NameContact{ohioan, collaborative}, ohioan).decision.error().code == "not_allowed");
    here.tx.run("UPDATE seats SET primary_contact = 0");
    REQUIRE(here.obey(NameContact{ohioan, collaborative}, administrator).decision);
    CHECK_THROWS(here.tx.run("UPDATE seats SET primary_contact = 1 WHERE person = ?", olga));
}

TEST_CASE("a lead who leaves without a successor is refused, and nothing has happened") {
    Agency here;
    const auto refused = here.retire(ohioan, {});
    REQUIRE(!refused.decision);
    CHECK(refused.decision.error().code == "successor_needed");
    CHECK(here.owned_by(ohioan) == 8);
    CHECK(here.contact() == ohioan);
    CHECK(here.retire(ohioan, utahn).decision.error().code == "wrong_successor");
    CHECK(here.retire(ohioan, ohioan).decision.error().code == "wrong_successor");
    REQUIRE(here.retire(ohioan, olga).decision);
    CHECK(here.retire(administrator, olga).decision.error().code == "left_already");
}

TEST_CASE("INV-5 whoever comes back takes a free seat without the duties, and their past is dated") {
    Agency here;
    REQUIRE(here.retire().decision);
    REQUIRE(here.obey(ReadmitPerson{ohioan, collaborative}, administrator, 9000).decision);
    CHECK(here.contact() == olga);
    const auto back = find(here.tx, ohioan, collaborative, As<Person>{});
    CHECK(back->role == Role::state_member);
    CHECK(!back->left_at);
    const Watch watch{here.tx};
    const auto past = answer(here.tx, AffiliationsOf{ohioan, collaborative}, by(utahn, 1, 1));
    REQUIRE(past->affiliations.size() == 1);
    CHECK(past->affiliations[0].organisation == ohio);
    CHECK(past->affiliations[0].role == Role::state_lead);
    CHECK(past->affiliations[0].title == "Director");
    CHECK(past->affiliations[0].since == Instant{1000});
    CHECK(past->affiliations[0].until == Instant{5000});
}

TEST_CASE(
    "the pack lists what is held, to those who may retire; what a team keeps to itself is counted only") {
    Agency here;
    here.tx.run("INSERT INTO organisation_domains (organisation, domain, confirmed_by, confirmed_at)"
                " VALUES (?, 'agency.example', ?, 1)",
                ohio, ohioan);
    const auto pack = [&](const PersonId& reader) {
        const Watch watch{here.tx};
        return answer(here.tx, HandOverOf{ohioan, collaborative}, by(reader, 1, 1));
    };
    CHECK(pack(ohioan)->steps.size() == 7);
    CHECK(pack(administrator)->steps.size() == 6);
    CHECK(pack(administrator)->step_count == 7);
    CHECK(pack(administrator)->contact);
    CHECK(pack(administrator)->lead);
    CHECK(pack(administrator)->successor_needed);
    CHECK(pack(administrator)->admits_domain == "agency.example");
    for (const auto& other : {olga, utahn, facilitator}) CHECK(pack(other).error().code == "not_allowed");
}

TEST_CASE("a domain goes on with a successor who leads and has an address there, and ends with any other") {
    for (const bool same : {true, false}) {
        Agency here;
        here.tx.run("INSERT INTO organisation_domains (organisation, domain, confirmed_by, confirmed_at)"
                    " VALUES (?, ?, ?, 1)",
                    ohio, std::string_view{same ? "agency.example" : "old.example"}, ohioan);
        REQUIRE(here.retire().decision);
        CHECK(find(here.tx, ohio, As<Membership>{})->admits_domain == (same ? "agency.example" : ""));
        CHECK(here.open_of_whom() == "");
    }
}

TEST_CASE("the only administrator is not retired; of two, one is") {
    Agency here;
    const RetirePerson leaving{administrator, collaborative, {}};
    CHECK(here.obey(leaving, administrator).decision.error().code == "last_administrator");
    here.tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, 'administrator', ?)",
                facilitator, collaborative);
    CHECK(here.obey(leaving, administrator).decision);
    CHECK(here.obey(RetirePerson{facilitator, collaborative, {}}, facilitator).decision.error().code ==
          "last_administrator");
}

TEST_CASE("a colleague of the convener does not retire its facilitator") {
    Agency here;
    CHECK(here.obey(RetirePerson{facilitator, collaborative, {}}, partner).decision.error().code ==
          "not_allowed");
    add_person(here.tx, made<PersonId>(32), "Pia", convener, "partner");
    CHECK(here.obey(RetirePerson{made<PersonId>(32), collaborative, {}}, partner).decision);
}
