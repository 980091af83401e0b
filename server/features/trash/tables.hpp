#pragma once
// What the tables of this feature share; nobody else includes it.
#include "features/trash/trash.hpp"
#include "store/threads.hpp"
#include "store/trash.hpp"

namespace interstate::trash {

std::optional<Entry> entry_of(store::Transaction& tx, const Ulid& item);
/// Where it would stand again (ground_tables.cpp).
Ground ground_of(store::Transaction& tx, const Entry& entry);
/// Those who see drafts are asked again what they may follow.
void change_access_of_staff(store::Transaction& tx, const CollaborativeId& collaborative, Changes& changes);

} // namespace interstate::trash
