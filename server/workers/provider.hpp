#pragma once
// A provider of identities, asked over https by libcurl (OpenID Connect Discovery and Core). Belongs to one
// thread.
#include "workers/https_line.hpp"
#include "workers/id_token.hpp"

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace interstate::workers {

/// How providers are asked, all alike.
struct ProviderSettings {
    /// Where their secrets lie.
    std::filesystem::path secrets;
    /// More certificates of authorities, a PEM file; those of the system where it is empty.
    std::string authorities;
    /// http to this very machine, for tests and demonstrations.
    bool plain = false;
    /// For one sign-in altogether.
    std::chrono::milliseconds patience{8000};
};

struct ProviderFault {
    enum class Kind {
        unreachable,   ///< no answer in time, or none by a certificate that holds
        unsound,       ///< an answer that is none, or may not be believed
        refused,       ///< it does not know what came back from it: used, or too old
        misconfigured, ///< it does not know us
        busy           ///< too many wait for it
    } kind = Kind::unreachable;
    /// For the operator.
    std::string why;
};

/// What somebody brought back from a provider.
struct Redemption {
    std::string code;
    /// RFC 7636: what the challenge was made of.
    std::string verifier;
    /// Where it was sent to.
    std::string redirect_uri;
    /// The provider named itself on the way back (RFC 9207), and that was compared.
    bool issuer_said = false;
};
struct Redeemed {
    identity::IdClaims claims;
    /// Section 3.1.3.6, of the access token that came with it.
    std::string access_token_hash;
};

class Provider {
  public:
    using Deadline = std::chrono::steady_clock::time_point;
    template <class T = void>
    using Answer = std::expected<T, ProviderFault>;

    /// `stop`: set from any thread, it ends what is under way within two seconds. It outlives this.
    Provider(ProviderSettings settings, const std::atomic<bool>& stop);
    ~Provider();
    Provider(const Provider&) = delete;
    Provider& operator=(const Provider&) = delete;

    /// Where people are sent. Remembered for ten minutes, as its keys are.
    Answer<identity::Discovery> look_up(const identity::Provider& provider, Deadline deadline);
    /// Changes the code for an ID token whose signature is right. A key that is not known is looked for anew
    /// once a minute at most.
    Answer<Redeemed> redeem(const identity::Provider& provider, const Redemption& one, Deadline deadline);

  private:
    /// What was asked for is of one provider, as it is configured now.
    void turn_to(const identity::Provider& provider);
    Answer<std::string> secret() const;
    Answer<std::string> tokens(const Redemption& one, Deadline deadline);
    Answer<> fetch_document(Deadline deadline);
    Answer<> fetch_keys(Deadline deadline);
    Answer<identity::IdClaims> believed(const std::string& token, Deadline deadline);

    ProviderSettings settings_;
    HttpsLine line_;
    identity::Provider provider_;
    struct Known;
    std::unique_ptr<Known> known_;
};

} // namespace interstate::workers
