#include "features/identity/leaving.hpp"
#include "features/identity/sign_in.hpp"
#include "features/identity/suspension.hpp"
#include "features/permissions/grants.hpp"
#include "store/transaction.hpp"

namespace interstate::identity {
namespace {

constexpr int steps_shown = 200;
constexpr std::size_t topics_shown = 100;
constexpr const char* strongest_role =
    "coalesce((SELECT g.role FROM role_grants g WHERE g.person = s.person AND g.collaborative = "
    "s.collaborative"
    " ORDER BY CASE g.role WHEN 'administrator' THEN 0 WHEN 'facilitator' THEN 1 WHEN 'state_lead' THEN 2"
    " WHEN 'state_member' THEN 3 WHEN 'partner' THEN 4 ELSE 5 END LIMIT 1), 'observer')";

bool has_role(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
              Role role) {
    return tx.any("SELECT 1 FROM role_grants WHERE person = ? AND collaborative = ? AND role = ?", person,
                  collaborative, role);
}

/// Somebody else with access leads the team.
bool another_leads(store::Transaction& tx, const PersonId& person, const OrganisationId& organisation) {
    return tx.any("SELECT 1 FROM seats s JOIN people p ON p.id = s.person AND p.active = 1"
                  " JOIN role_grants g ON g.person = s.person AND g.collaborative = s.collaborative"
                  " AND g.role = 'state_lead' WHERE s.organisation = ? AND s.left_at IS NULL"
                  " AND s.suspended_at IS NULL AND s.person <> ?",
                  organisation, person);
}

bool another_administers(store::Transaction& tx, const PersonId& person,
                         const CollaborativeId& collaborative) {
    return tx.any("SELECT 1 FROM seats s JOIN people p ON p.id = s.person AND p.active = 1"
                  " JOIN role_grants g ON g.person = s.person AND g.collaborative = s.collaborative"
                  " AND g.role = 'administrator' WHERE s.collaborative = ? AND s.left_at IS NULL"
                  " AND s.suspended_at IS NULL AND s.person <> ?",
                  collaborative, person);
}

bool fits(store::Transaction& tx, const PersonId& successor, const PersonId& person,
          const OrganisationId& organisation) {
    return successor != person && tx.any("SELECT 1 FROM seats s JOIN people p ON p.id = s.person"
                                         " WHERE s.person = ? AND s.organisation = ? AND s.left_at IS NULL"
                                         " AND s.suspended_at IS NULL AND p.active = 1",
                                         successor, organisation);
}

template <class Asked>
LeavingFacts facts_of(store::Transaction& tx, const Asked& asked, const Context& context) {
    struct Row {
        OrganisationId organisation;
        std::string agency;
        bool left = false;
        bool contact = false;
        PersonName name;
        int steps = 0, colleagues = 0;
    };
    LeavingFacts facts{.who = permissions::standing_of(tx, context.actor, asked.collaborative)};
    const auto row =
        tx.row<Row>("SELECT s.organisation, o.short_name, s.left_at IS NOT NULL, s.primary_contact, p.name,"
                    " (SELECT count(*) FROM step_lanes l WHERE l.owner = s.person AND l.organisation ="
                    " s.organisation AND l.status NOT IN ('completed', 'set_aside', 'declined')),"
                    " (SELECT count(*) FROM seats c JOIN people d ON d.id = c.person AND d.active = 1"
                    " WHERE c.organisation = s.organisation AND c.left_at IS NULL"
                    " AND c.suspended_at IS NULL AND c.person <> s.person)"
                    " FROM seats s JOIN people p ON p.id = s.person JOIN organisations o ON o.id ="
                    " s.organisation WHERE s.person = ? AND s.collaborative = ?",
                    asked.person, asked.collaborative);
    if (!row) return facts;
    facts.known = true;
    facts.left = row->left;
    facts.name = row->name;
    facts.organisation = row->organisation;
    facts.agency = row->agency;
    const auto is = [&](Role role) { return has_role(tx, asked.person, asked.collaborative, role); };
    facts.staff = is(Role::administrator) || is(Role::facilitator);
    facts.last_administrator =
        !row->left && is(Role::administrator) && !another_administers(tx, asked.person, asked.collaborative);
    facts.held = {.steps = row->steps,
                  .contact = row->contact && !row->left,
                  .lead = !row->left && is(Role::state_lead) &&
                          !another_leads(tx, asked.person, row->organisation)};
    facts.colleagues = row->colleagues;
    return facts;
}

void leave_seat(store::Transaction& tx, const RetirePerson& command, Instant now, Changes& changes) {
    keep_affiliation(tx, command.person, command.collaborative, now);
    tx.run("UPDATE seats SET left_at = ?, suspended_at = NULL WHERE person = ? AND collaborative = ?", now,
           command.person, command.collaborative);
    end_access(tx, command.person, command.collaborative, changes);
    // What waits would lie about a seat that is gone, should they come back one day. Of who has another seat
    // it is looked at again when it is sent (features/mail/access_tables.cpp).
    if (places_of(tx, command.person).empty())
        tx.run("UPDATE mail SET status = 'outdated', plain = '', html = '', ended_at = ? WHERE"
               " status IN ('queued', 'held') AND person = ?",
               now, command.person);
}

void tell_successor(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
                    const PersonRetired& retired, Changes& changes) {
    for (const Kind kind : {Kind::person, Kind::contact, Kind::standing})
        changes.put(kind, *command.successor, command.collaborative);
    changes.access_changed(*command.successor);
    if (!facts.held.any() && retired.entries == 0) return;
    const auto slug =
        tx.row<std::string>("SELECT slug FROM collaboratives WHERE id = ?", command.collaborative);
    changes.notify({.purpose = MailPurpose::handed_over,
                    .person = *command.successor,
                    .about = command.person,
                    .link = "/" + slug.value_or("") + "/people/" + command.successor->str(),
                    .detail = words_of(facts.held, retired.entries)});
}

} // namespace

// ---- retire_person ----------------------------------------------------------------------------------------

LeavingFacts gather(store::Transaction& tx, const RetirePerson& command, const Context& context) {
    auto facts = facts_of(tx, command, context);
    facts.successor_fits =
        facts.known && command.successor && fits(tx, *command.successor, command.person, facts.organisation);
    if (facts.known)
        gather_ties(tx, command.person, command.collaborative,
                    facts.successor_fits ? command.successor : std::nullopt, facts);
    return facts;
}

void record(store::Transaction& tx, const RetirePerson& command, const LeavingFacts& facts,
            const PersonRetired& retired, const Context& context, Changes& changes) {
    if (!facts.left) leave_seat(tx, command, context.now, changes);
    permissions::end_roles_within(tx, command.person, command.collaborative, context);
    // A lead who is one of several leads no more either, should they come back.
    pass_duty(tx, command.collaborative, command.person, std::nullopt, facts.held.contact, true);
    pass_duty(tx, command.collaborative, std::nullopt, command.successor, facts.held.contact,
              facts.held.lead);
    hand_over(tx, command, facts, context, changes);
    pass_ties(tx, command, facts, context, changes);
    changes.put(Kind::person, command.person, command.collaborative);
    changes.put(Kind::membership, facts.organisation);
    if (command.successor) tell_successor(tx, command, facts, retired, changes);
}

// ---- name_contact -----------------------------------------------------------------------------------------

NamingFacts gather(store::Transaction& tx, const NameContact& command, const Context& context) {
    struct Row {
        OrganisationId organisation;
        bool is_state = false;
        bool active = false;
        bool contact = false;
    };
    NamingFacts facts{.who = permissions::standing_of(tx, context.actor, command.collaborative)};
    const auto row = tx.row<Row>(
        "SELECT s.organisation, o.type = 'state_agency',"
        " p.active = 1 AND s.left_at IS NULL AND s.suspended_at IS NULL,"
        " s.primary_contact FROM seats s JOIN people p ON p.id = s.person"
        " JOIN organisations o ON o.id = s.organisation WHERE s.person = ? AND s.collaborative = ?",
        command.person, command.collaborative);
    if (!row) return facts;
    facts.known = true;
    facts.active = row->active;
    facts.organisation = row->organisation;
    facts.is_state = row->is_state;
    facts.contact_already = row->contact;
    facts.before = tx.row<PersonId>("SELECT person FROM seats WHERE organisation = ? AND primary_contact = 1"
                                    " AND left_at IS NULL",
                                    row->organisation);
    return facts;
}

void record(store::Transaction& tx, const NameContact& command, const NamingFacts& facts, const ContactNamed&,
            const Context&, Changes& changes) {
    pass_duty(tx, command.collaborative, facts.before, command.person, true, facts.is_state);
    changes.put(Kind::membership, facts.organisation);
    const auto changed = [&](const PersonId& person) {
        for (const Kind kind : {Kind::person, Kind::contact, Kind::standing})
            changes.put(kind, person, command.collaborative);
        changes.access_changed(person);
    };
    changed(command.person);
    if (facts.before) changed(*facts.before);
}

// ---- affiliations -----------------------------------------------------------------------------------------

void keep_affiliation(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                      Instant now) {
    tx.run(
        std::string{
            "INSERT INTO affiliations (person, organisation, collaborative, role, title, since, until)"
            " SELECT s.person, s.organisation, s.collaborative, "} +
            strongest_role +
            ", s.title, s.taken_at, coalesce(s.left_at, ?) FROM seats s WHERE s.person = ?"
            " AND s.collaborative = ? ON CONFLICT (person, until, organisation) DO UPDATE SET title = "
            "excluded.title",
        now, person, collaborative);
}

Result<Affiliations> answer(store::Transaction& tx, const AffiliationsOf& query, const Context& context) {
    const auto who = permissions::standing_of(tx, context.actor, query.collaborative);
    if (!can(who, permissions::Verb::see_extended)) return refuse_not_allowed();
    return Affiliations{tx.rows<Affiliation>(
        "SELECT organisation, role, title, since, until FROM affiliations"
        " WHERE person = ? AND collaborative = ? ORDER BY until DESC, organisation LIMIT 50",
        query.person, query.collaborative)};
}

// ---- hand_over_pack ---------------------------------------------------------------------------------------

Result<HandOverPack> answer(store::Transaction& tx, const HandOverOf& query, const Context& context) {
    auto facts = facts_of(tx, query, context);
    if (!may_retire(facts, query.person == context.actor)) return refuse_not_allowed();
    gather_ties(tx, query.person, query.collaborative, std::nullopt, facts);
    HandOverPack pack{.step_count = facts.held.steps,
                      .contact = facts.held.contact,
                      .lead = facts.held.lead,
                      .topic_count = static_cast<int>(facts.followed.size()),
                      .offers = facts.entries.offers,
                      .wants = facts.entries.wants,
                      .drafts = drafts_begun_by(tx, query.person, facts.who),
                      .successor_needed = needs_successor(facts)};
    const auto lanes = tx.rows<StepId>("SELECT step FROM step_lanes WHERE owner = ? AND organisation = ?"
                                       " AND status NOT IN ('completed', 'set_aside', 'declined')"
                                       " ORDER BY due_on, step LIMIT ?",
                                       query.person, facts.organisation, steps_shown);
    for (const auto& step : lanes) {
        const auto home = tx.row<Stream>("SELECT stream FROM action_steps WHERE id = ?", step);
        if (!home || !permissions::may_follow(tx, facts.who, *home)) continue;
        pack.steps.push_back(
            tx.row<HeldStep>("SELECT a.id, a.title, l.due_on FROM action_steps a JOIN step_lanes l"
                             " ON l.step = a.id AND l.organisation = ? WHERE a.id = ?",
                             facts.organisation, step)
                .value());
    }
    for (const auto& topic : facts.followed)
        if (pack.topics.size() < topics_shown && permissions::may_follow(tx, facts.who, topic.stream))
            pack.topics.push_back({topic.thread, topic.title});
    pack.admits_domain =
        tx.row<std::string>("SELECT domain FROM organisation_domains WHERE organisation = ? AND confirmed_by"
                            " = ? LIMIT 1",
                            facts.organisation, query.person)
            .value_or("");
    pack.rooms = tx.rows<HostedRoom>("SELECT r.id, m.title FROM rooms r JOIN meetings m ON m.id = r.id"
                                     " WHERE r.host = ? AND r.state = 'open' AND m.collaborative = ?"
                                     " ORDER BY r.id LIMIT 20",
                                     query.person, query.collaborative);
    pack.answers = tx.rows<HeldAnswer>(
        "SELECT m.id, m.title, m.starts_at, r.answer FROM rsvps r JOIN meetings m ON m.id = r.meeting"
        " WHERE r.person = ? AND r.ended_at IS NULL AND m.collaborative = ?"
        " AND (m.state = 'live' OR (m.state = 'announced' AND m.starts_at + m.minutes * 60000 > ?))"
        " ORDER BY m.starts_at, m.id LIMIT 100",
        query.person, query.collaborative, context.now);
    for (const auto& part : permissions::standing_of(tx, query.person, query.collaborative).within)
        pack.roles.push_back({part.role, part.scope, part.subject, permissions::title_of(tx, part)});
    return pack;
}

} // namespace interstate::identity
