#include "base/secret.hpp"
#include "features/identity/profiles.hpp"
#include "features/identity/sign_in.hpp"
#include "store/transaction.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

// No collaborative has more people than this in a snapshot (design load: 600).
constexpr const char* people_limit = " LIMIT 5000";

// The strongest role comes first in the enum; in the column it is a word, so the order is spelled out.
constexpr const char* person_columns =
    "SELECT p.id, s.collaborative, p.name, s.organisation, s.title,"
    " coalesce((SELECT g.role FROM role_grants g WHERE g.person = s.person AND g.collaborative = "
    "s.collaborative"
    " ORDER BY CASE g.role WHEN 'administrator' THEN 0 WHEN 'facilitator' THEN 1 WHEN 'state_lead' THEN 2"
    " WHEN 'state_member' THEN 3 WHEN 'partner' THEN 4 ELSE 5 END LIMIT 1), 'observer'),"
    " p.active = 1 AND s.left_at IS NULL AND s.suspended_at IS NULL, s.left_at"
    " FROM seats s JOIN people p ON p.id = s.person";
constexpr const char* contact_columns =
    "SELECT p.id, s.collaborative, p.address, p.zone, s.function, s.primary_contact"
    " FROM seats s JOIN people p ON p.id = s.person AND p.active = 1 AND s.left_at IS NULL"
    " AND s.suspended_at IS NULL";
constexpr const char* settings_columns =
    "SELECT id, zone, theme, density, shortcuts, step_mails, last_visit, this_visit FROM people";

std::string with(const char* columns, const char* rest) { return std::string{columns} + rest + people_limit; }

SettingsFacts facts_of_settings(store::Transaction& tx, const Context& context) {
    SettingsFacts facts;
    if (!context.actor) return facts;
    facts.settings = find(tx, *context.actor, As<Settings>{});
    facts.active = tx.any("SELECT 1 FROM people WHERE id = ? AND active = 1", *context.actor);
    facts.seen_at =
        tx.row<Instant>("SELECT seen_at FROM people WHERE id = ?", *context.actor).value_or(Instant{});
    return facts;
}

std::optional<KnownAddress> known_address(store::Transaction& tx, const std::string& address,
                                          const CollaborativeId& collaborative) {
    return tx.row<KnownAddress>(
        "SELECT p.id, p.address_folded, p.name,"
        " EXISTS (SELECT 1 FROM seats s WHERE s.person = p.id AND s.collaborative = ?1),"
        " EXISTS (SELECT 1 FROM seats s WHERE s.person = p.id AND s.collaborative = ?1 AND s.left_at IS NOT "
        "NULL)"
        " FROM people p WHERE p.address_folded = ?2",
        collaborative, address);
}

std::string hash_of_link(std::string_view link) { return secret_hash(link.substr(link_path.size())); }

void put_new_person(const PersonId& person, const CollaborativeId& collaborative, Changes& changes) {
    for (const Kind kind : {Kind::person, Kind::contact, Kind::standing})
        changes.put(kind, person, collaborative);
    changes.put(Kind::settings, person);
}

std::vector<SeriesId> series_for(store::Transaction& tx, const permissions::Standing& who) {
    struct Row {
        SeriesId id;
        bool draft = false;
        bool takes_part = false;
    };
    const auto rows = tx.rows<Row>("SELECT s.id, s.state = 'draft', EXISTS (SELECT 1 FROM participations p"
                                   " WHERE p.series = s.id AND p.organisation = ?)"
                                   " FROM series s WHERE s.collaborative = ?"
                                   " ORDER BY s.current DESC, s.starts_on DESC, s.id LIMIT 500",
                                   who.organisation, who.collaborative);
    std::vector<SeriesId> series;
    for (const auto& row : rows) {
        const auto verb = row.draft ? permissions::Verb::see_staff : permissions::Verb::see_series;
        // Read row by row only for whoever has a role in a part.
        const auto target = who.within.empty()
                                ? permissions::Target{.in_series = row.takes_part, .series = row.id}
                                : permissions::target_of_series(tx, who, row.id);
        if (permissions::can(who, verb, target)) series.push_back(row.id);
    }
    return series;
}

} // namespace

// ---- change_settings, mark_visit ------------------------------------------------------------------------

SettingsFacts gather(store::Transaction& tx, const ChangeSettings&, const Context& context) {
    return facts_of_settings(tx, context);
}

