#include "features/action_links/action_links.hpp"
#include "store/transaction.hpp"

namespace interstate::action_links {

void make(store::Transaction& tx, const NewLink& link, Instant now) {
    tx.run("DELETE FROM action_links WHERE secret_hash IN"
           " (SELECT secret_hash FROM action_links WHERE expires_at < ? LIMIT ?)",
           now, forgotten_at_once);
    tx.run("INSERT INTO action_links (secret_hash, person, verb, target, made_at, expires_at)"
           " VALUES (?, ?, ?, ?, ?, ?)",
           link.secret_hash, link.person, link.verb, link.target, now, link.expires_at);
}

std::optional<ActionLink> look_at(store::Transaction& tx, const std::string& secret_hash, Instant now) {
    return tx.row<ActionLink>("SELECT person, verb, target, used_at, answered FROM action_links"
                              " WHERE secret_hash = ? AND expires_at > ?",
                              secret_hash, now);
}

bool is_theirs(store::Transaction& tx, const ActionLink& link) {
    return link.verb != ActionVerb::update_step ||
           tx.any("SELECT 1 FROM step_lanes WHERE id = ? AND owner = ?", link.target, link.person);
}

bool is_open(store::Transaction& tx, const ActionLink& link) {
    return link.verb != ActionVerb::update_step ||
           tx.any("SELECT 1 FROM step_lanes WHERE id = ? AND status IN ('not_started', 'on_track', 'at_risk',"
                  " 'blocked')",
                  link.target);
}

void use(store::Transaction& tx, const std::string& secret_hash, std::string_view answered, Instant now) {
    tx.run("UPDATE action_links SET used_at = ?, answered = ? WHERE secret_hash = ? AND used_at IS NULL", now,
           answered, secret_hash);
}

} // namespace interstate::action_links
