#include "features/identity/join_requests.hpp"
#include "features/identity/providers.hpp"
#include "features/identity/sign_in.hpp"
#include "store/transaction.hpp"

namespace interstate::identity {
namespace {

constexpr int forgotten_at_once = 2000;
/// Codes that name one are forgotten before it.
constexpr Millis unlinked_kept = std::chrono::days{2};

/// A person as the collaborative of an organisation knows them: where else they are is nothing to it.
struct Seated {
    PersonId person;
    /// Has access there.
    bool active = false;
    /// Where they have a seat there now.
    std::optional<OrganisationId> organisation;
};

std::expected<PersonId, NobodyIn> seated_at(const Seated& one, const OrganisationId& organisation) {
    if (one.organisation && one.organisation != organisation) return std::unexpected(NobodyIn::elsewhere);
    if (!one.active || !one.organisation) return std::unexpected(NobodyIn::ended);
    return one.person;
}

/// With the organisation as its value.
constexpr const char* seat_there =
    " LEFT JOIN seats s ON s.person = p.id AND s.left_at IS NULL"
    " AND s.collaborative = (SELECT collaborative FROM organisations WHERE id = ?)";

std::optional<Seated> seated_with(store::Transaction& tx, const std::string& address_folded,
                                  const OrganisationId& organisation) {
    return tx.row<Seated>(
        std::string{"SELECT p.id, p.active = 1 AND s.suspended_at IS NULL, s.organisation FROM people p"} +
            seat_there + " WHERE p.address_folded = ?",
        organisation, address_folded);
}

/// Not twice: one of the same address that waits is enough.
void leave_request(store::Transaction& tx, const UnlinkedIdentity& one, const std::string& address,
                   const JoinRequestId& fresh, Instant now) {
    if (tx.any("SELECT 1 FROM join_requests WHERE address_folded = ? AND organisation = ?"
               " AND status = 'confirmed'",
               address, one.organisation))
        return;
    struct Agency {
        CollaborativeId collaborative;
        std::string name;
        AgencyType type = AgencyType::state_agency;
    };
    const auto agency =
        tx.row<Agency>("SELECT collaborative, name, type FROM organisations WHERE id = ?", one.organisation);
    request_seat(tx,
                 {.id = fresh,
                  .collaborative = agency.value().collaborative,
                  .organisation = one.organisation,
                  .agency = Text<1, 200>::parse(agency->name).value_or(Text<1, 200>{"?"}),
                  .type = agency->type,
                  .name = PersonName::parse(one.name).value_or(PersonName{"Somebody"}),
                  .address = MailAddress{address},
                  .title = {},
                  .function = {},
                  .statement = Prose<0, 4000>{"Came by the agency's own sign-in, which knows them."}},
                 now);
    tx.run("UPDATE join_requests SET by_provider = 1 WHERE id = ?", fresh);
}

} // namespace

std::expected<PersonId, NobodyIn> use_identity(store::Transaction& tx, const Provider& provider,
                                               const std::string& subject, Instant now) {
    const auto found = tx.row<Seated>(
        std::string{
            "SELECT i.person, p.active = 1 AND s.suspended_at IS NULL, s.organisation FROM identities i"
            " JOIN people p ON p.id = i.person"} +
            seat_there + " WHERE i.issuer = ? AND i.subject = ?",
        provider.organisation, provider.issuer, subject);
    if (!found) return std::unexpected(NobodyIn::unknown);
    const auto person = seated_at(*found, provider.organisation);
    if (person)
        tx.run("UPDATE identities SET used_at = ?, organisation = ? WHERE issuer = ? AND subject = ?", now,
               provider.organisation, provider.issuer, subject);
    return person;
}

// ---- linking ----------------------------------------------------------------------------------------------

void keep_unlinked(store::Transaction& tx, const std::string& ticket_hash, const UnlinkedIdentity& one,
                   Instant now) {
    tx.run("INSERT INTO unlinked_identities (ticket_hash, organisation, issuer, subject, name, address,"
           " begun_at, shared, next) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
           ticket_hash, one.organisation, one.issuer, one.subject, one.name, one.address, now, one.shared,
           one.next);
}

std::optional<UnlinkedIdentity> unlinked_of(store::Transaction& tx, const std::string& ticket_hash,
                                            Instant now) {
    return tx.row<UnlinkedIdentity>(
        "SELECT u.organisation, o.short_name, u.issuer, u.subject, u.name, u.address, u.shared, u.next"
        " FROM unlinked_identities u JOIN providers v ON v.organisation = u.organisation"
        " AND v.issuer = u.issuer JOIN organisations o ON o.id = u.organisation"
        " WHERE u.ticket_hash = ? AND u.begun_at > ? AND u.begun_at <= ?",
        ticket_hash, now - unlinked_life, now);
}

std::expected<void, CodeWait> ask_to_link(store::Transaction& tx, const std::string& ticket_hash,
                                          const NewCode& code, const PersonName& name, Instant now) {
    if (const auto wait = code_waits_until(tx, code, now)) return std::unexpected(*wait);
    tx.run("UPDATE unlinked_identities SET name = ?, address = ? WHERE ticket_hash = ?", name, code.address,
           ticket_hash);
    keep_code(tx, code, {.person = {}, .request = {}, .linking = ticket_hash}, now);
    return {};
}

std::expected<PersonId, LinkFault> confirm_to_link(store::Transaction& tx, const std::string& link_hash,
                                                   const std::string& code_ticket_hash,
                                                   const std::string& code_hash, const JoinRequestId& fresh,
                                                   Instant now, Guesser who) {
    const auto one = unlinked_of(tx, link_hash, now);
    if (!one) return std::unexpected(LinkFault::over);
    const auto owner = try_code(tx, CodeFor::linking, code_ticket_hash, code_hash, now, who);
    if (!owner)
        return std::unexpected(owner.error() == CodeFault::wrong ? LinkFault::wrong : LinkFault::over);
    if (owner->linking != link_hash) return std::unexpected(LinkFault::over);
    // The address that the code went to: another one may have been typed since.
    const auto found = seated_with(tx, owner->address, one->organisation);
    if (!found || !found->organisation) {
        leave_request(tx, *one, owner->address, fresh, now);
        return std::unexpected(LinkFault::waits);
    }
    const auto person = seated_at(*found, one->organisation);
    if (person) return *person;
    return std::unexpected(person.error() == NobodyIn::elsewhere ? LinkFault::elsewhere : LinkFault::ended);
}

std::optional<std::string> link_identity(store::Transaction& tx, const std::string& link_hash,
                                         const PersonId& person, Instant now) {
    const auto one = unlinked_of(tx, link_hash, now);
    if (!one) return std::nullopt;
    const auto linked = tx.run("INSERT INTO identities (issuer, subject, person, organisation, linked_at,"
                               " used_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (issuer, subject) DO NOTHING",
                               one->issuer, one->subject, person, one->organisation, now, now);
    tx.run("DELETE FROM identities WHERE person = ? AND (issuer, subject) IN (SELECT issuer, subject FROM"
           " identities WHERE person = ? ORDER BY used_at DESC, issuer, subject LIMIT -1 OFFSET ?)",
           person, person, most_identities);
    tx.run("UPDATE sign_in_codes SET linking = NULL WHERE linking = ?", link_hash);
    tx.run("UPDATE half_sign_ins SET linking = NULL WHERE linking = ?", link_hash);
    tx.run("DELETE FROM unlinked_identities WHERE ticket_hash = ?", link_hash);
    return linked > 0 ? std::optional{one->agency} : std::nullopt;
}

// ---- as their person sees them ----------------------------------------------------------------------------

std::vector<LinkedIdentity> identities_of(store::Transaction& tx, const PersonId& person) {
    return tx.rows<LinkedIdentity>(
        "SELECT i.organisation, o.short_name, min(i.linked_at) FROM identities i"
        " JOIN organisations o ON o.id = i.organisation WHERE i.person = ?"
        " GROUP BY i.organisation, o.short_name ORDER BY o.short_name, i.organisation",
        person);
}

bool unlink_identities(store::Transaction& tx, const PersonId& person, const OrganisationId& organisation) {
    return tx.run("DELETE FROM identities WHERE person = ? AND organisation = ?", person, organisation) > 0;
}

void unlink_all(store::Transaction& tx, const PersonId& person) {
    tx.run("DELETE FROM identities WHERE person = ?", person);
}

// ---- what is over -----------------------------------------------------------------------------------------

void end_ways(store::Transaction& tx) {
    tx.run("DELETE FROM agency_sign_ins");
    tx.run("UPDATE half_sign_ins SET linking = NULL WHERE linking IS NOT NULL");
    tx.run("UPDATE sign_in_codes SET linking = NULL WHERE linking IS NOT NULL");
    tx.run("DELETE FROM unlinked_identities");
}

void forget_ways(store::Transaction& tx, Instant now) {
    tx.run("DELETE FROM agency_sign_ins WHERE state_hash IN"
           " (SELECT state_hash FROM agency_sign_ins WHERE begun_at <= ? LIMIT ?)",
           now - agency_sign_in_life, forgotten_at_once);
    tx.run("DELETE FROM unlinked_identities WHERE ticket_hash IN"
           " (SELECT u.ticket_hash FROM unlinked_identities u WHERE u.begun_at <= ?"
           " AND NOT EXISTS (SELECT 1 FROM sign_in_codes c WHERE c.linking = u.ticket_hash)"
           " AND NOT EXISTS (SELECT 1 FROM half_sign_ins h WHERE h.linking = u.ticket_hash) LIMIT ?)",
           now - unlinked_kept, forgotten_at_once);
}

} // namespace interstate::identity
