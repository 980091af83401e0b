#include "features/identity/profiles.hpp"
#include "features/identity/sign_in.hpp"
#include "store/transaction.hpp"

#include <map>

namespace interstate::identity {
namespace {

struct ProfileRow {
    PersonId person;
    CollaborativeId collaborative;
    Pronouns pronouns;
    Phone phone;
    Bio bio;
    std::vector<JobFunction> functions;
    AccessWords access_needs;
};
struct EntryRow {
    PersonId person;
    Side side = Side::offers;
    Text<1, 160> text;
    std::optional<int> principle;
};

// No collaborative has more people than this in a snapshot.
constexpr const char* people_limit = " LIMIT 5000";

constexpr const char* profile_columns =
    "SELECT f.person, s.collaborative, f.pronouns, f.phone, f.bio, f.functions, f.access_needs"
    " FROM seats s JOIN profiles f ON f.person = s.person"
    " JOIN people p ON p.id = s.person AND p.active = 1 WHERE s.left_at IS NULL AND s.suspended_at IS NULL";
constexpr const char* entry_columns = "SELECT e.person, e.side, e.text, e.principle FROM profile_entries e";

void add(Entries& entries, EntryRow row) {
    auto& side = row.side == Side::offers ? entries.offers : entries.wants;
    side.push_back({std::move(row.text), row.principle});
}

Entries entries_of(store::Transaction& tx, const Ulid& person) {
    Entries entries;
    for (auto& row : tx.rows<EntryRow>(
             std::string{entry_columns} + " WHERE e.person = ? ORDER BY e.side, e.position", person))
        add(entries, std::move(row));
    return entries;
}

std::map<PersonId, Entries> entries_in(store::Transaction& tx, const Ulid& collaborative) {
    std::map<PersonId, Entries> entries;
    for (auto& row : tx.rows<EntryRow>(std::string{entry_columns} +
                                           " JOIN seats s ON s.person = e.person WHERE s.collaborative = ?"
                                           " ORDER BY e.person, e.side, e.position",
                                       collaborative)) {
        auto& own = entries[row.person];
        add(own, std::move(row));
    }
    return entries;
}

std::optional<ProfileRow> row_of(store::Transaction& tx, const Ulid& person, const CollaborativeId& within) {
    return tx.row<ProfileRow>(std::string{profile_columns} +
                                  " AND s.person = ? AND s.collaborative = ? AND " + was_there,
                              person, within);
}

std::vector<ProfileRow> rows_in(store::Transaction& tx, const Ulid& collaborative) {
    return tx.rows<ProfileRow>(std::string{profile_columns} + " AND s.collaborative = ? AND " + was_there +
                                   " ORDER BY f.person" + people_limit,
                               collaborative);
}

Profile profile_of(ProfileRow row, Entries entries) {
    return {.id = row.person,
            .collaborative = row.collaborative,
            .pronouns = std::move(row.pronouns),
            .phone = std::move(row.phone),
            .bio = std::move(row.bio),
            .functions = std::move(row.functions),
            .offers = std::move(entries.offers),
            .wants = std::move(entries.wants)};
}

AccessNeeds needs_of(ProfileRow row) { return {row.person, row.collaborative, std::move(row.access_needs)}; }

/// Where nobody wrote a profile yet, with the function that came with the seat.
OwnProfile first_profile(store::Transaction& tx, const PersonId& person, const CollaborativeId& place) {
    OwnProfile own{.id = person};
    const auto word = tx.row<std::string>("SELECT function FROM seats WHERE person = ? AND collaborative = ?",
                                          person, place);
    JobFunction function{};
    if (word && enum_of(*word, function)) own.functions.push_back(function);
    return own;
}

void write_entries(store::Transaction& tx, const PersonId& person, Side side,
                   const std::vector<ProfileEntry>& entries) {
    tx.run("DELETE FROM profile_entries WHERE person = ? AND side = ?", person, side);
    for (std::size_t i = 0; i < entries.size(); ++i)
        tx.run("INSERT INTO profile_entries (person, side, position, text, principle) VALUES (?, ?, ?, ?, ?)",
               person, side, i, entries[i].text, entries[i].principle);
}

/// What is not the profile's own table, and the records that stand on it.
void write_elsewhere(store::Transaction& tx, const EditProfile& command, const PersonId& person,
                     const std::vector<CollaborativeId>& named, const std::vector<CollaborativeId>& places,
                     Changes& changes) {
    const auto put = [&](Kind kind, const std::vector<CollaborativeId>& where) {
        for (const auto& place : where) changes.put(kind, person, place);
    };
    if (command.person_name) {
        tx.run("UPDATE people SET name = ? WHERE id = ?", *command.person_name, person);
        put(Kind::person, named);
    }
    if (command.zone) {
        tx.run("UPDATE people SET zone = ? WHERE id = ?", *command.zone, person);
        changes.put(Kind::settings, person);
        put(Kind::contact, places);
    }
    if (command.functions) {
        const auto main = command.functions->empty() ? "" : word_of(command.functions->front());
        put(Kind::contact,
            tx.rows<CollaborativeId>(
                std::string{"UPDATE seats AS s SET function = ? WHERE s.person = ? AND s.left_at IS"
                            " NULL AND s.suspended_at IS NULL AND "} +
                    was_there + " RETURNING collaborative",
                std::string_view{main}, person));
    }
}

/// Where the name stands, also of who has left.
std::vector<CollaborativeId> named_in(store::Transaction& tx, const PersonId& person) {
    return tx.rows<CollaborativeId>("SELECT collaborative FROM seats WHERE person = ? ORDER BY collaborative",
                                    person);
}

} // namespace

ProfileFacts gather(store::Transaction& tx, const EditProfile&, const Context& context) {
    ProfileFacts facts;
    if (!context.actor) return facts;
    facts.places = places_of(tx, *context.actor);
    if (facts.places.empty()) return facts;
    facts.own = find(tx, *context.actor, As<OwnProfile>{});
    if (!facts.own) facts.own = first_profile(tx, *context.actor, facts.places.front());
    return facts;
}

void record(store::Transaction& tx, const EditProfile& command, const ProfileFacts& facts,
            const ProfileEdited&, const Context&, Changes& changes) {
    const auto& was = *facts.own;
    const auto needs = command.access_needs.value_or(was.access_needs);
    tx.run("INSERT INTO profiles (person, pronouns, phone, bio, functions, access_needs)"
           " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (person) DO UPDATE SET pronouns = excluded.pronouns,"
           " phone = excluded.phone, bio = excluded.bio, functions = excluded.functions,"
           " access_needs = excluded.access_needs",
           was.id, command.pronouns.value_or(was.pronouns), command.phone.value_or(was.phone),
           command.bio.value_or(was.bio), command.functions.value_or(was.functions), needs);
    if (command.offers) write_entries(tx, was.id, Side::offers, *command.offers);
    if (command.wants) write_entries(tx, was.id, Side::wants, *command.wants);
    write_elsewhere(tx, command, was.id, named_in(tx, was.id), facts.places, changes);
    changes.put(Kind::own_profile, was.id);
    for (const auto& place : facts.places) {
        changes.put(Kind::profile, was.id, place);
        if (needs == was.access_needs) continue;
        if (needs.empty())
            changes.remove({StreamKind::staff, place}, Kind::access_needs, was.id);
        else
            changes.put(Kind::access_needs, was.id, place);
    }
}

// ---- records ----------------------------------------------------------------------------------------------

std::optional<Profile> find(store::Transaction& tx, const Ulid& id, const CollaborativeId& within,
                            As<Profile>) {
    auto row = row_of(tx, id, within);
    return row ? std::optional{profile_of(std::move(*row), entries_of(tx, id))} : std::nullopt;
}
std::optional<AccessNeeds> find(store::Transaction& tx, const Ulid& id, const CollaborativeId& within,
                                As<AccessNeeds>) {
    auto row = row_of(tx, id, within);
    return row && !row->access_needs.empty() ? std::optional{needs_of(std::move(*row))} : std::nullopt;
}
std::optional<OwnProfile> find(store::Transaction& tx, const Ulid& id, As<OwnProfile>) {
    auto row = tx.row<ProfileRow>(std::string{profile_columns} + " AND s.person = ? LIMIT 1", id);
    if (!row) return std::nullopt;
    auto entries = entries_of(tx, id);
    return OwnProfile{.id = row->person,
                      .pronouns = std::move(row->pronouns),
                      .phone = std::move(row->phone),
                      .bio = std::move(row->bio),
                      .functions = std::move(row->functions),
                      .offers = std::move(entries.offers),
                      .wants = std::move(entries.wants),
                      .access_needs = std::move(row->access_needs)};
}

Stream home(store::Transaction&, const Profile& profile) {
    return {StreamKind::collaborative, profile.collaborative};
}
Stream home(store::Transaction&, const AccessNeeds& needs) {
    return {StreamKind::staff, needs.collaborative};
}
Stream home(store::Transaction&, const OwnProfile& own) { return {StreamKind::person, own.id}; }

std::vector<Profile> current(store::Transaction& tx, const Stream& stream, As<Profile>) {
    if (stream.kind != StreamKind::collaborative) return {};
    auto entries = entries_in(tx, stream.subject);
    std::vector<Profile> profiles;
    for (auto& row : rows_in(tx, stream.subject)) {
        auto own = std::move(entries[row.person]);
        profiles.push_back(profile_of(std::move(row), std::move(own)));
    }
    return profiles;
}
std::vector<AccessNeeds> current(store::Transaction& tx, const Stream& stream, As<AccessNeeds>) {
    if (stream.kind != StreamKind::staff) return {};
    std::vector<AccessNeeds> needs;
    for (auto& row : rows_in(tx, stream.subject))
        if (!row.access_needs.empty()) needs.push_back(needs_of(std::move(row)));
    return needs;
}
std::vector<OwnProfile> current(store::Transaction& tx, const Stream& stream, As<OwnProfile>) {
    if (stream.kind != StreamKind::person) return {};
    auto own = find(tx, stream.subject, As<OwnProfile>{});
    return own ? std::vector{std::move(*own)} : std::vector<OwnProfile>{};
}

void hide_profile(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                  Changes& changes) {
    const auto needs = tx.row<std::string>("SELECT access_needs FROM profiles WHERE person = ?", person);
    if (!needs) return;
    changes.remove({StreamKind::collaborative, collaborative}, Kind::profile, person);
    if (places_of(tx, person).empty())
        changes.remove({StreamKind::person, person}, Kind::own_profile, person);
    if (!needs->empty()) changes.remove({StreamKind::staff, collaborative}, Kind::access_needs, person);
}

void set_entries(store::Transaction& tx, const PersonId& person, const CollaborativeId& collaborative,
                 const Entries& entries, Changes& changes) {
    tx.run("INSERT INTO profiles (person, pronouns, phone, bio, functions, access_needs)"
           " VALUES (?, '', '', '', ?, '') ON CONFLICT (person) DO NOTHING",
           person, first_profile(tx, person, collaborative).functions);
    write_entries(tx, person, Side::offers, entries.offers);
    write_entries(tx, person, Side::wants, entries.wants);
    changes.put(Kind::own_profile, person);
    changes.put(Kind::profile, person, collaborative);
}

void show_profile(const PersonId& person, const CollaborativeId& collaborative, Changes& changes) {
    for (const Kind kind : {Kind::profile, Kind::access_needs}) changes.put(kind, person, collaborative);
    changes.put(Kind::own_profile, person);
}

} // namespace interstate::identity
