#include "features/identity/sign_in.hpp"

#include "features/identity/suspension.hpp"
#include "store/due_items.hpp"
#include "store/transaction.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

constexpr Millis touch_interval = std::chrono::minutes{10};
constexpr Millis shared_touch_interval = std::chrono::minutes{1};
constexpr Millis token_touch_interval = std::chrono::hours{1};
constexpr std::size_t agent_limit = 200;
/// Of one person; who signs in more often is signed out where they have not been for longest.
constexpr int most_sign_ins = 200;
constexpr int most_tokens_shown = 200;

/// SQL about a person `p`: has the second factor that they must have, or need not have one.
const std::string owes_none =
    std::string{
        "(EXISTS (SELECT 1 FROM second_factors f WHERE f.person = p.id AND f.confirmed_at IS NOT NULL)"
        " OR NOT EXISTS (SELECT 1 FROM facts_of_store WHERE name = 'kind' AND value = 'real')"
        " OR NOT "} +
    administers_or_facilitates + ")";

std::string printable(std::string_view agent) {
    std::string kept;
    for (const char c : agent) {
        if (kept.size() == agent_limit) break;
        if (c >= ' ' && c <= '~') kept += c;
    }
    return kept;
}

std::optional<Login> unless_over(const Login& login, Instant now) {
    return login.is_over(now) ? std::nullopt : std::optional{login};
}

/// What is new counts as used last: the link that comes with it leads there.
void take_seat(store::Transaction& tx, const NewPerson& person, Instant now) {
    // What is told where they are alone stays told there (`was_there`, profiles.hpp).
    tx.run("UPDATE seats SET used_at = taken_at + 1 WHERE person = ?1 AND used_at <= taken_at"
           " AND (SELECT count(*) FROM seats WHERE person = ?1) = 1",
           person.id);
    tx.run(
        "INSERT INTO seats (person, collaborative, organisation, title, function, primary_contact, taken_at,"
        " used_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        person.id, person.collaborative, person.organisation, person.title, person.function,
        person.primary_contact, now, now);
    tx.run("INSERT INTO role_grants (person, role, collaborative) VALUES (?, ?, ?)", person.id, person.role,
           person.collaborative);
}

} // namespace

// ---- logins -------------------------------------------------------------------------------------------

std::vector<std::string> start_sign_in(store::Transaction& tx, const PersonId& person,
                                       const std::string& secret_hash, Instant now, std::string_view agent,
                                       bool shared, const SignInBy& by) {
    tx.run("DELETE FROM sign_ins WHERE person = ? AND (used_at <= ? OR started_at <= ?"
           " OR (shared = 1 AND (used_at <= ? OR started_at <= ?)))",
           person, now - sign_in_idle_limit, now - sign_in_life, now - shared_idle_limit, now - shared_life);
    auto ended = tx.rows<std::string>(
        "DELETE FROM sign_ins WHERE person = ? AND secret_hash IN"
        " (SELECT secret_hash FROM sign_ins WHERE person = ? ORDER BY used_at DESC LIMIT -1 OFFSET ?)"
        " RETURNING secret_hash",
        person, person, most_sign_ins - 1);
    tx.run("INSERT INTO sign_ins (secret_hash, person, started_at, used_at, agent, shared, way, agency)"
           " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
           secret_hash, person, now, now, printable(agent), shared, by.way, by.agency);
    return ended;
}

bool Login::is_over(Instant now) const {
    const auto life = scopes ? token_life : shared ? shared_life : sign_in_life;
    if (now >= ends_at || ends_at > now + life + clock_tolerance) return true;
    return used_at && now >= *used_at + (shared ? shared_idle_limit : sign_in_idle_limit);
}

bool Login::needs_touch(Instant now) const {
    if (shown_at) return *shown_at < now - token_touch_interval || *shown_at > now + clock_tolerance;
    return used_at && (*used_at < now - (shared ? shared_touch_interval : touch_interval) ||
                       *used_at > now + clock_tolerance);
}

