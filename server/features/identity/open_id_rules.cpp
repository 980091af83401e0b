#include "features/identity/open_id.hpp"

#include <algorithm>

namespace interstate::identity {
namespace {

constexpr std::size_t longest_address = 2000;

std::int64_t seconds(Instant now) { return now.ms / 1000; }

/// The host of an address, with its brackets where it has some; empty where the address has another form.
std::string_view host_of(std::string_view address) {
    const auto scheme = address.find("://");
    if (scheme == address.npos) return {};
    const auto authority = address.substr(scheme + 3, address.find_first_of("/?", scheme + 3) - scheme - 3);
    if (authority.contains('@')) return {};
    if (authority.starts_with('[')) return authority.substr(0, authority.find(']') + 1);
    return authority.substr(0, authority.find(':'));
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

std::optional<ClaimFault> fault_of_audience(const IdClaims& claims, const ExpectedClaims& expected) {
    // Who else it is for is nobody that we know, so that it is for nobody else.
    if (claims.audience != std::vector{expected.client_id}) return ClaimFault::audience;
    if (claims.authorized_party && *claims.authorized_party != expected.client_id)
        return ClaimFault::authorized_party;
    return std::nullopt;
}

std::optional<ClaimFault> fault_of_times(const IdClaims& claims, Instant now) {
    const auto at = seconds(now), leeway = static_cast<std::int64_t>(claims_leeway.count());
    if (!claims.expires_at || *claims.expires_at <= at - leeway) return ClaimFault::expired;
    if (!claims.issued_at || *claims.issued_at > at + leeway ||
        *claims.issued_at < at - oldest_claims.count())
        return ClaimFault::issued;
    if (claims.not_before && *claims.not_before > at + leeway) return ClaimFault::not_yet;
    return std::nullopt;
}

bool may_sign(const Discovery& discovery, const Provider& provider) {
    return discovery.algorithms.empty() ||
           std::ranges::any_of(provider.algorithms, [&](SigningAlgorithm one) {
               return std::ranges::find(discovery.algorithms, word_of(one)) != discovery.algorithms.end();
           });
}

} // namespace

std::optional<ClaimFault> fault_of(const IdClaims& claims, const ExpectedClaims& expected, Instant now) {
    if (claims.issuer != expected.issuer || expected.issuer.empty()) return ClaimFault::issuer;
    if (claims.subject.empty() || claims.subject.size() > longest_subject) return ClaimFault::subject;
    if (const auto fault = fault_of_audience(claims, expected)) return fault;
    if (const auto fault = fault_of_times(claims, now)) return fault;
    if (!claims.nonce || *claims.nonce != expected.nonce || expected.nonce.empty()) return ClaimFault::nonce;
    if (claims.access_token_hash && *claims.access_token_hash != expected.access_token_hash)
        return ClaimFault::access_token;
    return std::nullopt;
}

bool is_provider_address(std::string_view address, bool plain) {
    const bool printable = std::ranges::all_of(address, [](char c) {
        return c > ' ' && c <= '~' && c != '"' && c != '<' && c != '>' && c != '\\' && c != '#';
    });
    const auto host = host_of(address);
    if (!printable || address.size() > longest_address || host.empty()) return false;
    if (address.starts_with("https://")) return true;
    return plain && address.starts_with("http://") && is_this_machine(host);
}

bool is_issuer(std::string_view issuer, bool plain) {
    return is_provider_address(issuer, plain) && !issuer.contains('?');
}

std::string fault_of(const Discovery& discovery, const Provider& provider, bool plain) {
    // Exactly: an issuer that is written in another way is another one (Discovery, section 4.3).
    if (discovery.issuer != provider.issuer)
        return "it calls itself “" + discovery.issuer.substr(0, 200) + "”, not “" + provider.issuer + "”";
    for (const auto* address :
         {&discovery.authorization_endpoint, &discovery.token_endpoint, &discovery.jwks_uri})
        if (!is_provider_address(*address, plain))
            return "it names an address that is none by https: “" + address->substr(0, 200) + "”";
    if (!may_sign(discovery, provider)) return "it signs with none of the algorithms that are allowed for it";
    return {};
}

} // namespace interstate::identity
