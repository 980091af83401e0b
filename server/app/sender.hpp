#pragma once
// Who speaks: a person behind one connection or request.
#include "base/id.hpp"
#include "base/instant.hpp"

#include <optional>
#include <string>

namespace interstate::app {

struct Sender {
    PersonId person;
    /// The digest of the login or token that was shown: a connection ends with it.
    std::string credential;
    /// On a computer that others use: until when at most.
    std::optional<Instant> shared_until = {};
    /// A script that shows a token.
    bool script = false;
};

} // namespace interstate::app
