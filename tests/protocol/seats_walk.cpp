#include "protocol/seats_walk.hpp"

#include "base/secret.hpp"
#include "features/identity/join_requests.hpp"

namespace interstate::tests {

SeatsWalk::SeatsWalk(unsigned seed) : seed_{seed}, chance_{seed} {
    states_ = {
        house_.cast.state, house_.cast.other_state,
        house_.one<OrganisationId>("SELECT organisation FROM seats WHERE person = ?", house_.cast.outsider),
        house_.one<OrganisationId>(
            "SELECT id FROM organisations o WHERE type = 'state_agency' AND NOT EXISTS"
            " (SELECT 1 FROM memberships m WHERE m.organisation = o.id) ORDER BY id LIMIT 1")};
    house_.written([&](store::Transaction& tx) {
        // A demonstration renews by itself.
        tx.run("UPDATE facts_of_store SET value = 'real' WHERE name = 'kind'");
        // Little room, so that it is soon full.
        for (const auto& state : states_)
            tx.run(
                "UPDATE memberships SET seat_cap = 1 + (SELECT count(*) FROM seats s WHERE s.organisation ="
                " memberships.organisation AND s.left_at IS NULL) WHERE organisation = ?",
                state);
    });
    look("the beginning");
}

void SeatsWalk::step() {
    static const std::vector<std::pair<int, void (SeatsWalk::*)()>> ways{{5, &SeatsWalk::paste},
                                                                         {4, &SeatsWalk::ask_to_join},
                                                                         {4, &SeatsWalk::decide_request},
                                                                         {1, &SeatsWalk::admit_by_domain},
                                                                         {4, &SeatsWalk::suspend_or_readmit},
                                                                         {4, &SeatsWalk::retire},
                                                                         {2, &SeatsWalk::name_contact},
                                                                         {6, &SeatsWalk::change_membership},
                                                                         {3, &SeatsWalk::change_role},
                                                                         {2, &SeatsWalk::move_year}};
    ++steps_;
    int sum = 0;
    for (const auto& [weight, way] : ways) sum += weight;
    auto at = static_cast<int>(below(static_cast<std::size_t>(sum)));
    for (const auto& [weight, way] : ways)
        if ((at -= weight) < 0) return (this->*way)();
}

// ---- the ways -------------------------------------------------------------------------------------------

void SeatsWalk::paste() {
    const auto state = a_state();
    std::string lines;
    for (std::size_t left = 1 + below(3); left > 0; --left) {
        const auto address = below(2) == 0 ? disguised(an_address()) : an_address();
        lines += "Pasted Person, " + address + ", " + code_of(state) + "\n";
    }
    command(decider(state), "add_people",
            {{"collaborative", house_.cast.collaborative.str()}, {"lines", lines}});
}

void SeatsWalk::ask_to_join() {
    const auto state = a_state();
    auto address = an_address();
    if (below(2) == 0)
        for (auto& letter : address)
            letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    const JoinRequestId id{Ulid::from(house_.now(), random_bytes())};
    // As the public page does, once a code has confirmed the address.
    house_.written([&](store::Transaction& tx) {
        identity::request_seat(tx,
                               {.id = id,
                                .collaborative = house_.cast.collaborative,
                                .organisation = state,
                                .agency = Text<1, 200>{"An agency"},
                                .name = identity::PersonName{"Asking Person"},
                                .address = identity::MailAddress{address}},
                               house_.now());
    });
    command({}, "receive_join_request", {{"request", id.str()}});
}

void SeatsWalk::decide_request() {
    const auto waiting = house_.seen([](store::Transaction& tx) {
        return tx.rows<JoinRequestId>(
            "SELECT id FROM join_requests WHERE status = 'confirmed' ORDER BY rowid");
    });
    if (waiting.empty()) return;
    const auto request = one_of(waiting);
    const auto state =
        house_.one<OrganisationId>("SELECT organisation FROM join_requests WHERE id = ?", request);
    if (below(4) == 0) {
        command(decider(state), "decline_join_request", {{"request", request.str()}, {"reason", "No"}});
        return;
    }
    Json body{{"request", request.str()}};
    if (below(2) == 0) body.update({{"tier", "core"}, {"seat_cap", 1 + below(4)}});
    command(decider(state), "approve_join_request", body);
}

void SeatsWalk::admit_by_domain() {
    const auto state = a_state();
    command(below(3) == 0 ? somebody_of(state) : decider(state), "admit_by_domain",
            {{"organisation", state.str()}, {"on", below(4) != 0}});
}

void SeatsWalk::suspend_or_readmit() {
    const auto person = somebody_of(a_state());
    command(house_.cast.administrator, below(2) == 0 ? "suspend_person" : "readmit_person",
            {{"person", person.str()}, {"collaborative", house_.cast.collaborative.str()}});
}

void SeatsWalk::retire() {
    const auto state = a_state();
    const auto person = somebody_of(state);
    Json body{{"person", person.str()}, {"collaborative", house_.cast.collaborative.str()}};
    if (below(4) != 0)
        body["successor"] = somebody_of(below(8) == 0 ? a_state() : state, below(4) != 0).str();
    command(below(3) == 0 ? person : decider(state), "retire_person", body);
}

void SeatsWalk::name_contact() {
    const auto state = a_state();
    command(decider(state), "name_contact",
            {{"person", somebody_of(state).str()}, {"collaborative", house_.cast.collaborative.str()}});
}

void SeatsWalk::change_membership() {
    const auto state = a_state();
    const auto taken =
        house_.one<int>("SELECT count(*) FROM seats WHERE organisation = ? AND left_at IS NULL", state);
    const auto cap = std::max(0, taken - 1 + static_cast<int>(below(4)));
    const auto what = below(7);
    if (what == 0)
        command(house_.cast.administrator, "suspend_member",
                {{"organisation", state.str()}, {"withdrawn", below(2) == 0}});
    else if (what < 4)
        command(house_.cast.administrator, "admit_member",
                {{"organisation", state.str()},
                 {"tier", below(4) == 0 ? "extended" : "core"},
                 {"seat_cap", cap}});
    else
        command(decider(state), "renew_membership", {{"organisation", state.str()}, {"seat_cap", cap}});
}

void SeatsWalk::change_role() {
    const auto state = a_state();
    static const std::vector<std::string> roles{"state_lead", "state_member", "facilitator", "observer"};
    const auto role = one_of(roles);
    const auto held = house_.seen([](store::Transaction& tx) {
        return tx.row<PersonId>("SELECT person FROM scoped_role_grants WHERE ended_at IS NULL"
                                " ORDER BY granted_at LIMIT 1");
    });
    const bool ends = held && below(2) == 0, team = ends || below(2) == 0;
    Json body{{"collaborative", house_.cast.collaborative.str()},
              {"person", (ends ? *held : somebody_of(a_state(), true)).str()},
              {"role", team ? "state_member" : role},
              {"scope", team ? "organisation" : "collaborative"}};
    if (team) body["subject"] = state.str();
    if (ends)
        body["subject"] = house_
                              .one<Ulid>("SELECT subject FROM scoped_role_grants WHERE ended_at IS NULL"
                                         " ORDER BY granted_at LIMIT 1")
                              .str();
    command(decider(state), ends ? "end_role" : "grant_role", body);
}

void SeatsWalk::move_year() {
    const auto here = house_.cast.collaborative.str();
    if (below(3) == 0) {
        const auto labels = house_.seen([](store::Transaction& tx) {
            return tx.rows<std::string>("SELECT label FROM membership_years ORDER BY label");
        });
        const auto label = one_of(labels);
        const auto starts =
            house_.one<CivilDate>("SELECT starts_on FROM membership_years WHERE label = ?", label);
        const auto ends =
            house_.one<CivilDate>("SELECT ends_on FROM membership_years WHERE label = ?", label);
        const auto some_days = [&] { return static_cast<int>(below(121)) - 60; };
        command(house_.cast.administrator, "edit_year",
                {{"collaborative", here},
                 {"label", label},
                 {"starts_on", starts.plus_days(some_days()).str()},
                 {"ends_on", ends.plus_days(some_days()).str()},
                 {"grace_days", below(40)}});
        return;
    }
    house_.ahead += std::chrono::milliseconds{std::chrono::days{20 + below(60)}}.count();
    // After so long a time the server looks twice before it believes its clock.
    command({}, "turn_year", {{"collaborative", here}});
    command({}, "turn_year", {{"collaborative", here}});
}

// ---- whom and what --------------------------------------------------------------------------------------

PersonId SeatsWalk::somebody_of(const OrganisationId& state, bool with_access) {
    // By address: ids are others each time, and the walk of a seed is to be the same.
    const auto people = house_.seen([&](store::Transaction& tx) {
        return tx.rows<PersonId>("SELECT s.person FROM seats s JOIN people p ON p.id = s.person WHERE"
                                 " s.organisation = ? AND (? = 0 OR (s.left_at IS NULL AND s.suspended_at IS"
                                 " NULL)) ORDER BY p.address_folded",
                                 state, with_access);
    });
    return people.empty() ? house_.cast.partner : one_of(people);
}

PersonId SeatsWalk::decider(const OrganisationId& state) {
    if (below(3) != 0) return house_.cast.administrator;
    const auto lead = house_.seen([&](store::Transaction& tx) {
        return tx.row<PersonId>(
            "SELECT s.person FROM seats s JOIN role_grants g ON g.person = s.person AND g.role ="
            " 'state_lead' WHERE s.organisation = ? AND s.left_at IS NULL LIMIT 1",
            state);
    });
    return lead && below(4) != 0 ? *lead : somebody_of(state);
}

std::string SeatsWalk::code_of(const OrganisationId& state) {
    return house_.one<std::string>("SELECT code FROM organisations WHERE id = ?", state);
}

std::string SeatsWalk::an_address() {
    if (below(3) == 0)
        return house_.one<std::string>("SELECT address FROM people WHERE id = ?", somebody_of(a_state()));
    // Often at a domain that an agency may let in.
    const auto address =
        house_.one<std::string>("SELECT address FROM people WHERE id = ?", somebody_of(a_state()));
    return "walker" + std::to_string(++addresses_) + address.substr(address.find('@'));
}

std::string SeatsWalk::disguised(const std::string& address) {
    auto other = address;
    for (auto& letter : other)
        if (below(2) == 0) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    // Blanks of every width, and dots that look like one.
    static const std::vector<std::string> blanks{"",       " ",      "   ",    "\t",
                                                 "\u00a0", "\u2003", "\u200b", "\ufeff"};
    static const std::vector<std::string> dots{".", ".", "\u3002", "\uff0e", "\uff61", "\u2024"};
    other.replace(other.rfind('.'), 1, one_of(dots));
    return one_of(blanks) + other + one_of(blanks);
}

// ---- what comes of it -----------------------------------------------------------------------------------

Json SeatsWalk::command(const std::optional<PersonId>& actor, const std::string& name, const Json& body) {
    const auto did = "seed " + std::to_string(seed_) + ", step " + std::to_string(steps_) + ": " + name +
                     " " + body.dump() + " by " + (actor ? actor->str() : "the server");
    INFO(did);
    Json reply;
    if (actor) {
        Client client{house_, *actor};
        reply = client.command(name, body);
    } else {
        reply = house_.by_system(name, body);
    }
    note(name, reply);
    look(did + " " + reply.dump());
    return reply;
}

void SeatsWalk::note(const std::string& name, const Json& reply) {
    CHECK((reply["t"] == "ack" || reply["t"] == "refusal"));
    CHECK(reply.value("code", "") != "internal");
    ++done_[reply["t"] == "ack" ? name : name + " " + reply.value("code", "")];
    if (!reply.contains("result") || !reply["result"].contains("lines")) return;
    for (const auto& line : reply["result"]["lines"])
        ++done_[line["problem"] == "" ? "a line" : "a bad line"];
}

void SeatsWalk::look(const std::string& did) {
    house_.seen([&](store::Transaction& tx) {
        auto found = faults_of_seats(tx);
        for (const auto& state : states_) {
            const auto contact = contact_of(tx, state);
            const auto told = house_.registry.find(tx, Kind::membership, state);
            const auto shown = told ? Json::parse(told->text.record) : Json::object();
            const auto said = shown.contains("contact") && shown["contact"].is_string()
                                  ? shown["contact"].get<std::string>()
                                  : "";
            if (told && said != (contact ? contact->str() : ""))
                found["INV-3"].push_back("the record says the contact is " + said);
            // A duty falls vacant with its holder's suspension, or when nobody is left.
            const auto before = contacts_[state];
            const bool excused =
                !before || contact ||
                tx.any(
                    "SELECT 1 FROM seats WHERE person = ? AND left_at IS NULL AND suspended_at IS NOT NULL",
                    *before) ||
                !tx.any("SELECT 1 FROM seats s JOIN people p ON p.id = s.person AND p.active = 1 WHERE"
                        " s.organisation = ? AND s.left_at IS NULL AND s.suspended_at IS NULL",
                        state);
            if (!excused) found["INV-3"].push_back("the contact duty of " + state.str() + " was lost");
            contacts_[state] = contact;
        }
        // Nobody has more seats than before but by who decides it.
        struct Cap {
            std::string organisation;
            int seats;
        };
        for (const auto& [name, seats] :
             tx.rows<Cap>("SELECT organisation || ' ' || year, seat_cap FROM memberships")) {
            const auto was = caps_.find(name);
            static const std::vector<std::string> deciding{"admit_member", "renew_membership",
                                                           "approve_join_request", "turn_year"};
            const bool decided = std::ranges::any_of(
                deciding, [&](const std::string& command) { return did.contains(": " + command + " "); });
            if (was != caps_.end() && was->second < seats && !decided)
                found["INV-4"].push_back("the cap of " + name + " rose by nobody's decision");
            caps_[name] = seats;
        }
        for (auto& [invariant, lines] : found)
            for (auto& line : lines) faults_[invariant].push_back(line + " after " + did);
        return 0;
    });
}

} // namespace interstate::tests
