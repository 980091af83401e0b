#pragma once
// Who speaks: a person behind one connection or request.
#include "base/id.hpp"
#include "base/instant.hpp"
#include "features/identity/sign_in.hpp"

#include <optional>
#include <string>

namespace interstate::app {

struct Sender {
    PersonId person;
    /// The digest of the login or token that was shown: a connection ends with it.
    std::string credential;
    /// When it is over in any case, by `ServerSettings::uptime`: a clock that jumps ends nobody's line.
    Millis until = Millis::max();
    /// On a computer that others use.
    bool shared = false;
    /// Of a token: what it may be used for. Nothing for a sign-in: whatever the person may do.
    std::optional<identity::Scopes> scopes = {};
};

} // namespace interstate::app
