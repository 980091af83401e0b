#pragma once
// What a command says in the audit: what it is about, as that was before and is after, and whom it names.
#include "app/registry.hpp"
#include "features/audit/audit.hpp"

namespace interstate::app {

/// What a command is about, as it was before it.
struct Looked {
    Subject subject;
    /// The record as JSON text; empty where there was none.
    std::string before;
};
Looked look_at(store::Transaction& tx, const Registry& registry, const Subject& subject);

/// Writes the command's row, in its own transaction. What the server does by itself and changes nothing
/// leaves none.
void write_audit_row(store::Transaction& tx, const Registry& registry, const Looked& looked,
                     const AnyCommand& command, const Changes& changes, const Context& context,
                     audit::Via via);

/// Of what is no command (a login): a row about a person, by themselves in a browser.
void write_own_row(store::Transaction& tx, const std::string& verb, const PersonId& person, Instant now,
                   const std::string& detail = {});

/// Every id that stands in a JSON text.
std::vector<Ulid> ids_in(const std::string& text);

} // namespace interstate::app
