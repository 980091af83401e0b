#pragma once
// The terms of use, version after version, and who accepted which. Who has not accepted the newest may read
// and go, and does nothing else here: app/commands asks `owes_acceptance` before it lets a command run.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "features/permissions/permissions.hpp"

namespace interstate::store {
class Transaction;
}

namespace interstate::terms {

using TermsText = Prose<1, 60000>;
using ChangesText = Prose<0, 2000>;

// ---- records ----------------------------------------------------------------------------------------------

/// The newest version. Not there where none was ever published. Home: extended. Its words come by
/// `terms_text`.
struct Terms {
    static constexpr Kind kind = Kind::terms;
    /// That of the collaborative.
    CollaborativeId id;
    int version = 1;
    /// What is another than before, in the words of who published it.
    ChangesText changes;
    Instant published_at;
};
INTERSTATE_DESCRIBE(Terms, id, version, changes, published_at)

/// The newest version that I accepted. Home: person.
struct Acceptance {
    static constexpr Kind kind = Kind::terms_acceptance;
    /// That of the collaborative.
    CollaborativeId id;
    PersonId person;
    int version = 1;
    Instant at;
};
INTERSTATE_DESCRIBE(Acceptance, id, person, version, at)

// ---- commands ---------------------------------------------------------------------------------------------

/// By an administrator: from now on everybody is asked to accept this version.
struct PublishTerms {
    static constexpr const char* name = "publish_terms";
    CollaborativeId collaborative;
    /// The version that this one follows; 0 for the first. Another one was published meanwhile: refused.
    int after = 0;
    /// CommonMark.
    TermsText text;
    /// Needed from the second version on.
    ChangesText changes;
};
INTERSTATE_DESCRIBE(PublishTerms, collaborative, after, text, changes)
struct TermsPublished {
    static constexpr const char* name = "terms_published";
    int version = 1;
};
INTERSTATE_DESCRIBE(TermsPublished, version)

/// Of one's own, and of the newest version only.
struct AcceptTerms {
    static constexpr const char* name = "accept_terms";
    CollaborativeId collaborative;
    int version = 1;
};
INTERSTATE_DESCRIBE(AcceptTerms, collaborative, version)
struct TermsAccepted {
    static constexpr const char* name = "terms_accepted";
};
INTERSTATE_DESCRIBE_EMPTY(TermsAccepted)

struct PublishFacts {
    permissions::Standing who;
    /// 0 where none was published yet.
    int newest = 0;
};
struct AcceptFacts {
    permissions::Standing who;
    int newest = 0;
    bool accepted_already = false;
};

// ---- queries ----------------------------------------------------------------------------------------------

/// The words of a version, for whoever belongs to the collaborative; the newest where none is named.
struct TermsOf {
    static constexpr const char* name = "terms_text";
    CollaborativeId collaborative;
    std::optional<int> version;
};
INTERSTATE_DESCRIBE(TermsOf, collaborative, version)
struct TermsWords {
    int version = 1;
    std::string text;
    std::string html;
    std::string changes;
    Instant published_at;
};
INTERSTATE_DESCRIBE(TermsWords, version, text, html, changes, published_at)

/// All versions, the newest first, at most 100; for who may publish them.
struct TermsVersions {
    static constexpr const char* name = "terms_versions";
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(TermsVersions, collaborative)
struct TermsVersion {
    int version = 1;
    Instant published_at;
    PersonId published_by;
    std::string changes;
    /// People with access now who accepted this one.
    int accepted = 0;
};
INTERSTATE_DESCRIBE(TermsVersion, version, published_at, published_by, changes, accepted)
struct TermsHistory {
    std::vector<TermsVersion> versions;
    /// With a seat and access now.
    int people = 0;
};
INTERSTATE_DESCRIBE(TermsHistory, versions, people)

/// Who accepted a version, the first ones first, with those who have left since; for who may publish.
struct AcceptancesOf {
    static constexpr const char* name = "terms_acceptances";
    CollaborativeId collaborative;
    int version = 1;
    std::optional<Text<1, 60>> cursor;
};
INTERSTATE_DESCRIBE(AcceptancesOf, collaborative, version, cursor)
struct AcceptedBy {
    PersonId person;
    Instant at;
};
INTERSTATE_DESCRIBE(AcceptedBy, person, at)
struct Acceptances {
    /// At most 100.
    std::vector<AcceptedBy> people;
    std::optional<std::string> next;
};
INTERSTATE_DESCRIBE(Acceptances, people, next)

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

Result<TermsPublished> decide(const PublishTerms&, const PublishFacts&, const Context&);
Result<TermsAccepted> decide(const AcceptTerms&, const AcceptFacts&, const Context&);

// ---- tables (tables.cpp) ----------------------------------------------------------------------------------

/// There is a version that this person was asked to accept and did not yet. Asked before every command: one
/// statement, three looks into indexes where none was ever published.
bool owes_acceptance(store::Transaction&, const PersonId&);
/// Who has several collaboratives goes on in one while they owe it in another: whether it is owed where
/// something happens that names these ids. What is of no collaborative waits only where it is owed in all.
bool owes_acceptance_for(store::Transaction&, const PersonId&, const std::vector<Ulid>& ids);

PublishFacts gather(store::Transaction&, const PublishTerms&, const Context&);
AcceptFacts gather(store::Transaction&, const AcceptTerms&, const Context&);
void record(store::Transaction&, const PublishTerms&, const PublishFacts&, const TermsPublished&,
            const Context&, Changes&);
void record(store::Transaction&, const AcceptTerms&, const AcceptFacts&, const TermsAccepted&, const Context&,
            Changes&);

std::optional<Terms> find(store::Transaction&, const Ulid&, As<Terms>);
/// Of the person whose id is given.
std::optional<Acceptance> find(store::Transaction&, const Ulid&, const CollaborativeId&, As<Acceptance>);
Stream home(store::Transaction&, const Terms&);
Stream home(store::Transaction&, const Acceptance&);
std::vector<Terms> current(store::Transaction&, const Stream&, As<Terms>);
std::vector<Acceptance> current(store::Transaction&, const Stream&, As<Acceptance>);

Result<TermsWords> answer(store::Transaction&, const TermsOf&, const Context&);
Result<TermsHistory> answer(store::Transaction&, const TermsVersions&, const Context&);
Result<Acceptances> answer(store::Transaction&, const AcceptancesOf&, const Context&);

} // namespace interstate::terms