std::optional<Login> login_of_sign_in(store::Transaction& tx, const std::string& secret_hash, Instant now) {
    struct Row {
        PersonId person;
        Instant started_at, used_at;
        bool shared = false;
    };
    const auto row = tx.row<Row>("SELECT s.person, s.started_at, s.used_at, s.shared FROM sign_ins s"
                                 " JOIN people p ON p.id = s.person WHERE s.secret_hash = ? AND p.active = 1"
                                 " AND " +
                                     owes_none,
                                 secret_hash);
    if (!row) return std::nullopt;
    const auto life = row->shared ? shared_life : sign_in_life;
    return unless_over({row->person, row->started_at + life, row->used_at, row->shared}, now);
}

void touch_sign_in(store::Transaction& tx, const std::string& secret_hash, Instant now) {
    tx.run("UPDATE sign_ins SET used_at = ? WHERE secret_hash = ?"
           " AND (used_at < CASE shared WHEN 1 THEN ? ELSE ? END OR used_at > ?)",
           now, secret_hash, now - shared_touch_interval, now - touch_interval, now + clock_tolerance);
}

void end_sign_in(store::Transaction& tx, const std::string& secret_hash) {
    tx.run("DELETE FROM sign_ins WHERE secret_hash = ?", secret_hash);
}

bool end_unused(store::Transaction& tx, const std::string& secret_hash, Instant now) {
    if (login_of_sign_in(tx, secret_hash, now)) return false;
    end_sign_in(tx, secret_hash);
    return true;
}

std::vector<SignIn> sign_ins_of(store::Transaction& tx, const PersonId& person, Instant now) {
    return tx.rows<SignIn>(
        "SELECT secret_hash, started_at, used_at, agent, shared, way,"
        " coalesce((SELECT o.short_name FROM organisations o WHERE o.id = agency), '')"
        " FROM sign_ins WHERE person = ? AND used_at > CASE shared WHEN 1 THEN ? ELSE ? END"
        " AND started_at > CASE shared WHEN 1 THEN ? ELSE ? END ORDER BY used_at DESC, secret_hash",
        person, now - shared_idle_limit, now - sign_in_idle_limit, now - shared_life, now - sign_in_life);
}

void end_sign_ins(store::Transaction& tx, const PersonId& person) {
    tx.run("DELETE FROM sign_ins WHERE person = ?", person);
}

// ---- single-use links ---------------------------------------------------------------------------------

void make_invitation(store::Transaction& tx, const PersonId& person, const std::string& secret_hash,
                     Instant now, const LinkFor& link) {
    // Where somebody is in several, each ends its own only.
    tx.run("DELETE FROM invitations WHERE person = ? AND used_at IS NULL AND (? OR collaborative IS ?)",
           person, places_of(tx, person).size() < 2, link.collaborative);
    tx.run("INSERT INTO invitations (secret_hash, person, made_at, expires_at, used_at, collaborative, shown)"
           " VALUES (?, ?, ?, ?, NULL, ?, ?)",
           secret_hash, person, now, now + invitation_life, link.collaborative, link.shown);
}

bool end_shown_elsewhere(store::Transaction& tx, const PersonId& person, const CollaborativeId& here) {
    if (!tx.any("SELECT 1 FROM invitations WHERE person = ? AND used_at IS NOT NULL AND shown = 1"
                " AND collaborative <> ?",
                person, here))
        return false;
    end_secrets(tx, person);
    // Said once: what they use from now on was shown to nobody.
    tx.run("DELETE FROM invitations WHERE person = ? AND used_at IS NOT NULL AND shown = 1", person);
    return true;
}

std::optional<Whereabouts> whereabouts(store::Transaction& tx, const std::string& secret_hash, Instant now) {
    return tx.row<Whereabouts>(
        "SELECT c.slug, c.name FROM invitations i JOIN collaboratives c ON c.id = i.collaborative"
        " WHERE i.secret_hash = ? AND i.used_at IS NULL AND i.expires_at > ? AND i.shown = 1"
        " AND EXISTS (SELECT 1 FROM seats s WHERE s.person = i.person AND s.collaborative <> i.collaborative"
        " AND s.left_at IS NULL AND s.suspended_at IS NULL)",
        secret_hash, now);
}

