#pragma once
// From what a command wants told by mail to words in the outbox, in the command's own transaction.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "store/transaction.hpp"

namespace interstate::app {

struct LetterSettings {
    /// Where the server is reached, without a slash at the end.
    std::string base_url;
    /// There is somebody to read the outbox: a mail server, or the operator's page of a demonstration.
    bool written = false;
    /// A mail server is named.
    bool sent = false;
    /// The address that mail comes from.
    std::string from = "interstate@localhost";
};

/// Queues a mail for each notice whose reader can be found and has not left. True when there is one.
bool queue_letters(store::Transaction& tx, const std::vector<Notice>& notices, const LetterSettings& settings,
                   const Context& context);

} // namespace interstate::app
