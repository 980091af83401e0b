#pragma once
// The options of a server, as the command line, the environment and a file say them.
#include "program/serve.hpp"

#include <CLI/CLI.hpp>

namespace interstate {

void add_data(CLI::App& command, ServeOptions& serving);

/// What `serve` takes, and `doctor`, which looks at the same.
void add_serving(CLI::App& command, ServeOptions& serving);

} // namespace interstate
