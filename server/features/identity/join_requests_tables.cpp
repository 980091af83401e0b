#include "base/domain.hpp"
#include "base/secret.hpp"
#include "features/identity/join_requests.hpp"
#include "features/identity/leaving.hpp"
#include "features/identity/profiles.hpp"
#include "features/identity/sign_in.hpp"
#include "store/due_items.hpp"
#include "store/transaction.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

constexpr int requests_shown = 200;
constexpr Millis decided_shown = std::chrono::days{90};
constexpr const char* request_columns =
    "SELECT j.id, j.collaborative, j.organisation, coalesce(o.name, j.agency), j.type, j.name, j.address,"
    " j.title, j.function, j.statement, j.status, j.automatic, j.asked_at, j.decided_at, j.decided_by,"
    " j.reason, j.person, 0, '' FROM join_requests j LEFT JOIN organisations o ON o.id = j.organisation";

/// Others of the agency write from there: what an address alone does not show.
void look_at_domain(store::Transaction& tx, JoinRequest& request) {
    const auto domain = domain_of(request.address.str());
    request.domain_in_letters = domain_in_letters(domain);
    if (!request.organisation || is_public_domain(domain)) return;
    for (const auto& address :
         tx.rows<std::string>("SELECT p.address_folded FROM seats s JOIN people p ON p.id = s.person"
                              " WHERE s.organisation = ? AND s.left_at IS NULL LIMIT 500",
                              *request.organisation))
        request.domain_known = request.domain_known || domain_of(address) == domain;
}

std::vector<JoinRequest> looked_at(store::Transaction& tx, std::vector<JoinRequest> requests) {
    for (auto& request : requests) look_at_domain(tx, request);
    return requests;
}

AgencyFacts agency_facts(store::Transaction& tx, const OrganisationId& organisation,
                         const std::string& address) {
    return *tx.row<AgencyFacts>(
        "SELECT o.type, o.short_name, coalesce(m.status, 'none'), coalesce(m.seat_cap, 0),"
        " (SELECT count(*) FROM seats s WHERE s.organisation = o.id AND s.left_at IS NULL),"
        " EXISTS (SELECT 1 FROM seats s WHERE s.organisation = o.id AND s.left_at IS NULL"
        " AND s.primary_contact = 1),"
        " EXISTS (SELECT 1 FROM organisation_domains d WHERE d.organisation = o.id AND d.domain = ?)"
        " FROM organisations o LEFT JOIN memberships m ON m.organisation = o.id"
        " AND m.status IN ('active', 'grace') WHERE o.id = ?",
        domain_of(address), organisation);
}

JoinFacts facts_of(store::Transaction& tx, const JoinRequestId& id, const Context& context) {
    JoinFacts facts;
    facts.request = find(tx, id, As<JoinRequest>{});
    if (!facts.request) return facts;
    facts.who = permissions::standing_of(tx, context.actor, facts.request->collaborative);
    const auto& address = facts.request->address.str();
    if (facts.request->organisation) facts.agency = agency_facts(tx, *facts.request->organisation, address);
    facts.known = person_by_address(tx, address);
    facts.by_provider = tx.any("SELECT 1 FROM join_requests WHERE id = ? AND by_provider = 1", id);
    if (!facts.known) return facts;
    const auto left =
        tx.row<bool>("SELECT left_at IS NOT NULL FROM seats WHERE person = ? AND collaborative = ?",
                     *facts.known, facts.request->collaborative);
    facts.known_here = left.has_value();
    facts.seated = left && !*left;
    return facts;
}

void add_agency(store::Transaction& tx, const JoinRequest& request, const OrganisationId& id) {
    tx.run("INSERT INTO organisations (id, collaborative, type, name, code, short_name, zone, tile_column,"
           " tile_row) VALUES (?, ?, ?, ?, '', ?, 'America/New_York', -1, -1)",
           id, request.collaborative, request.type, request.agency,
           Text<1, 80>::parse(request.agency.str()).value_or(Text<1, 80>{"New organization"}));
}

