#include "program/command_line.hpp"

#include "app/registry.hpp"
#include "app/site.hpp"
#include "base/log.hpp"
#include "base/secret.hpp"
#include "content/import.hpp"
#include "features/identity/second_factor.hpp"
#include "features/identity/sign_in.hpp"
#include "features/permissions/explanation.hpp"
#include "program/backup.hpp"
#include "program/build_name.hpp"
#include "program/configuration_file.hpp"
#include "program/data_folder.hpp"
#include "program/doctor.hpp"
#include "program/machine_audit.hpp"
#include "program/mail_desk.hpp"
#include "program/option_faults.hpp"
#include "program/people_command.hpp"
#include "program/provider_command.hpp"
#include "program/restore.hpp"
#include "program/serve.hpp"
#include "program/serving_options.hpp"
#include "program/verify.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

namespace interstate {
namespace {

/// Looks without taking the folder, so that it works beside a running server.
void check_kind(const std::filesystem::path& data, DataKind wanted) {
    const auto kind = kind_of(data);
    if (kind != wanted)
        throw std::runtime_error{"the data folder " + data.string() + " was made as " + word_of_kind(kind) +
                                 " and stays so: choose another folder with --data" +
                                 (kind == DataKind::real ? ", or say --empty" : ", or leave out --empty")};
    std::cout << "The data folder " << data.string() << " is there already (" << word_of_kind(kind)
              << "); nothing was changed.\n";
}

void init(const std::filesystem::path& data, bool empty) {
    const auto wanted = empty ? DataKind::real : DataKind::demonstration;
    if (is_filled(data)) return check_kind(data, wanted);
    DataFolder folder{data};
    const bool fresh = folder.is_new();
    try {
        folder.migrate();
        folder.fill(wanted);
    } catch (...) {
        if (!fresh) throw;
        for (const char* suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(folder.database().file().string() + suffix);
        throw;
    }
    std::cout << "Made " << data.string() << " (" << word_of_kind(wanted) << ").\n";
}

void token(const std::filesystem::path& data, const std::string& address, const std::string& name,
           const std::string& scopes) {
    const auto secret = random_secret();
    beside_server(data, [&](store::Transaction& tx) {
        const auto person = identity::person_by_address(tx, address);
        if (!person) throw std::runtime_error{"nobody here has the address " + address};
        const auto now = wall_clock();
        identity::make_token(tx, *person, secret_hash(secret), name, now, now + identity::token_life,
                             identity::Scopes::parse(scopes).value());
        write_machine_row(tx, "make_token", Kind::person, *person);
    });
    std::cout << secret << '\n';
}

/// For who has lost the telephone and the recovery codes, or whose telephone was stolen.
void reset_second_factor(const std::filesystem::path& data, const std::string& address) {
    beside_server(data, [&](store::Transaction& tx) {
        const auto person = identity::person_by_address(tx, address);
        if (!person) throw std::runtime_error{"nobody here has the address " + address};
        if (!identity::second_factor_of(tx, *person))
            throw std::runtime_error{address + " has no second factor"};
        identity::remove_second_factor(tx, *person);
        identity::end_sign_ins(tx, *person);
        identity::end_halves(tx, *person);
        write_machine_row(tx, "reset_second_factor", Kind::person, *person);
    });
    std::cout << "The second factor of " << address << " is ended, and their sign-ins with it.\n";
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) throw std::runtime_error{"cannot read " + file.string()};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// The first parts of our own addresses: no collaborative can have them.
bool is_taken(const std::string& slug) {
    return std::ranges::any_of(app::Site::addresses(), [&](const std::string& address) {
        const auto path = address.substr(address.find('/') + 1);
        return path.substr(0, path.find('/')) == slug;
    });
}

/// Works beside a running server: nobody follows what is not there yet.
void add_collaborative(const std::filesystem::path& data, const std::filesystem::path& file) {
    const auto text = text_of(file);
    std::string slug;
    beside_server(data, [&](store::Transaction& tx) {
        const auto context = content::LoadContext::at(wall_clock(), random_secret());
        slug = content::add_collaborative(tx, context, file.filename().string(), text);
        if (is_taken(slug))
            throw std::runtime_error{"“" + slug +
                                     "” is an address of the server itself: choose another slug"};
        const auto made = content::collaborative_of(tx, slug);
        write_machine_row(tx, "add_collaborative", Kind::collaborative, made);
    });
    std::cout << "Made the collaborative " << slug << ". Its first administrator:\n"
              << "  interstate invite ADDRESS --name NAME --collaborative " << slug << '\n';
}

void list_collaboratives(const std::filesystem::path& data) {
    struct Row {
        std::string slug, name;
        int people = 0;
    };
    beside_server(data, [](store::Transaction& tx) {
        for (const auto& row :
             tx.rows<Row>("SELECT slug, name, (SELECT count(*) FROM seats s WHERE s.collaborative = c.id"
                          " AND s.left_at IS NULL) FROM collaboratives c ORDER BY id LIMIT 100"))
            std::cout << row.slug << "  " << row.name << ", " << row.people << " people\n";
    });
}

/// Takes the folder for itself: not beside a running server, whose clients would not hear of it.
void import(const std::filesystem::path& data, const std::string& slug, const std::filesystem::path& file) {
    const auto text = text_of(file);
    DataFolder folder{data};
    if (folder.is_new())
        throw std::runtime_error{"there is no data in " + data.string() + ": run interstate init first"};
    folder.migrate();
    const auto connection = folder.database().open_writer();
    connection->begin_write(); // an exception closes the connection, and with it the transaction
    store::Transaction tx{*connection};
    const auto imported = content::import_people(tx, slug, file.filename().string(), text, wall_clock());
    write_machine_row(tx, "import_people", Kind::collaborative, imported.collaborative, imported.ids);
    connection->commit();
    std::cout << "Imported " << imported.people << " people.\n";
}

/// One document: each file of the published schema under its name.
void print_schemas() {
    auto protocol = wire::Json::object();
    for (const auto& [name, text] : app::Registry::everything().schemas())
        protocol[name.substr(0, name.rfind('.'))] = wire::Json::parse(text);
    std::cout << protocol.dump(2) << '\n';
}

void write_schemas(const std::filesystem::path& folder) {
    for (const auto& [name, text] : app::Registry::everything().schemas()) {
        std::ofstream out{folder / name, std::ios::binary};
        out << text;
        if (!out) throw std::runtime_error{"cannot write " + (folder / name).string()};
    }
}

/// What keeps `doctor` from looking further, a line each, with what to do. Always 1.
int complain(const CLI::ParseError& error) {
    std::istringstream faults{error.what()};
    for (std::string fault; std::getline(faults, fault);)
        std::cout << "WRONG configuration: " << fault << '\n';
    std::cout << (dynamic_cast<const CLI::FileError*>(&error)
                      ? "Name a file that you can read with --config, or leave that out.\n"
                      : "Correct the flag, the environment (INTERSTATE_…) or the file.\n")
              << "The rest was not looked at.\n";
    return 1;
}

} // namespace

int run_command_line(int argc, char** argv) {
    CLI::App program{"Interstate: where a cross-state collaborative does its work"};
    program.set_version_flag("--version", build_name);
    program.set_config("--config", "", "A file with the same options (TOML or INI)");
    program.config_formatter(std::make_shared<ConfigurationFile>(program));
    program.fallthrough(); // --config may stand after the subcommand too
    program.require_subcommand(1);

    // Each has its own: the environment speaks to all of them, a flag to one.
    std::map<const CLI::App*, ServeOptions> options;
    bool empty = false;
    InviteOptions invitation;
    std::string address, name = "script", scopes = "all", schema_folder;
    const auto with_data = [&](CLI::App* command) {
        add_data(*command, options[command]);
        return command;
    };

    auto* serve_command = program.add_subcommand("serve", "Serve until told to stop");
    add_serving(*serve_command, options[serve_command]);
    serve_command->callback([&] { serve(options[serve_command]); });

    auto* init_command = with_data(
        program.add_subcommand("init", "Make a data folder: a demonstration, or with --empty a real one"));
    init_command->add_flag("--empty", empty, "Starting content only, for real use");
    init_command->callback([&] { init(options[init_command].data, empty); });

    auto* invite_command = with_data(program.add_subcommand("invite", "Print a single-use sign-in link"));
    invite_command->add_option("address", invitation.address, "Mail address")->required();
    invite_command->add_option("--name", invitation.name, "Name, for a person who is new");
    invite_command->add_option("--role", invitation.role, "Role, for a person who is new")
        ->capture_default_str();
    invite_command->add_option("--collaborative", invitation.collaborative,
                               "Of a person who is new, where there are several");
    invite_command->callback([&] { invite(options[invite_command].data, invitation); });

    auto* token_command = with_data(program.add_subcommand("token", "Print a token for a script"));
    token_command->add_option("address", address, "Whose")->required();
    token_command->add_option("--name", name, "What it is for")->capture_default_str();
    token_command->add_option("--scopes", scopes, "all, or some of: read post steps sessions manage")
        ->capture_default_str()
        ->check(CLI::Validator{fault_of_scopes, "SCOPES"});
    token_command->callback([&] { token(options[token_command].data, address, name, scopes); });

    std::string act;
    auto* factor_command = with_data(
        program.add_subcommand("second-factor", "End somebody's second factor and sign-ins: reset ADDRESS"));
    factor_command->add_option("act", act, "reset")->required()->check(CLI::IsMember({"reset"}));
    factor_command->add_option("address", address, "Whose")->required();
    factor_command->callback([&] { reset_second_factor(options[factor_command].data, address); });

    ProviderOptions provider{.algorithms = {"RS256"}};
    auto* provider_command = with_data(
        program.add_subcommand("provider", "An agency's own sign-in: add AGENCY, remove AGENCY, list"));
    add_provider_options(*provider_command, act, provider);
    provider_command->callback([&] { run_provider(options[provider_command].data, act, provider); });

    std::string import_file, collaborative, collaborative_file;
    auto* collaborative_command =
        program.add_subcommand("collaborative", "List the collaboratives, or add one: list, add FILE");
    collaborative_command->require_subcommand(1);
    auto* list_command = with_data(collaborative_command->add_subcommand("list", "Those that are here"));
    list_command->callback([&] { list_collaboratives(options[list_command].data); });
    auto* add_command = with_data(collaborative_command->add_subcommand("add", "Add one from a JSON file"));
    add_command->add_option("file", collaborative_file, "The file")->required();
    add_command->callback([&] { add_collaborative(options[add_command].data, collaborative_file); });

    auto* import_command =
        with_data(program.add_subcommand("import", "Add people from a JSON file, all of them or none"));
    import_command->add_option("file", import_file, "The file")->required();
    import_command->add_option("--collaborative", collaborative, "Where there are several: whose people");
    import_command->callback([&] { import(options[import_command].data, collaborative, import_file); });

    auto* schema_command =
        program.add_subcommand("schema", "Print the protocol as JSON Schema, in one document");
    schema_command->add_option("--out", schema_folder, "Write a file for each part into this folder instead");
    schema_command->callback([&] { schema_folder.empty() ? print_schemas() : write_schemas(schema_folder); });

    program.add_subcommand("permissions", "Print who may do what, as the administrators' guide shows it")
        ->callback([] { std::cout << permissions::table_for_guide(); });

    int complaints = 0;
    auto* people_command =
        with_data(program.add_subcommand("people", "List the people; fails when there are none"));
    bool people_quiet = false;
    people_command->add_flag("--quiet", people_quiet, "Only the exit code");
    std::string people_of;
    people_command->add_option("--collaborative", people_of, "Only those who have access to this one");
    people_command->callback(
        [&] { complaints = list_people(options[people_command].data, people_quiet, people_of) ? 0 : 1; });

    std::string mail_act = "list", mail_address;
    auto* mail_command = with_data(program.add_subcommand(
        "mail",
        "Mail that waits for you, and addresses that gave it back: list, release, drop, lift ADDRESS"));
    mail_command->add_option("act", mail_act, "list, release, drop or lift")
        ->check(CLI::IsMember({"list", "release", "drop", "lift"}));
    mail_command->add_option("address", mail_address, "Which to send to again, with lift");
    mail_command->callback([&] { mail_desk(options[mail_command].data, mail_act, mail_address, std::cout); });

    int bounced = 0;
    auto* bounce_command = with_data(program.add_subcommand(
        "bounce", "Take a mail that came back, on standard input, as a mail server pipes it (RFC 3464)"));
    bounce_command->callback(
        [&] { bounced = take_bounce(options[bounce_command].data, std::cin, std::cout); });

    std::filesystem::path copy_to, copy_from, copy;
    auto* backup_command = with_data(
        program.add_subcommand("backup", "Make a verified copy of the database, also while the server runs"));
    backup_command
        ->add_option("--to", copy_to,
                     "The new file, or a folder that is there: then it is named by the time in UTC, like"
                     " interstate-20261122T013000Z.db")
        ->required();
    backup_command->callback([&] { backup(options[backup_command].data, copy_to, std::cout); });

    auto* restore_command = with_data(program.add_subcommand(
        "restore", "Go on from a copy, with the server stopped; what was there is set aside"));
    restore_command->add_option("--from", copy_from, "A file that backup made")->required();
    restore_command->callback([&] { restore(copy_from, options[restore_command].data, std::cout); });

    auto* verify_command = program.add_subcommand("verify", "Look at all of a copy without changing it");
    verify_command->add_option("file", copy, "A file that backup made, or any interstate.db")->required();
    verify_command->callback([&] { complaints = verify(copy, std::cout); });

    auto* doctor_command = program.add_subcommand("doctor", "Check configuration, files, zones and database");
    add_serving(*doctor_command, options[doctor_command]);
    DoctorLooks looks;
    doctor_command->add_option("--backups", looks.nightly, "The folder of the nightly backups")
        ->envname("INTERSTATE_BACKUPS");
    doctor_command->add_option("--mail", looks.mail_to, "Send a trial mail to this address");
    doctor_command->callback([&] { complaints = doctor(options[doctor_command], looks, std::cout); });

    try {
        program.parse(argc, argv);
        if (bounced != 0) return bounced;
        return complaints == 0 ? 0 : 1;
    } catch (const CLI::ParseError& error) {
        if (doctor_command->parsed() && error.get_exit_code() != 0) return complain(error);
        return program.exit(error) == 0 ? 0 : 2;
    } catch (const std::exception& error) {
        std::cerr << "interstate: " << error.what() << '\n';
        return 1;
    }
}

} // namespace interstate
