#pragma once
// Starting content that everybody shares: the ten principles, the session protocols.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::reference {

/// One of the ten CCSSO principles (deploy/content/principles.json). Never ranked. Home: extended.
struct Principle {
    static constexpr Kind kind = Kind::principle;
    Ulid id;
    CollaborativeId collaborative;
    int number = 1;
    Text<1, 120> title;
    /// Quoted under CC BY 4.0: shown only together with the attribution.
    Text<1, 300> tagline;
    Prose<0, 4000> summary;
    /// What a state agency does, one line each.
    Prose<0, 4000> state_roles;
    Text<1, 600> attribution;
};
INTERSTATE_DESCRIBE(Principle, id, collaborative, number, title, tagline, summary, state_roles, attribution)

/// A protocol step as an agenda item in waiting.
struct ProtocolStep {
    Text<1, 200> title;
    int minutes = 5;
    Text<0, 80> who;
    std::string mode;
    Prose<0, 1000> instruction;
    Text<0, 120> capture;
};
INTERSTATE_DESCRIBE(ProtocolStep, title, minutes, who, mode, instruction, capture)

/// A timed protocol that can be laid out as an agenda (deploy/content/protocols.json). Home: staff.
struct Protocol {
    static constexpr Kind kind = Kind::protocol;
    Ulid id;
    CollaborativeId collaborative;
    Text<1, 60> key;
    Text<1, 120> title;
    Prose<0, 1000> purpose;
    Prose<0, 1000> use_when;
    int minutes = 0;
    Prose<0, 1000> credit;
    std::vector<ProtocolStep> steps;
};
INTERSTATE_DESCRIBE(Protocol, id, collaborative, key, title, purpose, use_when, minutes, credit, steps)

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

std::optional<Principle> find(store::Transaction&, const Ulid&, As<Principle>);
std::optional<Protocol> find(store::Transaction&, const Ulid&, As<Protocol>);
Stream home(store::Transaction&, const Principle&);
Stream home(store::Transaction&, const Protocol&);
std::vector<Principle> current(store::Transaction&, const Stream&, As<Principle>);
std::vector<Protocol> current(store::Transaction&, const Stream&, As<Protocol>);

} // namespace interstate::reference
