#pragma once
// A command that somebody gives by a link in a mail: the link is looked at and used up in the transaction of
// what it does.
#include "app/registry.hpp"

namespace interstate::app {

/// Refusals of its own: `link_over` (there is none, or no more, or it is somebody else's), `link_used`. What
/// the command itself refuses uses up nothing. `answered` is what is remembered of it.
std::unique_ptr<AnyCommand> by_link(std::unique_ptr<AnyCommand> command, std::string secret_hash,
                                    std::string answered);

} // namespace interstate::app
