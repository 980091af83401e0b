// The demonstration: invented people, the archive of 2019–2020, and the running year's series dated from
// today.
#include "features/demonstration/demonstration.hpp"
#include "content/writing.hpp"
#include "store/due_items.hpp"

namespace interstate::content {
namespace {

CollaborativeId collaborative_of(store::Transaction& tx) {
    const auto id =
        tx.row<CollaborativeId>("SELECT id FROM collaboratives WHERE slug = ?", collaborative_slug);
    if (!id) throw ContentError{"collaborative.json", "the file", "the starting content is not loaded yet"};
    return *id;
}

void adopt_states(Load& load) {
    struct State {
        OrganisationId id;
        std::string code;
    };
    for (const auto& state :
         load.tx.rows<State>("SELECT id, code FROM organisations WHERE collaborative = ? AND code <> ''"
                             " ORDER BY code",
                             load.collaborative))
        load.ids.adopt("state", state.code, state.id);
}

/// Whom to ask, for the public page: an invented person, at an address that leads nowhere.
void write_contact(Load& load, const std::vector<PersonDraft>& people) {
    const auto about =
        load.tx.row<std::string>("SELECT about FROM collaboratives WHERE id = ?", load.collaborative).value();
    auto json = wire::parse_object(about).value();
    json["contact"] = {
        {"name", people.front().name}, {"title", people.front().title}, {"address", people.front().address}};
    for (const auto& person : people)
        if (person.key == "fac-1")
            json["contact"] = {{"name", person.name}, {"title", person.title}, {"address", person.address}};
    load.tx.run("UPDATE collaboratives SET about = ? WHERE id = ?", wire::dump(json), load.collaborative);
}

/// There is always a session to join: features/demonstration looks after that, and leaves the next look each
/// time.
void leave_first_look(Load& load, const SeriesDraft& series) {
    store::leave_due(load.tx,
                     {load.context.now + demonstration::look_every, demonstration::ensure_session_due,
                      load.ids.of<SeriesId>("series", series.prefix, series.origin)});
}

} // namespace

void load_demonstration(store::Transaction& tx, const LoadContext& context) {
    Ids ids{context.seed};
    Load load{tx, context, ids, collaborative_of(tx)};
    adopt_states(load);
    const auto people = read_people(context);
    const auto archive = read_archive(context, people);
    const auto running = this_year(context, archive);
    write_people(load, people);
    write_memberships(load, running.states);
    for (const auto* series : {&archive, &running}) {
        write_series(load, *series, people);
        write_steps(load, *series);
        write_threads(load, *series);
    }
    write_read_marks(load, people, running);
    write_contact(load, people);
    leave_first_look(load, running);
}

} // namespace interstate::content
