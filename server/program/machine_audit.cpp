#include "program/machine_audit.hpp"

#include "base/secret.hpp"
#include "features/audit/audit.hpp"
#include "store/verify.hpp"

namespace interstate {

void write_machine_row(store::Transaction& tx, const std::string& verb, Kind kind, const Ulid& target,
                       const std::vector<PersonId>& people,
                       const std::optional<CollaborativeId>& collaborative) {
    if (store::looked_up_schema(tx) < audit::first_schema) return;
    audit::add(tx,
               {.via = audit::Via::command_line,
                .verb = verb,
                .target_kind = word_of(kind),
                .target = target,
                .people = people,
                .collaborative = collaborative},
               wall_clock(), random_secret());
}

} // namespace interstate