/// Somebody who is known keeps their words and their past, and is here what they are from now on. What they
/// call themselves is theirs: a request of one collaborative renames nobody in another.
bool seat_again(store::Transaction& tx, const NewPerson& person, Instant now) {
    keep_affiliation(tx, person.id, person.collaborative, now);
    tx.run("UPDATE people SET name = ?, address = ? WHERE id = ? AND NOT EXISTS"
           " (SELECT 1 FROM seats WHERE person = people.id AND collaborative <> ?)",
           person.name, person.address, person.id, person.collaborative);
    return give_seat(tx, person, now);
}

void seat(store::Transaction& tx, const JoinFacts& facts, const JoinRequestApproved& approved,
          const Context& context, Changes& changes) {
    const auto& request = *facts.request;
    const NewPerson person{
        .id = approved.person,
        .name = request.name,
        .address = request.address,
        .zone = tx.row<ZoneName>("SELECT zone FROM organisations WHERE id = ?", approved.organisation)
                    .value_or(ZoneName{}),
        .collaborative = request.collaborative,
        .organisation = approved.organisation,
        .title = request.title,
        .function = request.function,
        .primary_contact = !facts.agency || !facts.agency->has_contact,
        .role = approved.role};
    if (!facts.known)
        create_person(tx, person);
    else if (seat_again(tx, person, context.now))
        changes.signed_out(person.id);
    for (const Kind kind : {Kind::person, Kind::contact, Kind::standing})
        changes.put(kind, person.id, person.collaborative);
    changes.put(Kind::settings, person.id);
    show_profile(person.id, person.collaborative, changes);
    changes.put(Kind::membership, approved.organisation);
    changes.access_changed(approved.person);
}

/// The person is in: they are told, with a link that signs them in.
void welcome(store::Transaction& tx, const JoinFacts& facts, const PersonId& person, const Context& context,
             Changes& changes) {
    const auto secret = context.secret();
    make_invitation(tx, person, secret_hash(secret), context.now,
                    {.collaborative = facts.request->collaborative});
    changes.notify({.purpose = MailPurpose::request_approved,
                    .person = person,
                    .about = facts.request->id,
                    .link = std::string{link_path} + secret});
}

/// Who looks for it from now on asks.
void no_longer_waits(store::Transaction& tx, const JoinRequest& request, Changes& changes) {
    changes.remove(home(tx, request), Kind::join_request, request.id);
}

void mark(store::Transaction& tx, const JoinRequestId& id, JoinStatus status, const Context& context) {
    tx.run("UPDATE join_requests SET status = ?, decided_at = ?, decided_by = ? WHERE id = ?", status,
           context.now, context.actor, id);
}

std::string work_path(store::Transaction& tx, const CollaborativeId& collaborative, const std::string& rest) {
    return "/" +
           tx.row<std::string>("SELECT slug FROM collaboratives WHERE id = ?", collaborative).value_or("") +
           rest;
}

void tell_deciders(store::Transaction& tx, const JoinFacts& facts, MailPurpose purpose,
                   const std::string& path, Changes& changes) {
    const auto& collaborative = facts.request->collaborative;
    auto people = deciders(tx, collaborative, facts.request->organisation);
    const bool full = purpose == MailPurpose::request_waiting && facts.agency &&
                      facts.agency->footing == permissions::Footing::active && !has_free_seat(*facts.agency);
    // Only an administrator can raise the number.
    if (full)
        for (const auto& administrator : deciders(tx, collaborative, std::nullopt))
            if (std::ranges::find(people, administrator) == people.end()) people.push_back(administrator);
    for (const auto& person : people)
        changes.notify({.purpose = purpose,
                        .person = person,
                        .about = facts.request->id,
                        .link = work_path(tx, collaborative, path),
                        .detail = full ? seats_words(*facts.agency) : std::string{}});
}

} // namespace

// ---- commands ---------------------------------------------------------------------------------------------