std::optional<PersonId> peek_invitation(store::Transaction& tx, const std::string& secret_hash, Instant now) {
    return tx.row<PersonId>(
        "SELECT i.person FROM invitations i JOIN people p ON p.id = i.person"
        " WHERE i.secret_hash = ? AND i.used_at IS NULL AND i.expires_at > ? AND p.active = 1"
        " AND (i.shown = 0 OR NOT EXISTS (SELECT 1 FROM seats s WHERE s.person = i.person"
        " AND s.collaborative <> i.collaborative AND s.left_at IS NULL AND s.suspended_at IS NULL))",
        secret_hash, now);
}

std::optional<PersonId> use_invitation(store::Transaction& tx, const std::string& secret_hash, Instant now) {
    const auto person = peek_invitation(tx, secret_hash, now);
    if (person) tx.run("UPDATE invitations SET used_at = ? WHERE secret_hash = ?", now, secret_hash);
    return person;
}

// ---- tokens -------------------------------------------------------------------------------------------

void make_token(store::Transaction& tx, const PersonId& person, const std::string& secret_hash,
                std::string_view name, Instant now, Instant expires_at, const Scopes& scopes) {
    tx.run("INSERT INTO api_tokens (secret_hash, person, name, made_at, expires_at, scopes, used_at)"
           " VALUES (?, ?, ?, ?, ?, ?, 0)",
           secret_hash, person, name, now, expires_at, scopes.str());
}

void touch_token(store::Transaction& tx, const std::string& secret_hash, Instant now) {
    tx.run("UPDATE api_tokens SET used_at = ? WHERE secret_hash = ? AND (used_at < ? OR used_at > ?)", now,
           secret_hash, now - token_touch_interval, now + clock_tolerance);
}

std::optional<Scopes> Scopes::parse(std::string_view words) {
    if (words == "all") return all();
    Scopes scopes;
    while (!words.empty()) {
        const auto blank = words.find(' ');
        Scope scope{};
        if (!enum_of(words.substr(0, blank), scope)) return std::nullopt;
        scopes.add(scope);
        words = blank == words.npos ? std::string_view{} : words.substr(blank + 1);
    }
    return scopes;
}

std::string Scopes::str() const {
    if (is_all()) return "all";
    std::string words;
    for (const auto scope : {Scope::read, Scope::post, Scope::steps, Scope::sessions, Scope::manage})
        if (has(scope)) words += (words.empty() ? "" : " ") + std::string{word_of(scope)};
    return words;
}

std::vector<Token> tokens_of(store::Transaction& tx, const PersonId& person, Instant now) {
    struct Row {
        std::string secret_hash, name;
        Instant made_at, expires_at;
        std::string scopes;
        Instant used_at;
    };
    std::vector<Token> tokens;
    for (auto& row : tx.rows<Row>(
             "SELECT secret_hash, name, made_at, expires_at, scopes, used_at FROM api_tokens WHERE person = ?"
             " AND expires_at > ? ORDER BY made_at DESC, secret_hash LIMIT ?",
             person, now, most_tokens_shown))
        tokens.push_back({.secret_hash = std::move(row.secret_hash),
                          .name = std::move(row.name),
                          .made_at = row.made_at,
                          .expires_at = row.expires_at,
                          .scopes = Scopes::parse(row.scopes).value_or(Scopes{}),
                          .used_at = row.used_at == Instant{} ? std::nullopt : std::optional{row.used_at}});
    return tokens;
}

bool end_own(store::Transaction& tx, const PersonId& person, const std::string& secret_hash) {
    return tx.run("DELETE FROM sign_ins WHERE person = ? AND secret_hash = ?", person, secret_hash) +
               tx.run("DELETE FROM api_tokens WHERE person = ? AND secret_hash = ?", person, secret_hash) >
           0;
}

