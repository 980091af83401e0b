#pragma once
// `interstate provider`: agencies' own sign-ins, added and removed beside a running server.
#include "store/connection.hpp"
#include "workers/provider.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace interstate {

/// Where the secrets of a data folder's providers lie.
std::filesystem::path secrets_of_providers(const std::filesystem::path& data);

struct ProviderOptions {
    /// Of the organisation: "OH", its short name, or its id.
    std::string agency;
    std::string issuer, client_id;
    std::vector<std::string> domains, algorithms;
    /// Holds the client's secret; empty: standard input.
    std::filesystem::path secret_file;
    /// http to this machine.
    bool plain = false;
};

/// Each throws std::exception, in words for the operator, and then nothing was changed.
void add_provider(const std::filesystem::path& data, const ProviderOptions& options, std::ostream& out);
void list_providers(const std::filesystem::path& data, std::ostream& out);
void remove_provider(const std::filesystem::path& data, const std::string& agency, std::ostream& out);

/// What the subcommand takes; `act` is add, list or remove.
void add_provider_options(CLI::App& command, std::string& act, ProviderOptions& options);
void run_provider(const std::filesystem::path& data, const std::string& act, const ProviderOptions& options);

/// For `doctor`: each provider, and what is wrong with it; empty where it answers as it should.
void check_providers(store::Connection& connection, const workers::ProviderSettings& settings,
                     const std::function<void(const std::string& what, const std::string& wrong)>& report);

} // namespace interstate