JoinFacts gather(store::Transaction& tx, const ReceiveJoinRequest& command, const Context& context) {
    return facts_of(tx, command.request, context);
}
JoinFacts gather(store::Transaction& tx, const ApproveJoinRequest& command, const Context& context) {
    return facts_of(tx, command.request, context);
}
JoinFacts gather(store::Transaction& tx, const DeclineJoinRequest& command, const Context& context) {
    return facts_of(tx, command.request, context);
}

void record(store::Transaction& tx, const ReceiveJoinRequest& command, const JoinFacts& facts,
            const JoinRequestReceived& received, const Context& context, Changes& changes) {
    if (received.again) return;
    if (!received.person) {
        changes.put(Kind::join_request, command.request);
        return tell_deciders(tx, facts, MailPurpose::request_waiting, "/requests", changes);
    }
    no_longer_waits(tx, *facts.request, changes);
    seat(tx, facts,
         {.person = *received.person,
          .organisation = *facts.request->organisation,
          .role = facts.agency->has_contact ? Role::state_member : Role::state_lead},
         context, changes);
    mark(tx, command.request, JoinStatus::approved, context);
    tx.run("UPDATE join_requests SET automatic = 1, person = ? WHERE id = ?", *received.person,
           command.request);
    welcome(tx, facts, *received.person, context, changes);
    tell_deciders(tx, facts, MailPurpose::seat_taken, "/people/" + received.person->str(), changes);
}

void record(store::Transaction& tx, const ApproveJoinRequest& command, const JoinFacts& facts,
            const JoinRequestApproved& approved, const Context& context, Changes& changes) {
    const auto& request = *facts.request;
    if (!request.organisation) add_agency(tx, request, approved.organisation);
    const bool admits = request.type == AgencyType::state_agency &&
                        (!facts.agency || facts.agency->footing == permissions::Footing::none);
    if (admits)
        tx.run("INSERT INTO memberships (organisation, year, status, tier, seat_cap, decided_at, decided_by)"
               " SELECT ?, year, 'active', ?, ?, ?, ? FROM collaboratives WHERE id = ?"
               " ON CONFLICT (organisation, year) DO UPDATE SET status = 'active', tier = excluded.tier,"
               " seat_cap = excluded.seat_cap, decided_at = excluded.decided_at,"
               " decided_by = excluded.decided_by",
               approved.organisation, *command.tier, *command.seat_cap, context.now, context.actor,
               request.collaborative);
    if (admits || !request.organisation) changes.put(Kind::organisation, approved.organisation);
    seat(tx, facts, approved, context, changes);
    mark(tx, command.request, JoinStatus::approved, context);
    tx.run("UPDATE join_requests SET person = ?, organisation = ? WHERE id = ?", approved.person,
           approved.organisation, command.request);
    no_longer_waits(tx, *facts.request, changes);
    welcome(tx, facts, approved.person, context, changes);
}

void record(store::Transaction& tx, const DeclineJoinRequest& command, const JoinFacts& facts,
            const JoinRequestDeclined&, const Context& context, Changes& changes) {
    mark(tx, command.request, JoinStatus::declined, context);
    tx.run("UPDATE join_requests SET reason = ? WHERE id = ?", command.reason, command.request);
    no_longer_waits(tx, *facts.request, changes);
    changes.notify({.purpose = MailPurpose::request_declined,
                    .address = facts.request->address.str(),
                    .about = command.request});
}

DomainFacts gather(store::Transaction& tx, const AdmitByDomain& command, const Context& context) {
    DomainFacts facts;
    struct Row {
        CollaborativeId collaborative;
        bool is_state = false;
    };
    const auto row = tx.row<Row>(
        "SELECT collaborative, type = 'state_agency' FROM organisations WHERE id = ?", command.organisation);
    facts.known = row.has_value();
    if (!row || !context.actor) return facts;
    facts.is_state = row->is_state;
    facts.who = permissions::standing_of(tx, context.actor, row->collaborative);
    facts.address =
        tx.row<std::string>("SELECT address_folded FROM people WHERE id = ?", *context.actor).value_or("");
    return facts;
}

