#pragma once
// What a rule is given besides its facts: who, when, and fresh ids. Rules have no clock and no randomness.
#include "base/id.hpp"

#include <functional>
#include <optional>
#include <string>

namespace interstate {

/// Makes ids that are unique, and sorted within one command. Deterministic: the same seed makes the same ids.
class IdSource {
  public:
    IdSource(Instant now, const std::array<std::uint8_t, 10>& seed) : now_{now}, random_{seed} {}

    template <class Tag>
    Id<Tag> next() {
        step();
        return Id<Tag>{Ulid::from(now_, random_)};
    }

  private:
    void step() {
        for (auto i = random_.size(); i-- > 0;)
            if (++random_[i] != 0) return;
    }
    Instant now_;
    std::array<std::uint8_t, 10> random_;
};

/// The circumstances of one command.
struct Context {
    /// Nobody when the server itself acts (a due item, an arrival).
    std::optional<PersonId> actor;
    Instant now;
    CommandId command;
    /// `decide` may take ids from a const Context; each command has its own source.
    mutable IdSource ids{Instant{}, {}};
    /// Makes a fresh secret (base/secret.hpp) for a link; empty, and so std::bad_function_call, where none is
    /// given.
    mutable std::function<std::string()> secret;
    /// Mail leaves this server, so nobody needs to be shown a link that is mailed.
    bool mails = false;
    /// There is somebody to read what is mailed: a mail server, or the page of a demonstration.
    bool letters = true;
    /// By a link in a mail: whoever presses it is not signed in.
    bool by_mail_link = false;

    template <class IdType>
    IdType new_id() const {
        return make(static_cast<IdType*>(nullptr));
    }
    [[nodiscard]] bool by_system() const { return !actor; }

  private:
    template <class Tag>
    Id<Tag> make(Id<Tag>*) const {
        return ids.next<Tag>();
    }
};

} // namespace interstate
