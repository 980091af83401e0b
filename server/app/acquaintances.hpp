#pragma once
// Who was recognised lately, what they may follow and where streams stand: what readers found out, for as
// long as its grounds stand (store/grounds.hpp). One rule: nothing outlives a change of the grounds. Whoever
// asks has said just before which number they have now. Bounded memory; lives on the io thread.
#include "base/stream.hpp"
#include "features/identity/sign_in.hpp"
#include "wire/frames.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace interstate::app {

/// What a greeting says besides who somebody is and what time it is: the same for most.
struct Reception {
    Ulid epoch;
    bool demonstration = false;
    std::vector<wire::CollaborativeName> collaboratives;
    bool operator==(const Reception&) const = default;
};

/// How a secret was shown: a login is no token, and a token no login.
enum class Shown { cookie, token };

struct Acquaintance {
    identity::Login login;
    Shown shown = Shown::cookie;
    std::shared_ptr<const Reception> reception;
};

/// Where a stream may be gone on from: at or above its floor, in this epoch.
struct Footing {
    Ulid epoch;
    std::int64_t floor = 0;
};

/// Beyond one of them all is forgotten.
struct AcquaintanceLimits {
    std::size_t logins = 20'000;
    /// Of one person one stream each.
    std::size_t follows = 200'000;
    std::size_t streams = 50'000;
};

class Acquaintances {
  public:
    explicit Acquaintances(const AcquaintanceLimits& limits = {}) : limits_{limits} {}

    /// The number of the grounds now: what rests on another is forgotten. Nothing when nobody can say: then
    /// all of it is.
    void stand_on(std::optional<std::int64_t> grounds);

    /// Who showed this secret, by its digest; nothing when that is not remembered, or over by now.
    [[nodiscard]] const Acquaintance* known(const std::string& credential, Shown shown, Instant now) const;
    [[nodiscard]] bool may_follow(const PersonId& person, const Stream& stream) const;
    [[nodiscard]] std::optional<Footing> footing(const Stream& stream) const;

    // What a reader found, with the number of the grounds in the same read. Older than what we stand on: not
    // taken.
    void meet(std::int64_t grounds, const std::string& credential, Acquaintance found);
    void allow(std::int64_t grounds, const PersonId& person, const Stream& stream, const Footing& footing);
    /// This login was written down as used.
    void used(const std::string& credential, Instant at);

    [[nodiscard]] std::size_t logins() const { return logins_.size(); }

  private:
    struct Place {
        /// Instead of the name, where it would stand thousands of times.
        std::uint32_t number = 0;
        Footing footing;
    };
    void forget();
    /// True when what was read with this number may be kept.
    bool keeps(std::int64_t grounds);
    std::shared_ptr<const Reception> shared(std::shared_ptr<const Reception> reception);

    AcquaintanceLimits limits_;
    std::optional<std::int64_t> grounds_;
    std::unordered_map<std::string, Acquaintance> logins_;
    std::vector<std::shared_ptr<const Reception>> receptions_;
    std::unordered_map<Stream, Place> places_;
    std::unordered_map<PersonId, std::vector<std::uint32_t>> follows_;
    std::size_t follow_count_ = 0;
};

} // namespace interstate::app
