#pragma once
// What a provider of identities says of somebody (OpenID Connect Core 1.0), and whether it may be believed.
// The signature is looked at elsewhere (workers/id_token.hpp); everything else here.
#include "features/identity/identity.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace interstate::identity {

/// Those that can be allowed. "none" and the symmetric ones are none of them.
enum class SigningAlgorithm { RS256, PS256, ES256 };
INTERSTATE_DESCRIBE_ENUM(SigningAlgorithm, RS256, PS256, ES256)

/// The provider of an organisation, as an administrator has added it.
struct Provider {
    OrganisationId organisation;
    /// Its name for people: "Ohio".
    std::string agency;
    /// "https://login.example.gov/tenant", as the provider itself writes it.
    std::string issuer;
    std::string client_id;
    /// A name in the folder of providers' secrets.
    std::string secret_file;
    std::vector<SigningAlgorithm> algorithms;
    bool operator==(const Provider&) const = default;
};

/// What a provider says of itself (OpenID Connect Discovery 1.0, section 3): those members that we use.
struct Discovery {
    std::string issuer, authorization_endpoint, token_endpoint, jwks_uri;
    /// It names itself when it sends somebody back (RFC 9207).
    bool sends_issuer = false;
    /// It takes the client's secret in the body only.
    bool secret_in_body = false;
    /// What it may sign with; empty where it does not say.
    std::vector<std::string> algorithms;
};

/// What an ID token says, once its signature is found right. What is not there is nothing.
struct IdClaims {
    std::string issuer, subject;
    std::vector<std::string> audience;
    std::optional<std::string> authorized_party;
    /// Seconds since 1970, UTC.
    std::optional<std::int64_t> expires_at, issued_at, not_before;
    std::optional<std::string> nonce, access_token_hash;
    /// Only to fill in a form.
    std::string name, address;
};

/// What must stand in it.
struct ExpectedClaims {
    std::string issuer, client_id, nonce;
    /// As section 3.1.3.6 makes it of the access token that came along.
    std::string access_token_hash;
};

/// Clocks of two machines differ by so much.
inline constexpr std::chrono::seconds claims_leeway{60};
/// A token is made for the answer that brings it.
inline constexpr std::chrono::seconds oldest_claims{3600};
/// Section 2: "sub" has at most so many characters of ASCII.
inline constexpr std::size_t longest_subject = 255;

enum class ClaimFault {
    issuer,
    subject,
    audience,
    authorized_party,
    expired,
    issued,
    not_yet,
    nonce,
    access_token
};
INTERSTATE_DESCRIBE_ENUM(ClaimFault, issuer, subject, audience, authorized_party, expired, issued, not_yet,
                         nonce, access_token)

/// Section 3.1.3.7. Nothing where all is as it must be.
std::optional<ClaimFault> fault_of(const IdClaims& claims, const ExpectedClaims& expected, Instant now);

/// An address that may be asked: https with a host, printable, without a user's name or a fragment. `plain`
/// lets http through to this very machine, for tests and demonstrations.
bool is_provider_address(std::string_view address, bool plain);
/// Of an issuer: without a query too.
bool is_issuer(std::string_view issuer, bool plain);
/// What is wrong with it for this issuer and these algorithms, in words; empty where it is sound.
std::string fault_of(const Discovery& discovery, const Provider& provider, bool plain);

} // namespace interstate::identity
