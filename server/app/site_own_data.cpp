// All that is stored about somebody, for themselves.
#include "app/audit_row.hpp"
#include "app/site.hpp"
#include "features/erasure/erasure.hpp"

namespace interstate::app {
namespace {

bool is_instant(const std::string& column) {
    return column == "at" || column == "since" || column == "until" || column == "last_visit" ||
           column == "this_visit" || column.ends_with("_at");
}

/// An instant says what it is to people, too.
wire::Json value_of(const std::string& column, const std::optional<std::string>& value) {
    if (!value) return nullptr;
    if (!is_instant(column) || value->empty() || *value == "0") return *value;
    return local_time(Instant{std::stoll(*value)}, ZoneName{"Etc/UTC"}).str() + " UTC";
}

wire::Json json_of(const erasure::Section& section) {
    auto rows = wire::Json::array();
    for (const auto& row : section.rows) {
        auto object = wire::Json::object();
        for (std::size_t i = 0; i < row.size(); ++i)
            object[section.columns[i]] = value_of(section.columns[i], row[i]);
        rows.push_back(std::move(object));
    }
    return {{"table", section.table},
            {"by", section.column},
            {"complete", !section.cut},
            {"rows", std::move(rows)}};
}

std::string document(store::Transaction& tx, const PersonId& person, Instant now) {
    auto tables = wire::Json::array();
    for (const auto& section : erasure::stored_about(tx, person))
        if (!section.rows.empty()) tables.push_back(json_of(section));
    const wire::Json all{
        {"about", person.str()},
        {"made", local_time(now, ZoneName{"Etc/UTC"}).str() + " UTC"},
        {"says",
         "All that Interstate stores about you, table by table. Secrets (passwords, sign-ins, tokens, "
         "codes) are stored as digests only and are left out."},
        {"tables", std::move(tables)}};
    return all.dump(2) + "\n";
}

} // namespace

void Site::export_own() {
    const auto now = server_.clock_();
    download([now](const Recognised& who) -> Result<Download> {
        const auto person = who.sender.person;
        return Download{.file = "what-is-stored-about-me.json",
                        .type = "application/json",
                        .write_down = [person, now](store::Transaction& tx, audit::Via) -> Result<void> {
                            write_own_row(tx, "export_own", person, now);
                            return {};
                        },
                        .make = [person, now](store::Transaction& tx) -> Result<std::string> {
                            return document(tx, person, now);
                        }};
    });
}

} // namespace interstate::app