void record(store::Transaction& tx, const ChangeSettings& command, const SettingsFacts& facts,
            const SettingsChanged&, const Context&, Changes& changes) {
    const auto& was = *facts.settings;
    tx.run("UPDATE people SET zone = ?, theme = ?, density = ?, shortcuts = ?, step_mails = ? WHERE id = ?",
           command.zone.value_or(was.zone), command.theme.value_or(was.theme),
           command.density.value_or(was.density), command.shortcuts.value_or(was.shortcuts),
           command.step_mails.value_or(was.step_mails), was.id);
    changes.put(Kind::settings, was.id);
    if (command.zone && *command.zone != was.zone)
        for (const auto& place : places_of(tx, was.id)) changes.put(Kind::contact, was.id, place);
}

SettingsFacts gather(store::Transaction& tx, const MarkVisit&, const Context& context) {
    return facts_of_settings(tx, context);
}

void record(store::Transaction& tx, const MarkVisit& command, const SettingsFacts& facts,
            const VisitMarked& marked, const Context& context, Changes& changes) {
    const auto& was = *facts.settings;
    if (command.collaborative) {
        const bool first = tx.any("SELECT 1 FROM seats WHERE person = ? AND collaborative = ?"
                                  " AND left_at IS NULL AND used_at <= taken_at",
                                  was.id, *command.collaborative);
        tx.run("UPDATE seats SET used_at = ? WHERE person = ? AND collaborative = ?", context.now, was.id,
               *command.collaborative);
        if (first) show_profile(was.id, *command.collaborative, changes);
    }
    tx.run("UPDATE people SET last_visit = ?, this_visit = ?, seen_at = ? WHERE id = ?", marked.last_visit,
           marked.this_visit, context.now, was.id);
    const bool new_visit = marked.last_visit != was.last_visit || marked.this_visit != was.this_visit;
    if (new_visit) changes.put(Kind::settings, was.id);
}

// ---- add_people, renew_invitation -----------------------------------------------------------------------

PasteFacts gather(store::Transaction& tx, const AddPeople& command, const Context& context) {
    PasteFacts facts;
    facts.who = permissions::standing_of(tx, context.actor, command.collaborative);
    // Nothing more is read for who may not ask.
    if (!permissions::can(facts.who, permissions::Verb::add_people, {.own = true})) return facts;
    facts.places =
        tx.rows<Place>("SELECT o.id, o.code, o.short_name, o.name, o.zone, coalesce(m.status, 'none'),"
                       " coalesce(m.seat_cap, 0),"
                       " (SELECT count(*) FROM seats s WHERE s.organisation = o.id AND s.left_at IS NULL)"
                       " FROM organisations o LEFT JOIN memberships m ON m.organisation = o.id"
                       " AND m.status IN ('active', 'grace') WHERE o.collaborative = ? ORDER BY "
                       "o.short_name, o.id LIMIT 1000",
                       command.collaborative);
    for (const auto& line : pasted_lines(command.lines.str())) {
        if (line.parts.size() < 2) continue;
        auto known = known_address(tx, folded_address(line.parts[1]), command.collaborative);
        if (known) facts.known.push_back(std::move(*known));
    }
    return facts;
}

void record(store::Transaction& tx, const AddPeople& command, const PasteFacts& facts,
            const PeopleAdded& added, const Context& context, Changes& changes) {
    const auto lines = checked_lines(command, facts);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& outcome = added.lines.at(i);
        if (!outcome.person) continue;
        const auto& line = lines[i];
        const NewPerson person{.id = *outcome.person,
                               .name = line.name,
                               .address = line.address,
                               .zone = line.place.zone,
                               .collaborative = command.collaborative,
                               .organisation = line.place.id,
                               .title = line.title,
                               .function = line.function,
                               .role = line.role};
        const bool ended = line.known && give_seat(tx, person, context.now);
        if (!line.known) create_person(tx, person);
        const bool mailed = outcome.link.empty();
        const auto link = mailed ? std::string{link_path} + context.secret() : outcome.link;
        make_invitation(tx, person.id, hash_of_link(link), context.now,
                        {.collaborative = command.collaborative, .shown = !mailed});
        put_new_person(person.id, command.collaborative, changes);
        if (line.known) {
            show_profile(person.id, command.collaborative, changes);
            changes.access_changed(person.id);
            // Who prepares or decides is asked for a second factor: their connections come in anew, by that
            // door.
            if (ended || line.role == Role::administrator || line.role == Role::facilitator)
                changes.signed_out(person.id);
        }
        changes.put(Kind::membership, line.place.id);
        changes.notify(
            {.purpose = MailPurpose::invitation, .person = person.id, .about = line.place.id, .link = link});
    }
}

InvitationFacts gather(store::Transaction& tx, const RenewInvitation& command, const Context& context) {
    return {.who = permissions::standing_of(tx, context.actor, command.collaborative),
            .invited = permissions::standing_of(tx, command.person, command.collaborative)};
}