std::optional<Login> login_of_token(store::Transaction& tx, const std::string& secret_hash, Instant now) {
    struct Row {
        PersonId person;
        Instant expires_at;
        std::string scopes;
        Instant used_at;
    };
    // What was made on the machine (`all`) is for scripts of the operator, who need no telephone.
    const auto row = tx.row<Row>("SELECT t.person, t.expires_at, t.scopes, t.used_at FROM api_tokens t"
                                 " JOIN people p ON p.id = t.person WHERE t.secret_hash = ? AND p.active = 1"
                                 " AND (t.scopes = 'all' OR " +
                                     owes_none + ")",
                                 secret_hash);
    if (!row) return std::nullopt;
    // Words of a newer program than this one: rather nothing than too much.
    const auto scopes = Scopes::parse(row->scopes).value_or(Scopes{});
    return unless_over(
        {.person = row->person, .ends_at = row->expires_at, .scopes = scopes, .shown_at = row->used_at}, now);
}

// ---- people -------------------------------------------------------------------------------------------

std::vector<SignInChoice> people_of(store::Transaction& tx, const CollaborativeId& collaborative) {
    return tx.rows<SignInChoice>(
        "WITH choices AS (SELECT p.id AS person, p.name AS name, s.title AS title, o.short_name AS "
        "short_name,"
        " o.code AS code, coalesce((SELECT min(CASE g.role WHEN 'administrator' THEN 0 WHEN 'facilitator' "
        "THEN 1"
        " WHEN 'state_lead' THEN 2 WHEN 'state_member' THEN 3 WHEN 'partner' THEN 4 ELSE 5 END) FROM "
        "role_grants g"
        " WHERE g.person = s.person AND g.collaborative = s.collaborative), 5) AS strength"
        " FROM seats s JOIN people p ON p.id = s.person JOIN organisations o ON o.id = s.organisation"
        " WHERE s.collaborative = ? AND s.left_at IS NULL AND s.suspended_at IS NULL AND p.active = 1)"
        " SELECT person, name, title, short_name, code, CASE strength WHEN 0 THEN 'administrator' WHEN 1 "
        "THEN 'facilitator'"
        " WHEN 2 THEN 'state_lead' WHEN 3 THEN 'state_member' WHEN 4 THEN 'partner' ELSE 'observer' END"
        " FROM choices ORDER BY short_name, strength, name, person LIMIT 2000",
        collaborative);
}

std::string folded_address(std::string_view address) { return folded(trimmed(address)); }

std::optional<PersonId> person_by_address(store::Transaction& tx, std::string_view address) {
    return tx.row<PersonId>("SELECT id FROM people WHERE address_folded = ?", folded_address(address));
}

PersonId create_person(store::Transaction& tx, const NewPerson& person) {
    tx.run("INSERT INTO people (id, name, address, address_folded, zone, active) VALUES (?, ?, ?, ?, ?, ?)",
           person.id, person.name, person.address, folded_address(person.address.str()), person.zone,
           person.active);
    take_seat(tx, person, person.id.time());
    return person.id;
}

bool give_seat(store::Transaction& tx, const NewPerson& person, Instant now) {
    // Whose account has ended comes back to this seat only, without old secrets: others give back what they
    // ended.
    if (!tx.any("SELECT 1 FROM people WHERE id = ? AND active = 1", person.id)) {
        end_secrets(tx, person.id);
        tx.run(
            "UPDATE seats SET suspended_at = ? WHERE person = ? AND left_at IS NULL AND suspended_at IS NULL",
            now, person.id);
        tx.run("UPDATE people SET active = 1 WHERE id = ?", person.id);
    }
    const bool ended = end_shown_elsewhere(tx, person.id, person.collaborative);
    tx.run("DELETE FROM role_grants WHERE person = ? AND collaborative = ?", person.id, person.collaborative);
    tx.run("DELETE FROM seats WHERE person = ? AND collaborative = ?", person.id, person.collaborative);
    take_seat(tx, person, now);
    return ended;
}

std::vector<CollaborativeId> places_of(store::Transaction& tx, const PersonId& person) {
    return tx.rows<CollaborativeId>(
        "SELECT s.collaborative FROM seats s JOIN people p ON p.id = s.person AND p.active = 1"
        " WHERE s.person = ? AND s.left_at IS NULL AND s.suspended_at IS NULL"
        " ORDER BY s.used_at DESC, s.taken_at DESC, s.collaborative",
        person);
}

void leave_welcome(store::Transaction& tx, const PersonId& person, Instant now) {
    store::leave_due(tx, {now, "welcome_person", person});
}

} // namespace interstate::identity
