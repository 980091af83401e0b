#include "content/import.hpp"

#include "base/secret.hpp"
#include "features/identity/sign_in.hpp"
#include "store/transaction.hpp"
#include "wire/codec.hpp"

namespace interstate::content {
namespace {

constexpr std::size_t people_limit = 5000;
constexpr std::size_t file_limit = 4 * 1024 * 1024;

struct ImportedPerson {
    identity::PersonName name;
    identity::MailAddress address;
    Text<1, 200> state;
    identity::Role role = identity::Role::state_member;
    std::optional<Text<0, 160>> title;
    std::optional<Text<0, 60>> function;
    std::optional<ZoneName> zone;
};
INTERSTATE_DESCRIBE(ImportedPerson, name, address, state, role, title, function, zone)

struct Seat {
    OrganisationId organisation;
    ZoneName zone;
};

std::string words_of(const Refusal& refusal) {
    return refusal.message + (refusal.allowed.empty() ? "" : " Allowed: " + refusal.allowed + ".");
}

/// What parse_object says is said of frames.
std::string fault_of_file(const Refusal& refusal) {
    return refusal.code == "not_utf8" ? "it is not valid UTF-8"
                                      : "it is not one JSON object with each member once, at most " +
                                            std::to_string(wire::depth_limit) + " deep";
}

/// The operator says whose people are at work, and so which states are members: core, with a seat for each.
void admit_states(store::Transaction& tx, const CollaborativeId& collaborative) {
    tx.run("INSERT INTO memberships (organisation, year, status, tier, seat_cap)"
           " SELECT o.id, c.year, 'active', 'core', CASE WHEN count(*) > 6 THEN count(*) ELSE 6 END"
           " FROM organisations o JOIN collaboratives c ON c.id = o.collaborative"
           " JOIN seats s ON s.organisation = o.id AND s.left_at IS NULL"
           " WHERE o.collaborative = ? AND o.type = 'state_agency' GROUP BY o.id, c.year"
           " ON CONFLICT (organisation, year) DO UPDATE SET seat_cap ="
           " CASE WHEN excluded.seat_cap > seat_cap THEN excluded.seat_cap ELSE seat_cap END",
           collaborative);
}

} // namespace

CollaborativeId collaborative_of(store::Transaction& tx, std::string_view slug) {
    struct Row {
        CollaborativeId id;
        std::string slug;
    };
    std::string known;
    for (const auto& row : tx.rows<Row>("SELECT id, slug FROM collaboratives ORDER BY id LIMIT 100")) {
        if (slug.empty() || row.slug == slug) return row.id;
        known += (known.empty() ? "" : ", ") + row.slug;
    }
    throw std::runtime_error{"there is no collaborative “" + std::string{slug} + "”, only: " + known};
}

Imported import_people(store::Transaction& tx, std::string_view slug, std::string_view file_name,
                       std::string_view text, Instant now) {
    const std::string file{file_name};
    if (text.size() > file_limit) throw ContentError{file, "the file", "it is larger than 4 MiB"};
    const auto json = wire::parse_object(text);
    if (!json) throw ContentError{file, "the file", fault_of_file(json.error())};
    const auto list = json->find("people");
    if (list == json->end() || !list->is_array() || json->size() != 1)
        throw ContentError{file, "the file", "it holds one list named “people” and nothing else"};
    if (list->size() > people_limit) throw ContentError{file, "people", "more than 5000 people"};

    const auto collaborative = collaborative_of(tx, slug);
    Imported imported{.collaborative = collaborative};
    for (const auto& one : *list) {
        const auto record = "person " + std::to_string(++imported.people);
        ImportedPerson person;
        if (const auto sound = wire::decode(one, "", person); !sound)
            throw ContentError{file, record, words_of(sound.error())};
        const auto& address = person.address.str();
        if (!identity::is_address(address)) throw ContentError{file, record, "“address” is no mail address"};
        const auto known = identity::person_by_address(tx, address);
        if (known &&
            tx.any("SELECT 1 FROM seats WHERE person = ? AND collaborative = ?", *known, collaborative))
            throw ContentError{file, record, "“address”: " + address + " is here already"};
        const auto seat = tx.row<Seat>(
            "SELECT id, zone FROM organisations WHERE collaborative = ? AND (code = ? OR short_name = ?)"
            " ORDER BY code DESC LIMIT 1",
            collaborative, person.state, person.state);
        if (!seat)
            throw ContentError{file, record,
                               "“state”: there is no state or organisation “" + person.state.str() + "”"};
        const identity::NewPerson made{.id = known ? *known : PersonId{Ulid::from(now, random_bytes())},
                                       .name = person.name,
                                       .address = person.address,
                                       .zone = person.zone.value_or(seat->zone),
                                       .collaborative = collaborative,
                                       .organisation = seat->organisation,
                                       .title = person.title.value_or(Text<0, 160>{}),
                                       .function = person.function.value_or(Text<0, 60>{}).str(),
                                       .role = person.role};
        if (known)
            identity::give_seat(tx, made, now);
        else
            identity::create_person(tx, made);
        identity::leave_welcome(tx, made.id, now);
        imported.ids.push_back(made.id);
    }
    admit_states(tx, collaborative);
    return imported;
}

} // namespace interstate::content
