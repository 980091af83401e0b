#pragma once
// The program's subcommands; one declaration for flags, environment and configuration file.

namespace interstate {

/// Runs what the arguments ask for. 0 on success; 1 with a sentence on standard error otherwise.
int run_command_line(int argc, char** argv);

} // namespace interstate
