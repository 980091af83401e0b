#include "workers/id_token.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace interstate::workers {
namespace {

using identity::SigningAlgorithm;

/// In characters of base64url: 2,048 to 8,192 bits, and an exponent of at most 64. A shorter key is guessed,
/// a longer one holds us up.
constexpr std::size_t shortest_modulus = 342, longest_modulus = 1366, longest_exponent = 11;
/// Of keys that have the same name, or none, so many are tried.
constexpr std::size_t most_tried = 8;

struct Released {
    void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
using Token = std::unique_ptr<cjose_jws_t, Released>;
using Key = std::unique_ptr<cjose_jwk_t, Released>;

Token token_of(const std::string& text) {
    cjose_err ignored{};
    return Token{cjose_jws_import(text.data(), text.size(), &ignored)};
}

std::string member_of(cjose_header_t* head, const char* name) {
    cjose_err ignored{};
    const char* value = cjose_header_get(head, name, &ignored);
    return value ? value : "";
}

bool is_of_kind(const wire::PublicKey& key, SigningAlgorithm algorithm) {
    if (algorithm == SigningAlgorithm::ES256) return key.type == "EC" && key.curve == "P-256";
    return key.type == "RSA" && key.modulus.size() >= shortest_modulus &&
           key.modulus.size() <= longest_modulus && key.exponent.size() <= longest_exponent;
}

bool fits(const wire::PublicKey& key, const std::string& id, SigningAlgorithm algorithm) {
    return (id.empty() || key.id == id) && (key.use.empty() || key.use == "sig") &&
           (key.algorithm.empty() || key.algorithm == word_of(algorithm)) && is_of_kind(key, algorithm);
}

bool has_signed(const wire::PublicKey& key, const std::string& text) {
    cjose_err ignored{};
    const Key with{cjose_jwk_import(key.json.data(), key.json.size(), &ignored)};
    // Looking at a token changes it in libcjose: each key gets a fresh one.
    const auto token = token_of(text);
    return with && token && cjose_jws_verify(token.get(), with.get(), &ignored);
}

std::optional<identity::IdClaims> plain_claims(const Token& token) {
    std::uint8_t* bytes = nullptr;
    std::size_t size = 0;
    cjose_err ignored{};
    if (!cjose_jws_get_plaintext(token.get(), &bytes, &size, &ignored)) return std::nullopt;
    return wire::decode_claims({reinterpret_cast<const char*>(bytes), size});
}

/// The algorithm it names, if that is allowed.
std::optional<SigningAlgorithm> allowed_one(const std::string& name,
                                            const std::vector<SigningAlgorithm>& allowed) {
    const auto found = std::ranges::find(allowed, name, [](auto one) { return std::string{word_of(one)}; });
    return found == allowed.end() ? std::nullopt : std::optional{*found};
}

} // namespace

std::expected<identity::IdClaims, SignatureFault> claims_of(const std::string& token,
                                                            const std::vector<wire::PublicKey>& keys,
                                                            const std::vector<SigningAlgorithm>& allowed) {
    if (token.size() > longest_token || std::ranges::count(token, '.') != 2)
        return std::unexpected(SignatureFault::malformed);
    const auto parsed = token_of(token);
    if (!parsed) return std::unexpected(SignatureFault::malformed);
    auto* head = cjose_jws_get_protected(parsed.get());
    const auto algorithm = allowed_one(member_of(head, CJOSE_HDR_ALG), allowed);
    if (!algorithm) return std::unexpected(SignatureFault::algorithm);
    cjose_err none{};
    none.code = CJOSE_ERR_NONE;
    char* critical = cjose_header_get_raw(head, "crit", &none);
    std::free(critical);
    if (critical) return std::unexpected(SignatureFault::malformed); // RFC 7515, section 4.1.11
    const auto id = member_of(head, CJOSE_HDR_KID);
    std::size_t tried = 0;
    for (const auto& key : keys) {
        if (!fits(key, id, *algorithm)) continue;
        if (++tried > most_tried) break;
        if (!has_signed(key, token)) continue;
        auto claims = plain_claims(parsed);
        if (!claims) return std::unexpected(SignatureFault::malformed);
        return std::move(*claims);
    }
    return std::unexpected(tried == 0 ? SignatureFault::no_key : SignatureFault::wrong);
}

} // namespace interstate::workers