void record(store::Transaction& tx, const RenewInvitation& command, const InvitationFacts&,
            const InvitationRenewed& renewed, const Context& context, Changes&) {
    make_invitation(tx, command.person, hash_of_link(renewed.link), context.now,
                    {.collaborative = command.collaborative, .shown = true});
}

// ---- welcome_person -------------------------------------------------------------------------------------

WelcomeFacts gather(store::Transaction& tx, const WelcomePerson& command, const Context&) {
    return {.newest = tx.row<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ?"
                                              " ORDER BY taken_at DESC, collaborative LIMIT 1",
                                              command.person)};
}

void record(store::Transaction& tx, const WelcomePerson& command, const WelcomeFacts& facts,
            const PersonWelcomed&, const Context&, Changes& changes) {
    put_new_person(command.person, *facts.newest, changes);
    show_profile(command.person, *facts.newest, changes);
    changes.access_changed(command.person);
    // An account that was there before may be connected without the second factor that it owes from now on.
    if (tx.any("SELECT 1 FROM seats s JOIN role_grants g ON g.person = s.person AND g.collaborative ="
               " s.collaborative AND g.role IN ('administrator', 'facilitator') WHERE s.person = ?"
               " AND s.collaborative = ? AND s.taken_at > ?",
               command.person, *facts.newest, command.person.time()))
        changes.signed_out(command.person);
}

// ---- records --------------------------------------------------------------------------------------------

std::optional<Person> find(store::Transaction& tx, const Ulid& id, const CollaborativeId& within,
                           As<Person>) {
    return tx.row<Person>(with(person_columns, " WHERE s.person = ? AND s.collaborative = ?"), id, within);
}
std::optional<Contact> find(store::Transaction& tx, const Ulid& id, const CollaborativeId& within,
                            As<Contact>) {
    return tx.row<Contact>(with(contact_columns, " WHERE s.person = ? AND s.collaborative = ?"), id, within);
}
std::optional<Standing> find(store::Transaction& tx, const Ulid& id, const CollaborativeId& within,
                             As<Standing>) {
    auto who = permissions::standing_of(tx, PersonId{id}, within);
    if (!who.active) return std::nullopt;
    std::ranges::sort(who.roles);
    const bool asked =
        who.footing == permissions::Footing::none &&
        tx.any("SELECT 1 FROM memberships WHERE organisation = ? AND status = 'applied'", who.organisation);
    return Standing{.id = within,
                    .person = PersonId{id},
                    .collaborative = within,
                    .organisation = who.organisation,
                    .roles = who.roles,
                    .within = who.within,
                    .footing = who.footing,
                    .tier = who.tier,
                    .asked_to_renew = asked,
                    .series = series_for(tx, who)};
}
std::optional<Settings> find(store::Transaction& tx, const Ulid& id, As<Settings>) {
    return tx.row<Settings>(with(settings_columns, " WHERE id = ?"), id);
}

Stream home(store::Transaction&, const Person& person) {
    return {StreamKind::extended, person.collaborative};
}
Stream home(store::Transaction&, const Contact& contact) {
    return {StreamKind::collaborative, contact.collaborative};
}
Stream home(store::Transaction&, const Standing& standing) { return {StreamKind::person, standing.person}; }
Stream home(store::Transaction&, const Settings& settings) { return {StreamKind::person, settings.id}; }

std::vector<Person> current(store::Transaction& tx, const Stream& stream, As<Person>) {
    if (stream.kind != StreamKind::extended) return {};
    return tx.rows<Person>(with(person_columns, " WHERE s.collaborative = ? ORDER BY p.id"), stream.subject);
}
std::vector<Contact> current(store::Transaction& tx, const Stream& stream, As<Contact>) {
    if (stream.kind != StreamKind::collaborative) return {};
    return tx.rows<Contact>(with(contact_columns, " WHERE s.collaborative = ? ORDER BY p.id"),
                            stream.subject);
}
std::vector<Standing> current(store::Transaction& tx, const Stream& stream, As<Standing>) {
    if (stream.kind != StreamKind::person) return {};
    std::vector<Standing> standings;
    for (const auto& place : places_of(tx, PersonId{stream.subject}))
        if (auto standing = find(tx, stream.subject, place, As<Standing>{}))
            standings.push_back(std::move(*standing));
    return standings;
}
std::vector<Settings> current(store::Transaction& tx, const Stream& stream, As<Settings>) {
    if (stream.kind != StreamKind::person) return {};
    const auto settings = find(tx, stream.subject, As<Settings>{});
    return settings ? std::vector{*settings} : std::vector<Settings>{};
}

} // namespace interstate::identity
