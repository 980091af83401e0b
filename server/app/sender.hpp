#pragma once
// Who speaks: a person behind one connection or request.
#include "base/id.hpp"

#include <string>

namespace interstate::app {

struct Sender {
    PersonId person;
    /// The digest of the login or token that was shown: a connection ends with it.
    std::string credential;
};

} // namespace interstate::app
