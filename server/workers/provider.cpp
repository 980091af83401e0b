#include "workers/provider.hpp"

#include "base/sha256.hpp"

#include <fstream>
#include <iterator>

namespace interstate::workers {
namespace {

using Clock = std::chrono::steady_clock;
using Kind = ProviderFault::Kind;

/// What a provider says of itself is asked for anew then: a key that it takes back is good no longer.
constexpr std::chrono::minutes remembered{10};
/// For a key that is not known its keys are asked for so often.
constexpr std::chrono::minutes between_unknown_keys{1};
constexpr std::size_t longest_secret = 4096;
constexpr const char* discovery_path = "/.well-known/openid-configuration";

std::unexpected<ProviderFault> fault(Kind kind, std::string why) {
    return std::unexpected(ProviderFault{kind, std::move(why)});
}

std::string without_end(std::string text, std::string_view end) {
    while (!text.empty() && end.contains(text.back())) text.pop_back();
    return text;
}

/// The body of a good answer.
std::expected<std::string, ProviderFault> body_of(std::expected<HttpsAnswer, std::string> answer,
                                                  const std::string& what) {
    if (!answer) return fault(Kind::unreachable, what + ": " + answer.error());
    if (answer->status == 200) return std::move(answer->body);
    return fault(answer->status >= 500 ? Kind::unreachable : Kind::unsound,
                 what + ": it answers " + std::to_string(answer->status));
}

/// Section 3.1.3.6, for the algorithms that can be allowed: the left half.
std::string half_hash(const std::string& token) {
    const auto whole = sha256(token);
    return base64url(std::string_view{whole}.substr(0, whole.size() / 2));
}

} // namespace

struct Provider::Known {
    std::optional<identity::Discovery> document;
    Clock::time_point document_at;
    std::vector<wire::PublicKey> keys;
    std::optional<Clock::time_point> keys_at;
    std::optional<Clock::time_point> unknown_at;
};

Provider::Provider(ProviderSettings settings, const std::atomic<bool>& stop)
    : settings_{std::move(settings)}, line_{settings_.authorities, settings_.plain, stop},
      known_{std::make_unique<Known>()} {}

Provider::~Provider() = default;

void Provider::turn_to(const identity::Provider& provider) {
    if (provider == provider_) return;
    provider_ = provider;
    *known_ = {};
}

Provider::Answer<identity::Discovery> Provider::look_up(const identity::Provider& provider,
                                                        Deadline deadline) {
    turn_to(provider);
    const bool fresh = known_->document && Clock::now() - known_->document_at < remembered;
    if (!fresh)
        if (const auto fetched = fetch_document(deadline); !fetched) return std::unexpected(fetched.error());
    return *known_->document;
}

Provider::Answer<> Provider::fetch_document(Deadline deadline) {
    // An issuer may end with a slash, which is not doubled (Discovery, section 4).
    const auto address = without_end(provider_.issuer, "/") + discovery_path;
    if (!identity::is_issuer(provider_.issuer, settings_.plain))
        return fault(Kind::misconfigured, "its issuer is no address by https");
    known_->document = std::nullopt;
    const auto body = body_of(line_.get(address, deadline), "discovery");
    if (!body) return std::unexpected(body.error());
    auto document = wire::decode_discovery(*body);
    if (!document) return fault(Kind::unsound, "discovery: it is no JSON of that kind");
    if (auto why = identity::fault_of(*document, provider_, settings_.plain); !why.empty())
        return fault(Kind::unsound, "discovery: " + why);
    known_->document = std::move(document);
    known_->document_at = Clock::now();
    return {};
}

Provider::Answer<> Provider::fetch_keys(Deadline deadline) {
    known_->keys.clear();
    known_->keys_at = std::nullopt;
    const auto body = body_of(line_.get(known_->document->jwks_uri, deadline), "keys");
    if (!body) return std::unexpected(body.error());
    auto keys = wire::decode_keys(*body);
    if (!keys) return fault(Kind::unsound, "keys: it is no JSON of that kind");
    known_->keys = std::move(*keys);
    known_->keys_at = Clock::now();
    return {};
}

Provider::Answer<std::string> Provider::secret() const {
    std::ifstream in{settings_.secrets / provider_.secret_file, std::ios::binary};
    std::string text(longest_secret, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    text = without_end(std::move(text), "\r\n");
    if (text.empty()) return fault(Kind::misconfigured, "its secret cannot be read: add the provider again");
    return text;
}

Provider::Answer<std::string> Provider::tokens(const Redemption& one, Deadline deadline) {
    const auto key = secret();
    if (!key) return std::unexpected(key.error());
    HttpsLine::Fields form{{"grant_type", "authorization_code"},
                           {"code", one.code},
                           {"redirect_uri", one.redirect_uri},
                           {"code_verifier", one.verifier}};
    const bool in_body = known_->document->secret_in_body;
    if (in_body) {
        form.emplace_back("client_id", provider_.client_id);
        form.emplace_back("client_secret", *key);
    }
    // RFC 6749, section 2.3.1: encoded as in a form first.
    const auto answer =
        line_.post(known_->document->token_endpoint, form,
                   in_body ? std::string{} : form_encoded(provider_.client_id), form_encoded(*key), deadline);
    if (!answer || answer->status == 200 || answer->status >= 500 || answer->status < 400)
        return body_of(answer, "tokens");
    const auto said = wire::decode_tokens(answer->body);
    const auto error = said ? said->error : std::string{};
    const bool knows_us = error == "invalid_grant";
    return fault(knows_us ? Kind::refused : Kind::misconfigured,
                 "tokens: it answers " + std::to_string(answer->status) + " " + error.substr(0, 100));
}

Provider::Answer<identity::IdClaims> Provider::believed(const std::string& token, Deadline deadline) {
    const bool fresh = known_->keys_at && Clock::now() - *known_->keys_at < remembered;
    if (!fresh)
        if (const auto fetched = fetch_keys(deadline); !fetched) return std::unexpected(fetched.error());
    auto claims = claims_of(token, known_->keys, provider_.algorithms);
    const bool may_look = !known_->unknown_at || Clock::now() - *known_->unknown_at >= between_unknown_keys;
    if (!claims && claims.error() == SignatureFault::no_key && fresh && may_look) {
        known_->unknown_at = Clock::now();
        if (const auto fetched = fetch_keys(deadline); !fetched) return std::unexpected(fetched.error());
        claims = claims_of(token, known_->keys, provider_.algorithms);
    }
    if (claims) return std::move(*claims);
    return fault(Kind::unsound, "ID token: signature " + std::string{word_of(claims.error())});
}

Provider::Answer<Redeemed> Provider::redeem(const identity::Provider& provider, const Redemption& one,
                                            Deadline deadline) {
    const auto document = look_up(provider, deadline);
    if (!document) return std::unexpected(document.error());
    if (document->sends_issuer && !one.issuer_said)
        return fault(Kind::unsound, "it did not name itself on the way back");
    const auto body = tokens(one, deadline);
    if (!body) return std::unexpected(body.error());
    const auto answer = wire::decode_tokens(*body);
    if (!answer || answer->id_token.empty()) return fault(Kind::unsound, "tokens: there is no ID token");
    auto claims = believed(answer->id_token, deadline);
    if (!claims) return std::unexpected(claims.error());
    return Redeemed{std::move(*claims), half_hash(answer->access_token)};
}

} // namespace interstate::workers