void record(store::Transaction& tx, const AdmitByDomain& command, const DomainFacts&,
            const DomainAdmitted& admitted, const Context& context, Changes& changes) {
    tx.run("DELETE FROM organisation_domains WHERE organisation = ?", command.organisation);
    if (command.on)
        tx.run("INSERT INTO organisation_domains (organisation, domain, confirmed_by, confirmed_at)"
               " VALUES (?, ?, ?, ?)",
               command.organisation, admitted.domain, context.actor, context.now);
    changes.put(Kind::membership, command.organisation);
}

std::vector<PersonId> deciders(store::Transaction& tx, const CollaborativeId& collaborative,
                               const std::optional<OrganisationId>& organisation) {
    auto leads = tx.rows<PersonId>("SELECT s.person FROM seats s JOIN role_grants g ON g.person = s.person"
                                   " AND g.collaborative = s.collaborative AND g.role = 'state_lead'"
                                   " JOIN people p ON p.id = s.person AND p.active = 1"
                                   " WHERE s.organisation = ? AND s.left_at IS NULL AND s.suspended_at IS "
                                   "NULL AND EXISTS (SELECT 1 FROM memberships m"
                                   " WHERE m.organisation = s.organisation AND m.status = 'active') LIMIT 20",
                                   organisation);
    if (!leads.empty()) return leads;
    return tx.rows<PersonId>("SELECT s.person FROM seats s JOIN role_grants g ON g.person = s.person"
                             " AND g.collaborative = s.collaborative AND g.role = 'administrator'"
                             " JOIN people p ON p.id = s.person AND p.active = 1"
                             " WHERE s.collaborative = ? AND s.left_at IS NULL AND s.suspended_at IS NULL"
                             " LIMIT 20",
                             collaborative);
}

// ---- records ----------------------------------------------------------------------------------------------

std::optional<JoinRequest> find(store::Transaction& tx, const Ulid& id, As<JoinRequest>) {
    auto request = tx.row<JoinRequest>(std::string{request_columns} + " WHERE j.id = ?", id);
    if (request) look_at_domain(tx, *request);
    return request;
}

Stream home(store::Transaction&, const JoinRequest& request) {
    return {StreamKind::staff, request.collaborative};
}

std::vector<JoinRequest> current(store::Transaction& tx, const Stream& stream, As<JoinRequest>) {
    if (stream.kind != StreamKind::staff) return {};
    auto waiting = tx.rows<JoinRequest>(std::string{request_columns} +
                                            " WHERE j.collaborative = ? AND j.status = 'confirmed'"
                                            " ORDER BY j.confirmed_at LIMIT ?",
                                        stream.subject, requests_shown);
    return looked_at(tx, std::move(waiting));
}

Result<Page<JoinRequest>> answer(store::Transaction& tx, const JoinRequests& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    const bool all = can(who, permissions::Verb::admit_members);
    if (!all && !can(who, permissions::Verb::add_people, {.own = true})) return refuse_not_allowed();
    Page<JoinRequest> page;
    auto& requests = std::get<0>(page.records);
    const auto add = [&](const char* condition, const auto&... values) {
        for (auto& one : looked_at(tx, tx.rows<JoinRequest>(std::string{request_columns} + condition,
                                                            query.collaborative, values..., requests_shown)))
            if (all || one.organisation == who.organisation) requests.push_back(std::move(one));
    };
    add(" WHERE j.collaborative = ? AND j.status = 'confirmed' ORDER BY j.confirmed_at LIMIT ?");
    add(" WHERE j.collaborative = ? AND j.status IN ('approved', 'declined', 'expired') AND j.decided_at > ?"
        " ORDER BY j.decided_at DESC LIMIT ?",
        context.now - decided_shown);
    return page;
}

} // namespace interstate::identity
