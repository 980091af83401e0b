#pragma once
// The configuration file: what it may hold is what the subcommands' options say, and nothing is said twice.
#include <CLI/CLI.hpp>

namespace interstate {

/// Reads a file with a section for each subcommand (TOML or INI). A flag beats the environment, the
/// environment beats the file. What [serve] says holds for the other subcommands too, where their own section
/// says nothing.
class ConfigurationFile : public CLI::ConfigTOML {
  public:
    /// `program` has all its subcommands when the file is read.
    explicit ConfigurationFile(const CLI::App& program) : program_{program} {}
    /// What is left to set for the subcommand that runs. Throws CLI::ConfigError with a line for each item of
    /// any section that is unknown or out of bounds.
    std::vector<CLI::ConfigItem> from_config(std::istream& input) const override;

  private:
    [[nodiscard]] std::string complaint(const CLI::ConfigItem& item) const;
    const CLI::App& program_;
};

} // namespace interstate
