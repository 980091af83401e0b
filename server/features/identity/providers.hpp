#pragma once
// Providers of identities, who was sent to one, and whom they mean. Secrets arrive here as digests only
// (base/secret.hpp); a provider's own is no row at all.
#include "features/identity/open_id.hpp"
#include "features/identity/sign_in_codes.hpp"

#include <expected>

namespace interstate::identity {

/// Between our page and the provider's answer.
inline constexpr Millis agency_sign_in_life = std::chrono::minutes{15};
/// So many may be on their way at once.
inline constexpr int most_agency_sign_ins = 20'000;
/// Between that answer and the code by mail: an address may have to wait for one.
inline constexpr Millis unlinked_life = std::chrono::hours{2};
/// Of one person; the one that was used longest ago goes first.
inline constexpr int most_identities = 5;

// ---- providers (providers_tables.cpp) ---------------------------------------------------------------------

/// Any at all: then the sign-in page offers it to everybody.
bool has_providers(store::Transaction& tx);
/// Of a mail domain, in lower case.
std::optional<Provider> provider_of_domain(store::Transaction& tx, std::string_view domain);
std::optional<Provider> provider_of(store::Transaction& tx, const OrganisationId& organisation);
struct ListedProvider {
    Provider provider;
    std::vector<std::string> domains;
};
/// By the name of the agency; at most 500.
std::vector<ListedProvider> providers(store::Transaction& tx);
/// Adds it, or takes the place of the one that is there. Throws store::Failure with Fault::unique when a
/// domain is another's.
void keep_provider(store::Transaction& tx, const ListedProvider& one, Instant now);
/// Its identities and the logins by it are over too. False where there is none.
bool remove_provider(store::Transaction& tx, const OrganisationId& organisation);

// ---- on the way (providers_tables.cpp) --------------------------------------------------------------------

struct AgencySignIn {
    OrganisationId organisation;
    bool shared = false;
    std::string next;
};
/// False when too many are on their way.
bool begin_agency_sign_in(store::Transaction& tx, const std::string& state_hash,
                          const std::string& browser_hash, const AgencySignIn& one, Instant now);
/// Uses it up. Nothing for one that is over, or another browser's: that one stays as it is.
std::optional<AgencySignIn> take_agency_sign_in(store::Transaction& tx, const std::string& state_hash,
                                                const std::string& browser_hash, Instant now);

// ---- identities (identities_tables.cpp) -------------------------------------------------------------------

enum class NobodyIn {
    unknown,   ///< the identity is nobody's yet
    elsewhere, ///< its person has a seat of another organisation
    ended      ///< its person has no access now
};
/// Whose identity this is, if the seat is of the organisation whose provider it is. Says that it was used.
std::expected<PersonId, NobodyIn> use_identity(store::Transaction& tx, const Provider& provider,
                                               const std::string& subject, Instant now);

struct UnlinkedIdentity {
    OrganisationId organisation;
    std::string agency;
    std::string issuer, subject;
    std::string name, address;
    bool shared = false;
    std::string next;
};
void keep_unlinked(store::Transaction& tx, const std::string& ticket_hash, const UnlinkedIdentity& one,
                   Instant now);
std::optional<UnlinkedIdentity> unlinked_of(store::Transaction& tx, const std::string& ticket_hash,
                                            Instant now);
/// Keeps the code, for whomever has the address, and what they call themselves. Where the address, or
/// everybody, must wait, the error says until when.
std::expected<void, CodeWait> ask_to_link(store::Transaction& tx, const std::string& ticket_hash,
                                          const NewCode& code, const PersonName& name, Instant now);

enum class LinkFault {
    wrong,     ///< another code may be tried
    over,      ///< used, expired, tried too often; or there never was one
    elsewhere, ///< the address is of a person of another organisation
    ended,     ///< … of a person who has no access now
    waits      ///< … of nobody with a seat: it waits for the agency's approval
};
/// Whose address the code confirms, if their seat is of the provider's organisation. Uses the code up; a
/// stranger's wrong one counts. For an address of nobody's it leaves a request to join (join_requests.hpp).
std::expected<PersonId, LinkFault> confirm_to_link(store::Transaction& tx, const std::string& link_hash,
                                                   const std::string& code_ticket_hash,
                                                   const std::string& code_hash, const JoinRequestId& fresh,
                                                   Instant now, Guesser who = Guesser::stranger);
/// The identity is this person's from now on; nothing where it is over, or somebody's by now. Gives the name
/// of the agency.
std::optional<std::string> link_identity(store::Transaction& tx, const std::string& link_hash,
                                         const PersonId& person, Instant now);

struct LinkedIdentity {
    OrganisationId organisation;
    std::string agency;
    Instant linked_at;
};
std::vector<LinkedIdentity> identities_of(store::Transaction& tx, const PersonId& person);
/// Those by the provider of this organisation; false where there are none.
bool unlink_identities(store::Transaction& tx, const PersonId& person, const OrganisationId& organisation);
void unlink_all(store::Transaction& tx, const PersonId& person);
/// After a restore nobody is on the way: what was used since the copy would be good again.
void end_ways(store::Transaction& tx);
/// Forgets some of what is over.
void forget_ways(store::Transaction& tx, Instant now);

} // namespace interstate::identity
