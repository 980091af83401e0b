#pragma once
// `interstate import`: people of a real installation from a JSON file, all of them or none.
#include "content/content.hpp"

namespace interstate::content {

/// What an import did.
struct Imported {
    int people = 0;
    CollaborativeId collaborative;
    std::vector<PersonId> ids;
};

/// Adds the people of `{"people":[{"name","address","state","role","title","function","zone"}…]}`. `state` is
/// a code of an organisation of the collaborative, or the short name of another one; `title`, `function` and
/// `zone` may be left out (the zone is then the organisation's). At most 5,000 people, 4 MiB. Throws
/// ContentError, which names the record and what is allowed; the caller then rolls back. `slug` names the
/// collaborative; empty for the first.
Imported import_people(store::Transaction& tx, std::string_view slug, std::string_view file_name,
                       std::string_view json, Instant now);

/// The collaborative of a slug, the first for an empty one. Throws std::runtime_error that names those that
/// are there.
CollaborativeId collaborative_of(store::Transaction& tx, std::string_view slug);

} // namespace interstate::content
