#pragma once
// What is stored about somebody: all of it on request, and their name and address taken out of it for good.
// So this reads and writes the tables of every feature where a person is named; `holdings` lists them, and a
// test fails when a table is missing there.
#include "base/changes.hpp"
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "features/permissions/permissions.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace interstate::store {
class Transaction;
}

namespace interstate::erasure {

/// The name of whoever was erased.
inline constexpr std::string_view former_member = "Former member";
/// The number of the migration that made its tables.
inline constexpr int first_schema = 18;

// ---- commands ---------------------------------------------------------------------------------------------

/// Takes the name and address of a former member out of everything that stays. Cannot be taken back. By an
/// administrator, for somebody who was retired: what they held is handed over.
struct ErasePerson {
    static constexpr const char* name = "erase_person";
    /// What was before is what is to be forgotten.
    static constexpr bool forgets = true;
    PersonId person;
    CollaborativeId collaborative;
    /// Their name, typed as it stands here.
    Text<1, 120> confirmation;
};
INTERSTATE_DESCRIBE(ErasePerson, person, collaborative, confirmation)
struct PersonErased {
    static constexpr const char* name = "person_erased";
};
INTERSTATE_DESCRIBE_EMPTY(PersonErased)

/// Somebody asks that this is done with them; administrators see it until it is. Asking again changes
/// nothing.
struct AskForErasure {
    static constexpr const char* name = "ask_for_erasure";
    CollaborativeId collaborative;
    /// The one who asks.
    PersonId person;
    /// False: not any more.
    bool asks = true;
};
INTERSTATE_DESCRIBE(AskForErasure, collaborative, person, asks)
struct ErasureAsked {
    static constexpr const char* name = "erasure_asked";
};
INTERSTATE_DESCRIBE_EMPTY(ErasureAsked)

// ---- queries ----------------------------------------------------------------------------------------------

/// Who has asked and is not erased yet, the first first, at most 200: all for administrators, for others
/// themselves.
struct ErasureRequests {
    static constexpr const char* name = "erasure_requests";
    CollaborativeId collaborative;
};
INTERSTATE_DESCRIBE(ErasureRequests, collaborative)
struct ErasureRequest {
    PersonId person;
    Instant at;
};
INTERSTATE_DESCRIBE(ErasureRequest, person, at)
struct ErasureRequestsFound {
    std::vector<ErasureRequest> requests;
    /// Former members who are erased.
    std::vector<PersonId> erased;
};
INTERSTATE_DESCRIBE(ErasureRequestsFound, requests, erased)
Result<ErasureRequestsFound> answer(store::Transaction&, const ErasureRequests&, const Context&);

// ---- facts and rules (rules.cpp) --------------------------------------------------------------------------

struct ErasureFacts {
    permissions::Standing who;
    /// Has or had a seat in this collaborative.
    bool known = false;
    Text<1, 120> name;
    bool active = false, left = false, erased = false;
    /// Has a seat in another collaborative: the account is still theirs.
    bool elsewhere = false;
    /// Parts of steps that are open.
    int holds = 0;
};
struct AskingFacts {
    permissions::Standing who;
};
Result<PersonErased> decide(const ErasePerson&, const ErasureFacts&, const Context&);
Result<ErasureAsked> decide(const AskForErasure&, const AskingFacts&, const Context&);

// ---- what there is (holdings.cpp) -------------------------------------------------------------------------

/// What becomes of rows that name somebody who is erased.
enum class Fate {
    stays, ///< with the id of a former member, and no word about them
    goes,  ///< is deleted
    blank  ///< loses its words about them; erasure_tables.cpp says how
};
/// A column that says whose a row is, or who is named in it.
struct Holding {
    const char* table;
    const char* column;
    Fate fate;
    /// What a person is given of it, parted by ", "; empty where another entry gives it, or where it holds
    /// secrets only.
    const char* columns;
};
/// Every column of the database that names a person by id or address. Whoever adds a table that does adds it
/// here: what the person gets of it, and what becomes of it when they are erased.
std::span<const Holding> holdings();

// ---- tables -----------------------------------------------------------------------------------------------

ErasureFacts gather(store::Transaction&, const ErasePerson&, const Context&);
AskingFacts gather(store::Transaction&, const AskForErasure&, const Context&);
void record(store::Transaction&, const ErasePerson&, const ErasureFacts&, const PersonErased&, const Context&,
            Changes&);
void record(store::Transaction&, const AskForErasure&, const AskingFacts&, const ErasureAsked&,
            const Context&, Changes&);

/// Rows of one table about somebody; text, or nothing for NULL.
struct Section {
    std::string table, column;
    std::vector<std::string> columns;
    std::vector<std::vector<std::optional<std::string>>> rows;
    /// There are more than are given.
    bool cut = false;
};
/// All that is stored about somebody, at most 20,000 rows of each table. No secrets.
std::vector<Section> stored_about(store::Transaction& tx, const PersonId& person);

/// A line of the list that outlives a restore.
struct Erased {
    PersonId person;
    Instant at;
};
/// All, the first first.
std::vector<Erased> erasures(store::Transaction& tx);
/// Does again what an older copy has not heard of, for those who are in it: gives who that was.
std::vector<PersonId> erase_again(store::Transaction& tx, const std::vector<Erased>& list,
                                  const Context& context);

} // namespace interstate::erasure
