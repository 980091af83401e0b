#include "program/people_command.hpp"

#include "base/secret.hpp"
#include "content/import.hpp"
#include "features/identity/sign_in.hpp"
#include "program/data_folder.hpp"
#include "program/machine_audit.hpp"
#include "store/sqlite/sqlite_database.hpp"

#include <iostream>
#include <stdexcept>

namespace interstate {
namespace {

identity::NewPerson person_of(store::Transaction& tx, const InviteOptions& options) {
    const auto collaborative = content::collaborative_of(tx, options.collaborative);
    const auto convener =
        tx.row<OrganisationId>("SELECT id FROM organisations WHERE collaborative = ? AND type = 'convener'"
                               " ORDER BY id LIMIT 1",
                               collaborative);
    identity::NewPerson person;
    const auto name = identity::PersonName::parse(options.name.empty() ? options.address : options.name);
    const auto address = identity::MailAddress::parse(options.address);
    if (!name || !address || !identity::is_address(address->str()))
        throw std::runtime_error{"“" + options.address + "” is no mail address"};
    if (!enum_of(options.role, person.role))
        throw std::runtime_error{
            "--role is one of administrator, facilitator, state_lead, state_member, partner, observer"};
    person.id = PersonId{Ulid::from(wall_clock(), random_bytes())};
    person.name = *name;
    person.address = *address;
    person.zone = ZoneName{"America/New_York"};
    person.collaborative = collaborative;
    person.organisation = convener.value();
    return person;
}

/// Where the invitation says so.
std::optional<CollaborativeId> invited_to(store::Transaction& tx, const InviteOptions& options) {
    if (options.collaborative.empty()) return std::nullopt;
    return content::collaborative_of(tx, options.collaborative);
}

/// Somebody who is on this server already is invited to a collaborative where they have no seat.
bool takes_another_seat(store::Transaction& tx, const PersonId& person, const InviteOptions& options) {
    const auto where = invited_to(tx, options);
    return where && !tx.any("SELECT 1 FROM seats WHERE person = ? AND collaborative = ? AND left_at IS NULL",
                            person, *where);
}

} // namespace

void invite(const std::filesystem::path& data, const InviteOptions& options) {
    const auto secret = random_secret();
    beside_server(data, [&](store::Transaction& tx) {
        auto person = identity::person_by_address(tx, options.address);
        const auto now = wall_clock();
        if (!person || takes_another_seat(tx, *person, options)) {
            auto seat = person_of(tx, options);
            if (person) {
                seat.id = *person;
                identity::give_seat(tx, seat, now);
            } else
                person = identity::create_person(tx, seat);
            identity::leave_welcome(tx, *person, now);
        }
        identity::make_invitation(tx, *person, secret_hash(secret), now);
        write_machine_row(tx, "invite_person", Kind::person, *person, {}, invited_to(tx, options));
    });
    std::cout << "/sign-in/link/" << secret << '\n';
}

bool list_people(const std::filesystem::path& data, bool quiet, const std::string& slug) {
    store::SqliteDatabase database{data / "interstate.db"};
    const auto connection = database.open_reader();
    store::Transaction tx{*connection};
    const auto where = slug.empty() ? std::nullopt : std::optional{content::collaborative_of(tx, slug)};
    const auto people = tx.rows<std::string>(
        "SELECT name || ' <' || address || '>' FROM people p WHERE active = 1 AND (?1 IS NULL OR EXISTS"
        " (SELECT 1 FROM seats s WHERE s.person = p.id AND s.collaborative = ?1 AND s.left_at IS NULL"
        " AND s.suspended_at IS NULL)) ORDER BY name",
        where);
    if (!quiet)
        for (const auto& person : people) std::cout << person << '\n';
    return !people.empty();
}

} // namespace interstate
