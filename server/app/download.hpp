#pragma once
// What somebody takes along. It is asked for by POST, because that is itself written down.
#include "base/refusal.hpp"
#include "features/audit/audit.hpp"

#include <functional>
#include <string>

namespace interstate::app {

struct Download {
    std::string file;
    std::string type = "text/csv; charset=utf-8";
    /// Writes into the audit that it is taken, or refuses and writes nothing.
    std::function<Result<void>(store::Transaction&, audit::Via)> write_down;
    /// What is in it.
    std::function<Result<std::string>(store::Transaction&)> make;
};

} // namespace interstate::app
