#include "program/provider_command.hpp"

#include "base/secret.hpp"
#include "features/identity/join_requests.hpp"
#include "features/identity/providers.hpp"
#include "program/files.hpp"
#include "program/machine_audit.hpp"
#include "store/sqlite/sqlite_database.hpp"
#include "store/transaction.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <sys/stat.h>

namespace interstate {
namespace {

constexpr std::size_t longest_secret = 4096;
constexpr std::size_t most_domains = 20;

/// Beside the server, which looks at providers anew each time.
void with_data(const std::filesystem::path& data, const std::function<void(store::Transaction&)>& body) {
    store::SqliteDatabase database{data / "interstate.db"};
    if (!std::filesystem::exists(database.file()))
        throw std::runtime_error{"there is no data in " + data.string() + ": run interstate init first"};
    const auto connection = database.open_writer();
    connection->begin_write(); // an exception closes the connection, and with it the transaction
    store::Transaction tx{*connection};
    body(tx);
    connection->commit();
}

OrganisationId organisation_of(store::Transaction& tx, const std::string& agency) {
    struct Agency {
        OrganisationId id;
        std::string collaborative;
    };
    const auto found = tx.rows<Agency>(
        "SELECT o.id, c.short_name FROM organisations o JOIN collaboratives c ON c.id = o.collaborative"
        " WHERE (o.code = ?1 AND o.code <> '') OR o.short_name = ?1 OR o.id = ?1 ORDER BY c.short_name LIMIT "
        "20",
        agency);
    if (found.empty())
        throw std::runtime_error{"there is no agency “" + agency +
                                 "”: say its code, as OH, or its short name"};
    std::string ids;
    for (const auto& one : found) ids += ", " + one.id.str() + " of " + one.collaborative;
    if (found.size() > 1)
        throw std::runtime_error{"several agencies are called “" + agency + "”: say the id of one" + ids};
    return found.front().id;
}

std::string read_secret(const std::filesystem::path& file) {
    std::ifstream in;
    if (!file.empty()) in.open(file, std::ios::binary);
    std::istream& from = file.empty() ? std::cin : in;
    if (!from) throw std::runtime_error{"cannot read " + file.string()};
    std::string text(longest_secret + 1, '\0');
    from.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(from.gcount()));
    while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
    const bool printable = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
    if (text.empty() || text.size() > longest_secret || !printable)
        throw std::runtime_error{"the client's secret is one line of 1 to 4096 printable characters, in "
                                 "--secret-file or on standard input"};
    return text;
}

std::vector<std::string> checked_domains(const std::vector<std::string>& typed) {
    std::vector<std::string> domains;
    for (const auto& one : typed) {
        const auto domain = folded(one);
        if (!identity::is_address("somebody@" + domain))
            throw std::runtime_error{"--domain: “" + one + "” is no mail domain, like education.ohio.gov"};
        if (identity::is_public_domain(domain))
            throw std::runtime_error{"--domain: anybody can have an address at " + domain};
        if (std::ranges::find(domains, domain) == domains.end()) domains.push_back(domain);
    }
    if (domains.empty() || domains.size() > most_domains)
        throw std::runtime_error{"--domain: name 1 to 20 mail domains, like education.ohio.gov"};
    return domains;
}

std::vector<identity::SigningAlgorithm> checked_algorithms(const std::vector<std::string>& typed) {
    std::vector<identity::SigningAlgorithm> algorithms;
    for (const auto& one : typed)
        if (!enum_of(one, algorithms.emplace_back()))
            throw std::runtime_error{"--algorithm is RS256, PS256 or ES256"};
    return algorithms;
}

/// For its owner only, and of whom the data folder is.
void keep_secret(const std::filesystem::path& data, const std::string& name, const std::string& secret) {
    const auto folder = secrets_of_providers(data);
    std::filesystem::create_directory(folder);
    give_to_owner_of(data, folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    write_whole(folder / name, secret + "\n");
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string fault_of_secret(const std::filesystem::path& file) {
    struct stat info{};
    if (::stat(file.c_str(), &info) != 0)
        return "its secret is not in " + file.string() + ": add the provider again (no backup holds it)";
    return (info.st_mode & 077) != 0 ? "others can read its secret: chmod 600 " + file.string() : "";
}

} // namespace

std::filesystem::path secrets_of_providers(const std::filesystem::path& data) { return data / "providers"; }

void add_provider(const std::filesystem::path& data, const ProviderOptions& options, std::ostream& out) {
    if (!identity::is_issuer(options.issuer, options.plain))
        throw std::runtime_error{"--issuer is an address by https, as the provider writes it"};
    if (options.client_id.empty() || options.client_id.size() > 300 ||
        !std::ranges::all_of(options.client_id, [](char c) { return c > ' ' && c <= '~'; }))
        throw std::runtime_error{"--client-id is what the provider calls this server: 1 to 300 characters"};
    const auto domains = checked_domains(options.domains);
    const auto algorithms = checked_algorithms(options.algorithms);
    const auto secret = read_secret(options.secret_file);
    const auto name = Ulid::from(wall_clock(), random_bytes()).str();
    std::string before, agency;
    with_data(data, [&](store::Transaction& tx) {
        const auto organisation = organisation_of(tx, options.agency);
        if (const auto there = identity::provider_of(tx, organisation)) before = there->secret_file;
        for (const auto& domain : domains)
            if (const auto other = identity::provider_of_domain(tx, domain);
                other && other->organisation != organisation)
                throw std::runtime_error{"--domain: " + domain + " belongs to the provider of " +
                                         other->agency};
        // Before the row that names it, and named by nobody if that fails.
        keep_secret(data, name, secret);
        identity::keep_provider(tx,
                                {.provider = {.organisation = organisation,
                                              .issuer = options.issuer,
                                              .client_id = options.client_id,
                                              .secret_file = name,
                                              .algorithms = algorithms},
                                 .domains = domains},
                                wall_clock());
        write_machine_row(tx, "add_provider", Kind::organisation, organisation);
        agency = identity::provider_of(tx, organisation).value().agency;
    });
    if (!before.empty()) std::filesystem::remove(secrets_of_providers(data) / before);
    out << "The people of " << agency << " with an address at " << joined(domains) << " can sign in by "
        << options.issuer
        << ".\nRegister there where it sends them back to: the public address of this server, followed by "
           "/sign-in/agency/callback\n";
}

void list_providers(const std::filesystem::path& data, std::ostream& out) {
    with_data(data, [&](store::Transaction& tx) {
        for (const auto& [provider, domains] : identity::providers(tx)) {
            std::vector<std::string> algorithms;
            for (const auto one : provider.algorithms) algorithms.emplace_back(word_of(one));
            out << provider.agency << ": " << provider.issuer << ", client " << provider.client_id << ", for "
                << joined(domains) << ", signed by " << joined(algorithms) << '\n';
        }
    });
}

void remove_provider(const std::filesystem::path& data, const std::string& agency, std::ostream& out) {
    std::string secret;
    with_data(data, [&](store::Transaction& tx) {
        const auto organisation = organisation_of(tx, agency);
        const auto there = identity::provider_of(tx, organisation);
        if (!there) throw std::runtime_error{agency + " has no provider"};
        secret = there->secret_file;
        identity::remove_provider(tx, organisation);
        write_machine_row(tx, "remove_provider", Kind::organisation, organisation);
    });
    std::filesystem::remove(secrets_of_providers(data) / secret);
    out << "The provider of " << agency
        << " is removed, with what was linked by it and the sign-ins by it.\n";
}

void add_provider_options(CLI::App& command, std::string& act, ProviderOptions& options) {
    command.add_option("act", act, "add, list or remove")
        ->required()
        ->check(CLI::IsMember({"add", "list", "remove"}));
    command.add_option("agency", options.agency, "Whose: its code, as OH, or its short name");
    command.add_option("--issuer", options.issuer, "The provider's issuer, https://…, as it writes it");
    command.add_option("--client-id", options.client_id, "What the provider calls this server");
    command.add_option("--domain", options.domains, "A mail domain of the agency; may be said several times");
    command.add_option("--algorithm", options.algorithms, "RS256, PS256 or ES256; several times for several")
        ->capture_default_str();
    command
        .add_option("--secret-file", options.secret_file,
                    "Holds the client's secret; without it, standard input does")
        ->check(CLI::ExistingFile);
    command.add_flag("--plain", options.plain, "http, on this machine: tests and demonstrations only");
}

void run_provider(const std::filesystem::path& data, const std::string& act, const ProviderOptions& options) {
    if (act == "list") return list_providers(data, std::cout);
    if (options.agency.empty()) throw std::runtime_error{"say whose: its code, as OH, or its short name"};
    if (act == "remove") return remove_provider(data, options.agency, std::cout);
    add_provider(data, options, std::cout);
}

void check_providers(store::Connection& connection, const workers::ProviderSettings& settings,
                     const std::function<void(const std::string&, const std::string&)>& report) {
    connection.begin_read();
    std::vector<identity::ListedProvider> all;
    {
        store::Transaction tx{connection};
        all = identity::providers(tx);
    }
    connection.rollback();
    const std::atomic<bool> stop = false;
    for (const auto& [provider, domains] : all) {
        auto wrong = fault_of_secret(settings.secrets / provider.secret_file);
        if (wrong.empty()) {
            workers::Provider asked{settings, stop};
            const auto found = asked.look_up(provider, std::chrono::steady_clock::now() + settings.patience);
            if (!found) wrong = found.error().why + ": see that " + provider.issuer + " is right, and up";
        }
        report("sign-in of " + provider.agency, wrong);
    }
}

} // namespace interstate
