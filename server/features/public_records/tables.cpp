#include "features/public_records/public_records.hpp"
#include "store/transaction.hpp"

namespace interstate::public_records {
namespace {

/// So that each has the same parameters, whether it needs all of them or not.
constexpr std::string_view all_parameters = "WITH asked AS (SELECT ?1, ?2, ?3, ?4, ?5, ?6) ";

void bind(store::Statement& statement, const RecordsRequest& request, const Period& period) {
    statement.bind_text(1, request.organisation.str());
    statement.bind_integer(2, period.since.ms);
    statement.bind_integer(3, period.until.ms);
    statement.bind_text(4, request.collaborative.str());
    statement.bind_text(5, request.from.str());
    statement.bind_text(6, request.until.str());
}

/// Gives back the locks of a statement, however its reading ends.
class Reading {
  public:
    explicit Reading(store::Statement& statement) : statement_{statement} { statement_.reset(); }
    ~Reading() { statement_.reset(); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

  private:
    store::Statement& statement_;
};

} // namespace

const std::vector<Sheet>& sheets() {
    static const auto all = [] {
        auto found = sheets_of_people();
        for (auto& sheet : sheets_of_words()) found.push_back(std::move(sheet));
        for (auto& sheet : sheets_of_work()) found.push_back(std::move(sheet));
        return found;
    }();
    return all;
}

std::vector<std::string> columns_of(const Sheet& sheet) {
    std::vector<std::string> columns;
    std::string_view rest{sheet.columns};
    while (!rest.empty()) {
        const auto comma = rest.find(", ");
        columns.emplace_back(rest.substr(0, comma));
        rest = comma == rest.npos ? std::string_view{} : rest.substr(comma + 2);
    }
    return columns;
}

void read(store::Transaction& tx, const Sheet& sheet, const RecordsRequest& request, const Period& period,
          const std::function<bool(const Row&)>& take) {
    auto& statement = tx.connection().prepare(std::string{all_parameters} + sheet.sql);
    const Reading reading{statement};
    bind(statement, request, period);
    Row row;
    while (statement.step()) {
        row.clear();
        for (int column = 0; column < statement.columns(); ++column)
            row.push_back(statement.is_null(column) ? std::nullopt
                                                    : std::optional{std::string{statement.text(column)}});
        if (!take(row)) return;
    }
}

RecordsFacts gather(store::Transaction& tx, const RecordsRequest& request, const Context& context) {
    struct Asker {
        std::string name;
        ZoneName zone;
    };
    const auto asker =
        tx.row<Asker>("SELECT name, zone FROM people WHERE id = ?", context.actor).value_or(Asker{});
    return {.who = permissions::standing_of(tx, context.actor, request.collaborative),
            .name = asker.name,
            .zone = asker.zone,
            .organisation = tx.row<RecordsFacts::Named>(
                "SELECT o.name, o.short_name, o.code, c.short_name FROM organisations o JOIN collaboratives c"
                " ON c.id = o.collaborative WHERE o.id = ? AND o.collaborative = ?",
                request.organisation, request.collaborative)};
}

} // namespace interstate::public_records
