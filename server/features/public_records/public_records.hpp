#pragma once
// What a state's records officer is given: everything that is stored of one organization in a range of days,
// as sheets. So this reads the tables of every feature; `considered` says of each what becomes of it here,
// and a test fails when one is missing there.
#include "base/context.hpp"
#include "base/refusal.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "features/permissions/permissions.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace interstate::store {
class Transaction;
}

namespace interstate::public_records {

/// What is asked for.
struct RecordsRequest {
    CollaborativeId collaborative;
    OrganisationId organisation;
    /// The first and the last day, in the zone of who asks.
    CivilDate from, until;
    /// Which request it answers; stands in the audit.
    Text<3, 300> reason;
};
INTERSTATE_DESCRIBE(RecordsRequest, collaborative, organisation, from, until, reason)

struct RecordsFacts {
    permissions::Standing who;
    /// Of who asks.
    std::string name;
    ZoneName zone;
    struct Named {
        std::string name, short_name, code, collaborative;
    };
    /// Nothing where there is no such organization in this collaborative.
    std::optional<Named> organisation;
};

/// Whole days as instants: from the first, up to and without the second.
struct Period {
    Instant since, until;
};

// ---- rules (rules.cpp) ------------------------------------------------------------------------------------

/// Refused to whom Verb::export_records is not given, and for days that are none.
Result<Period> decide(const RecordsRequest&, const RecordsFacts&, const Context&);

/// When a day begins there: not always at midnight.
Instant start_of(const CivilDate& day, const ZoneName& zone);

/// What a mail said, without what is secret in it: the end of a link that signs in or answers.
std::string without_secrets(std::string_view words);

// ---- what is given (…_sheets_tables.cpp) ------------------------------------------------------------------

/// One table of the package.
struct Sheet {
    const char* name;
    /// What stands in it, for people: a sentence.
    const char* about;
    /// Parted by ", ". Those that end in "_at" are instants, those that begin with "context_" are words of
    /// others.
    const char* columns;
    /// ?1 organization, ?2 and ?3 the period, ?4 collaborative, ?5 and ?6 its first and last day.
    std::string sql;
};
/// All, in their order. The rows of the audit are another feature's and not among them.
const std::vector<Sheet>& sheets();
std::vector<Sheet> sheets_of_people();
std::vector<Sheet> sheets_of_words();
std::vector<Sheet> sheets_of_work();

/// "a, b" as its parts.
std::vector<std::string> columns_of(const Sheet& sheet);

/// A row: text, or nothing for NULL.
using Row = std::vector<std::optional<std::string>>;
/// Reads row by row, in one order each time; stops where `take` says false.
void read(store::Transaction& tx, const Sheet& sheet, const RecordsRequest& request, const Period& period,
          const std::function<bool(const Row&)>& take);

/// Standing of who asks, and what the package says of it.
RecordsFacts gather(store::Transaction& tx, const RecordsRequest& request, const Context& context);

// ---- what was thought of (considered.cpp) -----------------------------------------------------------------

/// A table, or a column of it that names a person or an organization.
struct Considered {
    const char* table;
    /// Empty for a table that names nobody.
    const char* column;
    /// The sheet that holds it; empty where it is left out.
    const char* sheet;
    /// Why it is left out.
    const char* why;
};
/// Every table of the database. Whoever adds one that names people or organizations says here in which sheet
/// it is given, or why it is not.
std::span<const Considered> considered();

} // namespace interstate::public_records
